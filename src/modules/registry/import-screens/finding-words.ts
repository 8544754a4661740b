import { type Language, label } from '#platform/i18n'
import { type Schema, fieldOf } from '#platform/records'

/** The name of the field a finding is about, as the person knows it; `act.date` where a row makes several records. */
export function findingField(schema: Schema, type: string, field: string, language: Language): string {
  const [first = '', ...rest] = field.split('.')
  const named = schema.types.get(type)
  const own = named && fieldOf(named, first)
  if (own) return [label(own.label, language), ...rest].join(': ')
  const other = schema.types.get(first)
  const part = other && fieldOf(other, rest[0] ?? '')
  return other && part ? `${label(other.label, language)}: ${label(part.label, language)}` : field
}

/** What stands in the file, without the signs of a list in which the engine reports it. */
export function findingValue(value: string): string {
  if (!/^[[{"]/.test(value)) return value
  try {
    const read: unknown = JSON.parse(value)
    const parts = Array.isArray(read)
      ? read
      : typeof read === 'object' && read !== null
        ? Object.values(read)
        : [read]
    return parts.every((part) => typeof part === 'string' || typeof part === 'number')
      ? parts.join(' | ')
      : value
  } catch {
    // Cut off, or only looks like one.
    return value
  }
}
