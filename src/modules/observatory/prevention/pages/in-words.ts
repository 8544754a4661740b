import type { Language } from '#platform/i18n'
import { type Tx, fieldOf, fieldType, typeOf, valuesOf } from '#platform/records'

/** A value of a field in words, several joined by commas; empty where there is none. */
export function inWords(tx: Tx, type: string, name: string, value: unknown, language: Language): string {
  const field = fieldOf(typeOf(tx, type), name)
  if (!field || field.type === 'reference') return ''
  return valuesOf(value)
    .map((one) => fieldType(field.type).show(one, field, tx.schema, language))
    .filter(Boolean)
    .join(', ')
}
