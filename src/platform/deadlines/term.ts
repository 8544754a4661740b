import { type Anchor, instantsOf } from './anchor.ts'
import { addDays, addMonths, type CivilDay } from './civil-day.ts'
import { addWorkingDays, type UncertainAs, type WorkCalendar } from './work-calendar.ts'
import { dayAt, endOfDay, firstZone, type Instant, isoInZone, isZone, lastZone } from './zone.ts'

export const termUnits = ['hours', 'days', 'working-days', 'weeks', 'months', 'years'] as const
export type TermUnit = (typeof termUnits)[number]
export type Direction = 'before' | 'after'

export interface Span {
  readonly amount: number
  readonly unit: TermUnit
}

/** A length of time counted from an event. */
export interface Term extends Span {
  readonly direction: Direction
  /** The IANA zone in which the term ends; null when it is not known, which only widens the closing instant. */
  readonly zone: string | null
  /** When the length itself is only known between two: the shortest and the longest. */
  readonly between?: readonly [Span, Span]
  /** For working days; without one they cannot be counted. */
  readonly calendar?: WorkCalendar
}

export type NotComputed = 'no-calendar' | 'calendar-ends' | 'anchor-open' | 'year-outside'

/**
 * When a term ends. `earliest` and `latest` are days, both included, equal when everything is known; **the earliest
 * counts**. `closes` are the instants at which those days end (or at which a term in hours ends), ISO 8601 with offset.
 */
export type TermEnd =
  | {
      readonly ok: true
      readonly earliest: CivilDay
      readonly latest: CivilDay | null
      readonly closes: { readonly earliest: string; readonly latest: string | null }
    }
  | { readonly ok: false; readonly reason: NotComputed }

/**
 * Counts a term from an event. Method: the anchor gives a first and a last day (a moment gives the day that the term's
 * zone shows then; with an unknown zone, the days of the first and last zones of the world); the term is counted from
 * both; the earlier result is `earliest`. Days, weeks: calendar days, the day of the event not counted. Months, years: the
 * same day of the month, clamped to its end. Working days: see `addWorkingDays`; days that are not certainly closed are
 * read so that `earliest` is the earlier. Hours run from an instant; a day without hour and zone gives a range that holds
 * for every hour and zone. A term that ends on a day of rest is **not** carried over: no rule here says that it is.
 * Throws RangeError on an amount that is negative or not whole, and on an unknown zone.
 */
export function computeTerm(anchor: Anchor, term: Term): TermEnd {
  const spans: readonly Span[] = term.between ?? [term]
  for (const { amount } of spans)
    if (!Number.isInteger(amount) || amount < 0) throw new RangeError(`not a length of time: ${amount}`)
  if (term.zone !== null && !isZone(term.zone)) throw new RangeError(`not a zone: ${term.zone}`)
  try {
    const ends = spans.map((span) => (span.unit === 'hours' ? endOfHours : endOfDays)(anchor, span, term))
    let [first, last]: [End | undefined, End | undefined] = [undefined, undefined]
    for (const end of ends) {
      if (typeof end === 'string') return { ok: false, reason: end }
      if (!first || end.earliest.at < first.earliest.at) first = end
      if (!last || (last.latest && (!end.latest || end.latest.at > last.latest.at))) last = end
    }
    if (!first || !last) return { ok: false, reason: 'anchor-open' }
    return {
      ok: true,
      earliest: first.earliest.day,
      latest: last.latest?.day ?? null,
      closes: { earliest: first.earliest.iso, latest: last.latest?.iso ?? null },
    }
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, reason: 'year-outside' }
    throw error
  }
}

/** A fixed day of the year (`MM-DD`) in the year, or years, of an event: `06-01` in 2026 is 2026-06-01. */
export function computeYearly(anchor: Anchor, monthDay: string, zone: string | null): TermEnd {
  const [first, last] = daysOf(anchor, zone)
  if (first === null) return { ok: false, reason: 'anchor-open' }
  const earliest = dayEnd(`${first.slice(0, 4)}-${monthDay}`, zone, firstZone)
  const latest = last === null ? null : dayEnd(`${last.slice(0, 4)}-${monthDay}`, zone, lastZone)
  return {
    ok: true,
    earliest: earliest.day,
    latest: latest?.day ?? null,
    closes: { earliest: earliest.iso, latest: latest?.iso ?? null },
  }
}

interface Point {
  readonly day: CivilDay
  readonly at: Instant
  readonly iso: string
}
interface End {
  readonly earliest: Point
  readonly latest: Point | null
}

function endOfDays(anchor: Anchor, span: Span, term: Term): End | NotComputed {
  const [first, last] = daysOf(anchor, term.zone)
  if (first === null) return 'anchor-open'
  // A day that may be closed lengthens a term that runs forward, and moves one that runs backward further back.
  const [short, long]: readonly UncertainAs[] =
    term.direction === 'after' ? ['open', 'closed'] : ['closed', 'open']
  const earliest = shift(first, span, term, short ?? 'open')
  const latest = last === null ? undefined : shift(last, span, term, long ?? 'closed')
  if (earliest === null || latest === null) return term.calendar ? 'calendar-ends' : 'no-calendar'
  return {
    earliest: dayEnd(earliest, term.zone, firstZone),
    latest: latest === undefined ? null : dayEnd(latest, term.zone, lastZone),
  }
}

function endOfHours(anchor: Anchor, { amount }: Span, term: Term): End | NotComputed {
  const [first, last] = instantsOf(anchor)
  if (first === null) return 'anchor-open'
  const hours = (term.direction === 'after' ? amount : -amount) * 3_600_000
  // The day of an instant is later in the east: without a zone the earliest label is the westernmost.
  const earliest = instantEnd(first + hours, term.zone ?? lastZone)
  return { earliest, latest: last === null ? null : instantEnd(last + hours, term.zone ?? firstZone) }
}

function daysOf(anchor: Anchor, zone: string | null): readonly [CivilDay | null, CivilDay | null] {
  if (anchor.kind === 'days') return [anchor.earliest, anchor.latest]
  return [dayAt(anchor.at, zone ?? lastZone), dayAt(anchor.at, zone ?? firstZone)]
}

/** The day a span away; null when working days cannot be counted. */
function shift(day: CivilDay, { amount, unit }: Span, term: Term, uncertainAs: UncertainAs): CivilDay | null {
  const count = term.direction === 'after' ? amount : -amount
  switch (unit) {
    case 'days':
      return addDays(day, count)
    case 'weeks':
      return addDays(day, count * 7)
    case 'months':
      return addMonths(day, count)
    case 'years':
      return addMonths(day, count * 12)
    case 'working-days':
      return term.calendar ? addWorkingDays(day, count, term.calendar, uncertainAs) : null
    case 'hours':
      throw new TypeError('hours are counted from an instant')
  }
}

function dayEnd(day: CivilDay, zone: string | null, otherwise: string): Point {
  const at = endOfDay(day, zone ?? otherwise)
  return { day, at, iso: isoInZone(at, zone ?? otherwise) }
}

const instantEnd = (at: Instant, zone: string): Point => ({
  day: dayAt(at, zone),
  at,
  iso: isoInZone(at, zone),
})
