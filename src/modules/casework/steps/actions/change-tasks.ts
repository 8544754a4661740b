import { giveAccess, readHolders } from '#modules/people'
import { Problem } from '#platform/problem'
import { type RecordView, type Tx, readOwner, readRecords, updateRecord } from '#platform/records'
import { requireColleague } from '../../cases/actions/require-assignable.ts'
import { requireWords } from '../../cases/actions/require-words.ts'
import { today } from '../../today.ts'
import { requireOrder } from './add-task.ts'
import { requireSees } from './sees-case.ts'

const most = 200

/** What is done as a task is: lines of protection plans name their parts as a task does. */
const doable: ReadonlySet<string> = new Set(['task', 'protection_line'])

const none = {
  en: 'Choose at least one task.',
  es: 'Elija al menos una tarea.',
  ca: 'Trieu almenys una tasca.',
}
const needsDay = {
  en: 'A whole day is needed, such as 2026-11-21.',
  es: 'Hace falta un día completo, por ejemplo 2026-11-21.',
  ca: 'Cal un dia complet, per exemple 2026-11-21.',
}
const needsState = {
  en: 'Say whether it was done.',
  es: 'Diga si se hizo.',
  ca: 'Digueu si es va fer.',
}

/** The open tasks of these ids, all of them or none: what somebody closed in between is a conflict. */
async function openTasks(tx: Tx, ids: readonly string[]): Promise<readonly RecordView[]> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) throw new Problem('invalid', { fields: [{ field: 'task', message: none }] })
  if (wanted.length > most) throw new Problem('too_large')
  const found = await readRecords(tx, wanted)
  if (found.length < wanted.length || found.some(({ type, deletedAt }) => !doable.has(type) || deletedAt))
    throw new Problem('not_found')
  if (found.some(({ values }) => (values['state'] ?? 'open') !== 'open')) throw new Problem('conflict')
  return found
}

/** Gives tasks to another person, who has to see their cases; the reason stays in the history. */
export async function reassignTasks(
  tx: Tx,
  given: { readonly ids: readonly string[]; readonly to: string; readonly reason: string },
): Promise<number> {
  const reason = requireWords('reason', given.reason)
  requireColleague(tx, given.to)
  const tasks = await openTasks(tx, given.ids)
  for (const task of tasks) {
    const owner = await readOwner(tx, task.id)
    if (owner) await requireSees(tx, owner.id, given.to, 'to')
    else if (task.visibility === 'restricted') {
      const holders = await readHolders(tx, task.id)
      if (!holders.some(({ kind, id }) => kind === 'person' && id === given.to))
        await giveAccess(tx, task.id, `person:${given.to}`, null)
    }
    await updateRecord(tx, { id: task.id, version: task.version, reason, values: { owner: given.to } })
  }
  return tasks.length
}

/** Moves the safe day of tasks, never past the legal one; the reason stays in the history. */
export async function postponeTasks(
  tx: Tx,
  given: { readonly ids: readonly string[]; readonly safe: string; readonly reason: string },
): Promise<number> {
  const reason = requireWords('reason', given.reason)
  const at = new Date(`${given.safe}T12:00:00Z`)
  if (
    !/^\d{4}-\d\d-\d\d$/.test(given.safe) ||
    Number.isNaN(at.getTime()) ||
    !at.toISOString().startsWith(given.safe)
  )
    throw new Problem('invalid', { fields: [{ field: 'safe', message: needsDay }] })
  const tasks = await openTasks(tx, given.ids)
  for (const task of tasks) {
    requireOrder(given.safe, task.values['legal'])
    await updateRecord(tx, { id: task.id, version: task.version, reason, values: { safe: given.safe } })
  }
  return tasks.length
}

/** Closes tasks: done, or without effect, for which words are needed. */
export async function closeTasks(
  tx: Tx,
  given: { readonly ids: readonly string[]; readonly state: string; readonly words: string },
): Promise<number> {
  if (given.state !== 'done' && given.state !== 'dropped')
    throw new Problem('invalid', { fields: [{ field: 'state', message: needsState }] })
  const words =
    given.state === 'dropped' ? requireWords('reason', given.words) : given.words.trim().slice(0, 2_000)
  const tasks = await openTasks(tx, given.ids)
  for (const task of tasks)
    await updateRecord(tx, {
      id: task.id,
      version: task.version,
      acting: true,
      ...(words && { reason: words }),
      values: { state: given.state, ended_on: today(), ...(words && { ended_words: words }) },
    })
  return tasks.length
}
