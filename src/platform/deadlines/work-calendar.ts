import { addDays, type CivilDay, weekday } from './civil-day.ts'

/** A day on which an office or a court may be closed. */
export interface ClosedDay {
  readonly date: CivilDay
  readonly name: Readonly<Record<string, string>>
  /**
   * True when the law closes everything on that day. False when it may be open for the office that counts, or is not yet
   * decided: such days make a range, and the end that comes first counts.
   */
  readonly certain: boolean
  /** Ids or words of the law behind it. */
  readonly source: readonly string[]
}

/** The working days of a place, between two days, both included; outside of them nothing is known. */
export interface WorkCalendar {
  readonly id: string
  readonly from: CivilDay
  readonly to: CivilDay
  /** Days of rest of the week, 1 Monday to 7 Sunday. */
  readonly weekend: readonly number[]
  readonly closed: readonly ClosedDay[]
}

/** How days that are not certainly closed are read. */
export type UncertainAs = 'open' | 'closed'

/** True when the office works on that day; RangeError outside of what the calendar covers. */
export function isWorkingDay(day: CivilDay, calendar: WorkCalendar, uncertainAs: UncertainAs): boolean {
  if (day < calendar.from || day > calendar.to)
    throw new RangeError(`the calendar ${calendar.id} says nothing of ${day}`)
  if (calendar.weekend.includes(weekday(day))) return false
  return !calendar.closed.some((one) => one.date === day && (one.certain || uncertainAs === 'closed'))
}

/**
 * The working day that is `count` working days later (earlier when negative); the day counted from is not counted and may
 * be any day. Null when the count leaves what the calendar covers. Throws RangeError when `count` is not a whole number.
 */
export function addWorkingDays(
  day: CivilDay,
  count: number,
  calendar: WorkCalendar,
  uncertainAs: UncertainAs,
): CivilDay | null {
  if (!Number.isInteger(count)) throw new RangeError(`not a number of days: ${count}`)
  const step = Math.sign(count)
  let [at, left] = [day, Math.abs(count)]
  while (left > 0) {
    at = addDays(at, step)
    if (at < calendar.from || at > calendar.to) return null
    if (isWorkingDay(at, calendar, uncertainAs)) left--
  }
  return at
}

/**
 * A calendar with an organisation's own closed days added (a court's recess, a local holiday). A day named again takes
 * the place of the one it had, so that what was uncertain can be settled.
 */
export function withClosedDays(calendar: WorkCalendar, own: readonly ClosedDay[]): WorkCalendar {
  const named = new Set(own.map(({ date }) => date))
  return { ...calendar, closed: [...calendar.closed.filter(({ date }) => !named.has(date)), ...own] }
}
