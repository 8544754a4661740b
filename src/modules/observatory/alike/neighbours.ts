import { castBy } from './ballots.ts'
import { divides, type Share } from './compare.ts'

/** Another state, and how far one votes as it does. */
export interface Neighbour extends Share {
  /** Its place in a ballot. */
  readonly place: number
}

/** With everybody else at once: the agreement of one state over some ballots, by place. */
export function neighboursOf(ballots: readonly string[], state: number): readonly Neighbour[] {
  const sums: number[] = []
  const counts: number[] = []
  for (const ballot of ballots) {
    const own = castBy(ballot[state])
    if (own === 0 || !divides(ballot)) continue
    for (let place = 0; place < ballot.length; place++) {
      const other = castBy(ballot[place])
      if (other === 0 || place === state) continue
      sums[place] = (sums[place] ?? 0) + 1 - Math.abs(own - other) / 2
      counts[place] = (counts[place] ?? 0) + 1
    }
  }
  return counts.flatMap((n, place) => (n > 0 ? [{ place, n, agreement: (sums[place] ?? 0) / n }] : []))
}

/** Roll calls that divided the states and in which this one voted. */
export const votesOf = (ballots: readonly string[], state: number): number =>
  ballots.filter((ballot) => castBy(ballot[state]) > 0 && divides(ballot)).length

/** Those who shared enough of a state's roll calls to be compared with: a fifth, and ten at least. */
export const enough = (neighbours: readonly Neighbour[], votes: number): readonly Neighbour[] =>
  neighbours.filter(({ n }) => n >= Math.max(10, votes / 5))

/** The agreement with several together: the mean over the pairs of all their votes. NaN where they share none. */
export function together(neighbours: readonly Neighbour[], places: readonly number[]): Share {
  const of = neighbours.filter(({ place }) => places.includes(place))
  const n = of.reduce((sum, one) => sum + one.n, 0)
  return { n, agreement: of.reduce((sum, one) => sum + one.agreement * one.n, 0) / n }
}
