import { type Language, translator } from '#platform/i18n'
import ca from './messages/ca.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }
import es from './messages/es.json' with { type: 'json' }

/** The words of prevention in `language`. */
export const preventionWords = (language: Language) => translator<keyof typeof en>({ en, es, ca }, language)

/** What `preventionWords` gives. */
export type PreventionWords = ReturnType<typeof preventionWords>
