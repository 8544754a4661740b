import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#platform/records'

/** What is counted of the visits. Each can be opened: `readFigure` lists exactly what `readTotals` counts. */
export const figureNames = [
  'invited',
  'came',
  'countries',
  'towns',
  'declarations',
  'activities',
  'audience',
] as const
export type FigureName = (typeof figureNames)[number]

/** Whether the text names a figure. */
export const isFigureName = (text: string): text is FigureName =>
  (figureNames as readonly string[]).includes(text)

export type Figures = Readonly<Record<FigureName, number>>

/** An edition in the list, with the counts of its own. */
export interface EditionTotals {
  readonly id: string
  readonly title: string
  readonly dates: string
  readonly state: string
  readonly fictitious: boolean
  readonly figures: Omit<Figures, 'countries' | 'declarations'>
}

/**
 * Named sets of `(key, other)`: what is counted, and the record it is counted through. Sets that a statement does not
 * name are not computed. Everything passes the reader's own policies: what they may not see is not counted.
 * `held`: the edition is under way or done. A town that is only planned for has not taken part yet.
 */
const sets = (tx: Tx): RawBuilder<unknown> => {
  const org = sql`${tx.actor.orgId}::uuid`
  const linked = (field: string, type: string) =>
    sql`select p.edition as other, p.held, p.state, l.to_id as id from part p
        join link l on l.org_id = ${org} and l.from_id = p.id and l.field = ${field} and l.until is null
        join record t on t.org_id = ${org} and t.id = l.to_id and t.deleted_at is null
       where p.type = ${type}`
  return sql`edition as materialized (
      select id, title, values, fictitious, values->>'state' in ('under_way', 'done') as held from record
       where org_id = ${org} and type = 'edition' and deleted_at is null and values->>'state' is distinct from 'cancelled'),
    part as materialized (
      select e.id as edition, e.held, r.id, r.type, r.values->>'state' as state,
             case when jsonb_typeof(r.values->'audience') = 'number' then (r.values->>'audience')::numeric end as audience
        from edition e
        join link l on l.org_id = ${org} and l.to_id = e.id and l.field = 'edition' and l.until is null
        join record r on r.org_id = ${org} and r.id = l.from_id and r.deleted_at is null
       where r.type in ('invitation', 'stay', 'activity')),
    asked as (${linked('person', 'invitation')}),
    invited as (select id::text as key, other, held from asked where state is distinct from 'proposed'),
    came as (select id::text as key, other, held from asked where state = 'came'),
    countries as (
      select k.key, a.id as other, a.held from asked a
        join record_key k on k.org_id = ${org} and k.record_id = a.id and k.type = 'person' and k.field = 'country'
       where a.state = 'came'),
    towns as (
      select id::text as key, other, held from (${linked('municipality', 'stay')}) s
      union all select id::text, other, held from (${linked('municipality', 'activity')}) a
      union all select l.to_id::text, e.id, e.held from edition e
        join link l on l.org_id = ${org} and l.from_id = e.id and l.field = 'municipalities' and l.until is null
        join record t on t.org_id = ${org} and t.id = l.to_id and t.deleted_at is null),
    declarations as (
      select id::text as key, id as other, true as held from record
       where org_id = ${org} and type = 'municipality' and deleted_at is null and values->>'declaration' = 'adopted'),
    activities as (select id::text as key, edition as other, held from part where type = 'activity'),
    audience as (select id::text as key, edition as other, held from part where type = 'activity' and audience is not null)`
}

/** Invitations count from the day they are sent; everything else once its edition is under way. */
const always: ReadonlySet<FigureName> = new Set(['invited', 'declarations'])

const distinct = (name: FigureName): RawBuilder<number> =>
  sql`(select count(distinct key) from ${sql.raw(name)} ${always.has(name) ? sql`` : sql`where held`})::int`

/** All visits together, and the year of the first of them (or since when the first town is in the network). */
export async function readTotals(
  tx: Tx,
): Promise<{ readonly since: string | null; readonly figures: Figures }> {
  const { rows } = await sql<Record<FigureName, number> & { since: string | null }>`
    with ${sets(tx)}
    select ${distinct('invited')} as invited, ${distinct('came')} as came, ${distinct('countries')} as countries,
           ${distinct('towns')} as towns, ${distinct('declarations')} as declarations,
           ${distinct('activities')} as activities,
           (select coalesce(sum(audience), 0) from part where type = 'activity' and held)::int as audience,
           (select min(substring(coalesce(values->>'dates', values->>'joined') from '[0-9]{4}')) from record
             where org_id = ${tx.actor.orgId}::uuid and type in ('edition', 'municipality') and deleted_at is null) as since
    `.execute(tx.sql)
  const [row] = rows
  return {
    since: row?.since ?? null,
    figures: Object.fromEntries(figureNames.map((name) => [name, row?.[name] ?? 0])) as Record<
      FigureName,
      number
    >,
  }
}

