import { type Labels, type Language, translator } from '#platform/i18n'
import ca from './messages/ca.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }
import es from './messages/es.json' with { type: 'json' }

/** A phrase of this room. */
export type PressPhrase = keyof typeof en

/** The words of the press list in `language`. */
export const pressWords = (language: Language) => translator<PressPhrase>({ en, es, ca }, language)

/** What `pressWords` gives. */
export type PressWords = ReturnType<typeof pressWords>

/** A phrase in the three languages, for a problem that is told wherever it is read. */
export const labelsOf = (key: PressPhrase): Labels => ({ en: en[key], es: es[key], ca: ca[key] })
