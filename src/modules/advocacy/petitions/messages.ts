import { type Labels, type Language, translator } from '#platform/i18n'
import ca from './messages/ca.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }
import es from './messages/es.json' with { type: 'json' }

/** A phrase of this room. */
export type PetitionPhrase = keyof typeof en

/** The words of petitions in `language`. */
export const petitionWords = (language: Language) => translator<PetitionPhrase>({ en, es, ca }, language)

/** What `petitionWords` gives. */
export type PetitionWords = ReturnType<typeof petitionWords>

/** A phrase in the three languages, for a problem that is told wherever it is read. */
export const labelsOf = (key: PetitionPhrase): Labels => ({ en: en[key], es: es[key], ca: ca[key] })
