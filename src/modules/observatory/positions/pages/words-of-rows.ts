import type { Language } from '#platform/i18n'
import { type Tx, fieldOf, fieldType, typeOf, valuesOf } from '#platform/records'

/** A value of a position in words, several joined by commas; empty where there is none. */
export function inWords(
  tx: Tx,
  values: Readonly<Record<string, unknown>>,
  name: string,
  language: Language,
): string {
  const field = fieldOf(typeOf(tx, 'position'), name)
  if (!field || field.type === 'reference') return ''
  return valuesOf(values[name])
    .map((one) => fieldType(field.type).show(one, field, tx.schema, language))
    .filter(Boolean)
    .join(', ')
}

/** On what a position is: the symbol, the situation, the themes. */
export function matterOf(tx: Tx, values: Readonly<Record<string, unknown>>, language: Language): string {
  const symbol = inWords(tx, values, 'symbol', language)
  return [symbol, inWords(tx, values, 'about', language), inWords(tx, values, 'themes', language)]
    .filter(Boolean)
    .join(' · ')
}
