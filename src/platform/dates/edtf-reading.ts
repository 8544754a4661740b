import { parse } from 'edtf'
import { edgeDay, matchingNumbers } from './calendar.ts'
import type { Day } from './calendar.ts'
import type { DateExpression, DatePart, DatePoint, DateSet, IntervalEnd } from './date-expression.ts'
import { type Reading, refuse } from './date-reasons.ts'

/** Longest text that is read; the package's grammar is not linear in its input. */
export const LONGEST_DATE = 200

/** Years beyond this many digits are refused: nothing that is recorded here happened then. */
const MOST_YEAR_DIGITS = 9

/**
 * Reads an EDTF text (ISO 8601-2): levels 0 and 1, and of level 2 the marks on a part, unknown digits anywhere, sets
 * and lists, seasons with hemisphere, quarters, thirds and halves. Two forms are accepted beyond the package's grammar:
 * a mark after unknown digits (`197X~`) and on a season (`1976-21~`). Refused: implicit decades and centuries (`197`,
 * `19`: too often a slip for a year), significant digits and exponents.
 */
export function readEdtf(text: string): Reading<DateExpression> {
  const known = readings.get(text)
  if (known) return known
  const reading = readAnew(text)
  if (readings.size >= MOST_READINGS) readings.clear()
  if (text.length <= LONGEST_DATE) readings.set(text, reading)
  return reading
}

// The package's parser takes a tenth of a millisecond, and a record's date is read for its value, its keys and its text.
const MOST_READINGS = 10_000
const readings = new Map<string, Reading<DateExpression>>()

