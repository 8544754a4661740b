import { type FieldType, cleanText, notText, tooLong } from '../field-type.ts'

const most = 200_000

/** A text in several languages, kept together: `{en, es, ca}`. */
export type LocalizedText = Readonly<Record<string, string>>

/** Text in the organisation's languages; no language is required. A plain text is in its first language. */
export const localizedText: FieldType<LocalizedText> = {
  name: 'localized_text',
  parse(raw, _field, schema) {
    const given = typeof raw === 'string' ? { [schema.languages[0] ?? 'en']: raw } : raw
    if (typeof given !== 'object' || given === null || Array.isArray(given)) return { problem: notText }
    const value: Record<string, string> = {}
    for (const [lang, words] of Object.entries(given)) {
      if (words === null || words === undefined || words === '') continue
      if (typeof words !== 'string') return { problem: notText }
      if (!schema.languages.includes(lang))
        return {
          problem: {
            en: `“${lang}” is not one of the organisation's languages (${schema.languages.join(', ')}).`,
            es: `«${lang}» no es uno de los idiomas de la organización (${schema.languages.join(', ')}).`,
            ca: `«${lang}» no és una de les llengües de l'organització (${schema.languages.join(', ')}).`,
          },
        }
      const clean = cleanText(words)
      if (clean.length > most) return { problem: tooLong(most) }
      if (clean !== '') value[lang] = clean
    }
    return { value }
  },
  words: (value) => ({ text: Object.values(value).join('\n') }),
  show: (value, _field, schema, lang) =>
    value[lang] ?? schema.languages.map((l) => value[l]).find((words) => words !== undefined) ?? '',
  parts: (schema) => schema.languages,
  jsonSchema: (_field, schema) => ({
    type: 'object',
    properties: Object.fromEntries(schema.languages.map((lang) => [lang, { type: 'string' }])),
    additionalProperties: false,
  }),
}
