import { definePlan } from '../document/plan.ts'
import { annexes, facts, list, prose, signature } from '../document/sections.ts'
import { argumentSection, consentSection } from './shared.ts'

/** Request for a hearing before the Inter-American Commission: purpose and basis are counted in words. */
export const hearing = definePlan({
  mechanism: 'ia-hearing',
  form: 'report',
  sections: [
    facts('hearing', [
      'hearing.kind',
      'hearing.title',
      'hearing.objective',
      'hearing.basis',
      'hearing.duration',
      'state.responsible',
      'hearing.accessibility',
    ]),
    list('participants', ['hearing.participants']),
    prose('other', ['international.priorMeasures']),
    argumentSection,
    list('recommendations', ['request.recommendations'], true),
    facts('submitter', ['submitter.name', 'submitter.email', 'submitter.coSubmitters']),
    consentSection,
    annexes,
    signature,
  ],
})
