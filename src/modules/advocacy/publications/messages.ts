import { type Labels, type Language, translator } from '#platform/i18n'
import ca from './messages/ca.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }
import es from './messages/es.json' with { type: 'json' }

/** A phrase of this room. */
export type TextPhrase = keyof typeof en

/** The words of publications in `language`. */
export const textWords = (language: Language) => translator<TextPhrase>({ en, es, ca }, language)

/** What `textWords` gives. */
export type TextWords = ReturnType<typeof textWords>

/** A phrase in the three languages, for a problem that is told wherever it is read. */
export const labelsOf = (key: TextPhrase): Labels => ({ en: en[key], es: es[key], ca: ca[key] })
