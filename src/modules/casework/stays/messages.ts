import { type Labels, type Language, translator } from '#platform/i18n'
import ca from './messages/ca.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }
import es from './messages/es.json' with { type: 'json' }

/** The words of refuge stays in `language`. */
export const stayWords = (language: Language) => translator<keyof typeof en>({ en, es, ca }, language)

/** What `stayWords` gives. */
export type StayWords = ReturnType<typeof stayWords>

/** One of them in the three languages. */
export const stayWordsIn = (name: keyof typeof en): Labels => ({ en: en[name], es: es[name], ca: ca[name] })
