import { fieldOf } from '#catalogue/mechanisms'
import { Problem } from '#platform/problem'
import {
  type Tx,
  createRecord,
  deleteRecord,
  readBelongings,
  readRecords,
  updateRecord,
} from '#platform/records'
import { isAnswered } from '../gaps/homes.ts'
import { requireDraft } from './require-draft.ts'

const homeElsewhere = {
  en: 'What is asked here is said in the case: mend it there.',
  es: 'Lo que se pregunta aquí lo dice el caso: corríjalo allí.',
  ca: 'El que es demana aquí ho diu el cas: esmeneu-ho allà.',
} as const

/**
 * Writes the answer of a submission to a field that no record of the case says; empty words take it away. One answer for
 * a field. Throws `invalid` for a field that has its home in the case, `conflict` for a submission that is sent.
 */
export async function answerField(
  tx: Tx,
  given: { readonly submissionId: string; readonly field: string; readonly words: string },
): Promise<void> {
  const submission = await requireDraft(tx, given.submissionId)
  if (!fieldOf(given.field) || !isAnswered(given.field))
    throw new Problem('invalid', { fields: [{ field: given.field, message: homeElsewhere }] })
  const words = given.words.trim()
  const there = await readBelongings(tx, given.submissionId, ['submission_answer'])
  const answers = await readRecords(
    tx,
    there.filter(({ deletedAt }) => deletedAt === null).map(({ id }) => id),
  )
  const answer = answers.find((one) => one.values['asked'] === given.field)
  if (!answer && words === '') return
  if (!answer) {
    await createRecord(tx, {
      type: 'submission_answer',
      fictitious: submission.fictitious,
      values: { submission: { to: given.submissionId }, asked: given.field, words },
    })
  } else if (words === '') await deleteRecord(tx, answer.id, answer.version)
  else if (answer.values['words'] !== words)
    await updateRecord(tx, { id: answer.id, version: answer.version, values: { words } })
}
