import { type RawBuilder, sql } from 'kysely'
import { parseDate } from '#platform/dates'
import { plannedEachTime } from '#platform/db'
import { Problem } from '#platform/problem'
import { dateWindow } from './fields/date/index.ts'
import { fold } from './fold.ts'
import { fieldOf } from './schema.ts'
import { type Tx, typeOf } from './tx.ts'

/** What a person asks of a list. */
export interface ListQuery {
  readonly type: string
  readonly text?: string
  /** Field → keys; any of the keys of a field, all of the fields. */
  readonly filters?: Readonly<Record<string, readonly string[]>>
  /** A date field and the days between which it may lie (an uncertain date that may lie there counts). */
  readonly dates?: { readonly field: string; readonly from?: string; readonly to?: string }
  /** `_updated` (newest first), `_title`, or a sortable field. With text and no sort: best match first. */
  readonly sort?: string
  readonly after?: string
  readonly limit?: number
}

/** How far hits are counted. */
export const countLimit = 10_000

export interface Conditions {
  readonly sources: readonly RawBuilder<unknown>[]
}

/** Each condition as a query of record ids; the hits are what all of them give. */
export function conditions(tx: Tx, query: ListQuery, similar: boolean, leaveOut?: string): Conditions {
  const org = tx.actor.orgId
  const sources: RawBuilder<unknown>[] = []
  const words = fold(query.text ?? '')
  if (words !== '')
    sources.push(
      sql`select record_id, rank from search_records(${words}, ${similar}, ${[query.type]}::text[], ${countLimit + 1})`,
    )
  for (const [field, keys] of Object.entries(query.filters ?? {})) {
    if (field === leaveOut || keys.length === 0) continue
    const known = fieldOf(typeOf(tx, query.type), field)
    if (!known) throw new Problem('malformed')
    const [only] = keys
    sources.push(
      keys.length === 1
        ? sql`select record_id from record_key where org_id = ${org}::uuid and type = ${query.type} and field = ${field} and key = ${only}`
        : sql`select distinct record_id from record_key where org_id = ${org}::uuid and type = ${query.type} and field = ${field} and key = any(${keys}::text[])`,
    )
  }
  const { from } = windowOf(query)
  if (from !== undefined || windowOf(query).below !== undefined) sources.push(datedOf(tx, query))
  return { sources }
}

/**
 * The records whose date may lie in the window. With both ends, those that begin in it, and those that begin before
 * and last into it: of the latter, the short ones end soon after it begins and the long ones are few, so that the
 * time depends on what is found and not on all that was before or after.
 */
function datedOf(tx: Tx, { type, dates }: ListQuery): RawBuilder<unknown> {
  const { from, below, until } = windowOf({ type, ...(dates && { dates }) })
  const name = dates?.field ?? ''
  const keys = (field: string, test: RawBuilder<unknown>, each: 'all' | 'distinct' = 'all') =>
    sql`select ${each === 'distinct' ? sql`distinct ` : sql``}k.record_id from record_key k
      where k.org_id = ${tx.actor.orgId}::uuid and k.type = ${type} and k.field = ${field} and ${test}`
  const each = fieldOf(typeOf(tx, type), name)?.multiple ? 'distinct' : 'all'
  if (from === undefined) return keys(name, sql`k.key < ${below}`, each)
  if (below === undefined) return keys(`${name}.latest`, sql`k.key >= ${from}`, each)
  const first = from < below ? from : below
  const begun = sql`exists (select 1 from record_key b where b.org_id = ${tx.actor.orgId}::uuid
    and b.record_id = k.record_id and b.field = ${name} and b.key < ${first} offset 0)`
  const short = until === undefined ? sql`` : sql`and k.key < ${until}`
  return sql`${keys(name, sql`k.key >= ${from} and k.key < ${below}`)}
    union ${keys(`${name}.latest`, sql`k.key >= ${from} ${short} and ${begun}`)}
    union ${keys(`${name}.long`, sql`k.key >= ${from} and ${begun}`)}`
}

/** The ids that meet every condition, at most `countLimit + 1`; without conditions, the newest of the type. */
export function hitsOf(tx: Tx, query: ListQuery, { sources }: Conditions): RawBuilder<unknown> {
  const [first, ...others] = sources
  if (!first)
    return sql`select id as record_id, 0::real as rank from record
      where org_id = ${tx.actor.orgId}::uuid and type = ${query.type} and deleted_at is null
      order by updated_at desc, id limit ${countLimit + 1}`
  const ranked = fold(query.text ?? '') !== ''
  return sql`select c0.record_id, ${ranked ? sql`c0.rank` : sql`0::real`} as rank from (${first}) c0
    ${sql.join(
      others.map((other, i) => sql`join (${other}) ${sql.raw(`c${i + 1}`)} using (record_id)`),
      sql` `,
    )}
    limit ${countLimit + 1}`
}

/** How many meet the query, at most `countLimit + 1`. */
export async function countHits(tx: Tx, query: ListQuery, similar: boolean): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`${plannedEachTime} select count(*)::int as n from (${hitsOf(tx, query, conditions(tx, query, similar))}) h`.execute(
    tx.sql,
  )
  return rows[0]?.n ?? 0
}

/** The keys between which the dates of the query lie. A text that is no date is a malformed request. */
export function windowOf(query: ListQuery): ReturnType<typeof dateWindow> {
  const edtf = (text: string | undefined) => {
    if (text === undefined || text === '') return undefined
    const read = parseDate(text)
    if (!read.ok) throw new Problem('malformed')
    return read.edtf
  }
  return dateWindow(edtf(query.dates?.from), edtf(query.dates?.to))
}
