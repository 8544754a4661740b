/** The parts of a date that a mark of doubt can rest on. */
export type DatePart = 'year' | 'month' | 'day'

/**
 * One date. `year` is the text of the year with its unknown digits as X: `1976`, `197X`, `-0044`, `Y17000`.
 * `month` and `day` have two characters, X where a digit is unknown.
 */
export interface CalendarPoint {
  readonly kind: 'calendar'
  readonly year: string
  readonly month?: string
  readonly day?: string
  /** Time of day as written after the T; kept, never used for order. */
  readonly time?: string
  readonly uncertain: readonly DatePart[]
  readonly approximate: readonly DatePart[]
}

/** A season (21–32), quarter (33–36), third (37–39) or half (40–41) of a year, by its ISO 8601-2 code. */
export interface SeasonPoint {
  readonly kind: 'season'
  readonly year: string
  readonly code: number
  readonly uncertain: readonly DatePart[]
  readonly approximate: readonly DatePart[]
}

export type DatePoint = CalendarPoint | SeasonPoint

/** `unknown` is the empty side of `/1978` (it ended then, nobody knows when it began); `open` is `..` (no limit). */
export type IntervalEnd = DatePoint | 'unknown' | 'open'

export interface DateInterval {
  readonly kind: 'interval'
  readonly from: IntervalEnd
  readonly to: IntervalEnd
}

/** `[…]` is one of these dates, `{…}` all of them; a pair of points is a run from the first to the second. */
export interface DateSet {
  readonly kind: 'set'
  readonly choice: 'one' | 'all'
  readonly members: readonly (DatePoint | readonly [DatePoint, DatePoint])[]
  readonly earlier: boolean
  readonly later: boolean
}

export type DateExpression = DatePoint | DateInterval | DateSet

/** True for a single date or season, false for an interval or a set. */
export function isPoint(value: DateExpression | IntervalEnd): value is DatePoint {
  return typeof value === 'object' && (value.kind === 'calendar' || value.kind === 'season')
}
