import { type RawBuilder, sql } from 'kysely'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'

/** A period by whole days, both included: `2026-01-01`. */
export interface Period {
  readonly from: string
  readonly to: string
}

/** The figures, in their order. */
export const measures = [
  'opened',
  'closed',
  'followed',
  'gender',
  'age',
  'steps',
  'asked',
  'replies',
  'stays',
  'nights',
] as const
export type Measure = (typeof measures)[number]

/** Of which the cells are people, who could be recognised in small ones. */
export const ofPeople: readonly Measure[] = ['gender', 'age']

export const ageBands = ['0-17', '18-29', '30-44', '45-59', '60+', 'unknown'] as const

/** One cell: the key of its breakdown, how many, and the records that it counts. */
export interface Cell {
  readonly key: string
  readonly count: number
  readonly ids: readonly string[]
}

const isDay = (text: string): boolean => {
  const at = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

const noPeriod = {
  en: 'Give both days: 2026-01-01 and 2026-12-31.',
  es: 'Indique los dos días: 2026-01-01 y 2026-12-31.',
  ca: 'Indiqueu els dos dies: 2026-01-01 i 2026-12-31.',
}

/** A period as it was typed; the present year where nothing was. Throws `invalid`. */
export function readPeriod(from: string, to: string, now = new Date()): Period {
  const year = now.getUTCFullYear()
  const period = { from: from.trim() || `${year}-01-01`, to: to.trim() || `${year}-12-31` }
  if (!isDay(period.from) || !isDay(period.to) || period.from > period.to)
    throw new Problem('invalid', { explanation: noPeriod, fields: [{ field: 'from', message: noPeriod }] })
  return period
}

/** Whether a date lies in the period whole, as well as it is known: a month or a year does when all its days do. */
const within = (date: RawBuilder<unknown>, { from, to }: Period) => {
  const next = new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  // The last month and year that are over when the period is: those before the day after it.
  return sql`(${date} ~ '^\\d{4}(-\\d\\d(-\\d\\d)?)?$' and rpad(${date}, 10, '-01-01') >= ${from}
    and case length(${date}) when 4 then ${date} < left(${next}, 4) when 7 then ${date} < left(${next}, 7)
        else ${date} <= ${to} end)`
}

/** Cases that were open on some day of the period: opened by its end, not closed before it begins. */
const followed = (org: RawBuilder<unknown>, { from, to }: Period) => sql`
  select r.id, r.values from record r
   where r.org_id = ${org} and r.type = 'case' and r.deleted_at is null and r.merged_into is null
     and coalesce(r.values->>'opened', to_char(r.created_at at time zone 'UTC', 'YYYY-MM-DD')) <= ${to}
     and (r.values->>'stage' is distinct from 'closed' or (
       select max(v.changed_at) from record_version v
        where v.org_id = r.org_id and v.record_id = r.id and v.class = 'open' and v.values->>'stage' = 'closed'
          and not exists (select 1 from record_version b where b.org_id = v.org_id and b.record_id = v.record_id
                           and b.class = 'open' and b.version = v.version - 1 and b.values->>'stage' = 'closed'))
       >= ${from}::date)`

const queries: Readonly<Record<Measure, (org: RawBuilder<unknown>, period: Period) => RawBuilder<unknown>>> =
  {
    opened: (org, period) => sql`
    select r.values->>'kind' as key, r.id from record r
     where r.org_id = ${org} and r.type = 'case' and r.deleted_at is null and r.merged_into is null
       and ${within(sql`r.values->>'opened'`, period)}`,
    closed: (org, { from, to }) => sql`
    select r.values->>'kind' as key, r.id from record r
     where r.org_id = ${org} and r.type = 'case' and r.deleted_at is null and r.merged_into is null
       and r.values->>'stage' = 'closed' and (
         select max(v.changed_at) from record_version v
          where v.org_id = r.org_id and v.record_id = r.id and v.class = 'open' and v.values->>'stage' = 'closed'
            and not exists (select 1 from record_version b where b.org_id = v.org_id and b.record_id = v.record_id
                             and b.class = 'open' and b.version = v.version - 1 and b.values->>'stage' = 'closed'))
         between ${from}::date and (${to}::date + 1) - interval '1 microsecond'`,
    followed: (org, period) => sql`select c.values->>'kind' as key, c.id from (${followed(org, period)}) c`,
    gender: (org, period) => sql`
    select distinct coalesce(p.values->>'gender', 'unknown') as key, p.id
      from (${followed(org, period)}) c ${people(org)}`,
    age: (org, period) => sql`
    select distinct case when a.age is null then 'unknown' when a.age < 18 then '0-17' when a.age < 30 then '18-29'
                    when a.age < 45 then '30-44' when a.age < 60 then '45-59' else '60+' end as key, p.id
      from (${followed(org, period)}) c ${people(org)}
     cross join lateral (select left(${period.to}, 4)::int - substring(p.values->>'birth' from '^\\d{4}')::int as age) a`,
    steps: (org, period) => sql`
    select r.values->>'kind' as key, r.id from record r
     where r.org_id = ${org} and r.type = 'step' and r.deleted_at is null and ${within(sql`r.values->>'on'`, period)}`,
    asked: (org, period) => sql`
    select coalesce(r.values->>'counterpart', 'unknown') as key, r.id from record r
     where r.org_id = ${org} and r.type = 'step' and r.deleted_at is null and r.values->>'answer' is not null
       and ${within(sql`r.values->>'on'`, period)}`,
    replies: (org, period) => sql`
    select r.values->>'answer' as key, r.id from record r
     where r.org_id = ${org} and r.type = 'step' and r.deleted_at is null
       and r.values->>'answer' in ('answered', 'refused') and ${within(sql`r.values->>'answered_on'`, period)}`,
    stays: (org, { from, to }) => sql`
    select 'stays' as key, r.id from record r
     where r.org_id = ${org} and r.type = 'refuge_stay' and r.deleted_at is null
       and r.values->>'arrived_on' <= ${to} and coalesce(r.values->>'left_on', '9999') >= ${from}`,
    nights: (org, { from, to }) => sql`
    select 'nights' as key, r.id, greatest(0, least(coalesce((r.values->>'left_on')::date, current_date), ${to}::date + 1)
             - greatest((r.values->>'arrived_on')::date, ${from}::date)) as n
      from record r
     where r.org_id = ${org} and r.type = 'refuge_stay' and r.deleted_at is null
       and r.values->>'arrived_on' <= ${to} and coalesce(r.values->>'left_on', '9999') >= ${from}`,
  }

/** Those at risk in the cases `c`. */
const people = (org: RawBuilder<unknown>) => sql`
  join link l on l.org_id = ${org} and l.from_id = c.id and l.field = 'people' and l.until is null
   and coalesce(l.attributes->>'role', 'at_risk') = 'at_risk'
  join record p on p.org_id = l.org_id and p.id = l.to_id and p.deleted_at is null`

/** The cells of one figure, the largest first (ages in their order); of what the reader may see, and nothing else. */
export async function countCells(tx: Tx, measure: Measure, period: Period): Promise<readonly Cell[]> {
  const query = queries[measure](sql`${tx.actor.orgId}::uuid`, period)
  const sum = measure === 'nights' ? sql`coalesce(sum(q.n), 0)::int` : sql`count(*)::int`
  const { rows } = await sql<Cell>`
    select coalesce(q.key, 'unknown') as key, ${sum} as count, array_agg(q.id order by q.id) as ids
      from (${query}) q group by 1 order by 2 desc, 1`.execute(tx.sql)
  if (measure !== 'age') return rows
  const place = (key: string) => ageBands.findIndex((band) => band === key)
  return [...rows].sort((a, b) => place(a.key) - place(b.key))
}
