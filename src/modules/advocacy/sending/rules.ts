import { type Mechanism, mechanismOf } from '#catalogue/mechanisms'
import type { ConsentChannel, ConsentPurpose } from '#platform/consent'

/** What a mechanism asks before something goes to it: a row of `submission_rule`, by which the database decides. */
export interface SubmissionRule {
  readonly mechanism: string
  readonly level: Mechanism['consent']['level']
  /**
   * Who learns the names from the mechanism: the State, to which it transmits, or the public, for which it publishes.
   * `none`: nobody else; naming then takes no more than the consent to act.
   */
  readonly audience: 'state' | 'public' | 'none'
  readonly purpose: ConsentPurpose
  readonly channel: ConsentChannel
  /** One person may send it in an emergency, and a second reviews it within a day. */
  readonly urgent: boolean
  /** Somebody checks its law first. */
  readonly legal: boolean
  /** It tells of risks: somebody checks it for the safety of those in it first. */
  readonly security: boolean
}

/** Mechanisms that publish what they are sent, or hear it in public. */
const publishes = new Set([
  'un-upr-stakeholder',
  'un-upr-followup',
  'un-tb-alternative-report',
  'un-hrc-ngo-statement',
  'un-ecosoc-status',
  'ia-reports',
  'mercosur-raadh',
  'gaamac',
])

/** Mechanisms that pass nothing on to the State. */
const keeps = new Set([
  'eu-protectdefenders-emergency',
  'eu-protectdefenders-relocation',
  'art-at-risk-networks',
  'unhcr-registration',
  'icc-art15',
  'un-osapg',
  'eu-coe-private-office',
])

const legalKinds = new Set([
  'petition',
  'individual-communication',
  'quasi-judicial',
  'judicial-remedy',
  'criminal-complaint',
])

/** The rule that follows from a mechanism of the catalogue. A test compares each with the database's. */
export function submissionRule(mechanism: Mechanism): SubmissionRule {
  const { id, kind, urgency, consent, fields } = mechanism
  const asked = [...fields.required, ...fields.recommended, ...fields.conditional.map(({ field }) => field)]
  return {
    mechanism: id,
    level: consent.level,
    audience: publishes.has(id) ? 'public' : keeps.has(id) ? 'none' : 'state',
    purpose:
      kind === 'asylum' || kind === 'grant' || id === 'art-at-risk-networks' ? 'protection' : 'advocacy',
    channel: id === 'ia-hearing' ? 'hearing' : 'letter',
    urgent: urgency === 'urgent' || urgency === 'both',
    legal: legalKinds.has(kind),
    security: asked.some((field) => field.startsWith('risk.')),
  }
}

/** The rule of a mechanism by its id; null where there is no such mechanism. */
export const ruleOf = (id: string): SubmissionRule | null => {
  const mechanism = mechanismOf(id)
  return mechanism && submissionRule(mechanism)
}

/** Which copy goes to the mechanism: its own; where it publishes what it gets, the public one. */
export const copyThatGoes = ({ audience }: SubmissionRule): 'mechanism' | 'public' =>
  audience === 'public' ? 'public' : 'mechanism'
