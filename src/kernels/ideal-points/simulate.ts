import { distribution } from './normal.ts'
import type { Votes } from './votes.ts'

/** What votes are drawn from: positions by point; slope and cuts by item. */
export interface Truth {
  readonly position: ArrayLike<number>
  readonly slope: ArrayLike<number>
  readonly cut1: ArrayLike<number>
  readonly cut2: ArrayLike<number>
}

/** Votes of the same states on the same items, drawn from the model. `random` gives numbers from 0 to below 1. */
export function simulateVotes(votes: Votes, truth: Truth, random: () => number): Votes {
  const { itemStart, point } = votes
  const choice = new Uint8Array(point.length)
  for (let j = 0; j + 1 < itemStart.length; j++)
    for (let k = itemStart[j] as number; k < (itemStart[j + 1] as number); k++) {
      const mean = (truth.slope[j] as number) * (truth.position[point[k] as number] as number)
      const drawn = random()
      choice[k] =
        drawn < distribution((truth.cut1[j] as number) - mean)
          ? 0
          : drawn < distribution((truth.cut2[j] as number) - mean)
            ? 1
            : 2
    }
  return { ...votes, choice }
}
