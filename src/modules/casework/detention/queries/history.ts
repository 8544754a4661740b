import { statusOrder } from '../statuses.ts'

/** Days since 1 January 1970, UTC; infinite where a date has no limit. */
export type DayNumber = number

/** The number of a day `YYYY-MM-DD`. */
export const dayNumber = (day: string): DayNumber => Date.parse(`${day}T00:00:00Z`) / 86_400_000

/** The day of a number; null where it is infinite. */
export const dayOf = (number: DayNumber): string | null =>
  Number.isFinite(number) ? new Date(number * 86_400_000).toISOString().slice(0, 10) : null

/** First and last day of a date by its key (`sortKey`). Years of more than four digits, and before our era, are limits. */
export function edgesOf(key: string): readonly [DayNumber, DayNumber] {
  const edge = (text: string | undefined): DayNumber => {
    if (text === undefined || text === '0' || text.startsWith('1') || text.startsWith('240000'))
      return -Infinity
    return text.startsWith('24') ? dayNumber(text.slice(2)) : Infinity
  }
  const [first, last] = key.split('/')
  return [edge(first), edge(last)]
}

/** A status that somebody wrote down of a detention. */
export interface Said {
  /** The record that says it: the detention itself, or a change of it. */
  readonly record: string
  readonly status: string
  readonly cause: string | null
  readonly edges: readonly [DayNumber, DayNumber]
}

/** A status in its order, and the first and the last day on which it can have begun. */
export interface Link extends Said {
  readonly lo: DayNumber
  readonly hi: DayNumber
}

/** What is known of one detention. */
export interface Detention {
  readonly id: string
  /** The person; the detention itself where the reader may not see the person. */
  readonly person: string
  readonly country: string | null
  readonly restricted: boolean
  readonly fictitious: boolean
  readonly title: string
  readonly chain: readonly Link[]
  /** Its dates contradict each other. */
  readonly broken: boolean
}

const rank = (status: string): number => {
  const at = (statusOrder as readonly string[]).indexOf(status)
  return at === -1 ? statusOrder.length : at
}

const inOrder = (a: Said, b: Said): number =>
  a.edges[0] - b.edges[0] ||
  a.edges[1] - b.edges[1] ||
  rank(a.status) - rank(b.status) ||
  (`${a.status} ${a.cause} ${a.record}` < `${b.status} ${b.cause} ${b.record}` ? -1 : 1)

/**
 * The statuses of a detention in their order: the beginning, the changes by their first and then their last possible day
 * (of one and the same, into prison before out of it), the end. None can begin before the one before it nor after the
 * one after it, so that days known well narrow those known less; where that leaves none (`broken`) the first is taken.
 * The same whatever the order in which they were written down. Pure.
 */
export function chainOf(
  beginning: Said,
  changes: readonly Said[],
  end: Said | null,
): { readonly chain: readonly Link[]; readonly broken: boolean } {
  const said = [beginning, ...changes.toSorted(inOrder), ...(end ? [end] : [])]
  let least = -Infinity
  const los = said.map(({ edges }) => (least = Math.max(least, edges[0])))
  let most = Infinity
  const his = said.toReversed().map(({ edges }) => (most = Math.min(most, edges[1])))
  let broken = false
  const chain = said.map((one, i) => {
    const lo = los[i] ?? -Infinity
    const hi = his[said.length - 1 - i] ?? Infinity
    if (lo > hi) broken = true
    return { ...one, lo, hi: Math.max(lo, hi) }
  })
  return { chain, broken }
}

/** The two counts: in every reading of the dates, and in one at least. */
export type Line = 'lower' | 'upper'

/** Days in a row, within one detention, on which somebody is in what is counted. */
export interface Run {
  readonly detention: Detention
  /** The first day of it, and the first after it. */
  readonly from: DayNumber
  readonly to: DayNumber
  /** The last day on which it can have begun. */
  readonly surely: DayNumber
  readonly entry: Link
  /** What ended it; null where it goes on. */
  readonly exit: Link | null
}

/**
 * The runs of one detention in a set of statuses. `lower` lets in on the last possible day and out on the first;
 * `upper` lets in on the first and out on the last. Whoever is in a `lower` run on a day is in the set on it in every
 * reading of the dates, whoever is in an `upper` one, in one at least: no two statuses that stand on different sides of
 * a third can both be possible without the third. Pure.
 */
export function runsOf(detention: Detention, statuses: ReadonlySet<string>, line: Line): readonly Run[] {
  const runs: Run[] = []
  let entry: Link | null = null
  const close = (exit: Link | null) => {
    if (!entry) return
    const from = line === 'lower' ? entry.hi : entry.lo
    const to = exit ? (line === 'lower' ? exit.lo : exit.hi) : Infinity
    if (from < to) runs.push({ detention, from, to, surely: entry.hi, entry, exit })
    entry = null
  }
  for (const one of detention.chain) {
    if (!statuses.has(one.status)) close(one)
    else entry ??= one
  }
  close(null)
  return runs
}

/** Days in a row over all detentions of a person: runs that overlap or touch are one. */
export interface Stay {
  readonly from: DayNumber
  readonly to: DayNumber
  readonly runs: readonly Run[]
}

/** Runs of one person put together, in order. Pure. */
export function staysOf(runs: readonly Run[]): readonly Stay[] {
  const stays: { from: DayNumber; to: DayNumber; runs: Run[] }[] = []
  const ordered = runs.toSorted(
    (a, b) => compare(a.from, b.from) || compare(a.to, b.to) || (a.detention.id < b.detention.id ? -1 : 1),
  )
  for (const run of ordered) {
    const last = stays.at(-1)
    if (last && run.from <= last.to) {
      last.to = Math.max(last.to, run.to)
      last.runs.push(run)
    } else stays.push({ from: run.from, to: run.to, runs: [run] })
  }
  return stays
}

/** Of numbers that may be infinite, whose difference is then none. */
const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0)

/** Days of stays up to and with a day; null where a beginning has no limit. */
export function daysUpTo(stays: readonly Stay[], day: DayNumber): number | null {
  let days = 0
  for (const { from, to } of stays) {
    if (from > day) continue
    if (from === -Infinity) return null
    days += Math.min(to, day + 1) - from
  }
  return days
}
