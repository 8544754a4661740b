import type { CalendarPoint, DatePoint, SeasonPoint } from './date-expression.ts'

/** A day of the proleptic Gregorian calendar; year 0 is 1 BC. */
export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Number of days of a month, leap years as in ISO 8601 (year 0 and negative years included). */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** The first or last day that a date allows; undefined when its year is wholly unknown or no such day exists. */
export function edgeDay(point: DatePoint, edge: 'first' | 'last'): Day | undefined {
  return point.kind === 'season' ? edgeOfSeason(point, edge) : edgeOfCalendar(point, edge)
}

/** The numbers that a pattern with X allows between two limits, ascending: `1X` between 1 and 12 is 10, 11, 12. */
export function matchingNumbers(pattern: string | undefined, low: number, high: number): number[] {
  const matches: number[] = []
  const shape = pattern === undefined ? undefined : new RegExp(`^${pattern.replaceAll('X', '\\d')}$`)
  for (let n = low; n <= high; n++) if (!shape || shape.test(String(n).padStart(2, '0'))) matches.push(n)
  return matches
}

/** The lowest and highest year of a year's text; undefined for XXXX. */
export function yearRange(year: string): readonly [number, number] | undefined {
  if (/^-?XXXX$/.test(year)) return undefined
  const text = year.replace(/^Y/, '')
  const a = Number(text.replaceAll('X', '0'))
  const b = Number(text.replaceAll('X', '9'))
  return [Math.min(a, b), Math.max(a, b)]
}

function edgeOfCalendar(point: CalendarPoint, edge: 'first' | 'last'): Day | undefined {
  const range = yearRange(point.year)
  if (!range) return undefined
  const step = edge === 'first' ? 1 : -1
  const pick = (numbers: readonly number[]): number[] =>
    edge === 'first' ? [...numbers] : [...numbers].reverse()
  const [start, end] = edge === 'first' ? range : [range[1], range[0]]
  // More than one year is visited only for 29 February with unknown digits in the year.
  for (let year = start; step > 0 ? year <= end : year >= end; year += step) {
    for (const month of pick(matchingNumbers(point.month, 1, 12))) {
      const day = pick(matchingNumbers(point.day, 1, daysInMonth(year, month)))[0]
      if (day !== undefined) return { year, month, day }
    }
  }
  return undefined
}

/**
 * Months of each code, as [years added, month] of its first and last month. Astronomical and calendar practice are
 * both covered, so a season takes four months; without a hemisphere (21–24) both hemispheres are covered. A season
 * over the new year is covered on both sides of its year: which one the writer counted it in is not known.
 */
function monthsOfCode(code: number): readonly [readonly [number, number], readonly [number, number]] {
  if (code === 21 || code === 23)
    return [
      [0, 3],
      [0, 12],
    ]
  if (code === 22 || code === 24)
    return [
      [-1, 12],
      [1, 3],
    ]
  if (code <= 32) {
    const turn = code <= 28 ? code - 25 : (code - 29 + 2) % 4
    if (turn === 3)
      return [
        [-1, 12],
        [1, 3],
      ]
    return [
      [0, 3 + 3 * turn],
      [0, 6 + 3 * turn],
    ]
  }
  const [first, length] = code <= 36 ? [33, 3] : code <= 39 ? [37, 4] : [40, 6]
  const start = (code - first) * length + 1
  return [
    [0, start],
    [0, start + length - 1],
  ]
}

function edgeOfSeason(point: SeasonPoint, edge: 'first' | 'last'): Day | undefined {
  const range = yearRange(point.year)
  if (!range) return undefined
  const [first, last] = monthsOfCode(point.code)
  const [shift, month] = edge === 'first' ? first : last
  const year = (edge === 'first' ? range[0] : range[1]) + shift
  return { year, month, day: edge === 'first' ? 1 : daysInMonth(year, month) }
}
