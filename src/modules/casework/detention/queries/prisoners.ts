import { sql } from 'kysely'
import type { Tx } from '#platform/records'
import { groups } from '../statuses.ts'
import { type Counting, type Scope, chain, countedStatuses, stays } from './history.ts'

/** Somebody on the list of a day. */
export interface Prisoner {
  /** The person; of a detention whose person the reader may not see, the detention itself. */
  readonly person: string
  readonly name: string | null
  readonly gender: string | null
  readonly fictitious: boolean
  /** Kept to a few: the detention or the person. */
  readonly restricted: boolean
  /** Which count they are in: prison and what was asked to be counted with it, or one of those apart. */
  readonly set: 'list' | 'house_arrest' | 'conditional'
  /** In it in every reading of the dates; otherwise in one at least. */
  readonly certain: boolean
  /** The detention that holds them on that day. */
  readonly detention: string
  readonly caseId: string | null
  readonly status: string
  readonly country: string | null
  /** Where they are then, where the reader may know. */
  readonly place: string | null
  readonly charges: readonly string[]
  /** The first and the last day on which the present stay can have begun; null where there is no limit. */
  readonly since: readonly [string | null, string | null]
  /** Days in it up to and with that day, over all their detentions: at least, at most; null where no beginning is known. */
  readonly days: readonly [number, number | null]
  readonly recognition: string | null
}

interface Row {
  readonly person: string
  readonly name: string | null
  readonly gender: string | null
  readonly fictitious: boolean
  readonly restricted: boolean
  readonly set: Prisoner['set']
  readonly certain: boolean
  readonly detention: string
  readonly case_id: string | null
  readonly status: string
  readonly country: string | null
  readonly place: string | null
  readonly charges: readonly string[]
  readonly since_first: string | null
  readonly since_last: string | null
  readonly days_least: number
  readonly days_most: number | null
  readonly recognition: string | null
}

/** Days of `range` up to and with a day; null where the beginning has no limit. */
const daysOf = (range: string, day: string) =>
  sql`sum(case when lower(${sql.ref(range)}) > ${day}::date then 0
    else nullif(least(upper(${sql.ref(range)}), ${day}::date + 1), 'infinity') - nullif(lower(${sql.ref(range)}), '-infinity') end)`

/** Whether one of the beginnings that matter has no limit: the number of days is then nobody's to say. */
const endless = (range: string, day: string) =>
  sql`bool_or(lower(${sql.ref(range)}) = '-infinity' and lower(${sql.ref(range)}) <= ${day}::date)`

/**
 * Who is in prison on a day (`YYYY-MM-DD`), and beside them who is under house arrest or out under conditions where these
 * are not counted with it; by name. Counted from the statuses of the record as they stand now, whenever they were entered.
 */
