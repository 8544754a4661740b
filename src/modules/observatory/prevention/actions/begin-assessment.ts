import { fictionalStates } from '#catalogue/countries'
import { labels } from '#platform/i18n'
import { type FieldProblem, Problem } from '#platform/problem'
import { type Tx, checkValues, createRecord, typeOf } from '#platform/records'

const wrong = {
  future: labels('This day has not come yet.', 'Este día aún no llegó.', 'Aquest dia encara no ha arribat.'),
  review: labels(
    'It is looked at again after the day that it speaks of.',
    'La revisión es posterior al día del que habla.',
    'La revisió és posterior al dia del qual parla.',
  ),
}

/** What is wrong with the head of an assessment, at once. */
export function headProblems(
  tx: Tx,
  given: Readonly<Record<string, unknown>>,
  today: string,
): readonly FieldProblem[] {
  const { values, problems } = checkValues(typeOf(tx, 'country_assessment'), given, tx.schema, true)
  const { as_of: asOf, review_on: review } = values
  return [
    ...problems,
    ...(typeof asOf === 'string' && asOf > today ? [{ field: 'as_of', message: wrong.future }] : []),
    ...(typeof asOf === 'string' && typeof review === 'string' && review <= asOf
      ? [{ field: 'review_on', message: wrong.review }]
      : []),
  ]
}

/** Begins an assessment; its factors follow in steps. Throws `invalid` naming every field at fault. */
export async function beginAssessment(
  tx: Tx,
  given: Readonly<Record<string, unknown>>,
  today: string,
): Promise<string> {
  const problems = headProblems(tx, given, today)
  if (problems.length > 0) throw new Problem('invalid', { fields: problems })
  const { id } = await createRecord(tx, {
    type: 'country_assessment',
    values: { ...given, stage: 'draft' },
    acting: true,
    ...(fictionalStates.some(({ code }) => code === given['state']) && { fictitious: true }),
  })
  return id
}