function readAnew(text: string): Reading<DateExpression> {
  if (text.length > LONGEST_DATE) return refuse('too-long', { length: text.length, limit: LONGEST_DATE })
  if (text === '') return refuse('empty')
  if (/^[[{]/.test(text)) return readSet(text)
  const sides = text.split('/')
  if (sides.length === 1) return readPoint(text)
  if (sides.length > 2) return refuse('not-readable', { text })
  return readInterval(sides[0] ?? '', sides[1] ?? '')
}

function readInterval(left: string, right: string): Reading<DateExpression> {
  const from = readEnd(left)
  if (!from.ok) return from
  const to = readEnd(right)
  if (!to.ok) return to
  if (reversed(from.value, to.value)) return refuse('interval-reversed', { from: left, to: right })
  return { ok: true, value: { kind: 'interval', from: from.value, to: to.value } }
}

function readEnd(text: string): Reading<IntervalEnd> {
  if (text === '') return { ok: true, value: 'unknown' }
  if (text === '..') return { ok: true, value: 'open' }
  return readPoint(text)
}

function reversed(from: IntervalEnd, to: IntervalEnd): boolean {
  if (typeof from === 'string' || typeof to === 'string') return false
  const first = edgeDay(from, 'first')
  const last = edgeDay(to, 'last')
  return first !== undefined && last !== undefined && isAfter(first, last)
}

function isAfter(a: Day, b: Day): boolean {
  return (a.year - b.year || a.month - b.month || a.day - b.day) > 0
}

function readSet(text: string): Reading<DateSet> {
  const shape = /^(?:\[(.+)\]|\{(.+)\})$/.exec(text)
  const body = shape?.[1] ?? shape?.[2]
  if (body === undefined) return refuse('not-readable', { text })
  const earlier = body.startsWith('..')
  const later = body.endsWith('..')
  const members: (DatePoint | readonly [DatePoint, DatePoint])[] = []
  for (const part of body.slice(earlier ? 2 : 0, later ? -2 : undefined).split(',')) {
    const ends = part.trim().split('..')
    const first = readPoint(ends[0] ?? '')
    if (!first.ok) return first
    if (ends.length === 1) {
      members.push(first.value)
      continue
    }
    const last = readPoint(ends[1] ?? '')
    if (!last.ok) return last
    if (ends.length > 2) return refuse('not-readable', { text })
    if (reversed(first.value, last.value))
      return refuse('interval-reversed', { from: ends[0] ?? '', to: ends[1] ?? '' })
    members.push([first.value, last.value])
  }
  return {
    ok: true,
    value: { kind: 'set', choice: text.startsWith('[') ? 'one' : 'all', members, earlier, later },
  }
}

const TIMED =
  /^(\d{4}-\d{2}-\d{2})T((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)$/
const CALENDAR = /^(-?[\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?$/

function readPoint(text: string): Reading<DatePoint> {
  if (/^-?\d{1,3}[?~%]?$/.test(text)) return refuse('incomplete-year', { text })
  const timed = TIMED.exec(text)
  if (timed) {
    const dated = readPoint(timed[1] ?? '')
    if (!dated.ok || dated.value.kind !== 'calendar') return dated
    return { ok: true, value: { ...dated.value, time: timed[2] ?? '' } }
  }
  const long = /^Y(-?)(\d{5,})$/.exec(text)
  if (long) {
    const digits = (long[2] ?? '').replace(/^0+/, '')
    if (digits.length > MOST_YEAR_DIGITS || digits.length < 5) return refuse('not-supported', { text })
    return {
      ok: true,
      value: { kind: 'calendar', year: `Y${long[1]}${digits}`, uncertain: [], approximate: [] },
    }
  }
  const bare = text.replace(/[?~%]/g, '')
  const shape = CALENDAR.exec(bare)
  if (!shape)
    return /^Y|S\d|E\d/.test(text) ? refuse('not-supported', { text }) : refuse('not-readable', { text })
  const [, year = '', month, day] = shape
  const marks = readMarks(text, bare)
  if (!marks) return refuse('not-readable', { text })
  if (month !== undefined && day === undefined && Number(month) >= 21 && Number(month) <= 41) {
    return { ok: true, value: { kind: 'season', year, code: Number(month), ...marks } }
  }
  return checkCalendar(text, year, month, day, marks)
}

function checkCalendar(
  text: string,
  year: string,
  month: string | undefined,
  day: string | undefined,
  marks: Marks,
): Reading<DatePoint> {
  const months = matchingNumbers(month, 1, 12)
  if (months.length === 0) return refuse('no-such-month', { month: month ?? '' })
  const point = {
    kind: 'calendar' as const,
    year,
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
    ...marks,
  }
  // XXXX-02-29 exists; edgeDay answers nothing for an unknown year, so it is asked about a leap year.
  const known = /^-?XXXX$/.test(year) ? { ...point, year: '2000' } : point
  if (!edgeDay(known, 'first'))
    return refuse('no-such-day', { day: day ?? '', month: month ?? '', year, text })
  return { ok: true, value: point }
}

interface Marks {
  readonly uncertain: readonly DatePart[]
  readonly approximate: readonly DatePart[]
}

/** The parts that `?` (uncertain), `~` (approximate) and `%` (both) rest on, as the package reads them. */
function readMarks(text: string, bare: string): Marks | undefined {
  const last = /[?~%]$/.test(text) ? text.slice(-1) : ''
  // A mark at the end of a date with unknown digits or of a season is ours to read: it rests on the whole date.
  const ours =
    last !== '' && text.slice(0, -1) === bare && (bare.includes('X') || /-(2[1-9]|3\d|4[01])$/.test(bare))
  try {
    const parsed = parse(ours ? bare : checkable(text), { level: 2 })
    const count = bare.replace(/^-/, '').split('-').length
    const all = (['year', 'month', 'day'] as const).slice(0, count)
    if (ours) return { uncertain: last === '~' ? [] : all, approximate: last === '?' ? [] : all }
    return { uncertain: partsOf(parsed.uncertain, all), approximate: partsOf(parsed.approximate, all) }
  } catch {
    // The package refuses days that no month has before we can say which; those texts go on without marks.
    return text === bare ? { uncertain: [], approximate: [] } : undefined
  }
}

/** Same marks on a day that every month has, so that an impossible day gets our reason instead of a syntax error. */
function checkable(text: string): string {
  return text.replace(
    /^([?~%]?-?[\dX]{4}[?~%]?-[?~%]?)\d\d([?~%]?-[?~%]?)\d\d/,
    (_, year: string, month: string) => `${year}01${month}01`,
  )
}

const PART_MASKS: Readonly<Record<DatePart, number>> = { year: 0b1111, month: 0b110000, day: 0b11000000 }

function partsOf(mask: number | boolean | undefined, all: readonly DatePart[]): readonly DatePart[] {
  if (mask === undefined || mask === false || mask === 0) return []
  if (mask === true) return all
  return all.filter((part) => (mask & PART_MASKS[part]) !== 0)
}
