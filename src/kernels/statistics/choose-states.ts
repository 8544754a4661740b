import type { PackedVotes } from './agreement.ts'

/** The packed votes of some of the states, in the order given. What divided everybody stays what divided everybody. */
export function chooseStates(packed: PackedVotes, states: readonly number[]): PackedVotes {
  const { words } = packed
  const rows = (all: Int32Array): Int32Array => {
    const kept = new Int32Array(states.length * words)
    states.forEach((state, i) => kept.set(all.subarray(state * words, (state + 1) * words), i * words))
    return kept
  }
  return {
    ...packed,
    states: states.length,
    cast: rows(packed.cast),
    twoUp: rows(packed.twoUp),
    three: rows(packed.three),
  }
}
