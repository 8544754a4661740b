import { definePlan } from '../document/plan.ts'
import { list, parts, prose } from '../document/sections.ts'
import {
  accountSections,
  argumentSection,
  authorsSection,
  closing,
  consentSection,
  detentionSection,
  international,
  personSection,
  protectionSection,
  stateSection,
  submitterSection,
} from './shared.ts'

/** Request for precautionary measures to the Inter-American Commission: gravity, urgency, irreparable harm. */
export const precautionary = definePlan({
  mechanism: 'ia-precautionary',
  form: 'report',
  numbered: true,
  sections: [
    personSection,
    submitterSection,
    stateSection,
    ...accountSections,
    detentionSection,
    authorsSection,
    parts('risk', [
      ['gravity', 'risk.gravity'],
      ['urgency', 'risk.urgency'],
      ['irreparability', 'risk.irreparability'],
    ]),
    protectionSection,
    argumentSection,
    list('requests', ['risk.measuresRequested'], true),
    prose('other', ['international.priorMeasures']),
    international,
    consentSection,
    ...closing,
  ],
})
