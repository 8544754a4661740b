import {
  annexes,
  chronology,
  facts,
  international,
  list,
  people,
  prose,
  remedies,
  signature,
} from '../document/sections.ts'
import { valuesIn } from '../document/drafting.ts'
import type { Section } from '../document/sections.ts'

// Parts that documents of several mechanisms have in common.

export const submitterSection: Section = facts('submitter', [
  'submitter.name',
  'submitter.kind',
  'submitter.registrationState',
  'submitter.registrationDate',
  'submitter.consultativeStatus',
  'submitter.legalRepresentative',
  'submitter.address',
  'submitter.email',
  'submitter.phone',
  'submitter.relationToVictim',
  'submitter.followUpCapacity',
  'submitter.identityWithheld',
])

export const personSection: Section = people(
  [
    'victim.fullName',
    'victim.otherNames',
    'victim.sexGender',
    'victim.birthDate',
    'victim.nationality',
    'victim.idDocument',
    'victim.occupation',
    'victim.residence',
    'victim.hrdWork',
    'victim.artisticWork',
    'victim.vulnerability',
    'victim.health',
    'victim.family',
  ],
  ['victim.groupDescription'],
)

export const stateSection: Section = facts('state', ['state.responsible'])

export const authorsSection: Section = facts('authors', [
  'perpetrator.identity',
  'perpetrator.stateLink',
  'perpetrator.nonState',
])

export const rightsSection: Section = facts('rights', [
  'rights.violated',
  'rights.articles',
  'rights.lawAtIssue',
])

export const consentSection: Section = facts('consent', [
  'consent.given',
  'consent.family',
  'consent.absenceReason',
  'consent.powerOfAttorney',
  'consent.riskExplained',
  'consent.shareIdentityWithState',
  'consent.publicIdentity',
])

export const accountSections: readonly Section[] = [
  prose('summary', ['facts.summary']),
  facts('facts', ['facts.date', 'facts.place', 'facts.ongoing', 'facts.motive']),
  prose('narrative', ['facts.narrative'], 2),
  chronology,
  list('earlier', ['facts.priorIncidents']),
  prose('context', ['facts.pattern']),
]

export const detentionSection: Section = facts('detention', [
  'detention.arrestDate',
  'detention.arrestPlace',
  'detention.arrestingForce',
  'detention.warrant',
  'detention.reasonsGiven',
  'detention.duration',
  'detention.holdingAuthority',
  'detention.places',
  'detention.conditions',
])

export const argumentSection: Section = prose('argument', ['rights.argument'])

/** What the table of remedies already shows is not told twice. */
export const protectionSection: Section = {
  fields: ['remedies.protectionAsked'],
  make(drafting) {
    const { required, recommended } = drafting.mechanism.fields
    const told = [...required, ...recommended].includes('remedies.list')
      ? valuesIn(drafting, 'remedies.list').map(({ from }) => from.recordId)
      : []
    const values = drafting.copy.values.filter(
      ({ field, from }) => field !== 'remedies.protectionAsked' || !told.includes(from.recordId),
    )
    return list('protection', ['remedies.protectionAsked']).make({
      ...drafting,
      copy: { ...drafting.copy, values },
    })
  },
}

export const closing: readonly Section[] = [annexes, signature]

export { international, remedies }
