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

/** Urgent case for the Working Group on Enforced or Involuntary Disappearances: its six elements first. */
export const wgeidUrgent = definePlan({
  mechanism: 'un-wgeid-urgent',
  form: 'report',
  numbered: true,
  sections: [
    personSection,
    stateSection,
    facts('disappearance', [
      'disappearance.lastSeen',
      'disappearance.forces',
      'disappearance.physicalDescription',
      'victim.photo',
    ]),
    list('search', ['disappearance.searchSteps']),
    ...accountSections,
    authorsSection,
    list('witnesses', ['facts.witnesses']),
    remedies,
    international,
    consentSection,
    submitterSection,
    ...closing,
  ],
})
