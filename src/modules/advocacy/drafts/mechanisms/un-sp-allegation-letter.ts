import { definePlan } from '../document/plan.ts'
import { list } from '../document/sections.ts'
import {
  accountSections,
  argumentSection,
  authorsSection,
  closing,
  consentSection,
  international,
  personSection,
  protectionSection,
  remedies,
  rightsSection,
  stateSection,
  submitterSection,
} from './shared.ts'

/** Letter of allegations to special procedures of the Human Rights Council: what has happened. */
export const allegationLetter = definePlan({
  mechanism: 'un-sp-allegation-letter',
  form: 'letter',
  sections: [
    list('mandates', ['request.mandates']),
    stateSection,
    personSection,
    ...accountSections,
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
