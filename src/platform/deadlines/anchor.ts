import { dateBounds, parseDate, type DateReason } from '#platform/dates'
import { addDays, type CivilDay, isCivilDay } from './civil-day.ts'
import { firstZone, type Instant, instantAt, isZone, lastZone } from './zone.ts'

/**
 * The event that a term is counted from. `moment` is one instant. `days` are the days on which it may have happened;
 * null is no limit on that side. `doubtful` when its writer marked it uncertain or approximate: bounds do not hold then.
 * `hour`: the hour was written, without a zone; the days are those of the place where it was written.
 */
export type Anchor =
  | { readonly kind: 'moment'; readonly at: Instant; readonly text: string }
  | {
      readonly kind: 'days'
      readonly earliest: CivilDay | null
      readonly latest: CivilDay | null
      readonly doubtful: boolean
      readonly hour: { readonly day: CivilDay; readonly milliseconds: number } | null
      readonly text: string
    }

/** An anchor, or why the text is none: a reason of `#platform/dates`, or an hour, zone or year that cannot be counted. */
export type AnchorReading =
  | { readonly ok: true; readonly anchor: Anchor }
  | { readonly ok: false; readonly reason: DateReason | 'no-such-hour' | 'no-such-zone' | 'year-outside' }

/**
 * Reads an event's date: EDTF or a date in words (all that `parseDate` reads), or a moment
 * `YYYY-MM-DDTHH:MM[:SS]` followed by `Z`, an offset `-03:00`, or a zone `[America/Argentina/Buenos_Aires]`.
 */
export function readAnchor(written: string): AnchorReading {
  const text = written.trim()
  const moment =
    /^([1-9]\d{3}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?\s*(?:\[([^\]]+)\])?$/i.exec(
      text,
    )
  if (moment) return readMoment(text, moment)
  const read = parseDate(text)
  if (!read.ok) return { ok: false, reason: read.reason }
  const { earliest, latest } = dateBounds(read.edtf)
  if ([earliest, latest].some((day) => day !== null && !isCivilDay(day)))
    return { ok: false, reason: 'year-outside' }
  const doubtful = /[?~%]/.test(read.edtf)
  return { ok: true, anchor: { kind: 'days', earliest, latest, doubtful, hour: null, text: read.edtf } }
}

/** The first and last instants that an anchor allows; a day without zone is any place's day. Null is no limit. */
export function instantsOf(anchor: Anchor): readonly [Instant | null, Instant | null] {
  if (anchor.kind === 'moment') return [anchor.at, anchor.at]
  const { hour, earliest, latest } = anchor
  if (hour)
    return [
      instantAt(hour.day, hour.milliseconds, firstZone),
      instantAt(hour.day, hour.milliseconds, lastZone),
    ]
  return [
    earliest === null ? null : instantAt(earliest, 0, firstZone),
    latest === null ? null : instantAt(addDays(latest, 1), 0, lastZone) - 1,
  ]
}

function readMoment(text: string, [, day = '', h, m, s, offset, zone]: RegExpExecArray): AnchorReading {
  const [hours, minutes, seconds] = [Number(h), Number(m), Number(s ?? 0)]
  if (!isCivilDay(day)) {
    const read = parseDate(day)
    return { ok: false, reason: read.ok ? 'year-outside' : read.reason }
  }
  if (hours > 23 || minutes > 59 || seconds > 59) return { ok: false, reason: 'no-such-hour' }
  const milliseconds = ((hours * 60 + minutes) * 60 + seconds) * 1000
  if (offset !== undefined) {
    const away = offsetOf(offset)
    if (away === null) return { ok: false, reason: 'no-such-zone' }
    return { ok: true, anchor: { kind: 'moment', at: instantAt(day, milliseconds, 'UTC') - away, text } }
  }
  if (zone !== undefined) {
    if (!isZone(zone)) return { ok: false, reason: 'no-such-zone' }
    return { ok: true, anchor: { kind: 'moment', at: instantAt(day, milliseconds, zone), text } }
  }
  const hour = { day, milliseconds }
  return { ok: true, anchor: { kind: 'days', earliest: day, latest: day, doubtful: false, hour, text } }
}

/** Milliseconds ahead of UTC; null beyond what any clock has ever shown (UTC-12 to UTC+14). */
function offsetOf(written: string): number | null {
  if (/^z$/i.test(written)) return 0
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(written) ?? []
  const away = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  return Number(minutes) < 60 && away >= -12 * 60 && away <= 14 * 60 ? away * 60_000 : null
}
