import { dateBounds, dateReasonText, formatDate, parseDate, sortKey } from '#platform/dates'
import { type FieldType, notText } from '../field-type.ts'

/** The key of one day: what a date's own key begins with when that day is its earliest. */
const dayKey = (day: string): string => sortKey(day).split('/')[0] ?? ''

/**
 * The limits of keys for dates that may fall between two dates, each EDTF or undefined: a date's own key is below
 * `below`, the key of its latest day at least `from`.
 */
export function dateWindow(
  from: string | undefined,
  to: string | undefined,
): { readonly from?: string; readonly below?: string } {
  const earliest = from === undefined ? null : dateBounds(from).earliest
  const latest = to === undefined ? null : dateBounds(to).latest
  return {
    ...(earliest !== null && { from: dayKey(earliest) }),
    // Own keys go on with `/`, which stands just before `0` in C order.
    ...(latest !== null && { below: `${dayKey(latest)}0` }),
  }
}

/** A date that may be uncertain, approximate, a range or open: kept as EDTF text (ISO 8601-2). */
export const date: FieldType<string> = {
  name: 'date',
  parse(raw) {
    if (typeof raw !== 'string' && typeof raw !== 'number') return { problem: notText }
    const read = parseDate(String(raw).trim())
    if (read.ok) return { value: read.edtf }
    const { reason } = read
    return {
      problem: {
        en: dateReasonText(reason, 'en'),
        es: dateReasonText(reason, 'es'),
        ca: dateReasonText(reason, 'ca'),
      },
    }
  },
  keys: (value) => [sortKey(value)],
  // A range filter needs both ends: earliest <= to and latest >= from.
  extraKeys(value) {
    const { latest } = dateBounds(value)
    return { latest: latest === null ? '9' : dayKey(latest) }
  },
  show: (value, _field, _schema, lang) => formatDate(value, lang),
  jsonSchema: () => ({
    type: 'string',
    description: 'EDTF (ISO 8601-2), e.g. 1976-11, 1976?, 1976-11/1977-02',
  }),
}
