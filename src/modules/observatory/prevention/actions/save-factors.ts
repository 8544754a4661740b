import { atrocityFactorById } from '#catalogue/atrocity-factors'
import { labels } from '#platform/i18n'
import { type FieldProblem, Problem } from '#platform/problem'
import { type Tx, checkValues, createRecord, typeOf, updateRecord } from '#platform/records'
import type { Assessment } from '../queries/read-assessments.ts'

/** What was said of one factor in a step. */
export interface GivenFactor {
  readonly factor: string
  /** Of the finding that the person had before them; null where there was none. */
  readonly version: number | null
  readonly values: Readonly<Record<string, unknown>>
}

const stale = labels(
  'Somebody else changed this factor meanwhile. Look at it on the assessment, then save again to put yours in its place.',
  'Otra persona cambió este factor entretanto. Mírelo en la evaluación y vuelva a guardar para poner el suyo en su lugar.',
  "Una altra persona ha canviat aquest factor mentrestant. Mireu-lo a l'avaluació i torneu a desar per posar-hi el vostre.",
)

/**
 * Keeps the factors of a step, all or none. Throws `invalid` naming the fields at fault; those of a factor are called
 * `rf-07.field`. A complete assessment is not changed any more: `conflict`.
 */
export async function saveFactors(
  tx: Tx,
  assessment: Assessment,
  given: readonly GivenFactor[],
): Promise<void> {
  refuseComplete(assessment)
  const type = typeOf(tx, 'assessment_factor')
  const problems: FieldProblem[] = []
  for (const { factor, values, version } of given) {
    if (!atrocityFactorById(factor)) throw new Problem('malformed')
    const whole = { ...values, factor, assessment: { to: assessment.id } }
    const found = checkValues(type, whole, tx.schema, true).problems
    problems.push(...found.map(({ field, message }) => ({ field: `${factor}.${field}`, message })))
    if ((assessment.factors.get(factor)?.version ?? null) !== version)
      problems.push({ field: `${factor}.finding`, message: stale })
  }
  if (problems.length > 0) throw new Problem('invalid', { fields: problems })
  for (const { factor, values } of given) {
    const held = assessment.factors.get(factor)
    if (held) await updateRecord(tx, { id: held.id, version: held.version, values })
    else
      await createRecord(tx, {
        type: 'assessment_factor',
        ...(assessment.fictitious && { fictitious: true }),
        values: { ...values, factor, assessment: { to: assessment.id } },
      })
  }
}

/** Says that all that could be said was said; from then on it stays as it is, and what changes belongs in a new one. */
export async function completeAssessment(
  tx: Tx,
  assessment: Assessment,
  values: Readonly<Record<string, unknown>>,
  version: number,
): Promise<void> {
  refuseComplete(assessment)
  if (assessment.factors.size === 0) throw new Problem('conflict', { explanation: none })
  await updateRecord(tx, {
    id: assessment.id,
    version,
    values: { ...values, stage: 'complete' },
    acting: true,
  })
}

/** Refuses to change what is complete. */
export function refuseComplete(assessment: Assessment): void {
  if (assessment.complete) throw new Problem('conflict', { explanation: complete })
}

const none = labels(
  'Say what was found of at least one factor.',
  'Diga qué se halló de al menos un factor.',
  "Digueu què s'ha trobat d'almenys un factor.",
)
const complete = labels(
  'This assessment is complete and stays as it was made: begin a new one for what has changed.',
  'Esta evaluación está completa y queda como se hizo: comience una nueva para lo que haya cambiado.',
  'Aquesta avaluació és completa i queda com es va fer: comenceu-ne una de nova per al que hagi canviat.',
)
