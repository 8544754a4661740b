import { type Language, translator } from '#platform/i18n'
import ca from './messages/ca.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }
import es from './messages/es.json' with { type: 'json' }

/** The words of detention and of the list of prisoners in `language`. */
export const detentionWords = (language: Language) => translator<keyof typeof en>({ en, es, ca }, language)

/** What `detentionWords` gives. */
export type DetentionWords = ReturnType<typeof detentionWords>
