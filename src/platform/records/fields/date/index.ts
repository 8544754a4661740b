import { dateBounds, dateReasonText, formatDate, parseDate, sortKey } from '#platform/dates'
import { type FieldType, notText } from '../field-type.ts'

/** The keys of the first and the last day that a date allows; `0` and `9` where it has no limit. */
const dayKeys = (edtf: string): readonly [string, string] => {
  const [first = '', last = ''] = sortKey(edtf).split('/')
  return [first, last]
}

/** The year of a day as `dateBounds` writes it; undefined for years that are not of four digits. */
const yearOf = (day: string): number | undefined => {
  const year = /^(\d{4})-/.exec(day)?.[1]
  return year === undefined ? undefined : Number(year)
}

/** The limits of keys for dates that may fall between two dates. */
export interface DateWindow {
  /** The key of the latest day is at least this. */
  readonly from?: string
  /** The date's own key is below this. */
  readonly below?: string
  /** Of a date that begins before `from` and is not `long`, the key of the latest day is below this. */
  readonly until?: string
}

/** The window of two dates, each EDTF or undefined. */
export function dateWindow(from: string | undefined, to: string | undefined): DateWindow {
  const earliest = from === undefined ? null : dateBounds(from).earliest
  const latest = to === undefined ? null : dateBounds(to).latest
  const year = earliest === null ? undefined : yearOf(earliest)
  return {
    ...(from !== undefined && earliest !== null && { from: dayKeys(from)[0] }),
    // Own keys go on with `/`, which stands just before `0` in C order.
    ...(to !== undefined && latest !== null && { below: `${dayKeys(to)[1]}0` }),
    ...(year !== undefined && year < 9_998 && { until: dayKeys(String(year + 2).padStart(4, '0'))[0] }),
  }
}

const notDay = {
  en: 'A whole day is needed here, such as 2026-11-21.',
  es: 'Aquí hace falta un día completo, por ejemplo 2026-11-21.',
  ca: 'Aquí cal un dia complet, per exemple 2026-11-21.',
}

/** A date that may be uncertain, approximate, a range or open: kept as EDTF text (ISO 8601-2). */
export const date: FieldType<string> = {
  name: 'date',
  parse(raw, field) {
    if (typeof raw !== 'string' && typeof raw !== 'number') return { problem: notText }
    const read = parseDate(String(raw).trim())
    if (read.ok && field.exact && !/^\d{4}-\d\d-\d\d$/.test(read.edtf)) return { problem: notDay }
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
  // A range filter needs both ends: earliest <= to and latest >= from. The few that end more than a year after the
  // year they begin in, or have no end, are kept apart, so that those which straddle `from` are found near it.
  extraKeys(value) {
    const { earliest, latest } = dateBounds(value)
    const key = dayKeys(value)[1]
    const [first, last] = [earliest, latest].map((day) => (day === null ? undefined : yearOf(day)))
    const long = first === undefined || last === undefined || last - first > 1
    return long ? { latest: key, long: key } : { latest: key }
  },
  show: (value, _field, _schema, lang) => formatDate(value, lang),
  jsonSchema: () => ({
    type: 'string',
    description: 'EDTF (ISO 8601-2), e.g. 1976-11, 1976?, 1976-11/1977-02',
  }),
}
