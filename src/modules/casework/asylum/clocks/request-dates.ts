import { type Clock, type Rule, clocksFor } from '#catalogue/mechanisms'
import {
  type CivilDay,
  type WorkCalendar,
  daysBetween,
  isCivilDay,
  readAnchor,
  safeDay,
} from '#platform/deadlines'
import type { PlaceOfRequest } from '../options.ts'
import { type Procedure, isVerified } from '../procedures/procedure.ts'

/** Something dated of a request, from which a term may be counted. */
export interface Happening {
  readonly record: string
  readonly step: string
  /** An id of the catalogue's events. */
  readonly anchor: string
  /** EDTF, or a moment with its zone. */
  readonly at: string
  /** For a decision: whether one appeals from it. */
  readonly appealable?: boolean
}

/** A paper that holds for a time. */
export interface Paper {
  readonly record: string
  readonly kind: string
  readonly issued: string
  /** As the paper says. */
  readonly expires: string | null
}

/** What is known of a request, by which its dates are counted. */
export interface RequestState {
  /** Null: not said; every rule is then shown. */
  readonly madeAt: PlaceOfRequest | null
  readonly happenings: readonly Happening[]
  readonly papers: readonly Paper[]
  /** Steps that were taken, by which record, and since when: what was waited for has come. */
  readonly taken: readonly { readonly record: string; readonly step: string; readonly on: string }[]
  /** Appeals that were filed, by the decision that they are against. */
  readonly appeals: readonly { readonly decision: string; readonly on: string }[]
  readonly set: readonly {
    readonly rule: string
    readonly record: string
    readonly day: string
    readonly reason: string
  }[]
  /** Nothing is waited for any more. */
  readonly over: boolean
  /** The request was decided for good: the paper of those who wait is not renewed. */
  readonly decided: boolean
}

/** A date of a request, and why it is that day. */
export interface RequestDate {
  /** Unique within the request. */
  readonly key: string
  readonly record: string
  readonly step: string
  /** What it rests on: a rule, what a paper says, or a person who set it with a reason. */
  readonly basis: 'rule' | 'paper' | 'hand'
  readonly clock: Clock | null
  /** The legal day, and the last it might be. **The first is the one to keep to.** */
  readonly legal: CivilDay | null
  readonly latest: CivilDay | null
  /** May be called the last day: of a checked rule, of a paper, or set by a person. */
  readonly firm: boolean
  /** A document or the organisation's own check stands behind it. */
  readonly verified: boolean
  /** Null where it is not for the person to act. */
  readonly safe: CivilDay | null
  /** Of a paper that says another day than the rule gives: the day of the rule. */
  readonly byRule: CivilDay | null
  readonly paper: Paper | null
  /** What was waited for has come, or cannot any more. */
  readonly over: { readonly how: 'taken' | 'filed' | 'renewed' | 'ended'; readonly on: string | null } | null
}

export interface CountingBy {
  readonly calendar?: WorkCalendar
  /** Days before the legal day. */
  readonly margin: number
}

/** Roles of rules that one appeals by: they run from decisions that one may appeal. */
const appeals: ReadonlySet<string> = new Set(['filing-window', 'eligibility'])

const certificateEvent = 'certificate.issueDate'

/**
 * The dates of a request: those of each rule from each event of it, and those of each paper. In the order of the
 * procedure's steps. An unchecked rule is never `firm`; an event that cannot be read gives no day.
 */
export function datesOf(procedure: Procedure, state: RequestState, by: CountingBy): readonly RequestDate[] {
  const order = new Map(procedure.steps.map(({ id }, index) => [id, index]))
  const dates = procedure.rules.flatMap((rule) => {
    const step = procedure.steps.find(({ clocks }) => clocks.includes(rule.id))
    if (!step) return []
    const only = procedure.only[rule.id]
    if (only && state.madeAt !== null && state.madeAt !== only) return []
    if (rule.anchor === certificateEvent) return []
    return state.happenings
      .filter(
        (one) =>
          one.anchor === rule.anchor &&
          (!step.sets.includes(rule.anchor) || one.step === step.id) &&
          (!appeals.has(rule.role) || one.appealable !== false),
      )
      .map((one) => dateByRule(rule, step.id, one, state, by, order))
  })
  const papers = state.papers.map((paper) => dateOfPaper(procedure, paper, state, by))
  return [...dates, ...papers].toSorted((a, b) => (order.get(a.step) ?? 99) - (order.get(b.step) ?? 99))
}

