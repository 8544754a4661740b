import { definePlan } from '../document/plan.ts'
import { prose } from '../document/sections.ts'
import {
  accountSections,
  authorsSection,
  closing,
  consentSection,
  personSection,
  remedies,
  stateSection,
  submitterSection,
} from './shared.ts'

/** Allegation of reprisals for cooperating with the United Nations. Consent comes first: without it nothing is sent. */
export const reprisals = definePlan({
  mechanism: 'un-reprisals',
  form: 'report',
  numbered: true,
  sections: [
    consentSection,
    personSection,
    stateSection,
    prose('cooperation', ['reprisal.cooperationAct', 'reprisal.link', 'reprisal.officialReference']),
    ...accountSections,
    authorsSection,
    remedies,
    submitterSection,
    ...closing,
  ],
})
