import { type PairAdvice, readAdviceFiles, readPairs } from './queries/read-advice.ts'
import type { Tx } from '#platform/records'
import {
  countSeats,
  joinVotes,
  type JoinedVotes,
  readRegimeQuery,
  type Seats,
  seatsByYear,
} from '../regimes/view.ts'
import { type Tally, together } from '../regimes/count-votes.ts'
import { type Choice, readChoice } from './choice.ts'

/** Seats of the Council that those in the classes held at the end of a year. */
export interface SeatYear {
  readonly seats: Seats
  readonly of: number
  readonly known: number
}

/** Votes on one item by those in the classes and by all others that the index knows. */
export interface VoteLine {
  readonly line: string
  readonly rollCalls: number
  readonly inside: Tally
  readonly outside: Tally
}

/** What the page shows, before it is put in words. */
export interface Autocracies {
  readonly choice: Choice
  readonly years: readonly SeatYear[]
  readonly joined: JoinedVotes | null
  readonly lines: readonly VoteLine[]
  readonly pairs: readonly PairAdvice[]
  readonly adviceFiles: Awaited<ReturnType<typeof readAdviceFiles>>
}

/** Seats at the end of each year by the classes chosen. */
export const seatYears = ({ index, values }: Choice): readonly SeatYear[] =>
  seatsByYear(index.table).map((seats) => ({ seats, ...countSeats(seats, values) }))

/** Reads it all; null when no index of classes was imported. */
export async function readAutocracies(tx: Tx, params: URLSearchParams): Promise<Autocracies | null> {
  const choice = await readChoice(tx, params)
  if (!choice) return null
  const joined = await joinVotes(tx, readRegimeQuery(new URLSearchParams()), choice.index)
  const lines = (joined?.lines ?? []).map((line) => {
    const of = (inside: boolean) =>
      together(
        choice.index.classes
          .filter(({ value }) => choice.values.has(value) === inside)
          .map(({ value }) => joined?.table.of(line, value) ?? { yes: 0, no: 0, abstain: 0, cast: 0 }),
      )
    return { line, rollCalls: joined?.table.rollCalls(line) ?? 0, inside: of(true), outside: of(false) }
  })
  return {
    choice,
    years: seatYears(choice),
    joined,
    lines,
    pairs: await readPairs(tx),
    adviceFiles: await readAdviceFiles(tx),
  }
}
