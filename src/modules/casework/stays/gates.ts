import type { RecordView } from '#platform/records'
import { dayAfter } from './queries/nights.ts'
import { type StayParts, partsOf } from './queries/stay-parts.ts'
import { type StayStage, stayStages } from './stages.ts'

/** What has to be there before a stay goes on to a stage, each by the name of its words. */
export const lacks = [
  'no_agreement',
  'no_reference',
  'no_needs',
  'no_return_talk',
  'too_few_voices',
  'no_offer',
  'no_answer',
  'no_lodging',
  'overbooked',
  'no_leg',
  'no_passport',
  'no_visa',
  'no_insurance',
  'paper_ends',
  'no_budget',
  'no_funder',
  'no_exposure',
  'no_consent',
  'quiet',
  'no_arrival',
  'no_rest',
  'no_return_plan',
  'no_risk',
  'unsafe',
  'no_departure',
  'no_follow_up',
  'open_follow_up',
] as const
export type Lack = (typeof lacks)[number]

/** All that the gates look at. */
export interface StayFacts {
  readonly stay: Pick<RecordView, 'values'>
  readonly parts: StayParts
  /** The day on which it is asked. */
  readonly today: string
  /** Nights of the stay's lodgings on which more people sleep than there are places. */
  readonly overbooked: boolean
  /** Whether the guest's consent to be named in public is in force. */
  readonly consent: boolean
  /** Whether the case says that nothing is public, or nobody has decided. */
  readonly quiet: boolean
}

type Gate = (facts: StayFacts) => readonly (Lack | false)[]

const to = (value: unknown): string => (value as { to?: string } | undefined)?.to ?? ''
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Nights from the day of arrival to the day of leaving for which no lodging is there. */
export function uncovered(
  lodgings: readonly Pick<RecordView, 'values'>[],
  from: string,
  until: string,
): boolean {
  let covered = from
  for (const { values } of lodgings.toSorted((a, b) =>
    text(a.values['from']) < text(b.values['from']) ? -1 : 1,
  )) {
    if (text(values['from']) > covered) break
    if (text(values['until']) > covered) covered = text(values['until'])
  }
  return covered < until
}

/** A paper is settled when it is in hand or not needed; every one of the kind has to be. */
function settled(parts: StayParts, kind: string): boolean {
  const papers = partsOf(parts, 'refuge_paper').filter(({ values }) => values['kind'] === kind)
  return (
    papers.length > 0 &&
    papers.every(({ values }) => ['granted', 'not_needed'].includes(text(values['state'])))
  )
}

/** How old a new assessment of the risk may be when the guest leaves. */
export const riskDays = 30

const gates: Readonly<Record<Exclude<StayStage, 'origin'>, Gate>> = {
  needs: ({ stay: { values }, parts }) => [
    values['guest_agrees'] !== 'yes' && 'no_agreement',
    !partsOf(parts, 'refuge_reference').some(
      (one) => one.values['result'] === 'confirms' && to(one.values['asked']) !== to(values['nominated_by']),
    ) && 'no_reference',
  ],
  selection: ({ stay: { values } }) => [
    !(values['needs_on'] && values['needs_with'] && values['people']) && 'no_needs',
    !values['able_to_return'] && 'no_return_talk',
  ],
  offer: ({ parts }) => [
    partsOf(parts, 'refuge_voice').filter(
      ({ values }) => values['conflict'] === 'none' && values['opinion'] !== undefined,
    ).length < 2 && 'too_few_voices',
  ],
  preparation: ({ stay: { values } }) => [
    !(
      values['offered_on'] &&
      values['from'] &&
      values['until'] &&
      text(values['from']) < text(values['until'])
    ) && 'no_offer',
    values['answer'] !== 'accepted' && 'no_answer',
  ],
  staying: ({ stay: { values }, parts, overbooked, consent, quiet }) => {
    const until = text(values['until'])
    const papers = partsOf(parts, 'refuge_paper')
    const costs = partsOf(parts, 'refuge_cost')
    const exposure = ['exposure_before', 'exposure_during', 'exposure_after'].map((name) => values[name])
    const named = exposure.includes('named')
    return [
      uncovered(partsOf(parts, 'refuge_lodging'), text(values['from']), until) && 'no_lodging',
      overbooked && 'overbooked',
      !partsOf(parts, 'refuge_leg').some(
        (one) => one.values['direction'] === 'out' && ['booked', 'done'].includes(text(one.values['state'])),
      ) && 'no_leg',
      !settled(parts, 'passport') && 'no_passport',
      !settled(parts, 'visa') && 'no_visa',
      !settled(parts, 'insurance') && 'no_insurance',
      papers.some(
        (one) =>
          one.values['state'] === 'granted' &&
          one.values['valid_until'] !== undefined &&
          text(one.values['valid_until']) < until,
      ) && 'paper_ends',
      costs.length === 0 && 'no_budget',
      costs.some((one) => Number(one.values['planned']) > 0 && !one.values['funder']) && 'no_funder',
      (values['exposure_on'] === undefined || exposure.some((one) => one === undefined)) && 'no_exposure',
      named && !consent && 'no_consent',
      named && quiet && 'quiet',
      values['arrived_on'] === undefined && 'no_arrival',
    ]
  },
  return: ({ parts }) => [
    !partsOf(parts, 'refuge_activity').some(
      ({ values }) => values['kind'] === 'rest' && values['state'] !== 'cancelled',
    ) && 'no_rest',
  ],
  follow_up: ({ stay: { values } }) => {
    const left = text(values['left_on'])
    const risk = text(values['risk_on'])
    return [
      !(values['return_kind'] && values['return_on']) && 'no_return_plan',
      (risk === '' ||
        !values['risk_outcome'] ||
        risk < text(values['arrived_on']) ||
        dayAfter(risk, riskDays) < left) &&
        'no_risk',
      values['risk_outcome'] === 'cannot' && values['return_kind'] !== 'stays' && 'unsafe',
      left === '' && 'no_departure',
    ]
  },
  closed: ({ parts }) => {
    const followUps = partsOf(parts, 'refuge_follow_up')
    return [
      followUps.length === 0 && 'no_follow_up',
      followUps.some(({ values }) => values['held_on'] === undefined) && 'open_follow_up',
    ]
  },
}

/** The stage after one; null after the last. */
export const nextStage = (stage: StayStage): StayStage | null =>
  stayStages[stayStages.indexOf(stage) + 1] ?? null

/** What is missing before a stay may go on to `stage`, from the stage before it. Empty: the gate is open. */
export const lacksFor = (stage: StayStage, facts: StayFacts): readonly Lack[] =>
  stage === 'origin' ? [] : gates[stage](facts).filter((one) => one !== false)
