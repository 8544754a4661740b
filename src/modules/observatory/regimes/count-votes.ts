import { formatNumber, type Language } from '#platform/i18n'
import type { ClassTable } from './class-table.ts'

/** How states of a class voted. */
export interface Tally {
  readonly yes: number
  readonly no: number
  readonly abstain: number
  /** Votes cast: yes, no and abstentions. Who stayed silent is in none of them. */
  readonly cast: number
}

/** A roll call as it is counted: its day, and the lines of the table to which it belongs. */
export interface Counted {
  readonly day: string
  readonly lines: readonly string[]
}

/** Tallies by line and class, and the roll calls of each line. */
export interface VoteTable {
  readonly of: (line: string, value: number) => Tally
  readonly rollCalls: (line: string) => number
  /** Votes cast by states that the index gives no class. */
  readonly unclassed: number
}

const none: Tally = { yes: 0, no: 0, abstain: 0, cast: 0 }
const [Y, N, A] = [89, 78, 65]

/**
 * Counts votes by line (an item of the agenda, a topic) and by the class that an index gave the voter in the year of the
 * vote. One pass over the ballots: letter `n - 1` is the polity `n`.
 */
export function countVotes(
  rollCalls: readonly Counted[],
  ballots: readonly string[],
  classes: ClassTable,
): VoteTable {
  const table = new Map<string, Map<number, { yes: number; no: number; abstain: number; cast: number }>>()
  const held = new Map<string, number>()
  let unclassed = 0
  for (const [i, { day, lines }] of rollCalls.entries()) {
    const ballot = ballots[i] ?? ''
    const places = classes.places(Number(day.slice(0, 4)))
    for (const line of lines) held.set(line, (held.get(line) ?? 0) + 1)
    for (let place = 0; place < ballot.length; place++) {
      const letter = ballot.charCodeAt(place)
      if (letter !== Y && letter !== N && letter !== A) continue
      const value = places[place] ?? Number.NaN
      if (Number.isNaN(value)) {
        unclassed += 1
        continue
      }
      for (const line of lines) {
        const byClass = table.get(line) ?? table.set(line, new Map()).get(line)
        const tally = byClass?.get(value) ?? { yes: 0, no: 0, abstain: 0, cast: 0 }
        tally.cast += 1
        if (letter === Y) tally.yes += 1
        else if (letter === N) tally.no += 1
        else tally.abstain += 1
        byClass?.set(value, tally)
      }
    }
  }
  return {
    of: (line, value) => table.get(line)?.get(value) ?? none,
    rollCalls: (line) => held.get(line) ?? 0,
    unclassed,
  }
}

/** The votes of several classes together. */
export const together = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (all, one) => ({
      yes: all.yes + one.yes,
      no: all.no + one.no,
      abstain: all.abstain + one.abstain,
      cast: all.cast + one.cast,
    }),
    none,
  )

/** A share with one decimal of a per cent (three of one), in a language; a dash of nothing. */
export function shareText(part: number, of: number, language: Language): string {
  if (of === 0) return '–'
  return formatNumber(part / of, language, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
}
