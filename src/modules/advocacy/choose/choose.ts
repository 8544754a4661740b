import {
  type Mechanism,
  clocksFor,
  iachrSessions,
  isChecked,
  specialProcedures,
  uprSessions,
} from '#catalogue/mechanisms'
import type { StandingsOf } from '#catalogue/checks'
import { type Margin, daysBetween, readAnchor, safeDay } from '#platform/deadlines'
import { type Duplication, duplicationsOf } from './duplication.ts'
import type { CaseFacts } from './facts.ts'
import { nextReview } from './predicates/charter.ts'
import { predicates } from './predicates/index.ts'
import { goesOn } from './predicates/letters.ts'
import {
  type Quoted,
  type Reason,
  type Verdict,
  type World,
  filingRoles,
  verdictOf,
} from './predicates/reason.ts'

/** A day until which one may file. */
export interface FilingDay {
  /** The id of its rule. */
  readonly rule: string
  /** The legal day, and the last it might be. **The first is the one to keep to.** */
  readonly day: string
  readonly latest: string | null
  /** Some days before: when one wants to have sent it. */
  readonly safe: string
  readonly hard: boolean
  readonly kind: 'deadline' | 'expectation' | 'estimate' | 'frequency' | null
  readonly checked: boolean
  /** The instant at which it closes, ISO 8601 with offset, where it is known. */
  readonly closes: string | null
  readonly words: string
  readonly source: readonly string[]
  /** Days left, by the calendar; 0 on the day itself; negative when it has passed. */
  readonly left: number
}

/** One mechanism, and why it is offered for a case or not. */
export interface Choice {
  readonly mechanism: Mechanism
  /** False for those whose rules are only shown. */
  readonly evaluated: boolean
  /** Null where it was not evaluated. */
  readonly verdict: Verdict | null
  /** Something in the case points to it: otherwise it is only not excluded. */
  readonly pointed: boolean
  readonly urgent: boolean
  readonly reasons: readonly Reason[]
  readonly filing: readonly FilingDay[]
  /** Of those, the one that comes first and has not passed. */
  readonly next: FilingDay | null
  readonly duplications: readonly Duplication[]
  /** What a document does not stand behind yet: rules quoted, and what its compiler asks to verify. */
  readonly unverified: readonly string[]
}

export interface ChooseOptions {
  /** The day, `YYYY-MM-DD`. */
  readonly at: string
  readonly mechanisms: readonly Mechanism[]
  readonly standing: StandingsOf
  readonly margin?: Margin
}

const usualMargin: Margin = { amount: 5, unit: 'days' }

/**
 * Where a case can be taken, and why or why not: the most urgent first, then the one with least time left. What is not
 * known never excludes: it is offered with what has to be found out. Pure.
 */
export function chooseMechanisms(facts: CaseFacts, options: ChooseOptions): readonly Choice[] {
  const byId = new Map(options.mechanisms.map((one) => [one.id, one]))
  const found = options.mechanisms.map((mechanism) => choiceOf(facts, mechanism, options, byId))
  return found
    .map((choice, index) => ({ choice, index }))
    .toSorted(
      (a, b) =>
        rankOf(a.choice) - rankOf(b.choice) ||
        timeOf(a.choice) - timeOf(b.choice) ||
        surenessOf(a.choice) - surenessOf(b.choice) ||
        a.index - b.index,
    )
    .map(({ choice }) => choice)
}

/** Offered and urgent, offered, nothing points to it, not evaluated, excluded. */
function rankOf({ evaluated, verdict, pointed, urgent, mechanism }: Choice): number {
  if (!evaluated) return 4
  if (verdict === 'excluded') return 5
  if (!pointed) return 3
  return urgent ? 0 : mechanism.urgency === 'periodic' ? 2 : 1
}

const timeOf = ({ next }: Choice): number => next?.left ?? Number.MAX_SAFE_INTEGER
const surenessOf = ({ verdict }: Choice): number => (verdict === 'fits' ? 0 : 1)

