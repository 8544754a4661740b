import { type RawBuilder, sql } from 'kysely'
import { type Database, isId } from '#platform/db'
import type { PublicTerm } from '#platform/house'
import { fold } from '#platform/records'

/** What a reader asks of a list. */
export interface PublicQuery {
  /** By the key of the data that shows it (`country`, `rights`, …): the code chosen. */
  readonly chosen: Readonly<Record<string, string>>
  readonly text: string
  /** Where the page begins: the order and id of the last one before it. */
  readonly after: { readonly key: string; readonly id: string } | null
}

/** A term, and how many have it. */
export interface TermCount extends PublicTerm {
  readonly count: number
}

/** Something public, as it was published. */
export interface PublishedThing<Data = Readonly<Record<string, unknown>>> {
  readonly id: string
  readonly kind: string
  readonly slug: string
  readonly data: Data
  readonly publishedAt: Date
  readonly firstAt: Date
}

/** A page of a list. */
export interface PublicList {
  readonly total: number
  /** How many of them are fictitious, which every page that counts has to say. */
  readonly fictitious: number
  readonly entries: readonly PublishedThing[]
  readonly next: string | null
  /** By key, among those that match the rest of the query; a group's own filter does not narrow its own counts. */
  readonly counts: Readonly<Record<string, readonly TermCount[]>>
}

/** Entries on a page. */
export const entriesPerPage = 24

/** A query that asks for all. */
export const everything: PublicQuery = { chosen: {}, text: '', after: null }

interface Answer {
  total: number
  fictitious: number
  entries: StoredThing[] | null
  counts: Record<string, TermCount[] | null>
}

interface StoredThing {
  id: string
  kind: string
  slug: string
  data: Record<string, unknown>
  published_at: string
  first_at: string
  at: string
}

const present = (row: Omit<StoredThing, 'at'>): PublishedThing => ({
  id: row.id,
  kind: row.kind,
  slug: row.slug,
  data: row.data,
  publishedAt: new Date(row.published_at),
  firstAt: new Date(row.first_at),
})

/** A page of a kind's list with the counts of its filters, in one query through the public login. */
export async function readPublicList(
  db: Database,
  orgId: string,
  kind: string,
  query: PublicQuery = everything,
  {
    limit = entriesPerPage,
    groups = ['country', 'rights'],
  }: { readonly limit?: number; readonly groups?: readonly string[] } = {},
): Promise<PublicList> {
  const has = (group: string) => {
    const value = query.chosen[group]
    return value ? sql`facets->${sql.lit(group)} ? ${value}` : sql`true`
  }
  const matches = (but?: string): RawBuilder<unknown> =>
    sql.join(groups.filter((group) => group !== but).map(has), sql` and `)
  const named = fold(query.text)
    .split(' ')
    .filter(Boolean)
    .slice(0, 8)
    .map(
      (word) =>
        sql`and exists (select 1 from jsonb_array_elements_text(facets->'name') w where starts_with(w, ${word}))`,
    )
  // Letters of no script that we can fold, or signs alone: a name cannot have them.
  if (query.text && named.length === 0) named.push(sql`and false`)
  const shown = groups.length > 0 ? matches() : sql`true`
  const counts = groups.map(
    (
      group,
    ) => sql`${sql.lit(group)}, (select jsonb_agg(jsonb_build_object('code', code, 'label', label, 'count', n)) from (
      select e->>'code' as code, min((e->'label')::text)::jsonb as label, count(*)::int as n
        from base, jsonb_array_elements(case jsonb_typeof(terms->${sql.lit(group)})
          when 'array' then terms->${sql.lit(group)} else '[]' end) e
       where ${groups.length > 1 ? matches(group) : sql`true`} group by 1) c)`,
  )
  const after = query.after
    ? sql`where (sort_key, id) > (${query.after.key}, ${query.after.id}::uuid)`
    : sql``
  const terms = sql`jsonb_build_object(${sql.join(groups.flatMap((group) => [sql.lit(group), sql`data->${sql.lit(group)}`]))})`
  const { rows } = await sql<Answer>`
    with base as materialized (
      select id, sort_key, facets, data->'fictitious' as fictitious, ${groups.length > 0 ? terms : sql`'{}'::jsonb`} as terms
        from publication
       where org_id = ${orgId}::uuid and kind = ${kind} ${sql.join(named, sql` `)}),
    shown as (select * from base where ${shown}),
    page as (select id, sort_key from shown ${after} order by sort_key, id limit ${limit + 1})
    select (select count(*)::int from shown) as total,
           (select count(*)::int from shown where fictitious = 'true') as fictitious,
           (select jsonb_agg(jsonb_build_object('id', p.id, 'kind', p.kind, 'slug', p.slug, 'data', p.data, 'at', p.sort_key,
                     'published_at', p.published_at, 'first_at', p.first_at) order by p.sort_key, p.id)
              from page join publication p on p.org_id = ${orgId}::uuid and p.id = page.id) as entries,
           jsonb_build_object(${sql.join(counts)}) as counts`.execute(db)
  const answer = rows[0]
  const entries = answer?.entries ?? []
  const last = entries.length > limit ? entries[limit - 1] : undefined
  return {
    total: answer?.total ?? 0,
    fictitious: answer?.fictitious ?? 0,
    entries: entries.slice(0, limit).map(present),
    next: last && limit > 0 ? `${last.at}~${last.id}` : null,
    counts: Object.fromEntries(groups.map((group) => [group, answer?.counts[group] ?? []])),
  }
}

const columns = ['id', 'kind', 'slug', 'data', 'published_at', 'first_at'] as const

