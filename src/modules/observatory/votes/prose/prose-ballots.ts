import { polity } from '#catalogue/polities'
import { type BallotLetter, type BallotSheet, mark, newSheet } from '../ballot.ts'
import { proseLists, type ProseList, type ProseVote } from './read-prose.ts'

const letters = { yes: 'Y', no: 'N', abstain: 'A', absent: 'X' } as const satisfies Record<
  ProseList,
  BallotLetter
>

/** What a roll call in words comes to. */
export interface ProseBallots {
  readonly sheet: BallotSheet
  /** How many names of each list were understood. */
  readonly counted: Readonly<Record<ProseList, number>>
  /** Names that nobody is sure of, as they are written. */
  readonly unsure: readonly string[]
  /** Codes of states that stand in two lists. */
  readonly twice: readonly string[]
}

/** Puts names into ballots. `said` are the codes that a person gave for names as they are written. */
export function proseBallots(vote: ProseVote, said: ReadonlyMap<string, string>, line: number): ProseBallots {
  const sheet = newSheet()
  const counted: Record<ProseList, number> = { yes: 0, no: 0, abstain: 0, absent: 0 }
  const unsure: string[] = []
  const twice: string[] = []
  for (const list of proseLists)
    for (const { text, code } of vote.names[list]) {
      const state = polity(said.get(text) ?? code ?? '')
      if (!state) unsure.push(text)
      else {
        const came = mark(sheet, state.n, letters[list], line)
        if (came === 'new') counted[list]++
        if (came === 'contradicts') twice.push(state.code)
      }
    }
  return { sheet, counted, unsure, twice }
}
