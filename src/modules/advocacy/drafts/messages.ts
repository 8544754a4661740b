import { type Language, translator } from '#platform/i18n'
import ca from './messages/ca.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }
import es from './messages/es.json' with { type: 'json' }

/** The words of drafts in `language`. */
export const draftWords = (language: Language) => translator<keyof typeof en>({ en, es, ca }, language)

/** What `draftWords` gives. */
export type DraftWords = ReturnType<typeof draftWords>

/** One of the words in the three languages, for a problem. */
export const wordsOfDrafts = (name: keyof typeof en) => ({ en: en[name], es: es[name], ca: ca[name] })
