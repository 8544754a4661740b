import { giveAccess, readHolders, takeAccess } from '#modules/people'
import { Problem } from '#platform/problem'
import { type Tx, readRecord, updateRecord } from '#platform/records'
import { requireColleague, requireTeam } from './require-assignable.ts'
import { requireWords } from './require-words.ts'

/** A case given from one pair of hands to another. */
export interface HandOver {
  readonly id: string
  readonly version: number
  readonly to: string
  /** The team that follows it from now on; empty: the same. */
  readonly teamId?: string
  /** The team before goes on seeing it. */
  readonly keepTeam?: boolean
  readonly words: string
}

/**
 * Hands a case over with words: whoever receives it and their team are let in, the team before is let out unless it
 * stays. Who hands it over keeps their own access until it is taken away on the page.
 */
export async function handOver(tx: Tx, given: HandOver): Promise<void> {
  const { id, version, to, teamId } = given
  const record = await readRecord(tx, id)
  if (record.type !== 'case' || record.deletedAt) throw new Problem('not_found')
  const reason = requireWords('words', given.words)
  requireColleague(tx, to)
  if (teamId) requireTeam(tx, teamId)
  const before = record.values['team']
  const holders = new Set((await readHolders(tx, id)).map(({ kind, id: who }) => `${kind}:${who}`))
  if (!holders.has(`person:${to}`)) await giveAccess(tx, id, `person:${to}`, null)
  if (teamId && !holders.has(`team:${teamId}`)) await giveAccess(tx, id, `team:${teamId}`, null)
  await updateRecord(tx, {
    id,
    version,
    reason,
    acting: true,
    values: { assigned_to: to, ...(teamId && { team: teamId }) },
  })
  // Last: whoever hands over may have seen it by that team alone.
  if (
    teamId &&
    typeof before === 'string' &&
    before !== teamId &&
    !given.keepTeam &&
    holders.has(`team:${before}`)
  )
    await takeAccess(tx, id, `team:${before}`)
}
