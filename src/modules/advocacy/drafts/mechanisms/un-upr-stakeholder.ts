import { definePlan } from '../document/plan.ts'
import { annexes, cover, facts, list, prose } from '../document/sections.ts'
import { argumentSection, consentSection, rightsSection } from './shared.ts'

/** Submission of a stakeholder to the Universal Periodic Review: public, with the name of who submits, and counted. */
export const uprStakeholder = definePlan({
  mechanism: 'un-upr-stakeholder',
  form: 'report',
  numbered: true,
  sections: [
    // The cover, which the limit does not count.
    cover(
      facts('submitter', [
        'submitter.name',
        'submitter.profile',
        'submitter.registrationDate',
        'submitter.email',
        'submitter.phone',
        'submitter.coSubmitters',
        'upr.keywords',
      ]),
    ),
    cover(facts('review', ['state.responsible', 'upr.session', 'format.language', 'format.file'])),
    prose('summary', ['facts.summary']),
    prose('methodology', ['upr.methodology']),
    prose('previous', ['upr.previousRecommendations']),
    prose('context', ['facts.pattern']),
    rightsSection,
    argumentSection,
    list('recommendations', ['request.recommendations'], true),
    consentSection,
    annexes,
  ],
})
