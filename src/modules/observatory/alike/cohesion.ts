import { ballotLength } from '#catalogue/polities'
import { agreementIndex } from '#kernels/statistics'
import { castMatrix } from './ballots.ts'
import type { StateGroup } from './state-group.ts'

/** How far a group voted as one in a year. */
export interface CohesionYear {
  readonly year: number
  /** Mean of the agreement index over the roll calls in which a member voted. */
  readonly index: number
  readonly rollCalls: number
  /** How many members voted, on average over those roll calls. */
  readonly members: number
}

/** How members of a group voted in one roll call; null when none did. `votes`: see `castMatrix`. */
export function cohesionOf(
  votes: Uint8Array,
  call: number,
  members: readonly number[],
): { readonly yes: number; readonly no: number; readonly abstain: number; readonly index: number } | null {
  const count = [0, 0, 0, 0]
  for (const place of members) {
    const cast = votes[call * ballotLength + place] as number
    count[cast] = (count[cast] as number) + 1
  }
  const [, yes = 0, abstain = 0, no = 0] = count
  return yes + abstain + no === 0 ? null : { yes, no, abstain, index: agreementIndex(yes, no, abstain) }
}

/** Cohesion of a group year by year, its members being those of the day of each roll call. */
export function cohesionByYear(
  calls: readonly { readonly day: string }[],
  ballots: readonly string[],
  group: StateGroup,
): readonly CohesionYear[] {
  const votes = castMatrix(ballots)
  const years = new Map<number, { sum: number; rollCalls: number; members: number }>()
  calls.forEach(({ day }, call) => {
    const found = cohesionOf(votes, call, group.at(day))
    if (!found) return
    const year = Number(day.slice(0, 4))
    const of = years.get(year) ?? { sum: 0, rollCalls: 0, members: 0 }
    of.sum += found.index
    of.rollCalls++
    of.members += found.yes + found.no + found.abstain
    years.set(year, of)
  })
  return [...years]
    .sort(([a], [b]) => a - b)
    .map(([year, { sum, rollCalls, members }]) => ({
      year,
      index: sum / rollCalls,
      rollCalls,
      members: members / rollCalls,
    }))
}
