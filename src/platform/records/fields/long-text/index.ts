import { type FieldType, cleanText, notText, tooLong } from '../field-type.ts'

const most = 200_000

/** Text of any length with its line breaks. */
export const longText: FieldType<string> = {
  name: 'long_text',
  parse(raw) {
    if (typeof raw !== 'string') return { problem: notText }
    const value = cleanText(raw)
    return value.length > most ? { problem: tooLong(most) } : { value }
  },
  words: (value) => ({ text: value }),
  show: (value) => value,
  jsonSchema: () => ({ type: 'string', maxLength: most }),
}
