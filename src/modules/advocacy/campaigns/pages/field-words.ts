import type { Language } from '#platform/i18n'
import { type Tx, fieldOf, fieldType, typeOf, valuesOf } from '#platform/records'

/** The value of a field of a campaign, or of another type, in words; empty where there is none. */
export function fieldInWords(
  tx: Tx,
  name: string,
  value: unknown,
  language: Language,
  type = 'campaign',
): string {
  const field = fieldOf(typeOf(tx, type), name)
  if (!field) return ''
  return valuesOf(value)
    .map((one) => fieldType(field.type).show(one, field, tx.schema, language))
    .filter(Boolean)
    .join(', ')
}