/** The editions, newest first, each with its own counts; planned ones count what is planned. One statement. */
export async function readEditions(tx: Tx): Promise<readonly EditionTotals[]> {
  const own = (name: FigureName) =>
    sql`(select other, count(distinct key)::int as n from ${sql.raw(name)} group by other)`
  const { rows } = await sql<{
    id: string
    title: string
    dates: string | null
    state: string | null
    fictitious: boolean
    invited: number
    came: number
    towns: number
    activities: number
    audience: number
  }>`
    with ${sets(tx)}
    select e.id, e.title, e.values->>'dates' as dates, e.values->>'state' as state, e.fictitious,
           coalesce(i.n, 0) as invited, coalesce(c.n, 0) as came, coalesce(t.n, 0) as towns,
           coalesce(a.n, 0) as activities, coalesce(p.n, 0)::int as audience
      from (select id, title, values, fictitious from record
             where org_id = ${tx.actor.orgId}::uuid and type = 'edition' and deleted_at is null) e
      left join ${own('invited')} i on i.other = e.id
      left join ${own('came')} c on c.other = e.id
      left join ${own('towns')} t on t.other = e.id
      left join ${own('activities')} a on a.other = e.id
      left join (select edition, sum(audience) as n from part group by edition) p on p.edition = e.id
     order by e.values->>'dates' desc nulls last, e.title, e.id`.execute(tx.sql)
  return rows.map(({ id, title, dates, state, fictitious, ...figures }) => ({
    id,
    title,
    dates: dates ?? '',
    state: state ?? '',
    fictitious,
    figures,
  }))
}

/** One line of what a figure counts. */
export interface FigureRow {
  /** A record's id, or a country's code. */
  readonly key: string
  readonly title: string
  readonly values: Readonly<Record<string, unknown>>
  /** The records through which it is counted: editions; people for a country. Empty for a declaration. */
  readonly through: readonly { readonly id: string; readonly title: string }[]
}

const pageSize = 200

/**
 * What a figure counts, one page by title: of one edition, or of all together. `next` is the cursor of the next page.
 * `count` is the very number that `readTotals` or `readEditions` gives (for `audience`, of the activities that have one).
 */
export async function readFigure(
  tx: Tx,
  name: FigureName,
  edition: string | null,
  after: { readonly title: string; readonly key: string } | null,
): Promise<{
  readonly rows: readonly FigureRow[]
  readonly count: number
  /** People attending all that is counted, on every page the same; null where nothing says how many. */
  readonly audience: number | null
  readonly next: FigureRow | null
}> {
  const org = sql`${tx.actor.orgId}::uuid`
  const scope = edition ? sql`where s.other = ${edition}::uuid` : always.has(name) ? sql`` : sql`where s.held`
  const ofCountries = name === 'countries'
  const { rows } = await sql<FigureRow & { count: number; audience: number | null }>`
    with ${sets(tx)},
    counted as (select key, array_agg(distinct other) as others from ${sql.raw(name)} s ${scope} group by key)
    select c.key, coalesce(r.title, c.key) as title, coalesce(r.values, '{}') as values,
           (select count(*)::int from counted) as count,
           (select sum(p.audience)::int from (select distinct id, audience from part) p
             where p.id::text in (select key from counted)) as audience,
           coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'title', t.title) order by t.title)
                       from record t where t.org_id = ${org} and t.id = any(c.others) and t.id::text <> c.key), '[]') as through
      from counted c
      left join record r on ${ofCountries ? sql`false` : sql`r.org_id = ${org} and r.id = c.key::uuid`}
     ${after ? sql`where (coalesce(r.title, c.key), c.key) > (${after.title}, ${after.key})` : sql``}
     order by coalesce(r.title, c.key), c.key limit ${pageSize + 1}`.execute(tx.sql)
  const shown = rows.slice(0, pageSize)
  return {
    rows: shown,
    count: rows[0]?.count ?? 0,
    audience: rows[0]?.audience ?? null,
    next: rows.length > pageSize ? (shown.at(-1) ?? null) : null,
  }
}
