import type { FileStore } from '#platform/files'
import { Problem } from '#platform/problem'
import { type Tx, createRecord, readRecord } from '#platform/records'
import { type NewTask, addTask } from './add-task.ts'
import { type GivenMessage, type Keeping, keepMessage } from './keep-message.ts'

/** A step as it is logged, all in one save. */
export interface NewStep {
  /** Values of the step's form; whose it is and of which team is set here. */
  readonly values: Readonly<Record<string, unknown>>
  readonly caseId?: string
  readonly next?: Pick<NewTask, 'what' | 'owner' | 'safe' | 'legal'>
  readonly message?: GivenMessage
  readonly keeping?: Keeping
}

/**
 * Logs a step: the step, the message that came with it as a source, and its next step as a task, in one transaction.
 * Throws `invalid` naming the fields at fault; those of the task begin with `next_`.
 */
export async function logStep(
  tx: Tx,
  files: FileStore,
  given: NewStep,
): Promise<{ readonly id: string; readonly taskId: string | null }> {
  const { caseId } = given
  const owning = caseId ? await readRecord(tx, caseId) : null
  if (owning && (owning.type !== 'case' || owning.deletedAt)) throw new Problem('not_found')
  const fictitious = owning?.fictitious ?? false
  const kept =
    given.message &&
    (await keepMessage(tx, files, {
      message: given.message,
      keeping: given.keeping ?? 'identity',
      fictitious,
      ...(caseId && { caseId }),
    }))
  const team = owning?.values['team']
  const { id } = await createRecord(tx, {
    type: 'step',
    ...(fictitious && { fictitious }),
    values: {
      by: tx.actor.accountId,
      ...(typeof team === 'string' && { team }),
      ...given.values,
      ...(!given.values['on'] && kept && { on: kept.on }),
      ...(caseId && { case: { to: caseId } }),
      ...(kept && { source: { to: kept.id } }),
    },
  })
  if (!given.next) return { id, taskId: null }
  try {
    const task = await addTask(tx, { ...given.next, stepId: id, ...(caseId && { caseId }) })
    return { id, taskId: task.id }
  } catch (error) {
    if (!(error instanceof Problem) || error.kind !== 'invalid') throw error
    throw new Problem('invalid', {
      fields: error.fields.map((one) => ({ ...one, field: `next_${one.field}` })),
    })
  }
}
