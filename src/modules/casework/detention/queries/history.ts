import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#platform/records'
import { type Group, doubtful, endedSomehow, groups, statusOrder } from '../statuses.ts'

/** What is counted together; prison is always among it. */
export interface Counting {
  readonly withHouse?: boolean
  readonly withConditional?: boolean
}

/** Which of the records of detention are looked at. */
export interface Scope {
  readonly country?: string
  /** The person named only. */
  readonly people?: readonly string[]
  /** Only what may have begun by this day. */
  readonly by?: string
}

/** The statuses that a count takes for being in prison. */
export const countedStatuses = ({ withHouse, withConditional }: Counting): readonly string[] => [
  ...groups.prison,
  ...(withHouse ? groups.house_arrest : []),
  ...(withConditional ? groups.conditional : []),
]

/** A set to count: its name, and the statuses in it. */
export interface CountedSet {
  readonly name: 'list' | Exclude<Group, 'prison'>
  readonly statuses: readonly string[]
}

/** The first (1) or the last (2) day that the key of a date allows; infinite where it has no limit. */
const edge = (key: RawBuilder<unknown>, side: 1 | 2): RawBuilder<unknown> => {
  const day = sql`split_part(${key}, '/', ${sql.lit(side)})`
  return sql`case when ${day} like '24%' and ${day} not like '240000%' then substr(${day}, 3)::date
    when ${day} like '0%' or ${day} like '1%' or ${day} like '240000%' then '-infinity'::date else 'infinity'::date end`
}

const strings = (given: readonly string[]) => sql`${[...given]}::text[]`

/** The key below which dates begin that may be by a day. */
const keyBelow = (day: string | undefined): string => (day === undefined ? '3' : `24${day}0`)

/**
 * The history of every detention in scope, from the statuses alone: `chain` (episode, n, status, cause, lo, hi, broken),
 * a row for each status in its order, with the first and the last day on which it can have begun. Everything passes the
 * reader's own policies.
 *
 * The order is: the beginning, the changes by their first and then their last possible day (of one and the same, into
 * prison before out of it), the end. No status can begin before the one before it nor after the one after it, so that
 * days known well narrow those known less; where that leaves none (`broken`) the first of them is taken.
 */
export const chain = (tx: Tx, { country, people, by }: Scope): RawBuilder<unknown> => {
  const org = sql`${tx.actor.orgId}::uuid`
  return sql`episode as materialized (
      select r.id, r.values, k.key, coalesce(w.to_id, r.id) as person
        from record_key k
        join record r on r.org_id = k.org_id and r.id = k.record_id and r.deleted_at is null and r.merged_into is null
        left join link w on w.org_id = r.org_id and w.from_id = r.id and w.field = 'person' and w.until is null
       where k.org_id = ${org} and k.type = 'detention' and k.field = 'from' and k.key < ${keyBelow(by)}
         ${country === undefined ? sql`` : sql`and r.values->>'country' = ${country}`}
         ${people === undefined ? sql`` : sql`and w.to_id = any(${[...people]}::uuid[])`}),
    said as (
      select id as episode, id as record, 0 as place, values->>'status' as status, values->>'cause' as cause, key from episode
      union all
      select e.id, s.id, 1, s.values->>'status', s.values->>'cause', k.key
        from record_key k
        join record s on s.org_id = k.org_id and s.id = k.record_id and s.deleted_at is null and s.merged_into is null
        join link l on l.org_id = s.org_id and l.from_id = s.id and l.field = 'detention' and l.until is null
        join episode e on e.id = l.to_id
       where k.org_id = ${org} and k.type = 'detention_change' and k.field = 'on' and k.key < '3'
      union all
      select e.id, e.id, 2, coalesce(e.values->>'ended_as', ${endedSomehow}), e.values->>'end_cause', k.key
        from episode e join record_key k on k.org_id = ${org} and k.record_id = e.id and k.field = 'until' and k.key < '3'),
    dated as (
      select episode, record, place, status, cause, ${edge(sql`key`, 1)} as first, ${edge(sql`key`, 2)} as last from said),
    ordered as (
      select *, row_number() over w as n, max(first) over w as lo from dated
      window w as (partition by episode order by place, first, last,
        coalesce(array_position(${strings(statusOrder)}, status), 99), status, cause, record
        rows between unbounded preceding and current row)),
    chain as materialized (
      select episode, record, n, status, cause, lo, greatest(lo, min(last) over w) as hi, lo > min(last) over w as broken
        from ordered
      window w as (partition by episode order by n rows between current row and unbounded following))`
}

/**
 * On top of `chain`: `run` (episode, person, name, line, from_day, to_day, sure_from and by what), the days on which somebody is in
 * a set, and `stay` (person, name, line, days), the same without overlap.
 *
 * Of two lines: `lower` lets in on the last day that is possible and out on the first, and does not count what is
 * unknown; `upper` lets in on the first and out on the last. Whoever is on the lower line on a day is in prison on it in
 * every reading of the dates; whoever is on the upper line, in one at least. The day of entry counts, that of exit not.
 */
export const stays = (sets: readonly CountedSet[]): RawBuilder<unknown> => {
  const rows = sets.flatMap(({ name, statuses }) => [
    sql`(${name}, 'lower', ${strings(statuses)})`,
    sql`(${name}, 'upper', ${strings(name === 'list' ? [...statuses, ...doubtful] : statuses)})`,
  ])
  return sql`counted (name, line, statuses) as (values ${sql.join(rows)}),
    told as (
      select c.*, s.name, s.line, c.status = any(s.statuses) as inside,
             lag(c.status = any(s.statuses), 1, false) over (partition by c.episode, s.name, s.line order by c.n) as before
        from chain c cross join counted s),
    turn as (
      select episode, name, line, inside, status, cause, case when line = 'lower' then hi else lo end as from_day, hi as sure_from,
             lead(case when line = 'lower' then lo else hi end) over w as to_day,
             lead(status) over w as out_status, lead(cause) over w as out_cause
        from told where inside <> before
      window w as (partition by episode, name, line order by n)),
    run as materialized (
      select t.episode, e.person, t.name, t.line, t.status, t.cause, t.out_status, t.out_cause,
             t.from_day, t.sure_from, coalesce(t.to_day, 'infinity') as to_day
        from turn t join episode e on e.id = t.episode
       where t.inside and t.from_day < coalesce(t.to_day, 'infinity')),
    stay as materialized (
      select person, name, line, unnest(range_agg(daterange(from_day, to_day))) as days
        from run group by person, name, line)`
}
