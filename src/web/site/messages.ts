import { type Labels, type Language, translator } from '#platform/i18n'
import ca from './messages/ca.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }
import es from './messages/es.json' with { type: 'json' }

/** A phrase of the public site. */
export type Phrase = keyof typeof en

/** The words of the public site in `language`. */
export const words = (language: Language) => translator<Phrase>({ en, es, ca }, language)

/** What `words` gives. */
export type Words = ReturnType<typeof words>

/** A phrase in the three languages. */
export const labelsOf = (key: Phrase): Labels => ({ en: en[key], es: es[key], ca: ca[key] })
