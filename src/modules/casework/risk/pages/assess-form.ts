import {
  type LinkedRecord,
  type RecordTypeDefinition,
  type Reference,
  type Tx,
  readRecordsInBulk,
  valuesOf,
} from '#platform/records'
import { isId } from '#platform/db'
import { riskAssessment } from '../records/risk-assessment.ts'
import { riskFactor } from '../records/risk-factor.ts'
import { riskReading } from '../records/risk-reading.ts'

/** What is asked of the assessment itself; the case is known. */
export const headForm: RecordTypeDefinition = {
  ...riskAssessment,
  fields: riskAssessment.fields.filter(({ name }) => name !== 'case'),
}

/** What is asked of each factor: its name where it is new, and how it stands. */
export const rowForm: RecordTypeDefinition = {
  ...riskReading,
  fields: [
    ...riskFactor.fields.filter(({ name }) => name === 'name'),
    ...riskReading.fields.filter(({ name }) => name !== 'assessment' && name !== 'factor'),
  ],
}

type Given = Readonly<Record<string, unknown>>

/** One more empty row of the list that "Add another" named, where it is of the form with this prefix. */
export function moreOf(prefix: string, add: string): Readonly<Record<string, number>> {
  const [of, name] = add.split('.')
  return of === prefix && name ? { [name]: 1 } : {}
}

/** What was typed, without the row that "Remove" named (`r0.evidence.1`). */
export function withoutRow(values: Given, prefix: string, removed: string): Given {
  const [of, name = '', index] = removed.split('.')
  const list = values[name]
  return of === prefix && Array.isArray(list)
    ? { ...values, [name]: list.filter((_, i) => i !== Number(index)) }
    : values
}

/** The records that the values of forms point at, by id, of those that the asker may see. */
export async function linkedOf(tx: Tx, forms: readonly Given[]): Promise<ReadonlyMap<string, LinkedRecord>> {
  const ids = new Set(
    forms.flatMap((values) =>
      Object.values(values).flatMap((value) =>
        valuesOf(value).flatMap((one) => {
          const to = typeof one === 'object' && one !== null ? (one as Partial<Reference>).to : undefined
          return to !== undefined && isId(to) ? [to] : []
        }),
      ),
    ),
  )
  return new Map(
    (await readRecordsInBulk(tx, [...ids])).map(({ id, type, title, deletedAt }) => [
      id,
      { id, type, title, deleted: deletedAt !== null },
    ]),
  )
}
