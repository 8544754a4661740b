import { isCivilDay } from '#platform/deadlines'
import { Problem } from '#platform/problem'
import { type Tx, createRecord, deleteRecord } from '#platform/records'
import { requireWords } from '../../cases/actions/require-words.ts'
import { readBook } from '../procedures/book.ts'
import { type RequestFile, readRequests } from '../queries/read-requests.ts'

const needsDay = {
  en: 'A whole day is needed, such as 2026-11-30.',
  es: 'Hace falta un día completo, por ejemplo 2026-11-30.',
  ca: 'Cal un dia complet, per exemple 2026-11-30.',
}

/** The request and the date of it that a form is about. Throws `not_found` where the reader sees none. */
export async function requestWithDate(tx: Tx, requestId: string, key: string) {
  const [file] = await readRequests(tx, { ids: [requestId], limit: 1 }, () => readBook(tx))
  const date = file?.dates.find((one) => one.key === key)
  if (!file || !date) throw new Problem('not_found')
  return { file, date }
}

const ofDate = (file: RequestFile, rule: string, record: string) =>
  file.days.filter((one) => one.values['rule'] === rule && one.values['of'] === record)

/**
 * Sets a day by hand in the place of what a rule gives; nothing without a reason. What was computed is kept beside it,
 * and a day set before goes to the trash. Throws `invalid` naming the fields at fault.
 */
export async function setDay(
  tx: Tx,
  given: { readonly requestId: string; readonly key: string; readonly day: string; readonly reason: string },
): Promise<{ readonly id: string }> {
  const { file, date } = await requestWithDate(tx, given.requestId, given.key)
  const rule = date.clock?.rule
  if (!rule) throw new Problem('not_found')
  const reason = requireWords('reason', given.reason)
  if (!isCivilDay(given.day)) throw new Problem('invalid', { fields: [{ field: 'day', message: needsDay }] })
  const before = ofDate(file, rule.id, date.record)
  const computed = date.clock?.override?.computed.earliest ?? (date.basis === 'hand' ? null : date.legal)
  for (const one of before) await deleteRecord(tx, one.id, one.version, reason)
  return createRecord(tx, {
    type: 'asylum_day',
    acting: true,
    ...(file.request.fictitious && { fictitious: true }),
    values: {
      request: { to: file.request.id },
      rule: rule.id,
      of: date.record,
      day: given.day,
      reason,
      ...(computed && { computed }),
    },
  })
}

/** Lets the rule count again where a day had been set by hand. */
export async function unsetDay(
  tx: Tx,
  given: { readonly requestId: string; readonly key: string },
): Promise<void> {
  const { file, date } = await requestWithDate(tx, given.requestId, given.key)
  for (const one of ofDate(file, date.clock?.rule.id ?? '', date.record))
    await deleteRecord(tx, one.id, one.version)
}
