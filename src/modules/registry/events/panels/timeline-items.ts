import { dateBounds, formatDate, sortKey } from '#platform/dates'
import type { Language } from '#platform/i18n'
import type { TimelineItem } from '#web/charts'

/** Something to be placed in time by an uncertain date. */
export interface Dated {
  readonly key: string
  /** EDTF, or anything else for what has no date. */
  readonly date: unknown
  readonly label: string
  readonly href?: string
  readonly note?: TimelineItem['note']
  /** `span` for what lasts from the beginning of the date to its end. */
  readonly kind?: TimelineItem['kind']
}

/** Dates in their order, as the timeline draws them, and how many things have none. */
export function timelineItems(
  dated: readonly Dated[],
  language: Language,
): { readonly items: readonly TimelineItem[]; readonly undated: number } {
  const known = dated.flatMap((one) =>
    typeof one.date === 'string' && one.date !== '' ? [{ ...one, date: one.date }] : [],
  )
  const items = known
    .map((one) => ({ ...one, order: sortKey(one.date) }))
    .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : a.key < b.key ? -1 : 1))
    .map(({ key, date, label, href, note, kind }): TimelineItem => {
      const { earliest, latest } = dateBounds(date)
      return {
        key,
        kind: kind ?? 'point',
        earliest: drawnDay(earliest),
        latest: drawnDay(latest),
        uncertain: /[?~%X]/.test(date),
        label,
        when: formatDate(date, language),
        href,
        note,
      }
    })
  return { items, undated: dated.length - known.length }
}

/** A day as the calendar of the drawing reads it: years beyond four digits have a sign and six of them. */
function drawnDay(day: string | null): string | null {
  if (day === null) return null
  const [, sign = '', year = '', rest = ''] = /^([+-]?)(\d+)(-\d\d-\d\d)$/.exec(day) ?? []
  if (sign === '' && year.length === 4) return day
  // Beyond what a browser's calendar can hold, an end is as good as open.
  return year.length > 6 || Number(year) > 270_000 ? null : `${sign || '+'}${year.padStart(6, '0')}${rest}`
}
