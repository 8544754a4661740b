import { type Language, translator } from '#platform/i18n'
import ca from './messages/ca.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }
import es from './messages/es.json' with { type: 'json' }

/** The words of the pages of treaties in `language`. */
export const treatyWords = (language: Language) => translator<keyof typeof en>({ en, es, ca }, language)

/** What `treatyWords` gives. */
export type TreatyWords = ReturnType<typeof treatyWords>
