import { type RawBuilder, sql } from 'kysely'
import { plannedEachTime } from '#platform/db'
import { noteSearch } from '#platform/ledger'
import { Problem } from '#platform/problem'
import type { Visibility } from './definition.ts'
import { fold } from './fold.ts'
import { type ListQuery, conditions, countHits, countLimit, hitsOf, windowOf } from './hits.ts'
import { fieldOf } from './schema.ts'
import { type Tx, typeOf } from './tx.ts'
import type { Values } from './validate.ts'

/** One line of a list: what every reader of the row may see. */
export interface ListRow {
  readonly id: string
  readonly title: string
  readonly values: Values
  readonly visibility: Visibility
  readonly fictitious: boolean
  readonly updatedAt: Date
}

export interface ListPage {
  readonly rows: readonly ListRow[]
  /** Where the next page begins, or null at the end. */
  readonly next: string | null
  /** Exact to `countLimit`; beyond it `more` is true and the count is the limit. */
  readonly count: number
  readonly more: boolean
  /** Nothing had exactly these words; the rows have names that are similar. */
  readonly similar: boolean
}

/** Fields that keys exist for, whatever the type. */
const builtIn = new Set(['_title', '_updated'])

interface Cursor {
  readonly key: string
  readonly id: string
}

const readCursor = (text: string | undefined): Cursor | null => {
  if (!text) return null
  try {
    const [key, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [unknown, unknown]
    if (typeof key === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)) return { key, id }
  } catch {
    // Falls through: a cursor that we did not make is a malformed request.
  }
  throw new Problem('malformed')
}

const writeCursor = (key: string, id: string) => Buffer.from(JSON.stringify([key, id])).toString('base64url')

interface PageRow {
  id: string
  title: string
  values: Record<string, unknown>
  visibility: Visibility
  fictitious: boolean
  updated_at: Date
  at: string
}

const shown = sql.raw('r.id, r.title, r.values, r.visibility, r.fictitious, r.updated_at')

/** One page of a type's records, in order, with the count of all that match. One or two statements, whatever the size. */
export async function listRecords(tx: Tx, query: ListQuery): Promise<ListPage> {
  const type = typeOf(tx, query.type)
  const limit = Math.min(Math.max(query.limit ?? 50, 1), 500)
  const searching = fold(query.text ?? '') !== ''
  if (searching) await noteSearch(tx, type.name, query.text ?? '')
  const asked = query.sort === '_rank' && !searching ? undefined : query.sort
  const sort = asked ?? (searching ? '_rank' : '_updated')
  if (!builtIn.has(sort) && sort !== '_rank' && !fieldOf(type, sort)?.sortable) throw new Problem('malformed')
  const page = { query, sort, cursor: readCursor(query.after), limit, similar: false }
  let { found, rows } = await readPage(tx, page)
  const similar = found === 0 && searching
  if (similar) ({ found, rows } = await readPage(tx, { ...page, similar }))
  const kept = rows.slice(0, limit)
  const last = kept.at(-1)
  return {
    rows: kept.map((row) => ({
      id: row.id,
      title: row.title,
      values: row.values,
      visibility: row.visibility,
      fictitious: row.fictitious,
      updatedAt: row.updated_at,
    })),
    next: rows.length > limit && last ? writeCursor(last.at, last.id) : null,
    count: Math.min(found, countLimit),
    more: found > countLimit,
    similar,
  }
}

interface PageQuery {
  readonly query: ListQuery
  readonly sort: string
  readonly cursor: Cursor | null
  readonly limit: number
  readonly similar: boolean
}

/**
 * The count and the rows. Few hits are sorted, in the statement that counts them; many are met by walking the index
 * of the order and asking of each whether it is a hit. Choosing by the count, and not by the planner's belief, is what
 * keeps the time bounded. Of more hits of a text than are counted, the best `countLimit` are what there is to sort.
 */
async function readPage(tx: Tx, page: PageQuery): Promise<{ found: number; rows: readonly PageRow[] }> {
  const { query, sort, similar } = page
  const all = conditions(tx, query, similar)
  const searching = fold(query.text ?? '') !== ''
  if (all.sources.length === 0)
    return { found: await countHits(tx, query, similar), rows: await walk(tx, page) }
  const { rows } = await sql<PageRow & { n: number }>`
    ${plannedEachTime} with hits as materialized (${hitsOf(tx, query, all)}), counted as materialized (select count(*)::int as n from hits)
    select counted.n, page.* from counted
      left join lateral (${sorted(tx, page, searching ? sql`true` : sql`counted.n <= ${countLimit}`)}) page on true
     order by ${sort === '_rank' ? sql`page.rank desc` : sort === '_updated' ? sql`page.updated_at desc` : sql`page.at`}, page.id`.execute(
    tx.sql,
  )
  const found = rows[0]?.n ?? 0
  if (found > countLimit && !searching) return { found, rows: await walk(tx, page) }
  return { found, rows: rows.filter(({ id }) => id !== null) }
}

