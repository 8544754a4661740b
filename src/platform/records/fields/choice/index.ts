import { label } from '#platform/i18n'
import { fold } from '../../fold.ts'
import { type FieldType, notText } from '../field-type.ts'

/** One of the options that the definition names; its code, or exactly one option's label, is read. */
export const choice: FieldType<string> = {
  name: 'choice',
  parse(raw, field) {
    if (typeof raw !== 'string') return { problem: notText }
    const options = field.options ?? []
    const text = raw.trim()
    if (options.some((option) => option.code === text)) return { value: text }
    const folded = fold(text)
    const named = options.filter((o) => Object.values(o.label).some((l) => fold(l) === folded))
    const [only] = named
    if (only && named.length === 1) return { value: only.code }
    const codes = options.map((option) => option.code).join(', ')
    return {
      problem: {
        en: `“${text}” is not one of the options: ${codes}.`,
        es: `«${text}» no es una de las opciones: ${codes}.`,
        ca: `«${text}» no és una de les opcions: ${codes}.`,
      },
    }
  },
  keys: (value) => [value],
  words: (value, field) => ({
    text: Object.values(field.options?.find((option) => option.code === value)?.label ?? {}).join(' '),
  }),
  show: (value, field, _schema, lang) => {
    const option = field.options?.find((o) => o.code === value)
    return option ? label(option.label, lang) : value
  },
  jsonSchema: (field) => ({ type: 'string', enum: (field.options ?? []).map((option) => option.code) }),
}
