import type { Gathered } from '../gather/value.ts'
import { valuesFor } from '../gather/value.ts'

/** Whether a condition of a mechanism holds: null where the records do not say it, and a person has to look. */
export type Holds = boolean | null

type Predicate = (gathered: Gathered) => Holds

const has = (gathered: Gathered, field: string): boolean => valuesFor(gathered, field).length > 0

/** Somebody of the submission without a consent in force to act. */
export const lacksConsent: Predicate = (gathered) =>
  gathered.persons.some((id) => !valuesFor(gathered, 'consent.given').some(({ about }) => about.includes(id)))

const any = (...values: readonly Holds[]): Holds =>
  values.includes(true) ? true : values.includes(null) ? null : false

const cannotConsent: Predicate = ({ circumstances: { dead, incommunicado, disappeared, minor } }) =>
  any(dead, incommunicado, disappeared, minor)

const isGroup: Predicate = ({ circumstances }) => circumstances.group
const isDetained: Predicate = ({ circumstances }) => circumstances.detained
const nonStateAuthor: Predicate = ({ circumstances }) => circumstances.nonState
const byOrganisation: Predicate = ({ circumstances: { submitterKind } }) =>
  submitterKind === null ? null : submitterKind === 'organisation'
const finalDecision: Predicate = (gathered) =>
  has(gathered, 'remedies.finalDecisionDate') ? true : has(gathered, 'remedies.exception') ? false : null

const both = (mechanisms: readonly string[], predicates: Readonly<Record<string, Predicate>>) =>
  mechanisms.flatMap((id) =>
    Object.entries(predicates).map(([field, predicate]) => [`${id}/${field}`, predicate] as const),
  )

/**
 * The conditions of the first set of mechanisms, by mechanism and field, as they can be seen in the records. A condition
 * that is not here (whether the source wants confidentiality, which category is argued) is for a person to look at.
 */
const predicates: ReadonlyMap<string, Predicate> = new Map<string, Predicate>([
  ...both(['un-sp-allegation-letter', 'un-sp-urgent-appeal', 'un-sp-other-letter'], {
    'victim.groupDescription': isGroup,
    'consent.absenceReason': lacksConsent,
    'consent.family': cannotConsent,
    'perpetrator.nonState': nonStateAuthor,
    'detention.arrestDate': isDetained,
    'detention.warrant': isDetained,
  }),
  ['un-wgad-regular/consent.family', ({ circumstances }) => circumstances.incommunicado],
  ['un-wgad-regular/consent.absenceReason', lacksConsent],
  // An organisation is no relative; an individual may be one.
  ['un-wgeid-urgent/consent.family', (gathered) => byOrganisation(gathered) || null],
  ['un-reprisals/consent.family', cannotConsent],
  ['un-upr-stakeholder/consent.publicIdentity', ({ persons }) => persons.length > 0],
  ['ia-precautionary/victim.groupDescription', isGroup],
  ['ia-precautionary/consent.absenceReason', lacksConsent],
  ['ia-precautionary/detention.places', isDetained],
  ['ia-petition/submitter.legalRepresentative', byOrganisation],
  ['ia-petition/submitter.registrationState', byOrganisation],
  ['ia-petition/remedies.notificationDate', finalDecision],
  [
    'ia-petition/remedies.exception',
    (gathered) => (has(gathered, 'remedies.exception') ? true : !has(gathered, 'remedies.finalDecisionDate')),
  ],
  ['ia-petition/victim.groupDescription', isGroup],
  [
    'ia-petition/risk.urgency',
    ({ circumstances }) => circumstances.otherSubmissions.includes('ia-precautionary'),
  ],
])

/** Whether the condition under which a mechanism asks for a field holds. */
export const conditionHolds = (mechanismId: string, field: string, gathered: Gathered): Holds =>
  predicates.get(`${mechanismId}/${field}`)?.(gathered) ?? null
