/** A day of the Gregorian calendar, `YYYY-MM-DD`, year 1000 to 9999; no hour and no zone. Text order is time order. */
export type CivilDay = string

const DAY = 86_400_000

/** The day as a count of days since 1970-01-01. Throws RangeError on a text that is no day. */
export function dayNumber(day: CivilDay): number {
  const found = /^([1-9]\d{3})-(\d\d)-(\d\d)$/.exec(day)
  const milliseconds = found ? Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3])) : Number.NaN
  // Date.UTC turns 30 February into 2 March: only what comes back as it was written is a day.
  if (!found || new Date(milliseconds).toISOString().slice(0, 10) !== day)
    throw new RangeError(`not a day: ${JSON.stringify(day)}`)
  return milliseconds / DAY
}

/** The day with this number. Throws RangeError outside of the years 1000 to 9999. */
export function dayOfNumber(number: number): CivilDay {
  const date = new Date(number * DAY)
  const day = Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
  if (!/^[1-9]\d{3}-\d\d-\d\d$/.test(day))
    throw new RangeError(`outside of the years 1000 to 9999: ${number}`)
  return day
}

/** True for `YYYY-MM-DD` that is a day of the calendar. */
export function isCivilDay(text: string): boolean {
  try {
    dayNumber(text)
    return true
  } catch {
    return false
  }
}

/**
 * The day `count` days later (earlier when negative). The day counted from is not itself counted: one day after Monday
 * is Tuesday, as in the European Convention on the Calculation of Time-Limits (Basel 1972), art. 3.
 */
export const addDays = (day: CivilDay, count: number): CivilDay => dayOfNumber(dayNumber(day) + count)

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: CivilDay, to: CivilDay): number => dayNumber(to) - dayNumber(from)

/** 1 for Monday to 7 for Sunday (ISO 8601). 1970-01-01 was a Thursday. */
export const weekday = (day: CivilDay): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1

/**
 * The day `count` calendar months later (earlier when negative): the same day of the month, or the last day of the month
 * when it has no such day (31 August + 6 months is 28 February; Basel 1972, art. 4.2). Months are not thirty days.
 */
export function addMonths(day: CivilDay, count: number): CivilDay {
  dayNumber(day)
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count
  const [year, month] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1]
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const dayOfMonth = Math.min(Number(day.slice(8, 10)), last)
  return dayOfNumber(Date.UTC(year, month - 1, dayOfMonth) / DAY)
}
