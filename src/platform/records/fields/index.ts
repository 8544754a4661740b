import type { FieldDefinition, FieldTypeName } from '../definition.ts'
import type { Schema } from '../schema.ts'
import { choice } from './choice/index.ts'
import { date } from './date/index.ts'
import type { FieldType, Parsed } from './field-type.ts'
import { localizedText } from './localized-text/index.ts'
import { longText } from './long-text/index.ts'
import { moment } from './moment/index.ts'
import { number } from './number/index.ts'
import { personName } from './person-name/index.ts'
import { place } from './place/index.ts'
import { reference } from './reference/index.ts'
import { term } from './term/index.ts'
import { text } from './text/index.ts'
import { url } from './url/index.ts'

export type { FieldType, Parsed, Words } from './field-type.ts'
export type { LocalizedText } from './localized-text/index.ts'
export { numberKey } from './number/index.ts'
export type { PersonName } from './person-name/index.ts'
export { type Place, precisions } from './place/index.ts'
export type { Reference } from './reference/index.ts'

const most = 5_000

/**
 * Checks the whole value of a field: a list when it is `multiple`, one value otherwise.
 * Gives `undefined` for an empty value, which is the same as none.
 */
export function parseValue(raw: unknown, field: FieldDefinition, schema: Schema): Parsed<unknown> {
  const type = fieldType(field.type)
  if (!field.multiple) {
    const single = Array.isArray(raw) && field.type === 'reference' ? raw[0] : raw
    if (isEmpty(single)) return { value: undefined }
    const parsed = type.parse(single, field, schema)
    return 'problem' in parsed || !isEmpty(parsed.value) ? parsed : { value: undefined }
  }
  const given = (Array.isArray(raw) ? raw : [raw]).filter((one) => !isEmpty(one))
  if (given.length > most)
    return {
      problem: {
        en: `More than ${most} values in one field.`,
        es: `Más de ${most} valores en un campo.`,
        ca: `Més de ${most} valors en un camp.`,
      },
    }
  const values: unknown[] = []
  const seen = new Set<string>()
  for (const one of given) {
    const parsed = type.parse(one, field, schema)
    if ('problem' in parsed) return parsed
    if (isEmpty(parsed.value)) continue
    // A list of one, as most are, has nothing twice.
    if (given.length > 1) {
      const id = JSON.stringify(parsed.value)
      if (seen.has(id)) continue
      seen.add(id)
    }
    values.push(parsed.value)
  }
  return { value: values.length > 0 ? values : undefined }
}

const all: Readonly<Record<FieldTypeName, FieldType<unknown>>> = Object.fromEntries(
  [
    text,
    longText,
    localizedText,
    personName,
    date,
    moment,
    number,
    choice,
    term,
    place,
    url,
    reference(parseValue),
  ].map((type) => [type.name, type as unknown as FieldType<unknown>]),
) as Record<FieldTypeName, FieldType<unknown>>

/** The field type of that name. */
export const fieldType = (name: FieldTypeName): FieldType<unknown> => all[name]

/** Whether a value is the same as none. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (typeof value === 'string') return value === '' || value.trim() === ''
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'object' && Object.keys(value).length === 0
}

/** The single values of a field, whether it is multiple or not. */
export const valuesOf = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]
