import { type Language, translator } from '#platform/i18n'
import ca from './messages/ca.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }
import es from './messages/es.json' with { type: 'json' }

/** The words of risk, protection and incidents in `language`. */
export const riskWords = (language: Language) => translator<keyof typeof en>({ en, es, ca }, language)

/** What `riskWords` gives. */
export type RiskWords = ReturnType<typeof riskWords>
