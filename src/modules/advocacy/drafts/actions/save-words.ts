import { type Tx, updateRecord } from '#platform/records'
import { isAnswered } from '../gaps/homes.ts'
import type { DocumentLanguage } from '../records/submission.ts'
import { answerField } from './answer-field.ts'
import { requireDraft } from './require-draft.ts'

/**
 * Keeps what only a submission says: argument, requests, language, and the answers that were sent along. Throws `stale`
 * where somebody changed the texts since `version`, `conflict` once it is no longer a draft.
 */
export async function saveWords(
  tx: Tx,
  given: {
    readonly submissionId: string
    readonly version: number
    readonly argument: string
    readonly requests: string
    readonly language: DocumentLanguage
    /** By the id of the field. */
    readonly answers: ReadonlyMap<string, string>
  },
): Promise<void> {
  const record = await requireDraft(tx, given.submissionId)
  const values = { argument: given.argument, requests: given.requests, language: given.language }
  const changed = Object.entries(values).some(([name, value]) => (record.values[name] ?? '') !== value.trim())
  if (changed || record.version !== given.version)
    await updateRecord(tx, { id: record.id, version: given.version, values })
  for (const [field, words] of given.answers)
    if (isAnswered(field)) await answerField(tx, { submissionId: record.id, field, words })
}
