import { type Language, translator } from '#platform/i18n'
import ca from './messages/ca.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }
import es from './messages/es.json' with { type: 'json' }

/** The words of measures of states in `language`. */
export const indicatorWords = (language: Language) => translator<keyof typeof en>({ en, es, ca }, language)

/** What `indicatorWords` gives. */
export type IndicatorWords = ReturnType<typeof indicatorWords>
