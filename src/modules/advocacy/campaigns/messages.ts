import { type Labels, type Language, translator } from '#platform/i18n'
import ca from './messages/ca.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }
import es from './messages/es.json' with { type: 'json' }

/** A phrase of this room. */
export type CampaignPhrase = keyof typeof en

/** The words of campaigns in `language`. */
export const campaignWords = (language: Language) => translator<CampaignPhrase>({ en, es, ca }, language)

/** What `campaignWords` gives. */
export type CampaignWords = ReturnType<typeof campaignWords>

/** A phrase in the three languages, for a problem that is told wherever it is read. */
export const labelsOf = (key: CampaignPhrase): Labels => ({ en: en[key], es: es[key], ca: ca[key] })
