import { castBy, type Cast } from './ballots.ts'
import type { StateGroup } from './state-group.ts'

/** Agreement over some roll calls that divided the states, with how many both voted in. */
export interface Share {
  readonly agreement: number
  readonly n: number
}

/** What is known of a roll call. */
interface Call {
  readonly day: string
  readonly topics: readonly string[]
}

/** How two states voted in a roll call in which both did. */
export interface PairVote {
  /** Its place in the window. */
  readonly call: number
  readonly a: Cast
  readonly b: Cast
}

/** Two states in a window. */
export interface Comparison {
  readonly whole: Share
  readonly byYear: readonly (Share & { readonly year: number })[]
  /** By topic of the source, the least agreement first. A roll call may have several topics, or none. */
  readonly byTopic: readonly (Share & { readonly topic: string })[]
  /** Roll calls in which both voted and not everybody voted alike, by day. */
  readonly votes: readonly PairVote[]
}

/** Whether not everybody who voted did the same. */
export function divides(ballot: string): boolean {
  const [yes, no, abstain] = [ballot.includes('Y'), ballot.includes('N'), ballot.includes('A')]
  return Number(yes) + Number(no) + Number(abstain) > 1
}

const shareOf = (votes: readonly PairVote[]): Share => ({
  n: votes.length,
  agreement: votes.reduce((sum, { a, b }) => sum + 1 - Math.abs(a - b) / 2, 0) / votes.length,
})

/** Votes by a key, and the agreement of each part. */
function sharesBy<Key>(
  votes: readonly PairVote[],
  keysOf: (call: number) => readonly Key[],
): readonly (readonly [Key, Share])[] {
  const parts = new Map<Key, PairVote[]>()
  for (const vote of votes)
    for (const key of keysOf(vote.call)) {
      const part = parts.get(key)
      if (part) part.push(vote)
      else parts.set(key, [vote])
    }
  return [...parts].map(([key, part]) => [key, shareOf(part)] as const)
}

/** Compares two states over the roll calls of a window that divided the states. `a`, `b`: places in a ballot. */
export function comparePair(
  calls: readonly Call[],
  ballots: readonly string[],
  a: number,
  b: number,
): Comparison {
  const votes = ballots.flatMap((ballot, call): readonly PairVote[] => {
    const [first, second] = [castBy(ballot[a]), castBy(ballot[b])]
    return first > 0 && second > 0 && divides(ballot) ? [{ call, a: first, b: second }] : []
  })
  return {
    votes,
    whole: shareOf(votes),
    byYear: sharesBy(votes, (call) => [Number(calls[call]?.day.slice(0, 4))])
      .map(([year, share]) => ({ year, ...share }))
      .sort((x, y) => x.year - y.year),
    byTopic: sharesBy(votes, (call) => calls[call]?.topics ?? [])
      .map(([topic, share]) => ({ topic, ...share }))
      .sort((x, y) => x.agreement - y.agreement || y.n - x.n || (x.topic < y.topic ? -1 : 1)),
  }
}

/** A state beside a group: what most of the other members did, where one of the three had most. */
export interface Beside {
  readonly call: number
  readonly own: Cast
  readonly group: Cast
}

/** Each roll call in which a state voted and the rest of a group had a majority (more than either of the other two). */
export function besideGroup(
  calls: readonly Pick<Call, 'day'>[],
  ballots: readonly string[],
  state: number,
  group: StateGroup,
): readonly Beside[] {
  return ballots.flatMap((ballot, call): readonly Beside[] => {
    const own = castBy(ballot[state])
    if (own === 0) return []
    const count = [0, 0, 0, 0]
    for (const place of group.at(calls[call]?.day ?? ''))
      if (place !== state) {
        const cast = castBy(ballot[place])
        count[cast] = (count[cast] as number) + 1
      }
    const [, yes = 0, abstain = 0, no = 0] = count
    const most = Math.max(yes, abstain, no)
    const leading = ([1, 2, 3] as const).filter((cast) => count[cast] === most)
    return most > 0 && leading.length === 1 ? [{ call, own, group: leading[0] as Cast }] : []
  })
}
