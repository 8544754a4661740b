import { definePlan } from '../document/plan.ts'
import { list, parts } from '../document/sections.ts'
import {
  accountSections,
  argumentSection,
  authorsSection,
  closing,
  consentSection,
  detentionSection,
  personSection,
  stateSection,
  submitterSection,
} from './shared.ts'

/** Letter to a delegation of the European Union under its guidelines on human rights defenders. */
export const euGuidelines = definePlan({
  mechanism: 'eu-hrd-guidelines',
  form: 'letter',
  sections: [
    personSection,
    stateSection,
    parts('risk', [['urgency', 'risk.urgency']]),
    ...accountSections,
    detentionSection,
    authorsSection,
    argumentSection,
    list('requests', ['request.action'], true),
    consentSection,
    submitterSection,
    ...closing,
  ],
})
