import { type FieldProblem, Problem } from '#platform/problem'
import {
  type Reference,
  type Tx,
  checkValues,
  createRecord,
  readOwner,
  readRecord,
  typeOf,
} from '#platform/records'
import { today } from '../../today.ts'
import type { FactorKind } from '../words-of-risk.ts'

/** How one factor stands: of one that is known, or of one that is named here. */
export interface GivenReading {
  readonly factorId?: string
  readonly kind?: FactorKind
  readonly name?: string
  /** Values of a `risk_reading` but for what it is of. */
  readonly values: Readonly<Record<string, unknown>>
}

const wrong = {
  future: {
    en: 'It was made on a day that has not come yet.',
    es: 'La fecha aún no llegó.',
    ca: 'La data encara no ha arribat.',
  },
  review: {
    en: 'The review comes after the day of the assessment.',
    es: 'La revisión es posterior al día del análisis.',
    ca: "La revisió és posterior al dia de l'anàlisi.",
  },
  none: {
    en: 'Talk through at least one factor, or say that there is a clear and present danger.',
    es: 'Converse al menos un factor, o diga que hay un peligro claro e inminente.',
    ca: 'Parleu com a mínim d’un factor, o digueu que hi ha un perill clar i imminent.',
  },
  twice: {
    en: 'This factor is already above.',
    es: 'Este factor ya está más arriba.',
    ca: 'Aquest factor ja és més amunt.',
  },
} as const

/**
 * Keeps an assessment with its factors and how each stands, in one transaction. Throws `invalid` naming the fields at
 * fault; those of the reading with number n are called `n.field`.
 */
export async function makeAssessment(
  tx: Tx,
  given: {
    readonly caseId: string
    readonly values: Readonly<Record<string, unknown>>
    readonly readings: readonly GivenReading[]
  },
): Promise<{ readonly id: string }> {
  const owning = await readRecord(tx, given.caseId)
  if (owning.type !== 'case' || owning.deletedAt) throw new Problem('not_found')
  const values = { by: tx.actor.accountId, ...given.values, case: { to: owning.id } }
  const problems = [...problemsOf(tx, values, given.readings)]
  if (problems.length > 0) throw new Problem('invalid', { fields: problems })
  const stamp = owning.fictitious ? { fictitious: true } : {}
  const { id } = await createRecord(tx, { type: 'risk_assessment', ...stamp, values })
  const person = (given.values['person'] as Partial<Reference> | undefined)?.to
  for (const reading of given.readings) {
    const factorId = reading.factorId
      ? await knownFactor(tx, owning.id, reading.factorId)
      : (
          await createRecord(tx, {
            type: 'risk_factor',
            ...stamp,
            values: {
              kind: reading.kind,
              name: reading.name,
              case: { to: owning.id },
              ...(person && { person: { to: person } }),
            },
          })
        ).id
    await createRecord(tx, {
      type: 'risk_reading',
      ...stamp,
      values: { ...reading.values, assessment: { to: id }, factor: { to: factorId } },
    })
  }
  return { id }
}

/** Everything that is wrong, at once, before anything is written. */
function problemsOf(
  tx: Tx,
  values: Readonly<Record<string, unknown>>,
  readings: readonly GivenReading[],
): readonly FieldProblem[] {
  const checked = checkValues(typeOf(tx, 'risk_assessment'), values, tx.schema, true)
  const { on, review_on: review, danger } = checked.values
  const seen = new Set<string>()
  return [
    ...checked.problems,
    ...(typeof on === 'string' && on > today() ? [{ field: 'on', message: wrong.future }] : []),
    ...(typeof on === 'string' && typeof review === 'string' && review <= on
      ? [{ field: 'review_on', message: wrong.review }]
      : []),
    ...(readings.length === 0 && danger !== 'yes' ? [{ field: 'danger', message: wrong.none }] : []),
    ...readings.flatMap((reading, i) => {
      const found = [
        ...checkValues(
          typeOf(tx, 'risk_reading'),
          { ...reading.values, assessment: { to: nobody }, factor: { to: nobody } },
          tx.schema,
          true,
        ).problems,
        ...(reading.factorId
          ? []
          : checkValues(
              typeOf(tx, 'risk_factor'),
              { kind: reading.kind, name: reading.name, case: { to: nobody } },
              tx.schema,
              true,
            ).problems),
      ]
      const key = reading.factorId ?? `${reading.kind} ${reading.name?.trim().toLowerCase()}`
      if (seen.has(key)) found.push({ field: reading.factorId ? 'level' : 'name', message: wrong.twice })
      seen.add(key)
      return found.map((one) => ({ ...one, field: `${i}.${one.field}` }))
    }),
  ]
}

/** Stands for a record that is written a moment later. */
const nobody = '00000000-0000-7000-8000-000000000000'

async function knownFactor(tx: Tx, caseId: string, id: string): Promise<string> {
  const factor = await readRecord(tx, id)
  if (factor.type !== 'risk_factor' || factor.deletedAt || (await readOwner(tx, id))?.id !== caseId)
    throw new Problem('not_found')
  return id
}
