import { IntlMessageFormat } from 'intl-messageformat'
import type { Language } from './language.ts'

/** One module's phrases in the three languages: same keys, ICU message syntax. */
export type Messages<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>

/** Gives the phrase for a key, with its arguments filled in. */
export type Translate<Key extends string> = (
  key: Key,
  values?: Readonly<Record<string, string | number>>,
) => string

const formats = new Map<string, IntlMessageFormat>()

function format(lang: Language, message: string): IntlMessageFormat {
  const id = `${lang}\u0000${message}`
  const known = formats.get(id)
  if (known) return known
  const made = new IntlMessageFormat(message, lang, undefined, { ignoreTag: true })
  formats.set(id, made)
  return made
}

/** The phrases of `messages` in `lang`. A key that is missing is a type error, never a run-time one. */
export function translator<Key extends string>(messages: Messages<Key>, lang: Language): Translate<Key> {
  const phrases = messages[lang]
  return (key, values) => {
    const phrase = phrases[key]
    if (!phrase.includes('{') && !phrase.includes("'")) return phrase
    return String(format(lang, phrase).format(values as Record<string, string | number>))
  }
}
