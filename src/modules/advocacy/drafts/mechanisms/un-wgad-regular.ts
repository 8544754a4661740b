import { definePlan } from '../document/plan.ts'
import { prose } from '../document/sections.ts'
import {
  accountSections,
  argumentSection,
  authorsSection,
  closing,
  consentSection,
  detentionSection,
  international,
  personSection,
  remedies,
  rightsSection,
  stateSection,
  submitterSection,
} from './shared.ts'

/** Communication to the Working Group on Arbitrary Detention, in the order of its questionnaire. */
export const wgadRegular = definePlan({
  mechanism: 'un-wgad-regular',
  form: 'report',
  numbered: true,
  sections: [
    personSection,
    stateSection,
    detentionSection,
    ...accountSections,
    authorsSection,
    prose('arbitrary', ['detention.arbitraryReasons']),
    rightsSection,
    argumentSection,
    remedies,
    international,
    consentSection,
    submitterSection,
    ...closing,
  ],
})
