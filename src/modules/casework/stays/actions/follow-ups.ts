import { Problem } from '#platform/problem'
import { type Reference, type Tx, createRecord, readRecord, updateRecord } from '#platform/records'
import { addTask } from '../../steps/actions/add-task.ts'
import { closeTasks } from '../../steps/actions/change-tasks.ts'
import { today } from '../../today.ts'
import { stayWords } from '../messages.ts'
import { standingLabels } from '../records/life-records.ts'

const noDays = {
  en: 'Set at least one day on which the guest is asked how they are: 2027-01-16.',
  es: 'Fije al menos un día en que se preguntará cómo está la persona: 2027-01-16.',
  ca: 'Fixeu almenys un dia en què es preguntarà com està la persona: 2027-01-16.',
}
const howIs = {
  en: 'Say how the person is.',
  es: 'Diga cómo está la persona.',
  ca: 'Digueu com està la persona.',
}
const notLater = {
  en: 'Not a day that is still to come.',
  es: 'No puede ser un día que todavía no llegó.',
  ca: 'No pot ser un dia que encara no ha arribat.',
}

/**
 * Makes the follow-ups of a stay, each with its task on the day of who follows the case, or of who asks where nobody
 * does. Tasks are named without the guest.
 */
export async function planFollowUps(
  tx: Tx,
  {
    stayId,
    caseId,
    days,
  }: { readonly stayId: string; readonly caseId: string; readonly days: readonly string[] },
): Promise<void> {
  const wanted = [...new Set(days.map((day) => day.trim()).filter(Boolean))].sort()
  if (wanted.length === 0)
    throw new Problem('invalid', { fields: [{ field: 'follow_ups', message: noDays }] })
  const owning = await readRecord(tx, caseId)
  const assigned = owning.values['assigned_to']
  const owner =
    typeof assigned === 'string' &&
    tx.schema.vocabularies.get('colleagues')?.byCode.get(assigned)?.retired !== true
      ? assigned
      : tx.actor.accountId
  for (const due of wanted) {
    const what = stayWords(tx.actor.language)('follow_up_task')
    const task = await addTask(tx, { what, owner, caseId, safe: due }).catch((error: unknown) => {
      if (error instanceof Problem && error.kind === 'invalid')
        throw new Problem('invalid', { fields: error.fields.map((one) => ({ ...one, field: 'follow_ups' })) })
      throw error
    })
    await createRecord(tx, {
      type: 'refuge_follow_up',
      acting: true,
      ...(owning.fictitious && { fictitious: true }),
      values: { case: { to: caseId }, stay: { to: stayId }, due, task: { to: task.id } },
    })
  }
}

/** Notes how the guest is, and closes the task where it is open. Throws `conflict` where it had been noted. */
export async function noteFollowUp(
  tx: Tx,
  given: {
    readonly id: string
    readonly version: number
    readonly stayId: string
    readonly on: string
    readonly standing: string
    readonly words: string
  },
): Promise<void> {
  const record = await readRecord(tx, given.id)
  if (
    record.type !== 'refuge_follow_up' ||
    record.deletedAt ||
    (record.values['stay'] as Reference | undefined)?.to !== given.stayId
  )
    throw new Problem('not_found')
  if (record.values['held_on'] !== undefined) throw new Problem('conflict')
  if (!Object.hasOwn(standingLabels, given.standing))
    throw new Problem('invalid', { fields: [{ field: 'standing', message: howIs }] })
  const on = given.on.trim() || today()
  if (on > today()) throw new Problem('invalid', { fields: [{ field: 'held_on', message: notLater }] })
  const words = given.words.trim()
  await updateRecord(tx, {
    id: record.id,
    version: given.version,
    acting: true,
    values: { held_on: on, standing: given.standing, ...(words && { words }) },
  })
  const taskId = (record.values['task'] as Reference | undefined)?.to
  const task = taskId ? await readRecord(tx, taskId).catch(() => null) : null
  if (task && !task.deletedAt && (task.values['state'] ?? 'open') === 'open')
    await closeTasks(tx, { ids: [task.id], state: 'done', words: '' })
}
