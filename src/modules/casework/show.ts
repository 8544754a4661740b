import { type Language } from '#platform/i18n'
import { type Tx, fieldOf, fieldType, typeOf, valuesOf } from '#platform/records'

/** The value of a field in words, several joined by commas; empty where there is none. */
export function valueInWords(tx: Tx, type: string, name: string, value: unknown, language: Language): string {
  const field = fieldOf(typeOf(tx, type), name)
  if (!field) return ''
  return valuesOf(value)
    .map((one) => fieldType(field.type).show(one, field, tx.schema, language))
    .filter(Boolean)
    .join(', ')
}

/** A value that is a text; empty where it is none. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
