import { ballotLength } from '#catalogue/polities'
import { type PackedVotes, packVotes } from '#kernels/statistics'

/** 1 yes, 2 abstain, 3 no; 0: no vote. */
export type Cast = 0 | 1 | 2 | 3

const castOf: ReadonlyMap<string, Cast> = new Map([
  ['Y', 1],
  ['A', 2],
  ['N', 3],
])

const byCode = new Uint8Array(128)
for (const [letter, cast] of castOf) byCode[letter.charCodeAt(0)] = cast

/** What a letter of a ballot says. */
export const castBy = (letter: string | undefined): Cast => castOf.get(letter ?? '') ?? 0

/** What a ballot says of the polity at a place; the same, for whoever asks it of very many. */
export const castAt = (ballot: string, place: number): Cast =>
  place < ballot.length ? (byCode[ballot.charCodeAt(place) & 127] as Cast) : 0

/** Ballots as numbers: `rollCall * ballotLength + place`, the place of a polity being `n` - 1. A shorter ballot has no vote beyond. */
export function castMatrix(ballots: readonly string[]): Uint8Array {
  const votes = new Uint8Array(ballots.length * ballotLength)
  ballots.forEach((ballot, call) => {
    const length = Math.min(ballot.length, ballotLength)
    for (let i = 0; i < length; i++)
      votes[call * ballotLength + i] = byCode[ballot.charCodeAt(i) & 127] as number
  })
  return votes
}

/** Ballots packed for the comparison of all polities. */
export const packBallots = (ballots: readonly string[]): PackedVotes =>
  packVotes(ballotLength, ballots.length, castMatrix(ballots))
