import { definePlan } from '../document/plan.ts'
import { facts, list, prose } from '../document/sections.ts'
import {
  accountSections,
  argumentSection,
  authorsSection,
  closing,
  consentSection,
  international,
  personSection,
  remedies,
  rightsSection,
  stateSection,
  submitterSection,
} from './shared.ts'

/** Individual petition to the Inter-American Commission, in the order of its form. */
export const petition = definePlan({
  mechanism: 'ia-petition',
  form: 'report',
  numbered: true,
  sections: [
    personSection,
    submitterSection,
    stateSection,
    ...accountSections,
    authorsSection,
    list('witnesses', ['facts.witnesses']),
    rightsSection,
    argumentSection,
    remedies,
    facts('exhaustion', ['remedies.finalDecisionDate', 'remedies.notificationDate', 'remedies.exception']),
    international,
    prose('risk', ['risk.urgency']),
    list('requests', ['request.reparation'], true),
    consentSection,
    ...closing,
  ],
})
