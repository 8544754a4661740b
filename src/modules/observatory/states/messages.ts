import { type Language, translator } from '#platform/i18n'
import ca from './messages/ca.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }
import es from './messages/es.json' with { type: 'json' }

/** The words of the pages of states in `language`. */
export const stateWords = (language: Language) => translator<keyof typeof en>({ en, es, ca }, language)

/** What `stateWords` gives. */
export type StateWords = ReturnType<typeof stateWords>
