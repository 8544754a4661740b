import { addDays, type CivilDay, dayNumber } from './civil-day.ts'

/** A moment: milliseconds since 1970-01-01T00:00Z. */
export type Instant = number

/** The first and the last clocks of the world to end a day: what a day can mean when its zone is not known. */
export const firstZone = 'Etc/GMT-14'
export const lastZone = 'Etc/GMT+12'

const MINUTE = 60_000
const formats = new Map<string, Intl.DateTimeFormat>()

/** True for a name of the IANA time zone database that this Node knows. */
export function isZone(zone: string): boolean {
  try {
    formatOf(zone)
    return true
  } catch {
    return false
  }
}

/** What the clocks of `zone` show at an instant, `YYYY-MM-DDTHH:MM:SS`. Throws RangeError on an unknown zone. */
export function wallClock(instant: Instant, zone: string): string {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  )
  return `${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}:${parts['second']}`
}

/** The day that the calendars of `zone` show at an instant. */
export const dayAt = (instant: Instant, zone: string): CivilDay => wallClock(instant, zone).slice(0, 10)

/**
 * The instant at which the clocks of `zone` show this time. A time shown twice (clocks put back) is the first of the two;
 * a time never shown (clocks put forward) is as if the clocks had not yet been changed.
 */
export function instantAt(day: CivilDay, milliseconds: number, zone: string): Instant {
  const wanted = dayNumber(day) * 86_400_000 + milliseconds
  const found = [86_400_000, -86_400_000]
    .map((away) => wanted - offsetAt(wanted - away, zone))
    .filter((instant) => instant + offsetAt(instant, zone) === wanted)
  return found.length > 0 ? Math.min(...found) : wanted - offsetAt(wanted - 86_400_000, zone)
}

/** The last millisecond of a day by the clocks of `zone`: a term that ends on a day ends then. */
export const endOfDay = (day: CivilDay, zone: string): Instant => instantAt(addDays(day, 1), 0, zone) - 1

/** ISO 8601 with the offset of the zone at that moment: `2027-02-28T23:59:59-05:00`. */
export function isoInZone(instant: Instant, zone: string): string {
  const minutes = Math.round(offsetAt(instant, zone) / MINUTE)
  const [hour, minute] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  const two = (n: number) => String(n).padStart(2, '0')
  return `${wallClock(instant, zone)}${minutes < 0 ? '-' : '+'}${two(hour)}:${two(minute)}`
}

/** How far the clocks of `zone` are ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: Instant, zone: string): number {
  const whole = Math.floor(instant / 1000) * 1000
  return Date.parse(`${wallClock(whole, zone)}Z`) - whole
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const kept = formats.get(zone)
  if (kept) return kept
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(zone, format)
  return format
}