function choiceOf(
  facts: CaseFacts,
  mechanism: Mechanism,
  options: ChooseOptions,
  byId: ReadonlyMap<string, Mechanism>,
): Choice {
  const predicate = predicates[mechanism.id]
  const world: World = {
    mechanism,
    at: options.at,
    standing: options.standing,
    mandates: specialProcedures,
    uprSessions,
    iachrSessions,
  }
  const duplications = duplicationsOf(mechanism, facts.others, (id) => byId.get(id) ?? null)
  if (!predicate)
    return {
      mechanism,
      evaluated: false,
      verdict: null,
      pointed: false,
      urgent: mechanism.urgency === 'urgent',
      reasons: [],
      filing: [],
      next: null,
      duplications,
      unverified: mechanism.verify,
    }
  const reasons = predicate.reasons(facts, world)
  const filing = filingDays(
    predicate.events?.(facts, world) ?? {},
    facts,
    world,
    options.margin ?? usualMargin,
  )
  const ahead = filing.filter(({ left }) => left >= 0)
  const subject = reasons.filter(({ points }) => points)
  return {
    mechanism,
    evaluated: true,
    verdict: verdictOf(reasons),
    pointed: subject.length > 0,
    urgent: mechanism.urgency === 'urgent' || (mechanism.urgency === 'both' && goesOn(facts) === true),
    reasons,
    filing,
    next: ahead.toSorted((a, b) => a.left - b.left)[0] ?? null,
    duplications,
    unverified: [
      ...new Set([
        ...reasons.flatMap(({ rule }) => (rule && !rule.checked ? [rule.text] : [])),
        ...mechanism.verify,
      ]),
    ],
  }
}

function filingDays(
  events: Readonly<Record<string, string>>,
  facts: CaseFacts,
  world: World,
  margin: Margin,
): readonly FilingDay[] {
  const readable = Object.fromEntries(Object.entries(events).filter(([, text]) => readAnchor(text).ok))
  const clocks = clocksFor(world.mechanism, readable, { margin }).flatMap((clock): readonly FilingDay[] =>
    filingRoles.has(clock.role) && clock.earliest !== null
      ? [
          {
            rule: clock.id,
            day: clock.earliest,
            latest: clock.latest,
            safe: clock.safe ?? clock.earliest,
            hard: clock.hard,
            kind: clock.kind,
            checked: clock.checked,
            closes: clock.closes?.earliest ?? null,
            words: clock.rule.text,
            source: clock.source,
            left: daysBetween(world.at, clock.earliest),
          },
        ]
      : [],
  )
  const official = officialDays(facts, world, margin)
  // A published day takes the place of what was only estimated.
  const counted = official.length > 0 ? clocks.filter(({ kind }) => kind !== 'estimate') : clocks
  return [...counted, ...official].toSorted((a, b) => a.left - b.left)
}

/** Days that a body published, in the catalogue's lists of sessions: a fact of its own, not counted from a rule. */
function officialDays(facts: CaseFacts, world: World, margin: Margin): readonly FilingDay[] {
  const published = (
    rule: string,
    day: string,
    fact: { readonly source: readonly string[] } & Parameters<typeof isChecked>[0],
  ): FilingDay => ({
    rule,
    day,
    latest: day,
    safe: safeDay(day, margin),
    hard: isChecked(fact),
    kind: 'deadline',
    checked: isChecked(fact),
    closes: null,
    words: world.mechanism.timeLimits.find(({ id }) => id === rule)?.text ?? '',
    source: fact.source,
    left: daysBetween(world.at, day),
  })
  if (world.mechanism.id === 'un-upr-stakeholder') {
    const official = nextReview(facts, world)?.stakeholderDeadline
    return official ? [published('upr-submission-deadline', official.date, official)] : []
  }
  if (world.mechanism.id === 'ia-hearing')
    return world.iachrSessions.flatMap((session) =>
      session.callOpens !== null &&
      session.callCloses !== null &&
      session.callOpens <= world.at &&
      world.at <= session.callCloses
        ? [published('ia-hearing-window', session.callCloses, session)]
        : [],
    )
  return []
}

export type { Quoted, Reason, Verdict }
