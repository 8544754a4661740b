import { sql } from 'kysely'
import type { Tx } from '#platform/records'
import { type Counting, type Scope, chain, countedStatuses, stays } from './history.ts'

/** An entry to the list or an exit from it. */
export interface Move {
  readonly person: string
  readonly name: string | null
  readonly fictitious: boolean
  readonly detention: string
  readonly country: string | null
  /** Which of the two counts it is a move of. */
  readonly line: 'lower' | 'upper'
  readonly way: 'in' | 'out'
  /** The day from which they are on the list, or from which they are not. */
  readonly day: string
  /** The status that they came into; `ended` where nobody wrote which. */
  readonly status: string
  readonly cause: string | null
}

/**
 * Entries and exits from the day `from` up to and with the day `to`, in order; both counts. For each count, those on the
 * list at the end of a day are those of the day before, and entries, less exits: always.
 */
export async function readMoves(
  tx: Tx,
  from: string,
  to: string,
  counting: Counting = {},
  scope: Omit<Scope, 'by'> = {},
): Promise<readonly Move[]> {
  const org = sql`${tx.actor.orgId}::uuid`
  const { rows } = await sql<Move>`
    with ${chain(tx, { ...scope, by: to })}, ${stays([{ name: 'list', statuses: countedStatuses(counting) }])},
    moved as (
      select person, line, 'in' as way, lower(days) as day from stay where lower(days) between ${from}::date and ${to}::date
      union all
      select person, line, 'out', upper(days) from stay where upper(days) between ${from}::date and ${to}::date),
    by as (
      select distinct on (m.person, m.line, m.way, m.day) m.*, r.episode,
             case m.way when 'in' then r.status else r.out_status end as status,
             case m.way when 'in' then r.cause else r.out_cause end as cause
        from moved m
        join run r on r.person = m.person and r.line = m.line
         and m.day = case m.way when 'in' then r.from_day else r.to_day end
       order by m.person, m.line, m.way, m.day, r.episode)
    select b.person, b.line, b.way, b.day::text as day, b.status, b.cause, b.episode as detention,
           e.values->>'country' as country, q.title as name, coalesce(q.fictitious, r.fictitious) as fictitious
      from by b
      join episode e on e.id = b.episode
      join record r on r.org_id = ${org} and r.id = b.episode
      left join record q on q.org_id = ${org} and q.id = b.person and q.type = 'person'
     order by b.day, b.way, q.title nulls last, b.person, b.line`.execute(tx.sql)
  return rows
}

/** What went on in a month on one of the two counts. */
export interface MonthCount {
  readonly in: number
  readonly out: number
  /** On the list when the month ended. */
  readonly list: number
}

/** The months `YYYY-MM` from the one to the other, both included. */
export function monthsBetween(from: string, to: string): readonly string[] {
  const months: string[] = []
  for (
    let month = from;
    month <= to && months.length < 600;
    month = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 1))
      .toISOString()
      .slice(0, 7)
  )
    months.push(month)
  return months
}

/** The last day of a month `YYYY-MM`. */
export const lastDayOf = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10)

/** Counts by month, of those on the list before the first of them and the moves of them all. Pure. */
export function countMonths(
  months: readonly string[],
  before: Readonly<Record<Move['line'], number>>,
  moves: readonly Pick<Move, 'line' | 'way' | 'day'>[],
): ReadonlyMap<string, Readonly<Record<Move['line'], MonthCount>>> {
  const found = new Map<string, number>()
  for (const { line, way, day } of moves) {
    const key = `${day.slice(0, 7)} ${line} ${way}`
    found.set(key, (found.get(key) ?? 0) + 1)
  }
  const list = { ...before }
  return new Map(
    months.map((month) => {
      const of = (line: Move['line']): MonthCount => {
        const came = found.get(`${month} ${line} in`) ?? 0
        const went = found.get(`${month} ${line} out`) ?? 0
        list[line] += came - went
        return { in: came, out: went, list: list[line] }
      }
      return [month, { lower: of('lower'), upper: of('upper') }]
    }),
  )
}
