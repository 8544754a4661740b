import { addDays, minutesOf } from './days.ts'
import type { PlannedActivity } from './plan.ts'

/** One entry of a calendar, in the words of whoever reads it. */
export interface CalendarEntry {
  readonly id: string
  readonly summary: string
  readonly location: string
  readonly description: string
  readonly day: string
  /** Local times; null for the whole day. */
  readonly from: string | null
  readonly to: string | null
  readonly confidential: boolean
  readonly updatedAt: Date
}

/** The towns' time, written out: names of zones are known to most programs, their rules to all when they stand here. */
const zone = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Madrid',
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/**
 * A calendar as iCalendar text (RFC 5545): lines ended by CRLF and folded at 75 octets, times with their zone.
 */
export function writeCalendar(name: string, entries: readonly CalendarEntry[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Amparo//Visits//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...zone,
    ...entries.flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines(entry: CalendarEntry): string[] {
  const date = entry.day.replaceAll('-', '')
  return [
    'BEGIN:VEVENT',
    `UID:${entry.id}@amparo`,
    `DTSTAMP:${entry.updatedAt
      .toISOString()
      .replace(/\.\d+Z$/, 'Z')
      .replaceAll(/[-:]/g, '')}`,
    ...(entry.from === null
      ? [`DTSTART;VALUE=DATE:${date}`, `DTEND;VALUE=DATE:${addDays(entry.day, 1).replaceAll('-', '')}`]
      : [
          `DTSTART;TZID=Europe/Madrid:${date}T${entry.from}00`,
          ...(entry.to === null ? [] : [`DTEND;TZID=Europe/Madrid:${date}T${entry.to}00`]),
        ]),
    `SUMMARY:${escaped(entry.summary)}`,
    ...(entry.location === '' ? [] : [`LOCATION:${escaped(entry.location)}`]),
    ...(entry.description === '' ? [] : [`DESCRIPTION:${escaped(entry.description)}`]),
    `CLASS:${entry.confidential ? 'CONFIDENTIAL' : 'PRIVATE'}`,
    'END:VEVENT',
  ]
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}${String(minutes % 60).padStart(2, '0')}`

/**
 * An activity as an entry; null without an exact day. Calendars are copied to telephones and to companies' servers:
 * of what must not be announced only the time is written, under `hidden`, without title, place or people.
 */
export function calendarEntry(
  activity: PlannedActivity,
  words: { readonly hidden: string; readonly rule: string; readonly people: string },
): CalendarEntry | null {
  if (activity.day === null) return null
  const [start, end] = [minutesOf(activity.start), minutesOf(activity.end)]
  const never = activity.publicity === 'never'
  const timed = start !== null && start < 1440
  return {
    id: activity.id,
    day: activity.day,
    from: timed ? clock(start) : null,
    to: timed && end !== null && end > start && end < 1440 ? clock(end) : null,
    updatedAt: activity.updatedAt,
    confidential: never,
    summary: never ? words.hidden : activity.title,
    location: never ? '' : [activity.place, activity.town.title].filter(Boolean).join(', '),
    description: never ? '' : [words.rule, words.people].filter(Boolean).join('\n'),
  }
}

const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n')

/** No line over 75 octets; never inside a character. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let size = 0
  for (const character of line) {
    const octets = Buffer.byteLength(character)
    // A continued line begins with a space, which counts.
    if (size + octets > 75) {
      parts.push(part)
      part = ''
      size = 1
    }
    part += character
    size += octets
  }
  return [...parts, part].join('\r\n ')
}
