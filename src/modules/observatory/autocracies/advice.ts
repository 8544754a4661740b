import type { ClassTable } from '../regimes/class-table.ts'
import type { PairAdvice } from './queries/read-advice.ts'

/** Recommendations summed up. */
export interface AdviceSum {
  readonly praise: number
  readonly consider: number
  readonly general: number
  readonly specific: number
  readonly supported: number
  readonly total: number
}

const nothing: AdviceSum = { praise: 0, consider: 0, general: 0, specific: 0, supported: 0, total: 0 }

const plus = (a: AdviceSum, b: AdviceSum): AdviceSum => ({
  praise: a.praise + b.praise,
  consider: a.consider + b.consider,
  general: a.general + b.general,
  specific: a.specific + b.specific,
  supported: a.supported + b.supported,
  total: a.total + b.total,
})

/** Those whose action is known: the whole of which praise is a part. */
export const withAction = (sum: AdviceSum): number => sum.praise + sum.consider + sum.general + sum.specific

/** Who is who: in the classes asked about, in others, or without a class in that year. */
export type Side = 'in' | 'out' | 'unknown'

/** The side on which a state was in a year. */
export function sideOf(code: string, year: number, table: ClassTable, values: ReadonlySet<number>): Side {
  const value = table.of(code, year)
  if (value === null) return 'unknown'
  return values.has(value) ? 'in' : 'out'
}

/** What those in the classes and the others recommend to each other; the year of the review decides who is who. */
export function adviceBySide(
  pairs: readonly PairAdvice[],
  table: ClassTable,
  values: ReadonlySet<number>,
): (from: Side, to: Side) => AdviceSum {
  const sums = new Map<string, AdviceSum>()
  for (const pair of pairs) {
    const key = `${sideOf(pair.sender, pair.year, table, values)} ${sideOf(pair.receiver, pair.year, table, values)}`
    sums.set(key, plus(sums.get(key) ?? nothing, pair))
  }
  return (from, to) => sums.get(`${from} ${to}`) ?? nothing
}

/** What states of one class of an index recommend, whoever receives it; and how those of it answer. */
export function adviceByClass(
  pairs: readonly PairAdvice[],
  table: ClassTable,
): { readonly sent: (value: number) => AdviceSum; readonly received: (value: number) => AdviceSum } {
  const [sent, received] = [new Map<number, AdviceSum>(), new Map<number, AdviceSum>()]
  const put = (sums: Map<number, AdviceSum>, code: string, pair: PairAdvice) => {
    const value = table.of(code, pair.year)
    if (value !== null) sums.set(value, plus(sums.get(value) ?? nothing, pair))
  }
  for (const pair of pairs) {
    put(sent, pair.sender, pair)
    put(received, pair.receiver, pair)
  }
  return { sent: (value) => sent.get(value) ?? nothing, received: (value) => received.get(value) ?? nothing }
}

/** Two states that recommend to each other, and what. */
export interface MutualPair {
  readonly a: string
  readonly b: string
  readonly toB: AdviceSum
  readonly toA: AdviceSum
}

/**
 * Pairs of states of the classes asked about that each praised the other (action 1 or 2) at least `least` times, those with
 * the most praise first. Both are in the classes in the year of each review that counts.
 */
export function mutualPraise(
  pairs: readonly PairAdvice[],
  table: ClassTable,
  values: ReadonlySet<number>,
  least = 2,
): readonly MutualPair[] {
  const sums = new Map<string, AdviceSum>()
  for (const pair of pairs) {
    if (sideOf(pair.sender, pair.year, table, values) !== 'in') continue
    if (sideOf(pair.receiver, pair.year, table, values) !== 'in') continue
    const key = `${pair.sender} ${pair.receiver}`
    sums.set(key, plus(sums.get(key) ?? nothing, pair))
  }
  return [...sums]
    .flatMap(([key, toB]) => {
      const [a = '', b = ''] = key.split(' ')
      const toA = sums.get(`${b} ${a}`)
      return a < b && toA && toA.praise >= least && toB.praise >= least ? [{ a, b, toA, toB }] : []
    })
    .toSorted(
      (one, other) =>
        other.toA.praise + other.toB.praise - (one.toA.praise + one.toB.praise) ||
        one.a.localeCompare(other.a),
    )
}