/** The page among `hits`, sorted, if `wanted`; asked inside, so that nothing is fetched and sorted in vain. */
function sorted(
  tx: Tx,
  { sort, cursor, limit }: PageQuery,
  wanted: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const org = tx.actor.orgId
  const record = sql`join record r on r.org_id = ${org}::uuid and r.id = h.record_id and r.deleted_at is null`
  if (sort === '_rank')
    // The page is chosen before its records are fetched: what is not there any more has no words either.
    return sql`select ${shown}, h.rank, h.rank::text as at from (
        select h.record_id, h.rank from hits h
         where ${wanted} ${cursor ? sql`and (h.rank < ${cursor.key}::real or (h.rank = ${cursor.key}::real and h.record_id > ${cursor.id}::uuid))` : sql``}
         order by h.rank desc, h.record_id limit ${limit + 1}) h ${record}`
  if (sort === '_updated')
    return sql`select ${shown}, r.updated_at::text as at from hits h ${record}
      where ${wanted} ${cursor ? sql`and (r.updated_at < ${cursor.key}::timestamptz or (r.updated_at = ${cursor.key}::timestamptz and r.id > ${cursor.id}::uuid))` : sql``}
      order by r.updated_at desc, r.id limit ${limit + 1}`
  return sql`select ${shown}, k.key as at from hits h
    join record_key k on k.org_id = ${org}::uuid and k.record_id = h.record_id and k.field = ${sort} ${record}
    where ${wanted} ${cursor ? sql`and (k.key, k.record_id) > (${cursor.key}, ${cursor.id}::uuid)` : sql``}
    order by k.key, k.record_id limit ${limit + 1}`
}

/** Walks the index of the order, and asks of each record whether it meets the filters and dates. */
async function walk(tx: Tx, page: PageQuery): Promise<readonly PageRow[]> {
  const statement = page.sort === '_updated' ? walkTime(tx, page) : walkKey(tx, page)
  return (await statement.execute(tx.sql)).rows
}

/** What a record must meet, asked of its own keys. `offset 0` keeps the planner from gathering all that do first. */
function probes(tx: Tx, query: ListQuery, id: RawBuilder<unknown>): RawBuilder<unknown> {
  const probe = (field: string, test: RawBuilder<unknown>) =>
    sql`and exists (select 1 from record_key f where f.org_id = ${tx.actor.orgId}::uuid and f.record_id = ${id} and f.field = ${field} and ${test} offset 0)`
  const { from, below } = windowOf(query)
  const date = query.dates?.field ?? ''
  return sql.join(
    [
      ...Object.entries(query.filters ?? {})
        .filter(([, keys]) => keys.length > 0)
        .map(([field, keys]) => probe(field, sql`f.key = any(${keys}::text[])`)),
      ...(below === undefined ? [] : [probe(date, sql`f.key < ${below}`)]),
      ...(from === undefined ? [] : [probe(`${date}.latest`, sql`f.key >= ${from}`)]),
    ],
    sql` `,
  )
}

function walkTime(tx: Tx, { query, cursor, limit }: PageQuery) {
  const part = (after: RawBuilder<unknown>) => sql`(select ${shown}, r.updated_at::text as at from record r
    where r.org_id = ${tx.actor.orgId}::uuid and r.type = ${query.type} and r.deleted_at is null ${probes(tx, query, sql`r.id`)} ${after}
    order by r.updated_at desc, r.id limit ${limit + 1})`
  if (!cursor) return sql<PageRow>`${plannedEachTime} ${part(sql``)}`
  // In two parts, each a range of the index: an import leaves a hundred thousand records of one moment.
  return sql<PageRow>`${plannedEachTime} select * from (
      ${part(sql`and r.updated_at = ${cursor.key}::timestamptz and r.id > ${cursor.id}::uuid`)}
      union all ${part(sql`and r.updated_at < ${cursor.key}::timestamptz`)}
    ) page order by updated_at desc, id limit ${limit + 1}`
}

const walkKey = (tx: Tx, { query, sort, cursor, limit }: PageQuery) =>
  sql<PageRow>`${plannedEachTime} select ${shown}, k.key as at from record_key k
    join record r on r.org_id = k.org_id and r.id = k.record_id
    where k.org_id = ${tx.actor.orgId}::uuid and k.type = ${query.type} and k.field = ${sort} ${probes(tx, query, sql`k.record_id`)}
    ${cursor ? sql`and (k.key, k.record_id) > (${cursor.key}, ${cursor.id}::uuid)` : sql``}
    order by k.key, k.record_id limit ${limit + 1}`
