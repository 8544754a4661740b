import { fold } from '../../fold.ts'
import { type FieldType, cleanText, notText, tooLong } from '../field-type.ts'

const most = 2_000

/** One line of text. */
export const text: FieldType<string> = {
  name: 'text',
  parse(raw) {
    if (typeof raw !== 'string' && typeof raw !== 'number') return { problem: notText }
    const value = cleanText(String(raw)).replace(/\s+/g, ' ')
    return value.length > most ? { problem: tooLong(most) } : { value }
  },
  // The first characters are enough to sort by, and keep the key within an index page.
  keys: (value) => [fold(value).slice(0, 200)],
  words: (value) => ({ text: value }),
  show: (value) => value,
  jsonSchema: () => ({ type: 'string', maxLength: most }),
}
