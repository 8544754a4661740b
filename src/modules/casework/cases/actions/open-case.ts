import { giveAccess } from '#modules/people'
import { type Tx, createRecord } from '#platform/records'
import { today } from '../../today.ts'
import { requireTeam } from './require-assignable.ts'

/** What is known when somebody first hears of someone at risk. */
export interface NewCase {
  /** Values of the case's form; what actions manage is set here. */
  readonly values: Readonly<Record<string, unknown>>
  /** The team that follows it, and with who opens it alone sees it. None: only who opens it. */
  readonly teamId?: string
  /** Records that were made with it, of names that nobody had written down before: the team is let into them too. */
  readonly made?: readonly string[]
  /** Of a demonstration or an exercise. */
  readonly fictitious?: boolean
}

/** Opens a case at intake, assigned to who opens it. Throws `invalid` naming every field at fault. */
export async function openCase(
  tx: Tx,
  { values, teamId, made = [], fictitious }: NewCase,
): Promise<{ readonly id: string }> {
  if (teamId) requireTeam(tx, teamId)
  const { id } = await createRecord(tx, {
    type: 'case',
    acting: true,
    ...(fictitious !== undefined && { fictitious }),
    values: {
      opened: today(),
      ...values,
      stage: 'intake',
      assigned_to: tx.actor.accountId,
      ...(teamId && { team: teamId }),
    },
  })
  if (teamId) for (const one of [id, ...made]) await giveAccess(tx, one, `team:${teamId}`, null)
  return { id }
}
