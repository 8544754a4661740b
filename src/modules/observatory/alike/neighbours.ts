import { ballotLength } from '#catalogue/polities'
import { castAt } from './ballots.ts'
import { divides, type Share } from './compare.ts'

/** Another state, and how far one votes as it does. */
export interface Neighbour extends Share {
  /** Its place in a ballot. */
  readonly place: number
}

/** One state among all the others. */
export interface Neighbourhood {
  readonly neighbours: readonly Neighbour[]
  /** Roll calls that divided the states and in which it voted. */
  readonly votes: number
}

/** With everybody else at once: the agreement of one state over some ballots, those that divided nobody left out. */
export function neighboursOf(ballots: readonly string[], state: number): Neighbourhood {
  const sums = new Float64Array(ballotLength)
  const counts = new Int32Array(ballotLength)
  let votes = 0
  for (const ballot of ballots) {
    const own = castAt(ballot, state)
    if (own === 0 || !divides(ballot)) continue
    votes++
    for (let place = 0; place < ballot.length; place++) {
      const other = castAt(ballot, place)
      if (other === 0) continue
      sums[place] = (sums[place] as number) + 1 - Math.abs(own - other) / 2
      counts[place] = (counts[place] as number) + 1
    }
  }
  const neighbours = Array.from(counts, (n, place) => ({ place, n, agreement: (sums[place] as number) / n }))
  return { votes, neighbours: neighbours.filter(({ place, n }) => n > 0 && place !== state) }
}

/** Those who shared enough of a state's roll calls to be compared with: a fifth, and ten at least. */
export const enough = ({ neighbours, votes }: Neighbourhood): readonly Neighbour[] =>
  neighbours.filter(({ n }) => n >= Math.max(10, votes / 5))

/** The agreement with several together: the mean over the pairs of all their votes. NaN where they share none. */
export function together(neighbours: readonly Neighbour[], places: readonly number[]): Share {
  const of = neighbours.filter(({ place }) => places.includes(place))
  const n = of.reduce((sum, one) => sum + one.n, 0)
  return { n, agreement: of.reduce((sum, one) => sum + one.agreement * one.n, 0) / n }
}
