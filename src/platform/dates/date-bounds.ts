import { type Day, edgeDay } from './calendar.ts'
import { type DateExpression, isPoint } from './date-expression.ts'
import { readEdtf } from './edtf-reading.ts'

/**
 * First and last day that a date allows, `YYYY-MM-DD` (years outside 0000–9999 with their sign: `-0044-03-15`,
 * `+17000-01-01`); null where the date has no limit on that side.
 */
export interface DateBounds {
  readonly earliest: string | null
  readonly latest: string | null
}

/**
 * Bounds of an EDTF date. The marks of doubt (`?`, `~`) do not widen them: how far "about" reaches is not stated.
 * Throws RangeError on a text that `parseDate` would not have given.
 */
export function dateBounds(edtf: string): DateBounds {
  const [first, last] = dayBounds(expressionOf(edtf))
  return { earliest: first ? isoDay(first) : null, latest: last ? isoDay(last) : null }
}

/**
 * Text whose plain byte order (collation C) is the order of dates: by earliest day, then by latest. A date without a
 * beginning comes before all others, one without an end after those that begin with it.
 */
export function sortKey(edtf: string): string {
  const [first, last] = dayBounds(expressionOf(edtf))
  return `${first ? dayKey(first) : '0'}/${last ? dayKey(last) : '9'}`
}

/** Negative, zero or positive, as for Array.sort: the order of `sortKey`. */
export function compareDates(a: string, b: string): number {
  const [left, right] = [sortKey(a), sortKey(b)]
  return left < right ? -1 : left > right ? 1 : 0
}

/**
 * True when the date may fall on a day between `from` and `to`, both included. Each limit is itself a date (`1976`
 * begins on its first day as `from` and ends on its last as `to`); null is no limit.
 */
export function overlaps(edtf: string, from: string | null, to: string | null): boolean {
  const [first, last] = dayBounds(expressionOf(edtf))
  const low = from === null ? undefined : dayBounds(expressionOf(from))[0]
  const high = to === null ? undefined : dayBounds(expressionOf(to))[1]
  const endsBefore = last !== undefined && low !== undefined && dayKey(last) < dayKey(low)
  const beginsAfter = first !== undefined && high !== undefined && dayKey(first) > dayKey(high)
  return !endsBefore && !beginsAfter
}

/** The parsed form of a stored date; RangeError when the text is not one. */
export function expressionOf(edtf: string): DateExpression {
  const reading = readEdtf(edtf)
  if (!reading.ok)
    throw new RangeError(`not a date of this product: ${JSON.stringify(edtf)} (${reading.reason.code})`)
  return reading.value
}

type Edges = readonly [Day | undefined, Day | undefined]

// A date that is read often is kept by `readEdtf`: its edges are found once, for as long as it is.
const known = new WeakMap<DateExpression, Edges>()

/** First and last day; undefined is no limit. */
export function dayBounds(date: DateExpression): Edges {
  let edges = known.get(date)
  if (!edges) known.set(date, (edges = findEdges(date)))
  return edges
}

function findEdges(date: DateExpression): Edges {
  if (isPoint(date)) return [edgeDay(date, 'first'), edgeDay(date, 'last')]
  if (date.kind === 'interval') {
    return [
      typeof date.from === 'string' ? undefined : edgeDay(date.from, 'first'),
      typeof date.to === 'string' ? undefined : edgeDay(date.to, 'last'),
    ]
  }
  const firsts = date.members.map((m) => edgeDay(isPair(m) ? m[0] : m, 'first'))
  const lasts = date.members.map((m) => edgeDay(isPair(m) ? m[1] : m, 'last'))
  return [
    date.earlier ? undefined : extreme(firsts, (a, b) => dayKey(a) < dayKey(b)),
    date.later ? undefined : extreme(lasts, (a, b) => dayKey(a) > dayKey(b)),
  ]
}

function isPair<T extends object>(member: T | readonly [T, T]): member is readonly [T, T] {
  return Array.isArray(member)
}

/** The foremost day by `wins`; undefined as soon as one of them has no limit. */
function extreme(days: readonly (Day | undefined)[], wins: (a: Day, b: Day) => boolean): Day | undefined {
  let best: Day | undefined
  for (const day of days) {
    if (!day) return undefined
    if (!best || wins(day, best)) best = day
  }
  return best
}

function isoDay({ year, month, day }: Day): string {
  const digits = String(Math.abs(year)).padStart(4, '0')
  const sign = year < 0 ? '-' : year > 9999 ? '+' : ''
  return `${sign}${digits}-${two(month)}-${two(day)}`
}

/**
 * `2` + number of digits + the year for years from 0 on, `1` + both complemented to nine for negative years, so that
 * more digits sort outwards on both sides.
 */
function dayKey({ year, month, day }: Day): string {
  const digits = String(Math.abs(year)).padStart(4, '0')
  const sized = `${digits.length}${digits}`
  const key = year < 0 ? `1${sized.replace(/\d/g, (d) => String(9 - Number(d)))}` : `2${sized}`
  return `${key}-${two(month)}-${two(day)}`
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
