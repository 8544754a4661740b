import { sql } from 'kysely'
import type { Tx } from '#platform/records'
import { type Stage, stageOf } from './stages.ts'

/** Something that was decided on a case, as its line shows it: what became of it, when, by whom and why. */
export interface CaseStep {
  readonly version: number
  readonly at: Date
  readonly by: string
  readonly reason: string | null
  /** What changed with it; absent where it did not. */
  readonly stage?: Stage
  readonly publicity?: string
  readonly publicityBy?: string
  readonly publicityOn?: string
  readonly assignedTo?: string
}

interface Row {
  readonly version: number
  readonly changed_at: Date
  readonly name: string | null
  readonly reason: string | null
  readonly stage: string | null
  readonly publicity: string | null
  readonly publicity_by: string | null
  readonly publicity_on: string | null
  readonly assigned_to: string | null
}

/** The line of a case, oldest first: read from its versions, which nobody can change. */
export async function readCaseLine(tx: Tx, caseId: string): Promise<readonly CaseStep[]> {
  const { rows } = await sql<Row>`
    select v.version, v.changed_at, a.name, v.reason, v.values->>'stage' as stage, v.values->>'publicity' as publicity,
           v.values->>'publicity_by' as publicity_by, v.values->>'publicity_on' as publicity_on,
           v.values->>'assigned_to' as assigned_to
      from record_version v left join account a on a.org_id = v.org_id and a.id = v.changed_by
     where v.org_id = ${tx.actor.orgId}::uuid and v.record_id = ${caseId}::uuid and v.class = 'open'
     order by v.version`.execute(tx.sql)
  return rows.flatMap((row, i) => {
    const before = rows[i - 1]
    const decided = row.publicity !== null && decisionOf(row) !== (before && decisionOf(before))
    const step: CaseStep = {
      version: row.version,
      at: row.changed_at,
      by: row.name ?? '',
      reason: row.reason,
      ...(stageOf(row.stage) !== (before && stageOf(before.stage)) && { stage: stageOf(row.stage) }),
      ...(decided && {
        publicity: row.publicity ?? '',
        publicityBy: row.publicity_by ?? '',
        publicityOn: row.publicity_on ?? '',
      }),
      ...(row.assigned_to !== null &&
        row.assigned_to !== before?.assigned_to && { assignedTo: row.assigned_to }),
    }
    return step.stage || step.publicity || step.assignedTo ? [step] : []
  })
}

const decisionOf = (row: Row): string => [row.publicity, row.publicity_by, row.publicity_on].join(' ')