export async function readPrisoners(
  tx: Tx,
  day: string,
  counting: Counting = {},
  scope: Omit<Scope, 'by'> = {},
): Promise<readonly Prisoner[]> {
  const org = sql`${tx.actor.orgId}::uuid`
  const sets = [
    { name: 'list' as const, statuses: countedStatuses(counting) },
    ...(counting.withHouse ? [] : [{ name: 'house_arrest' as const, statuses: groups.house_arrest }]),
    ...(counting.withConditional ? [] : [{ name: 'conditional' as const, statuses: groups.conditional }]),
  ]
  const { rows } = await sql<Row>`
    with ${chain(tx, { ...scope, by: day })}, ${stays(sets)},
    present as (
      select person, name, lower(days) as since from stay where line = 'upper' and days @> ${day}::date),
    sure as (
      select person, name from stay where line = 'lower' and days @> ${day}::date),
    spent as (
      select person, name, coalesce(${daysOf('days', day)} filter (where line = 'lower'), 0)::int as least,
             case when ${endless('days', day)} filter (where line = 'upper') then null
                  else ${daysOf('days', day)} filter (where line = 'upper') end::int as most
        from stay group by person, name),
    held as (
      select distinct on (person, name) person, name, episode, status from run
       where line = 'upper' and from_day <= ${day}::date and to_day > ${day}::date
       order by person, name, from_day desc, to_day desc, episode),
    standing as (
      select distinct on (c.episode) c.episode, c.status from chain c join held h on h.episode = c.episode
       where c.hi <= ${day}::date order by c.episode, c.n desc),
    seen as (
      select distinct on (c.episode) c.episode, p.to_id as place
        from held h join chain c on c.episode = h.episode
        join link p on p.org_id = ${org} and p.from_id = c.record and p.field = 'place' and p.until is null
       where c.hi <= ${day}::date or c.n = 1 order by c.episode, c.n desc),
    accused as (
      select h.episode, array_agg(distinct l.to_id) as articles
        from held h join link l on l.org_id = ${org} and l.from_id = h.episode and l.field = 'charges' and l.until is null
       group by h.episode),
    decided as (
      select distinct on (h.person) h.person, d.values->>'counts_as' as counts_as
        from held h
        join episode e on e.person = h.person
        join link l on l.org_id = ${org} and l.to_id = e.id and l.belongs and l.until is null
        join record d on d.org_id = ${org} and d.id = l.from_id and d.type = 'prisoner_decision' and d.deleted_at is null
         and d.merged_into is null and d.values->>'on' <= ${day}
       order by h.person, d.values->>'on' desc, d.id desc)
    select a.person, a.name as set, b.person is not null as certain, h.episode as detention,
           case when b.person is null then h.status else coalesce(t.status, h.status) end as status, e.values->>'country' as country,
           k.to_id as case_id, s.place, coalesce(x.articles, '{}') as charges,
           nullif(a.since, '-infinity')::text as since_first, (
             select nullif(min(f.sure_from), 'infinity')::text from run f
              where f.person = a.person and f.name = a.name and f.line = 'upper' and f.from_day = a.since) as since_last,
           g.least as days_least, g.most as days_most, y.counts_as as recognition,
           q.title as name, q.values->>'gender' as gender, coalesce(q.fictitious, r.fictitious) as fictitious,
           r.visibility = 'restricted' or coalesce(q.visibility = 'restricted', true) as restricted
      from present a
      join held h on h.person = a.person and h.name = a.name
      join episode e on e.id = h.episode
      join record r on r.org_id = ${org} and r.id = e.id
      join spent g on g.person = a.person and g.name = a.name
      left join sure b on b.person = a.person and b.name = a.name
      left join standing t on t.episode = h.episode
      left join seen s on s.episode = h.episode
      left join accused x on x.episode = h.episode
      left join decided y on y.person = a.person
      left join link k on k.org_id = ${org} and k.from_id = h.episode and k.field = 'case' and k.until is null
      left join record q on q.org_id = ${org} and q.id = a.person and q.type = 'person'
     order by q.title nulls last, a.person, a.name`.execute(tx.sql)
  return rows.map((row) => ({
    person: row.person,
    name: row.name,
    gender: row.gender,
    fictitious: row.fictitious,
    restricted: row.restricted,
    set: row.set,
    certain: row.certain,
    detention: row.detention,
    caseId: row.case_id,
    status: row.status,
    country: row.country,
    place: row.place,
    charges: row.charges,
    since: [row.since_first, row.since_last],
    days: [row.days_least, row.days_most],
    recognition: row.recognition,
  }))
}

/** Days in prison of somebody up to and with a day: at least, at most (null where no beginning is known). */
export interface DaysInPrison {
  readonly least: number
  readonly most: number | null
  /** In prison on that day in every reading of the dates, or in one at least. */
  readonly inside: 'certain' | 'possible' | 'no'
}

/**
 * For campaigns: how many days each of these people has been in prison up to and with a day, over all their detentions.
 * Release stops it; days under house arrest count where `counting` says so. Who has no detention is not in it.
 */
export async function daysInPrison(
  tx: Tx,
  people: readonly string[],
  day: string,
  counting: Counting = {},
): Promise<ReadonlyMap<string, DaysInPrison>> {
  if (people.length === 0) return new Map()
  const { rows } = await sql<{
    person: string
    least: number
    most: number | null
    sure: boolean
    maybe: boolean
  }>`
    with ${chain(tx, { people, by: day })}, ${stays([{ name: 'list', statuses: countedStatuses(counting) }])}
    select person, coalesce(${daysOf('days', day)} filter (where line = 'lower'), 0)::int as least,
           case when ${endless('days', day)} filter (where line = 'upper') then null
                else ${daysOf('days', day)} filter (where line = 'upper') end::int as most,
           coalesce(bool_or(days @> ${day}::date) filter (where line = 'lower'), false) as sure,
           bool_or(days @> ${day}::date) as maybe
      from stay group by person`.execute(tx.sql)
  return new Map(
    rows.map(({ person, least, most, sure, maybe }) => [
      person,
      { least, most, inside: sure ? ('certain' as const) : maybe ? ('possible' as const) : ('no' as const) },
    ]),
  )
}

/** Detentions whose dates contradict each other: an end before the beginning, a change outside of both. */
export async function readContradictions(
  tx: Tx,
): Promise<readonly { readonly id: string; readonly title: string }[]> {
  const { rows } = await sql<{ id: string; title: string }>`
    with ${chain(tx, {})}
    select r.id, r.title from (select distinct episode from chain where broken) b
      join record r on r.org_id = ${tx.actor.orgId}::uuid and r.id = b.episode order by r.title, r.id limit 100`.execute(
    tx.sql,
  )
  return rows
}
