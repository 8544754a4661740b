import { Problem } from '#platform/problem'
import { type Tx, createRecord } from '#platform/records'
import type { OpenFinding } from '../copies/resolve-names.ts'
import { wordsOfDrafts } from '../messages.ts'
import { requireDraft } from './require-draft.ts'

/**
 * Keeps what a person decided on a name that was found in a text: the code stands in its place in every copy that must
 * not name them, or it is somebody else and stays. `open`: what is found now; a name that is not among it is refused.
 */
export async function decideName(
  tx: Tx,
  given: {
    readonly submissionId: string
    readonly place: string
    readonly words: string
    readonly whose: readonly string[]
    readonly decision: 'code' | 'other'
  },
  open: readonly OpenFinding[],
): Promise<void> {
  const submission = await requireDraft(tx, given.submissionId)
  const finding = open.find(
    (one) =>
      one.place === given.place &&
      one.words === given.words &&
      given.whose.length > 0 &&
      given.whose.every((id) => one.whose.some((who) => who.id === id)),
  )
  if (!finding) throw new Problem('conflict', { explanation: wordsOfDrafts('name_decision_gone') })
  for (const whose of given.whose)
    await createRecord(tx, {
      type: 'submission_name',
      acting: true,
      fictitious: submission.fictitious,
      values: {
        submission: { to: given.submissionId },
        decision: given.decision,
        place: finding.place,
        text_hash: finding.textHash,
        words: finding.words,
        whose,
        by: tx.actor.accountId,
      },
    })
}
