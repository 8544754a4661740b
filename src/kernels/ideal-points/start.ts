import { quantile } from './normal.ts'
import { above, type ArrangedVotes, below } from './votes.ts'

/**
 * Where the iterations begin: states known to be high or low at ±2, the others at 0. Where none of them voted: the first
 * principal component of the states' votes.
 */
export function startingPositions(
  arranged: ArrangedVotes,
  high: readonly number[],
  low: readonly number[],
): Float64Array {
  const { state } = arranged.votes
  const start = Float64Array.from(state, (one) => (high.includes(one) ? 2 : low.includes(one) ? -2 : 0))
  return start.some((value) => value !== 0) ? start : principalPositions(arranged)
}

/** Power iteration on states × items, each vote taken as its distance from the mean of its item. */
function principalPositions({ votes, items }: ArrangedVotes): Float64Array {
  const { state, itemStart, point, choice } = votes
  const states = state.reduce((most, one) => Math.max(most, one), -1) + 1
  // Any start will do that is not orthogonal to the answer; a ramp with a bend is as good as chance.
  let place = Float64Array.from({ length: states }, (_, i) => 1 + (i % 7) - i / Math.max(1, states))
  for (let round = 0; round < 25; round++) {
    const next = new Float64Array(states)
    for (let j = 0; j < items; j++) {
      const from = itemStart[j] as number
      const to = itemStart[j + 1] as number
      let mean = 0
      for (let k = from; k < to; k++) mean += choice[k] as number
      mean /= Math.max(1, to - from)
      let loading = 0
      for (let k = from; k < to; k++)
        loading += ((choice[k] as number) - mean) * (place[state[point[k] as number] as number] as number)
      for (let k = from; k < to; k++) {
        const i = state[point[k] as number] as number
        next[i] = (next[i] as number) + ((choice[k] as number) - mean) * loading
      }
    }
    const size = Math.sqrt(next.reduce((sum, value) => sum + value * value, 0) / Math.max(1, states))
    if (!(size > 0)) break
    place = next.map((value) => value / size)
  }
  return Float64Array.from(state, (one) => place[one] as number)
}

/** Cuts at which states at 0 would vote as the item was voted. */
export function startingCuts({ votes, items, oneCut, side }: ArrangedVotes): {
  cut1: Float64Array
  cut2: Float64Array
} {
  const { itemStart } = votes
  const cut1 = new Float64Array(items)
  const cut2 = new Float64Array(items)
  for (let j = 0; j < items; j++) {
    const count = [0, 0, 0]
    const total = (itemStart[j + 1] as number) - (itemStart[j] as number)
    for (let k = itemStart[j] as number; k < (itemStart[j + 1] as number); k++) {
      const where = side[k] as number
      count[where] = (count[where] as number) + 1
    }
    cut1[j] = quantile(((count[below] as number) + 0.1) / (total + 0.2))
    cut2[j] =
      oneCut[j] === 1 ? (cut1[j] as number) : quantile(1 - ((count[above] as number) + 0.1) / (total + 0.2))
  }
  return { cut1, cut2 }
}
