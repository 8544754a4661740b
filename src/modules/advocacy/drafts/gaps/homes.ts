/** Where a field of the catalogue has its home in the case: the type of record, and the field of it. */
export interface Home {
  readonly type: string
  readonly field: string
  /** Written anew rather than mended: it is a record of its own. */
  readonly anew?: boolean
}

const home = (type: string, field: string, anew = false): Home => ({ type, field, ...(anew && { anew }) })
const remedy = home('intervention', 'summary', true)
const involved = home('involvement', 'perpetrator_kind', true)
const submitter = (field: string) => home('submitter', field)
const consent = (field: string) => home('consent', field, true)
const annexes = home('submission', 'annexes')

/**
 * What the case says, or should: a gap there is mended in the case, never in the submission. The fields that are not
 * here live nowhere else, and are answered in the submission.
 */
export const homes: Readonly<Record<string, Home>> = {
  'submitter.name': submitter('name'),
  'submitter.kind': submitter('kind'),
  'submitter.legalRepresentative': submitter('legal_representative'),
  'submitter.registrationState': submitter('registration_state'),
  'submitter.registrationDate': submitter('registration_date'),
  'submitter.email': submitter('email'),
  'submitter.phone': submitter('phone'),
  'submitter.address': submitter('address'),
  'submitter.profile': submitter('profile'),
  'submitter.consultativeStatus': submitter('consultative_status'),
  'submitter.followUpCapacity': submitter('follows_up'),
  'submitter.signature': submitter('signatory'),
  'consent.given': consent('scopes'),
  'consent.family': consent('given_by'),
  'consent.shareIdentityWithState': consent('scopes'),
  'consent.publicIdentity': consent('scopes'),
  'consent.riskExplained': consent('explained'),
  'victim.fullName': home('person', 'name'),
  'victim.otherNames': home('person', 'other_names'),
  'victim.sexGender': home('person', 'gender'),
  'victim.birthDate': home('person', 'birth_date'),
  'victim.nationality': home('person', 'nationality'),
  'victim.idDocument': home('person', 'identity_documents'),
  'victim.occupation': home('person', 'occupation'),
  'victim.residence': home('person', 'whereabouts'),
  'victim.contact': home('person', 'phone_and_mail'),
  'victim.family': home('person', 'relatives'),
  'victim.health': home('person', 'health'),
  'disappearance.physicalDescription': home('person', 'distinguishing_marks'),
  'state.responsible': home('case', 'country'),
  'facts.summary': home('case', 'summary'),
  'facts.narrative': home('event', 'description'),
  'facts.date': home('act', 'date'),
  'facts.place': home('act', 'location'),
  'facts.priorIncidents': home('incident', 'what', true),
  'facts.witnesses': home('case', 'people'),
  'perpetrator.identity': involved,
  'perpetrator.stateLink': involved,
  'perpetrator.nonState': involved,
  'detention.arrestDate': home('detention', 'from'),
  'detention.arrestPlace': home('act', 'location'),
  'detention.arrestingForce': home('detention', 'held_by'),
  'detention.warrant': home('act', 'warrant'),
  'detention.reasonsGiven': home('act', 'stated_reason'),
  'detention.duration': home('detention', 'from'),
  'detention.holdingAuthority': home('detention', 'held_by'),
  'detention.places': home('detention', 'place'),
  'detention.conditions': home('act', 'conditions'),
  'disappearance.lastSeen': home('case', 'last_seen'),
  'disappearance.forces': involved,
  'disappearance.searchSteps': home('case', 'search_so_far'),
  'rights.violated': home('case', 'rights'),
  'rights.articles': home('act', 'instruments'),
  'remedies.list': remedy,
  'asylum.documents': home('asylum_paper', 'what', true),
  'asylum.interpreter': home('asylum_request', 'language'),
  'evidence.annexes': annexes,
  'organisation.legalStatusEvents': home('legal_status', 'summary', true),
}

/**
 * Fields that may be answered in the submission where the case has nothing of them: they have no home, or one that says
 * it only for some cases (that something goes on is seen in an open detention, and else has to be said).
 */
const alsoAnswered: readonly string[] = [
  'facts.ongoing',
  'consent.absenceReason',
  'victim.hrdWork',
  'victim.artisticWork',
  'victim.groupDescription',
  'victim.vulnerability',
  'remedies.protectionAsked',
  'remedies.finalDecisionDate',
  'international.other',
  'international.priorMeasures',
  'rights.lawAtIssue',
]

/** Whether a field is answered in the submission itself. What is computed is not. */
export const isAnswered = (field: string): boolean =>
  alsoAnswered.includes(field) ||
  (!Object.hasOwn(homes, field) &&
    !field.startsWith('format.') &&
    field !== 'state.treatyStatus' &&
    field !== 'state.temporalScope')
