import { type RawBuilder, sql } from 'kysely'
import { type Database, isId } from '#platform/db'
import { fold } from '#platform/records'
import type { PublicProfile, PublicTerm } from '../projection.ts'

/** What a reader asks of the directory. */
export interface DirectoryQuery {
  readonly country: string
  readonly right: string
  readonly text: string
  /** Where the page begins: the order and id of the last one before it. */
  readonly after: { readonly key: string; readonly id: string } | null
}

/** A country or a right, and how many profiles have it. */
export interface TermCount extends PublicTerm {
  readonly count: number
}

/** One of the list: no biography, which only the profile's own page shows. */
export interface DirectoryEntry {
  readonly slug: string
  readonly profile: Omit<PublicProfile, 'biography'>
}

export interface DirectoryPage {
  readonly total: number
  /** How many of them are fictitious, which every page that counts has to say. */
  readonly fictitious: number
  readonly entries: readonly DirectoryEntry[]
  readonly next: string | null
  /** Among those that match the rest of the query; a group's own filter does not narrow its own counts. */
  readonly countries: readonly TermCount[]
  readonly rights: readonly TermCount[]
}

const code = (text: string | null): string => (text && /^[\w-]{1,60}$/.test(text) ? text : '')

/** Reads the address. What is not of the right shape is as if it were not there. */
export function readQuery(search: URLSearchParams): DirectoryQuery {
  return {
    country: code(search.get('country')),
    right: code(search.get('right')),
    text: (search.get('q') ?? '').slice(0, 100).trim(),
    after: readCursor(search.get('after')),
  }
}

/** `key~id`, as `DirectoryPage.next` gives it. */
export function readCursor(text: string | null): DirectoryQuery['after'] {
  const [, key, id] = /^([a-z0-9 ]{0,200})~(.+)$/.exec(text ?? '') ?? []
  return key !== undefined && isId(id) ? { key, id } : null
}

/** The search part of an address for a query, from nothing to `?country=…&right=…`; the order is always the same. */
export function writeQuery(
  query: Partial<Omit<DirectoryQuery, 'after'>> & { readonly after?: string },
): string {
  const search = new URLSearchParams()
  if (query.country) search.set('country', query.country)
  if (query.right) search.set('right', query.right)
  if (query.text) search.set('q', query.text)
  if (query.after) search.set('after', query.after)
  const text = search.toString()
  return text ? `?${text}` : ''
}

/** People on a page. */
export const entriesPerPage = 24

interface Answer {
  total: number
  fictitious: number
  entries: { slug: string; data: PublicProfile; at: string; id: string }[] | null
  countries: TermCount[] | null
  rights: TermCount[] | null
}

/** A page of the directory with its counts, in one query through the public login. */
export async function readDirectory(
  db: Database,
  orgId: string,
  query: DirectoryQuery,
  limit: number = entriesPerPage,
): Promise<DirectoryPage> {
  const has = (group: 'country' | 'rights', value: string) =>
    value ? sql`facets->${sql.lit(group)} ? ${value}` : sql`true`
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
  const counts = (group: 'country' | 'rights', where: RawBuilder<unknown>) => sql`
    (select jsonb_agg(jsonb_build_object('code', code, 'label', label, 'count', n)) from (
      select e->>'code' as code, min((e->'label')::text)::jsonb as label, count(*)::int as n
        from base, jsonb_array_elements(coalesce(data->${sql.lit(group)}, '[]')) e where ${where} group by 1) c)`
  const after = query.after
    ? sql`where (sort_key, id) > (${query.after.key}, ${query.after.id}::uuid)`
    : sql``
  const { rows } = await sql<Answer>`
    with base as materialized (
      select id, slug, sort_key, facets, data - 'biography' as data from publication
       where org_id = ${orgId}::uuid and kind = 'defender' ${sql.join(named, sql` `)}),
    shown as (select * from base where ${has('country', query.country)} and ${has('rights', query.right)})
    select (select count(*)::int from shown) as total,
           (select count(*)::int from shown where data->>'fictitious' = 'true') as fictitious,
           (select jsonb_agg(jsonb_build_object('slug', slug, 'data', data, 'at', sort_key, 'id', id) order by sort_key, id)
              from (select * from shown ${after} order by sort_key, id limit ${limit + 1}) page) as entries,
           ${counts('country', has('rights', query.right))} as countries,
           ${counts('rights', has('country', query.country))} as rights`.execute(db)
  const answer = rows[0]
  const entries = answer?.entries ?? []
  const last = entries.length > limit ? entries[limit - 1] : undefined
  return {
    total: answer?.total ?? 0,
    fictitious: answer?.fictitious ?? 0,
    entries: entries.slice(0, limit).map(({ slug, data }) => ({ slug, profile: data })),
    next: last ? `${last.at}~${last.id}` : null,
    countries: answer?.countries ?? [],
    rights: answer?.rights ?? [],
  }
}

/** One profile by its address, or undefined. */
export async function readProfile(
  db: Database,
  orgId: string,
  slug: string,
): Promise<PublicProfile | undefined> {
  const row = await db
    .selectFrom('publication')
    .select('data')
    .where('org_id', '=', orgId)
    .where('kind', '=', 'defender')
    .where('slug', '=', slug)
    .executeTakeFirst()
  return row?.data as PublicProfile | undefined
}