/** Whether it is for the person to act by that day; of what the authority is expected to do there is no safe day. */
const isOurs = (rule: Rule): boolean => rule.kind.value !== 'expectation' && rule.kind.value !== 'estimate'

function dateByRule(
  rule: Rule,
  step: string,
  event: Happening,
  state: RequestState,
  by: CountingBy,
  order: ReadonlyMap<string, number>,
): RequestDate {
  const clock = countFrom(rule, event, state, by)
  return {
    key: `${rule.id}:${event.record}`,
    record: event.record,
    step,
    basis: clock?.override ? 'hand' : 'rule',
    clock,
    legal: clock?.earliest ?? null,
    latest: clock?.latest ?? null,
    firm: clock?.hard ?? false,
    verified: clock !== null && isVerified(rule),
    safe: isOurs(rule) ? (clock?.safe ?? null) : null,
    byRule: null,
    paper: null,
    over: overOf(rule, step, event, state, order),
  }
}

function countFrom(rule: Rule, event: Happening, state: RequestState, by: CountingBy): Clock | null {
  // A year that no calendar can count leaves the date empty, and not the page of the case.
  if (!readAnchor(event.at).ok) return null
  const chosen = state.set.find((one) => one.rule === rule.id && one.record === event.record)
  const [clock] = clocksFor(
    { timeLimits: [rule] },
    { [rule.anchor]: event.at },
    {
      ...(by.calendar && { calendar: by.calendar }),
      ...(chosen && { overrides: { [rule.id]: { day: chosen.day, reason: chosen.reason } } }),
      margin: { amount: by.margin, unit: 'days' },
    },
  )
  return clock ?? null
}

function overOf(
  rule: Rule,
  step: string,
  event: Happening,
  state: RequestState,
  order: ReadonlyMap<string, number>,
): RequestDate['over'] {
  const filed = appeals.has(rule.role) && state.appeals.find(({ decision }) => decision === event.record)
  if (filed) return { how: 'filed', on: filed.on }
  // A step that comes later was taken: what had to come before it has come.
  const at = order.get(step) ?? 0
  const taken = appeals.has(rule.role)
    ? undefined
    : state.taken.find(
        (one) =>
          one.record !== event.record && (order.get(one.step) ?? -1) >= at && one.on >= event.at.slice(0, 10),
      )
  if (taken) return { how: 'taken', on: taken.on }
  return state.over ? { how: 'ended', on: null } : null
}

function dateOfPaper(procedure: Procedure, paper: Paper, state: RequestState, by: CountingBy): RequestDate {
  const step = procedure.steps.find(({ sets }) => sets.includes(certificateEvent))?.id ?? 'certificate'
  const rule =
    paper.kind === 'provisional'
      ? procedure.rules.find(({ anchor }) => anchor === certificateEvent)
      : undefined
  const event = { record: paper.record, step, anchor: certificateEvent, at: paper.issued }
  const clock = rule ? countFrom(rule, event, state, by) : null
  const chosen = clock?.override ?? null
  const written = paper.expires !== null && isCivilDay(paper.expires) ? paper.expires : null
  const said = !chosen && written !== null
  const legal = chosen?.day ?? written ?? clock?.earliest ?? null
  const newer = state.papers.find(
    (one) => one.record !== paper.record && one.kind === paper.kind && one.issued > paper.issued,
  )
  const ended = state.over || (state.decided && paper.kind === 'provisional')
  return {
    key: `paper:${paper.record}`,
    record: paper.record,
    step,
    basis: chosen ? 'hand' : said ? 'paper' : 'rule',
    clock,
    legal,
    latest: said ? legal : (clock?.latest ?? null),
    firm: said || (clock?.hard ?? false),
    verified: said || (rule !== undefined && isVerified(rule)),
    safe: legal === null ? null : safeDay(legal, { amount: by.margin, unit: 'days' }),
    byRule: said && clock?.earliest && clock.earliest !== legal ? clock.earliest : null,
    paper,
    over: newer ? { how: 'renewed', on: newer.issued } : ended ? { how: 'ended', on: null } : null,
  }
}

/** How many days are left by the calendar of that place; 0 on the last day, which is still whole; negative after it. */
export const daysLeft = (legal: CivilDay, today: CivilDay): number => daysBetween(today, legal)
