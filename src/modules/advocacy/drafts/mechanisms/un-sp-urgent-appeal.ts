import { definePlan } from '../document/plan.ts'
import { list, parts } from '../document/sections.ts'
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
  remedies,
  rightsSection,
  stateSection,
  submitterSection,
} from './shared.ts'

/** Urgent appeal to special procedures: what goes on or is about to happen. Urgency stands before the account. */
export const urgentAppeal = definePlan({
  mechanism: 'un-sp-urgent-appeal',
  form: 'letter',
  sections: [
    list('mandates', ['request.mandates']),
    stateSection,
    personSection,
    parts('risk', [
      ['urgency', 'risk.urgency'],
      ['gravity', 'risk.gravity'],
    ]),
    ...accountSections,
    detentionSection,
    authorsSection,
    remedies,
    protectionSection,
    international,
    rightsSection,
    argumentSection,
    list('requests', ['request.action'], true),
    consentSection,
    submitterSection,
    ...closing,
  ],
})
