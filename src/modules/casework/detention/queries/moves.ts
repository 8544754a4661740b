import type { Tx } from '#platform/records'
import { type Counting, setsOf, staysIn } from './counting.ts'
import { type Line, type Link, type Run, dayNumber, dayOf } from './history.ts'
import { type Scope, readDetentions, readNames } from './read-detentions.ts'

/** An entry to the list or an exit from it. */
export interface Move {
  readonly person: string
  readonly name: string | null
  readonly fictitious: boolean
  readonly detention: string
  readonly country: string | null
  /** Which of the two counts it is a move of. */
  readonly line: Line
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
  const detentions = await readDetentions(tx, { ...scope, by: to })
  const [first, last] = [dayNumber(from), dayNumber(to)]
  const asked = (day: number) => day >= first && day <= last
  const moves: Omit<Move, 'name'>[] = []
  const lines = ['lower', 'upper'] as const
  for (const set of setsOf(counting).filter(({ name }) => name === 'list'))
    for (const stays of staysIn(detentions, set))
      for (const line of lines)
        for (const stay of stays[line]) {
          const add = (
            way: Move['way'],
            day: number,
            run: Run | undefined,
            what: Link | null | undefined,
          ) => {
            if (!run || !asked(day)) return
            moves.push({
              person: stays.person,
              fictitious: run.detention.fictitious,
              detention: run.detention.id,
              country: run.detention.country,
              line,
              way,
              day: dayOf(day) ?? '',
              status: what?.status ?? run.entry.status,
              cause: what?.cause ?? null,
            })
          }
          const entry = stay.runs[0]
          const exit = stay.runs.find((run) => run.to === stay.to)
          add('in', stay.from, entry, entry?.entry)
          add('out', stay.to, exit, exit?.exit)
        }
  const names = await readNames(tx, [...new Set(moves.map(({ person }) => person))])
  return moves
    .map((move) => ({ ...move, name: names.get(move.person)?.title ?? null }))
    .sort((a, b) => inOrder(a, b))
}

const inOrder = (a: Move, b: Move): number => {
  const [left, right] = [a, b].map(({ day, way, name, person, line }) =>
    [day, way, name ?? '~', person, line].join(' '),
  )
  return (left ?? '') < (right ?? '') ? -1 : left === right ? 0 : 1
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
