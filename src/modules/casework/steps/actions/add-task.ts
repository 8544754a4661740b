import { giveAccess } from '#modules/people'
import { Problem } from '#platform/problem'
import { type Tx, createRecord, readRecord } from '#platform/records'
import { requireSees } from './sees-case.ts'

/** Something to do, as it is asked for. */
export interface NewTask {
  readonly what: string
  readonly owner: string
  readonly caseId?: string
  readonly stepId?: string
  readonly teamId?: string
  readonly safe?: string
  readonly legal?: string
  readonly restsOn?: string
}

const order = {
  en: 'The safe day is never after the legal one.',
  es: 'La fecha segura nunca es posterior a la legal.',
  ca: 'La data segura mai és posterior a la legal.',
}

/** Refuses a safe day after the legal one. */
export function requireOrder(safe: unknown, legal: unknown, field = 'safe'): void {
  if (typeof safe === 'string' && typeof legal === 'string' && safe !== '' && legal !== '' && safe > legal)
    throw new Problem('invalid', { fields: [{ field, message: order }] })
}

/**
 * Makes a task. Of a case: seen by those who see the case, so its owner has to be one of them; its team is the case's
 * unless told. Of no case: seen by who makes it, its owner and its team. Throws `invalid` naming the fields at fault.
 */
export async function addTask(tx: Tx, given: NewTask): Promise<{ readonly id: string }> {
  requireOrder(given.safe, given.legal)
  const owning = given.caseId ? await readRecord(tx, given.caseId) : null
  if (owning && (owning.type !== 'case' || owning.deletedAt)) throw new Problem('not_found')
  const team = given.teamId || (owning?.values['team'] as string | undefined) || ''
  const { id } = await createRecord(tx, {
    type: 'task',
    acting: true,
    ...(owning?.fictitious && { fictitious: true }),
    values: {
      what: given.what,
      owner: given.owner,
      state: 'open',
      ...(team && { team }),
      ...(given.caseId && { case: { to: given.caseId } }),
      ...(given.stepId && { step: { to: given.stepId } }),
      ...(given.safe && { safe: given.safe }),
      ...(given.legal && { legal: given.legal }),
      ...(given.restsOn && { rests_on: given.restsOn }),
    },
  })
  if (owning) await requireSees(tx, owning.id, given.owner)
  else {
    if (given.owner !== tx.actor.accountId) await giveAccess(tx, id, `person:${given.owner}`, null)
    if (given.teamId) await giveAccess(tx, id, `team:${given.teamId}`, null)
  }
  return { id }
}
