import { sql } from 'kysely'
import { instantOf } from '#platform/dates'
import type { Tx } from '#platform/records'

/** A sign that is waited for, of a case that the reader sees. */
export interface AwaitedSign {
  readonly id: string
  readonly version: number
  readonly caseId: string
  readonly caseTitle: string
  readonly personId: string | null
  readonly personTitle: string | null
  /** The moment by its place, and the instant that it is. */
  readonly due: string
  readonly dueAt: Date
  /** What is to be done; null for who may not read it. */
  readonly firstStep: string | null
  readonly planB: string | null
}

interface Row {
  readonly id: string
  readonly version: number
  readonly case_id: string
  readonly case_title: string
  readonly person_id: string | null
  readonly person_title: string | null
  readonly due: string
  readonly part: { readonly first_step?: string; readonly plan_b?: string } | null
}

/** Signs that nobody has noted, those due first before the others; of one case, or of all that the reader sees. */
async function awaitedSigns(
  tx: Tx,
  where: { readonly before?: Date; readonly caseId?: string; readonly limit?: number },
): Promise<readonly AwaitedSign[]> {
  const before = where.before?.toISOString().slice(0, 16)
  const { rows } = await sql<Row>`
    select r.id, r.version, c.id as case_id, c.title as case_title, p.id as person_id, p.title as person_title,
           r.values->>'due' as due,
           (select part.values from record_part part
             where part.org_id = r.org_id and part.record_id = r.id and part.class = 'identity') as part
      from record_key k
      join record r on r.org_id = k.org_id and r.id = k.record_id and r.deleted_at is null
      join link l on l.org_id = r.org_id and l.from_id = r.id and l.belongs and l.until is null
      join record c on c.org_id = l.org_id and c.id = l.to_id and c.deleted_at is null
      left join link w on w.org_id = r.org_id and w.from_id = r.id and w.field = 'person' and w.until is null
      left join record p on p.org_id = w.org_id and p.id = w.to_id
     where k.org_id = ${tx.actor.orgId}::uuid and k.type = 'check_in' and k.field = 'due'
       ${before === undefined ? sql`` : sql`and k.key < ${before}`}
       ${where.caseId === undefined ? sql`` : sql`and c.id = ${where.caseId}::uuid`}
       and r.values->>'heard' is null
     order by k.key, r.id limit ${where.limit ?? 200}`.execute(tx.sql)
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    caseId: row.case_id,
    caseTitle: row.case_title,
    personId: row.person_id,
    personTitle: row.person_title,
    due: row.due,
    dueAt: instantOf(row.due),
    firstStep: row.part?.first_step ?? null,
    planB: row.part?.plan_b ?? null,
  }))
}

/** Signs that should have come by `now` and did not, the longest missed first: what heads the day. */
export const missedCheckIns = (tx: Tx, now = new Date()): Promise<readonly AwaitedSign[]> =>
  awaitedSigns(tx, { before: now })

/** The signs that a case waits for, the next first; missed ones are among them. */
export const checkInsOf = (tx: Tx, caseId: string): Promise<readonly AwaitedSign[]> =>
  awaitedSigns(tx, { caseId })

/** The next sign of each of these cases, where one is waited for; a missed one is the next. */
export async function nextSigns(
  tx: Tx,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly due: string; readonly dueAt: Date }>> {
  if (caseIds.length === 0) return new Map()
  const { rows } = await sql<{ case_id: string; due: string }>`
    select distinct on (l.to_id) l.to_id as case_id, r.values->>'due' as due
      from link l
      join record r on r.org_id = l.org_id and r.id = l.from_id and r.type = 'check_in' and r.deleted_at is null
      join record_key k on k.org_id = r.org_id and k.record_id = r.id and k.field = 'due'
     where l.org_id = ${tx.actor.orgId}::uuid and l.to_id = any(${[...caseIds]}::uuid[]) and l.belongs and l.until is null
       and r.values->>'heard' is null
     order by l.to_id, k.key`.execute(tx.sql)
  return new Map(rows.map(({ case_id, due }) => [case_id, { due, dueAt: instantOf(due) }]))
}
