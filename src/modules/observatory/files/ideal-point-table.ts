import { basename } from 'node:path'
import { fitIdealPoints, intervals } from '#kernels/ideal-points'
import { chooseVotes, type IdealPointVotes } from './ideal-point-votes.ts'
import { readVoetenMatches, readVoetenRollCalls } from './voeten-roll-calls.ts'
import { readVoetenVotes } from './voeten-votes.ts'
import { matchRollCalls, refuseEmpty, type Window } from './voeten-window.ts'

/** Where each state stood in each session, with an interval of 95 %; by session, then by code. */
export interface IdealPointTable {
  readonly rows: readonly {
    readonly session: number
    readonly ccode: number
    readonly estimate: number
    readonly low: number
    readonly high: number
  }[]
  readonly votes: number
  readonly rollCalls: number
  readonly iterations: number
  /** False when the iterations ran out before the positions stood still. */
  readonly settled: boolean
  readonly repeated: number
}

/** Known ends of the line (as in the reference): the United States, Canada, the United Kingdom, Israel; Russia, East Germany. */
const highEnd: readonly number[] = [2, 20, 200, 666]
const lowEnd: readonly number[] = [365, 265]

/** The votes that two or three files in Voeten's layout hold for ideal points, and which states fix the line. */
export async function readIdealPointVotes(
  files: { readonly votes: string; readonly rollCalls: string; readonly matches?: string | undefined },
  window: Window,
): Promise<IdealPointVotes & { readonly high: number[]; readonly low: number[]; readonly repeated: number }> {
  const known = await readVoetenRollCalls(files.rollCalls)
  const firstOf =
    files.matches === undefined ? new Map<number, number>() : await readVoetenMatches(files.matches)
  const table = await readVoetenVotes(files.votes)
  const calls = matchRollCalls(table, known, basename(files.votes))
  const chosen = chooseVotes(table, calls, firstOf, window)
  if (chosen.votes.choice.length === 0) throw refuseEmpty(basename(files.votes))
  const placesOf = (codes: readonly number[]) =>
    chosen.states.flatMap((code, i) => (codes.includes(code) ? [i] : []))
  return { ...chosen, high: placesOf(highEnd), low: placesOf(lowEnd), repeated: table.repeated }
}

/** Ideal points from files in Voeten's layout. Higher is nearer to the United States. */
export async function idealPointTable(
  files: Parameters<typeof readIdealPointVotes>[0],
  window: Window,
): Promise<IdealPointTable> {
  const {
    votes,
    states,
    rollCalls,
    high: highest,
    low: lowest,
    repeated,
  } = await readIdealPointVotes(files, window)
  const fit = fitIdealPoints(votes, { high: highest, low: lowest })
  const { low, high } = intervals(fit, 0.95)
  const rows = Array.from(votes.state, (state, i) => ({
    session: votes.period[i] as number,
    ccode: states[state] as number,
    estimate: fit.position[i] as number,
    low: low[i] as number,
    high: high[i] as number,
  })).sort((a, b) => a.session - b.session || a.ccode - b.ccode)
  return {
    rows,
    votes: votes.choice.length,
    rollCalls,
    iterations: fit.iterations,
    settled: fit.settled,
    repeated,
  }
}
