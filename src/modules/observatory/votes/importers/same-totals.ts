import { countSheet } from '../ballot.ts'
import type { VoteNotices } from '../notices.ts'
import type { ReadRollCall } from '../roll-call.ts'

/** Notes each roll call whose names do not add up to the totals stated for yes, no and abstentions. */
export function noteTotals(rollCalls: readonly ReadRollCall[], notices: VoteNotices): void {
  for (const one of rollCalls) {
    if (!one.ballots) continue
    const { yes, no, abstain } = countSheet(one.ballots)
    const { said } = one
    const differs = (counted: number, stated: number | null) => stated !== null && stated !== counted
    if (differs(yes, said.yes) || differs(no, said.no) || differs(abstain, said.abstain))
      notices.note('totals', () =>
        [
          `${one.symbol || one.key}:`,
          `${yes}–${no}–${abstain} ≠ ${said.yes ?? '?'}–${said.no ?? '?'}–${said.abstain ?? '?'}`,
        ].join(' '),
      )
  }
}

/** The last day of which roll calls speak; empty when there are none. */
export const lastDay = (rollCalls: readonly ReadRollCall[]): string =>
  rollCalls.reduce((last, { day }) => (day > last ? day : last), '')
