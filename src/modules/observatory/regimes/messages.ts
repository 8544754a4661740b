import { type Language, translator } from '#platform/i18n'
import ca from './messages/ca.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }
import es from './messages/es.json' with { type: 'json' }

/** The words of the joins of votes and regimes in `language`. */
export const regimeWords = (language: Language) => translator<keyof typeof en>({ en, es, ca }, language)

/** What `regimeWords` gives. */
export type RegimeWords = ReturnType<typeof regimeWords>
