import {
  type Anchor,
  computeTerm,
  computeYearly,
  type Margin,
  type NotComputed,
  type Override,
  overrideDay,
  safeDay,
  type Span,
  type TermEnd,
  termUnits,
  type WorkCalendar,
} from '#platform/deadlines'
import { catalogue } from './catalogue.ts'
import { readEvents } from './events.ts'
import { holidaysOf } from './holidays.ts'
import type { Mechanism } from './mechanism.ts'
import { isRuleChecked, type Rule, type RuleKind, type RuleRole } from './rule.ts'

/** Why a clock shows no date. */
export type NoDate = 'no-figure' | 'no-direction' | NotComputed

/** A rule of a mechanism, counted from an event that happened. */
export interface Clock {
  readonly id: string
  readonly role: RuleRole
  /** The legal day, `YYYY-MM-DD`: from `earliest` to `latest`, both included. **The earliest is the one to keep to.** */
  readonly earliest: string | null
  readonly latest: string | null
  readonly zone: string | null
  /** True when missing the *date* loses something, and the date can be relied on: see `clocksFor`. */
  readonly hard: boolean
  readonly kind: RuleKind | null
  readonly source: readonly string[]
  readonly confidence: Rule['confidence']
  /** The rule behind it, whose words are to be shown beside the date. */
  readonly rule: Rule
  readonly checked: boolean
  readonly event: { readonly anchor: string; readonly text: string; readonly doubtful: boolean }
  /** The instants at which `earliest` and `latest` close, ISO 8601 with offset. */
  readonly closes: { readonly earliest: string; readonly latest: string | null } | null
  readonly why: NoDate | null
  /** The internal day, when a margin was asked for; never after `earliest`. */
  readonly safe: string | null
  /** A day set by hand in the place of the computed one, with its reason and what had been computed. */
  readonly override: ReturnType<typeof overrideDay> | null
  /** The version of the catalogue that it was computed with. */
  readonly version: string
}

export interface ClockOptions {
  /** The holidays for working days, in the place of those that the catalogue has for the rule's zone. */
  readonly calendar?: WorkCalendar
  /** By rule id: the day in a letter, an official date, an exception. */
  readonly overrides?: Readonly<Record<string, Override>>
  readonly margin?: Margin
}

/**
 * The clocks that run from the given events (`{'remedies.notificationDate': '2026-08-31'}`; EDTF, words, or a moment),
 * one for each rule of the mechanism whose anchor is among them, in its order. A date is `hard` only when the rule is
 * hard, was checked, is no estimate, has a known figure and direction, and its event is not marked doubtful; a person's
 * override of a hard rule is hard. Throws Problem `invalid` on an event whose date cannot be read, RangeError on an
 * override without a reason.
 */
export function clocksFor(
  mechanism: Pick<Mechanism, 'timeLimits'>,
  events: Readonly<Record<string, string>>,
  options: ClockOptions = {},
): readonly Clock[] {
  const read = readEvents(events)
  return mechanism.timeLimits.flatMap((rule) => {
    const anchor = read.get(rule.anchor)
    return anchor ? [clockOf(rule, anchor, options)] : []
  })
}

function clockOf(rule: Rule, anchor: Anchor, { calendar, overrides, margin }: ClockOptions): Clock {
  const end = endOf(rule, anchor, calendar)
  const computed = end.ok ? end : { earliest: null, latest: null }
  const chosen = overrides?.[rule.id]
  const override = chosen ? overrideDay(computed, chosen) : null
  const checked = isRuleChecked(rule)
  const doubtful = anchor.kind === 'days' && anchor.doubtful
  const formal = rule.hard && rule.kind.value !== 'estimate'
  const earliest = override?.day ?? computed.earliest
  return {
    id: rule.id,
    role: rule.role,
    earliest,
    latest: override?.day ?? computed.latest,
    zone: rule.zone.value,
    hard: formal && (override !== null || (checked && end.ok && !doubtful)),
    kind: rule.kind.value,
    source: rule.source,
    confidence: rule.confidence,
    rule,
    checked,
    event: { anchor: rule.anchor, text: anchor.text, doubtful },
    closes: end.ok && !override ? end.closes : null,
    why: end.ok || override ? null : end.reason,
    safe: margin && earliest !== null ? safeDay(earliest, margin) : null,
    override,
    version: catalogue.version,
  }
}

type End = TermEnd | { readonly ok: false; readonly reason: NoDate }

function endOf(rule: Rule, anchor: Anchor, calendar: WorkCalendar | undefined): End {
  const zone = rule.zone.value
  if (/^\d\d-\d\d$/.test(rule.unit)) return computeYearly(anchor, rule.unit, zone)
  const span = spanOf(rule)
  if (!span) return { ok: false, reason: 'no-figure' }
  const direction = rule.direction.value
  if (!direction) return { ok: false, reason: 'no-direction' }
  const holidays = calendar ?? holidaysOf(zone)
  return computeTerm(anchor, {
    ...span,
    direction,
    zone,
    ...(rule.between ? { between: [rule.between.least, rule.between.most] } : {}),
    ...(holidays ? { calendar: holidays } : {}),
  })
}

function spanOf({ amount, unit }: Rule): Span | null {
  const known = termUnits.find((one) => one === unit)
  return amount === null || !known ? null : { amount, unit: known }
}
