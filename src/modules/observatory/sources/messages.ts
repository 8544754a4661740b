import { type Language, translator } from '#platform/i18n'
import ca from './messages/ca.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }
import es from './messages/es.json' with { type: 'json' }

/** The words of sources and of the observatory's start page in `language`. */
export const sourceWords = (language: Language) => translator<keyof typeof en>({ en, es, ca }, language)

/** What `sourceWords` gives. */
export type SourceWords = ReturnType<typeof sourceWords>
