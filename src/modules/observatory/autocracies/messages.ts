import { type Language, translator } from '#platform/i18n'
import ca from './messages/ca.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }
import es from './messages/es.json' with { type: 'json' }

/** The words of the pages of autocracies in `language`. */
export const autocracyWords = (language: Language) => translator<keyof typeof en>({ en, es, ca }, language)

/** What `autocracyWords` gives. */
export type AutocracyWords = ReturnType<typeof autocracyWords>
