import { type RawBuilder, sql } from 'kysely'
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

/** One page of a type's records, in order, with the count of all that match. Two statements, whatever the size. */
export async function listRecords(tx: Tx, query: ListQuery): Promise<ListPage> {
  const type = typeOf(tx, query.type)
  const limit = Math.min(Math.max(query.limit ?? 50, 1), 500)
  const searching = fold(query.text ?? '') !== ''
  const sort = query.sort ?? (searching ? '_rank' : '_updated')
  if (!builtIn.has(sort) && sort !== '_rank' && !fieldOf(type, sort)?.sortable) throw new Problem('malformed')
  const cursor = readCursor(query.after)
  let similar = false
  let found = await countHits(tx, query, false)
  if (found === 0 && searching) {
    similar = true
    found = await countHits(tx, query, true)
  }
  const more = found > countLimit
  const page = { query, sort, cursor, limit, similar }
  const { rows } = await (sort === '_rank'
    ? byRank(tx, page)
    : sort === '_updated'
      ? byTime(tx, page, more)
      : byKey(tx, page, more)
  ).execute(tx.sql)
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
    more,
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

function byRank(tx: Tx, { query, cursor, limit, similar }: PageQuery) {
  const hits = hitsOf(tx, query, conditions(tx, query, similar))
  return sql<PageRow>`with hits as materialized (${hits})
    select ${shown}, h.rank::text as at from hits h join record r on r.org_id = ${tx.actor.orgId}::uuid and r.id = h.record_id
    where r.deleted_at is null ${cursor ? sql`and (h.rank < ${cursor.key}::real or (h.rank = ${cursor.key}::real and r.id > ${cursor.id}::uuid))` : sql``}
    order by h.rank desc, r.id limit ${limit + 1}`
}

/**
 * Few hits are sorted; many are met by walking the index of the order and asking of each whether it is a hit.
 * Choosing here, by the count just made, is what keeps the time bounded whatever the planner believes.
 */
const restrict = (tx: Tx, { query, similar }: PageQuery, more: boolean, id: RawBuilder<unknown>) => {
  const all = conditions(tx, query, similar)
  if (all.sources.length === 0) return { hits: null, where: sql`` }
  if (!more) return { hits: hitsOf(tx, query, all), where: sql`and ${id} in (select record_id from hits)` }
  const org = tx.actor.orgId
  const probes = Object.entries(query.filters ?? {})
    .filter(([, keys]) => keys.length > 0)
    .map(
      ([field, keys]) =>
        sql`and exists (select 1 from record_key f where f.org_id = ${org}::uuid and f.record_id = ${id} and f.field = ${field} and f.key = any(${keys}::text[]) offset 0)`,
    )
  const { from, below } = windowOf(query)
  const probe = (field: string, test: RawBuilder<unknown>) =>
    probes.push(
      sql`and exists (select 1 from record_key f where f.org_id = ${org}::uuid and f.record_id = ${id} and f.field = ${field} and ${test} offset 0)`,
    )
  if (below !== undefined) probe(query.dates?.field ?? '', sql`f.key < ${below}`)
  if (from !== undefined) probe(`${query.dates?.field}.latest`, sql`f.key >= ${from}`)
  // More hits of a text than are counted: the best `countLimit` of them are what there is to sort.
  if (fold(query.text ?? '') !== '')
    return { hits: hitsOf(tx, query, all), where: sql`and ${id} in (select record_id from hits)` }
  return { hits: null, where: sql.join(probes, sql` `) }
}

function byTime(tx: Tx, page: PageQuery, more: boolean) {
  const { hits, where } = restrict(tx, page, more, sql`r.id`)
  const { cursor } = page
  return sql<PageRow>`${hits ? sql`with hits as materialized (${hits})` : sql``}
    select ${shown}, r.updated_at::text as at from record r
    where r.org_id = ${tx.actor.orgId}::uuid and r.type = ${page.query.type} and r.deleted_at is null ${where}
    ${cursor ? sql`and r.updated_at <= ${cursor.key}::timestamptz and (r.updated_at < ${cursor.key}::timestamptz or r.id > ${cursor.id}::uuid)` : sql``}
    order by r.updated_at desc, r.id limit ${page.limit + 1}`
}

function byKey(tx: Tx, page: PageQuery, more: boolean) {
  const { hits, where } = restrict(tx, page, more, sql`k.record_id`)
  const { cursor } = page
  return sql<PageRow>`${hits ? sql`with hits as materialized (${hits})` : sql``}
    select ${shown}, k.key as at from record_key k
    join record r on r.org_id = k.org_id and r.id = k.record_id
    where k.org_id = ${tx.actor.orgId}::uuid and k.type = ${page.query.type} and k.field = ${page.sort} ${where}
    ${cursor ? sql`and (k.key, k.record_id) > (${cursor.key}, ${cursor.id}::uuid)` : sql``}
    order by k.key, k.record_id limit ${page.limit + 1}`
}
