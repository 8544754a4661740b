import { sql } from 'kysely'
import { Problem } from '#platform/problem'
import { type RecordView, type Reference, type Tx, readRecord, readRecordsInBulk } from '#platform/records'

/** An assessment as lists show it. */
export interface AssessmentHead {
  readonly id: string
  /** ISO alpha-2. */
  readonly state: string
  readonly asOf: string
  readonly reviewOn: string
  readonly complete: boolean
  readonly by: string | null
  readonly fictitious: boolean
}

/** An assessment with what it found, by factor. A factor that nobody looked at yet is not there. */
export interface Assessment extends AssessmentHead {
  readonly record: RecordView
  readonly factors: ReadonlyMap<string, RecordView>
}

const most = 1_000

/**
 * The assessments that the reader may see, the latest first; of one state, or of those as of a day or before. One query.
 */
export async function listAssessments(
  tx: Tx,
  { state, until }: { readonly state?: string | undefined; readonly until?: string | undefined } = {},
): Promise<readonly AssessmentHead[]> {
  const { rows } = await sql<AssessmentHead>`
    select id, values->>'state' as state, values->>'as_of' as "asOf", coalesce(values->>'review_on', '') as "reviewOn",
           coalesce(values->>'stage', 'draft') = 'complete' as complete, values->>'by' as by, fictitious
      from record
     where org_id = ${tx.actor.orgId}::uuid and type = 'country_assessment' and deleted_at is null and merged_into is null
       and (${state ?? null}::text is null or values->>'state' = ${state ?? null})
       and (${until ?? null}::text is null or values->>'as_of' <= ${until ?? null})
     order by values->>'as_of' desc, id desc limit ${most}`.execute(tx.sql)
  return rows
}

const headOf = ({ id, values, fictitious }: RecordView): AssessmentHead => {
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : '')
  return {
    id,
    state: text('state'),
    asOf: text('as_of'),
    reviewOn: text('review_on'),
    complete: text('stage') === 'complete',
    by: text('by') || null,
    fictitious,
  }
}

/** Assessments whole, in the order asked for; what the reader may not see is not there. */
export async function readAssessments(tx: Tx, ids: readonly string[]): Promise<readonly Assessment[]> {
  const records = (await readRecordsInBulk(tx, ids)).filter(
    ({ type, deletedAt }) => type === 'country_assessment' && !deletedAt,
  )
  if (records.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select r.id from link l join record r on r.org_id = l.org_id and r.id = l.from_id
     where l.org_id = ${tx.actor.orgId}::uuid and l.to_id = any(${records.map(({ id }) => id)}::uuid[]) and l.belongs
       and l.until is null and r.type = 'assessment_factor' and r.deleted_at is null and r.merged_into is null
     order by r.created_at, r.id`.execute(tx.sql)
  const parts = await readRecordsInBulk(
    tx,
    rows.map(({ id }) => id),
  )
  return records.map((record) => ({
    ...headOf(record),
    record,
    factors: new Map(
      parts.flatMap((part) =>
        (part.values['assessment'] as Partial<Reference> | undefined)?.to === record.id
          ? [[String(part.values['factor']), part] as const]
          : [],
      ),
    ),
  }))
}

/** One of them, by an address: who reads it stands in the ledger where it is restricted. Throws `not_found`. */
export async function readAssessment(tx: Tx, id: string): Promise<Assessment> {
  const { id: known } = await readRecord(tx, id)
  const [found] = await readAssessments(tx, [known])
  if (!found) throw new Problem('not_found')
  return found
}

/** The latest complete assessment of each state among some heads, which are in order, the latest first. */
export function latestOfEach(heads: readonly AssessmentHead[]): readonly AssessmentHead[] {
  const seen = new Set<string>()
  return heads.filter(({ state, complete }) => complete && !seen.has(state) && seen.add(state))
}
