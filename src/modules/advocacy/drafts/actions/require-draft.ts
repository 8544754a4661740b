import { Problem } from '#platform/problem'
import { type RecordView, type Tx, readRecord } from '#platform/records'

/** Where a submission stands while it is still worked on. */
const drafting: readonly unknown[] = [undefined, 'draft', 'awaiting-consent', 'ready']

const notDraft = {
  en: 'This submission is no longer a draft. What was sent stays as it was.',
  es: 'Esta presentación ya no es un borrador. Lo enviado queda como estaba.',
  ca: "Aquesta presentació ja no és un esborrany. El que s'ha enviat queda com era.",
} as const

/** Whether a submission is still worked on. */
export const isDraft = (submission: RecordView): boolean => drafting.includes(submission.values['status'])

/** The submission, as long as it is still worked on. Throws `not_found`, and `conflict` once it is not. */
export async function requireDraft(tx: Tx, id: string): Promise<RecordView> {
  const record = await readRecord(tx, id)
  if (record.type !== 'submission' || record.deletedAt) throw new Problem('not_found')
  if (!isDraft(record)) throw new Problem('conflict', { explanation: notDraft })
  return record
}
