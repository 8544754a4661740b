import { groupMembers, polity, type PolityGroup, polityGroups } from '#catalogue/polities'
import { type BallotLetter, letterOf } from './ballot.ts'

/** Yes, no or abstention. */
export type Vote = 'Y' | 'N' | 'A'

/** How the members of a group voted in a roll call, and who voted otherwise than most of them. */
export interface GroupVote {
  readonly group: PolityGroup
  readonly yes: number
  readonly no: number
  readonly abstain: number
  readonly silent: number
  /** What more than half of those who voted did; null where no more than half did the same, or fewer than two voted. */
  readonly majority: Vote | null
  /** Codes of the members who voted otherwise than the majority. */
  readonly breaking: readonly { readonly code: string; readonly vote: Vote }[]
}

/** The regional groups of the United Nations, by which roll calls are shown. */
export const regionalGroups: readonly PolityGroup[] = polityGroups.filter(({ within }) => within === 'un')

const isVote = (letter: BallotLetter): letter is Vote => letter === 'Y' || letter === 'N' || letter === 'A'

/** How a group voted on a day. Members are those of that day, as the catalogue knows them. */
export function groupVote(group: PolityGroup, ballots: string, day: string): GroupVote {
  const cast = groupMembers(group.id, day).flatMap((code) => {
    const n = polity(code)?.n
    return n === undefined ? [] : [{ code, letter: letterOf(ballots, n) }]
  })
  const of = (letter: BallotLetter) => cast.filter((one) => one.letter === letter).length
  const [yes, no, abstain, silent] = [of('Y'), of('N'), of('A'), of('X')]
  const voted = yes + no + abstain
  const most = Math.max(yes, no, abstain)
  const majority = voted < 2 || most * 2 <= voted ? null : most === yes ? 'Y' : most === no ? 'N' : 'A'
  const breaking =
    majority === null
      ? []
      : cast.flatMap(({ code, letter }) =>
          isVote(letter) && letter !== majority ? [{ code, vote: letter }] : [],
        )
  return { group, yes, no, abstain, silent, majority, breaking }
}
