import { Problem } from '#platform/problem'
import { type Tx, createRecord, readRecord } from '#platform/records'
import { requireMechanism } from '../queries/read-submission.ts'
import type { DocumentLanguage } from '../records/submission.ts'

/** Begins a submission of a case to a mechanism: a draft of whoever asks. Gives its id. */
export async function openSubmission(
  tx: Tx,
  given: {
    readonly caseId: string
    readonly mechanism: string
    readonly language: DocumentLanguage
    readonly persons?: readonly string[]
  },
): Promise<{ readonly id: string }> {
  const of = await readRecord(tx, given.caseId)
  if (of.type !== 'case' || of.deletedAt) throw new Problem('not_found')
  const mechanism = await requireMechanism(tx, given.mechanism)
  const { id } = await createRecord(tx, {
    type: 'submission',
    acting: true,
    fictitious: of.fictitious,
    values: {
      case: { to: of.id },
      mechanism: mechanism.id,
      language: given.language,
      status: 'draft',
      drafter: tx.actor.accountId,
      ...(given.persons && given.persons.length > 0 && { persons: given.persons.map((to) => ({ to })) }),
    },
  })
  return { id }
}
