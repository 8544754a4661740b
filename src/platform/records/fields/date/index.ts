import { dateBounds, dateReasonText, formatDate, parseDate, sortKey } from '#platform/dates'
import { type FieldType, notText } from '../field-type.ts'

/** A date that may be uncertain, approximate, a range or open: kept as EDTF text (ISO 8601-2). */
export const date: FieldType<string> = {
  name: 'date',
  parse(raw) {
    if (typeof raw !== 'string' && typeof raw !== 'number') return { problem: notText }
    const read = parseDate(String(raw).trim())
    if (read.ok) return { value: read.edtf }
    const { reason } = read
    return {
      problem: { en: dateReasonText(reason, 'en'), es: dateReasonText(reason, 'es'), ca: dateReasonText(reason, 'ca') },
    }
  },
  keys: (value) => [sortKey(value)],
  // A range filter needs both ends: earliest <= to and latest >= from.
  extraKeys: (value) => ({ latest: dateBounds(value).latest ?? '9999-12-31' }),
  show: (value, _field, _schema, lang) => formatDate(value, lang),
  jsonSchema: () => ({ type: 'string', description: 'EDTF (ISO 8601-2), e.g. 1976-11, 1976?, 1976-11/1977-02' }),
}