/** One publication by its address, or undefined: withdrawn, not yet there, or never made. */
export async function readPublished<Data = Readonly<Record<string, unknown>>>(
  db: Database,
  orgId: string,
  kind: string,
  slug: string,
): Promise<PublishedThing<Data> | undefined> {
  const row = await db
    .selectFrom('publication')
    .select(columns)
    .where('org_id', '=', orgId)
    .where('kind', '=', kind)
    .where('slug', '=', slug)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      kind: row.kind,
      slug: row.slug,
      data: row.data as Data,
      publishedAt: row.published_at,
      firstAt: row.first_at,
    }
  )
}

/** Everything of a kind, or of all, page by page of 500 in the order of the lists: for feeds, files and exports. */
export async function* readAllPublished(
  db: Database,
  orgId: string,
  kind: string,
): AsyncGenerator<PublishedThing> {
  let after: { readonly key: string; readonly id: string } | null = null
  for (;;) {
    const rows: readonly (PublishedRow & { readonly sort_key: string })[] = await db
      .selectFrom('publication')
      .select([...columns, 'sort_key'])
      .where('org_id', '=', orgId)
      .where('kind', '=', kind)
      .$if(after !== null, (query) =>
        query.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('sort_key', 'id'), '>', tuple(after?.key ?? '', after?.id ?? '')),
        ),
      )
      .orderBy('sort_key')
      .orderBy('id')
      .limit(500)
      .execute()
    for (const row of rows)
      yield {
        id: row.id,
        kind: row.kind,
        slug: row.slug,
        data: row.data,
        publishedAt: row.published_at,
        firstAt: row.first_at,
      }
    const last = rows.at(-1)
    if (!last || rows.length < 500) return
    after = { key: last.sort_key, id: last.id }
  }
}

interface PublishedRow {
  readonly id: string
  readonly kind: string
  readonly slug: string
  readonly data: Record<string, unknown>
  readonly published_at: Date
  readonly first_at: Date
}

/** The latest of everything public, or of a kind, a country, a right: newest first. */
export async function readLatest(
  db: Database,
  orgId: string,
  asked: {
    readonly kind?: string
    readonly country?: string
    readonly right?: string
    readonly limit: number
  },
): Promise<readonly PublishedThing[]> {
  const rows = await db
    .selectFrom('publication')
    .select(columns)
    .where('org_id', '=', orgId)
    .$if(asked.kind !== undefined, (query) => query.where('kind', '=', asked.kind ?? ''))
    .$if(Boolean(asked.country), (query) =>
      query.where(sql<boolean>`facets->'country' ? ${asked.country ?? ''}`),
    )
    .$if(Boolean(asked.right), (query) => query.where(sql<boolean>`facets->'rights' ? ${asked.right ?? ''}`))
    .orderBy('published_at', 'desc')
    .orderBy('id')
    .limit(asked.limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    slug: row.slug,
    data: row.data,
    publishedAt: row.published_at,
    firstAt: row.first_at,
  }))
}

/** How many came, changed and went, by month, oldest first: numbers, and never which. */
export async function readChanges(
  db: Database,
  orgId: string,
  kind: string,
): Promise<readonly { month: string; added: number; changed: number; withdrawn: number }[]> {
  const { rows } = await sql<{ month: string; added: number; changed: number; withdrawn: number }>`
    select month, added, changed, withdrawn from publication_change
     where org_id = ${orgId}::uuid and kind = ${kind} order by month`.execute(db)
  return rows
}

/** How many are public now, by kind. */
export async function countPublished(
  db: Database,
  orgId: string,
): Promise<ReadonlyMap<string, { readonly count: number; readonly fictitious: number }>> {
  const { rows } = await sql<{ kind: string; count: number; fictitious: number }>`
    select kind, count(*)::int as count, count(*) filter (where data->'fictitious' = 'true')::int as fictitious
      from publication where org_id = ${orgId}::uuid group by kind`.execute(db)
  return new Map(rows.map(({ kind, ...counts }) => [kind, counts]))
}

const code = (text: string | null): string => (text && /^[\w.-]{1,60}$/.test(text) ? text : '')
// Addresses say `right` for the filter of `rights`, as they always have.
const parameterOf = (group: string) => (group === 'rights' ? 'right' : group)

/** Reads the address. What is not of the right shape is as if it were not there. */
export const readQuery = (search: URLSearchParams, groups: readonly string[]): PublicQuery => ({
  chosen: Object.fromEntries(
    groups.flatMap((group) => {
      const value = code(search.get(parameterOf(group)))
      return value ? [[group, value]] : []
    }),
  ),
  text: (search.get('q') ?? '').slice(0, 100).trim(),
  after: readCursor(search.get('after')),
})

/** `key~id`, as `PublicList.next` gives it. */
export function readCursor(text: string | null): PublicQuery['after'] {
  const [, key, id] = /^([a-z0-9 ]{0,200})~(.+)$/.exec(text ?? '') ?? []
  return key !== undefined && isId(id) ? { key, id } : null
}

/** The search part of an address for a query, from nothing to `?country=…&right=…`; the order is always the same. */
export function writeQuery(
  query: Partial<Omit<PublicQuery, 'after'>> & { readonly after?: string },
  groups: readonly string[],
): string {
  const search = new URLSearchParams()
  for (const group of groups) {
    const value = query.chosen?.[group]
    if (value) search.set(parameterOf(group), value)
  }
  if (query.text) search.set('q', query.text)
  if (query.after) search.set('after', query.after)
  const text = search.toString()
  return text ? `?${text}` : ''
}
