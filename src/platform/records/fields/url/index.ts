import { type FieldType, notText } from '../field-type.ts'

/** A web address: http or https only, so that no stored value can run a script when clicked. */
export const url: FieldType<string> = {
  name: 'url',
  parse(raw) {
    if (typeof raw !== 'string') return { problem: notText }
    const text = raw.trim()
    const parsed = URL.canParse(text) ? new URL(text) : null
    return parsed && (parsed.protocol === 'https:' || parsed.protocol === 'http:') && text.length <= 4_000
      ? { value: parsed.href }
      : {
          problem: {
            en: 'Write a whole web address, beginning with https:// or http://.',
            es: 'Escriba una dirección web completa, que empiece con https:// o http://.',
            ca: 'Escriviu una adreça web completa, que comenci per https:// o http://.',
          },
        }
  },
  words: (value) => ({ text: value }),
  show: (value) => value,
  jsonSchema: () => ({ type: 'string', format: 'uri' }),
}
