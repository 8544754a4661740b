import { type Labels, type Language, translator } from '#platform/i18n'
import ca from './messages/ca.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }
import es from './messages/es.json' with { type: 'json' }

/** The words of this module in `language`. */
export const words = (language: Language) => translator<keyof typeof en>({ en, es, ca }, language)

/** What `words` gives. */
export type Words = ReturnType<typeof words>

/** One message in all languages. */
export const labelsOf = (name: keyof typeof en): Labels => ({ en: en[name], es: es[name], ca: ca[name] })
