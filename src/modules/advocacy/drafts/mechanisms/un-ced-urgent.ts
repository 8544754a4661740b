import { definePlan } from '../document/plan.ts'
import { facts, list } from '../document/sections.ts'
import {
  accountSections,
  authorsSection,
  closing,
  consentSection,
  international,
  personSection,
  remedies,
  stateSection,
  submitterSection,
} from './shared.ts'

/** Request for urgent action to the Committee on Enforced Disappearances (article 30). */
export const cedUrgent = definePlan({
  mechanism: 'un-ced-urgent',
  form: 'report',
  numbered: true,
  sections: [
    submitterSection,
    personSection,
    stateSection,
    facts('disappearance', [
      'disappearance.lastSeen',
      'disappearance.forces',
      'disappearance.physicalDescription',
      'victim.photo',
    ]),
    ...accountSections,
    authorsSection,
    list('search', ['disappearance.searchSteps']),
    remedies,
    international,
    list('requests', ['risk.measuresRequested'], true),
    list('witnesses', ['facts.witnesses']),
    consentSection,
    ...closing,
  ],
})
