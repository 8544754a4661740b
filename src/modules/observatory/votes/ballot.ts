import { ballotLength } from '#catalogue/polities'

/** What a state did: Y yes, N no, A abstained, X on the roll and cast none, `.` not in the source or without a position. */
export type BallotLetter = 'Y' | 'N' | 'A' | 'X' | '.'

const none = 46

/** The ballots of one roll call while they are being read. */
export interface BallotSheet {
  /** The letter of each polity, at its place. */
  readonly letters: Uint8Array
  /** The row of the source that says it, at its place; 0 where it has none. */
  readonly rows: Int32Array
}

export const newSheet = (): BallotSheet => ({
  letters: new Uint8Array(ballotLength).fill(none),
  rows: new Int32Array(ballotLength),
})

/**
 * Notes what a row says of a polity (`n` is its place, from 1). A row that merely repeats what stands changes nothing, nor
 * does one that says nothing (`.`) of a state that voted.
 */
export function mark(
  { letters, rows }: BallotSheet,
  n: number,
  letter: BallotLetter,
  row: number,
): 'new' | 'repeated' | 'contradicts' {
  const at = n - 1
  const code = letter.charCodeAt(0)
  const before = letters[at]
  if (rows[at] === 0 || (before === none && code !== none)) {
    letters[at] = code
    rows[at] = row
    return 'new'
  }
  return before === code || code === none ? 'repeated' : 'contradicts'
}

/** How often each letter stands in a ballot. */
export interface BallotCount {
  readonly yes: number
  readonly no: number
  readonly abstain: number
  readonly silent: number
}

export function countSheet({ letters }: BallotSheet): BallotCount {
  const counts = new Int32Array(128)
  for (const letter of letters) counts[letter] = (counts[letter] ?? 0) + 1
  const of = (letter: string) => counts[letter.charCodeAt(0)] ?? 0
  return { yes: of('Y'), no: of('N'), abstain: of('A'), silent: of('X') }
}

/** The ballots as they are kept: one letter for each polity. */
export const ballotText = ({ letters }: BallotSheet): string => Buffer.from(letters).toString('latin1')

/** What a kept ballot says of a polity; one that is shorter has nothing to say of those added since. */
export function letterOf(ballots: string, n: number): BallotLetter {
  const letter = ballots[n - 1]
  return letter === 'Y' || letter === 'N' || letter === 'A' || letter === 'X' ? letter : '.'
}
