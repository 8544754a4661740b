import { fold } from '../../fold.ts'
import { type FieldType, cleanText, notText, tooLong } from '../field-type.ts'

const most = 400

/**
 * A person's name as it is said, in any script, and its parts where they are known.
 * The whole is what counts: not every name has a family name.
 */
export interface PersonName {
  readonly full: string
  readonly given?: string
  readonly family?: string
}

/** A person's name. Given only parts, the whole is `given family`. */
export const personName: FieldType<PersonName> = {
  name: 'person_name',
  parse(raw) {
    const given = typeof raw === 'string' ? { full: raw } : raw
    if (typeof given !== 'object' || given === null || Array.isArray(given)) return { problem: notText }
    const parts: { full?: string; given?: string; family?: string } = {}
    for (const part of ['full', 'given', 'family'] as const) {
      const words = (given as Record<string, unknown>)[part]
      if (words === undefined || words === null || words === '') continue
      if (typeof words !== 'string') return { problem: notText }
      const clean = cleanText(words).replace(/\s+/g, ' ')
      if (clean.length > most) return { problem: tooLong(most) }
      if (clean !== '') parts[part] = clean
    }
    const full = parts.full ?? [parts.given, parts.family].filter(Boolean).join(' ')
    if (full === '')
      return { problem: { en: 'Write the name.', es: 'Escriba el nombre.', ca: 'Escriviu el nom.' } }
    return { value: { ...parts, full } }
  },
  keys: (value) => [
    fold(value.family ? `${value.family} ${value.given ?? value.full}` : value.full).slice(0, 200),
  ],
  words: (value) => ({ names: [value.full, value.given, value.family].filter(Boolean).join(' ') }),
  show: (value) => value.full,
  parts: () => ['', 'given', 'family'],
  jsonSchema: () => ({
    type: 'object',
    properties: { full: { type: 'string' }, given: { type: 'string' }, family: { type: 'string' } },
    required: ['full'],
    additionalProperties: false,
  }),
}
