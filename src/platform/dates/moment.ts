import type { Language } from '#platform/i18n'
import { formatDate } from './date-formatting.ts'

/**
 * A moment as people agree on it: a day and a time on the clocks of a place. Written `2026-11-21T20:00[Europe/Madrid]`,
 * after RFC 9557 without the offset, which a change of the law of that place would make wrong.
 */
const shape = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)\[([A-Za-z0-9_+\-/]{1,60})\]$/

const formatters = new Map<string, Intl.DateTimeFormat | null>()

function clockOf(zone: string): Intl.DateTimeFormat | null {
  let known = formatters.get(zone)
  if (known === undefined) {
    try {
      known = new Intl.DateTimeFormat('en-GB', {
        timeZone: zone,
        hourCycle: 'h23',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
      })
    } catch {
      known = null
    }
    // Names come from whoever types: only those that exist are kept.
    if (known) formatters.set(zone, known)
  }
  return known
}

/** Whether the name is of a zone with clocks that this machine knows (`America/Argentina/Buenos_Aires`). */
export const isZone = (zone: string): boolean => /^[A-Za-z]/.test(zone) && clockOf(zone) !== null

/** What the clocks of `zone` show at an instant, as milliseconds of UTC that read the same. */
function shownAt(zone: string, instant: number): number {
  const parts = Object.fromEntries(
    (clockOf(zone)?.formatToParts(instant) ?? []).map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

const dayMs = 86_400_000

/**
 * The instant of a moment. A time that the clocks show twice is the first of the two, so that nobody waits an hour too
 * long; one that they skip is as long after the change as it was meant to be before. Throws on a text that
 * `parseMoment` did not give.
 */
export function instantOf(moment: string): Date {
  const read = shape.exec(moment)
  const zone = read?.[6] ?? ''
  if (!read || !isZone(zone)) throw new Error(`not a moment: ${moment}`)
  const [, year, month, day, hour, minute] = read.map(Number)
  const local = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute)
  const before = shownAt(zone, local - dayMs) - (local - dayMs)
  const after = shownAt(zone, local + dayMs) - (local + dayMs)
  const fitting = [local - before, local - after].filter((at) => shownAt(zone, at) === local)
  return new Date(fitting.length > 0 ? Math.min(...fitting) : local - before)
}

/** The moment that an instant is on the clocks of `zone`. */
export const momentAt = (instant: Date, zone: string): string =>
  `${new Date(shownAt(zone, instant.getTime())).toISOString().slice(0, 16)}[${zone}]`

/** The parts of a moment, for a form. */
export function momentParts(moment: string): {
  readonly day: string
  readonly time: string
  readonly zone: string
} {
  const [, local = '', zone = ''] = /^(.{16})\[(.+)\]$/.exec(moment) ?? []
  return { day: local.slice(0, 10), time: local.slice(11), zone }
}

/** Reads a moment as it is written, or from its parts; null where it is none. */
export function parseMoment(raw: unknown): string | null {
  const given =
    typeof raw === 'string'
      ? raw.trim()
      : typeof raw === 'object' && raw !== null && !Array.isArray(raw)
        ? written(raw as Readonly<Record<string, unknown>>)
        : ''
  const read = shape.exec(given)
  if (!read || !isZone(read[6] ?? '')) return null
  const local = given.slice(0, 16)
  const at = new Date(`${local}:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(local) ? given : null
}

function written(parts: Readonly<Record<string, unknown>>): string {
  const { day, time, zone } = parts
  const clock = /^(\d{1,2})[:.h](\d\d)$/.exec(typeof time === 'string' ? time.trim() : '')
  if (typeof day !== 'string' || typeof zone !== 'string' || !clock) return ''
  return `${day.trim()}T${(clock[1] ?? '').padStart(2, '0')}:${clock[2]}[${zone.trim()}]`
}

/** A moment in words, with its place: `21 November 2026, 20:00 (Buenos Aires)`. */
export function formatMoment(moment: string, language: Language): string {
  const { day, time, zone } = momentParts(moment)
  return `${formatDate(day, language)}, ${time} (${(zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')})`
}
