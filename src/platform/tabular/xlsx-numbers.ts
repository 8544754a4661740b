/** Built-in number formats of SpreadsheetML that show a date or a time. */
const DATE_FORMATS: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54,
  55, 56, 57, 58,
])

/** True when the format shows a date or time: letters of a date outside quotes, brackets and escapes. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return DATE_FORMATS.has(id)
  const bare = code
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/_./g, '')
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, '')
    .split(';')[0]
  return (
    bare !== undefined &&
    !/general/i.test(bare) &&
    /[dmyhs]/i.test(bare) &&
    !/[#0?]\.?[#0?]*[eE][+-]/.test(bare)
  )
}

const DAY = 86_400_000

/**
 * Date of a serial number as ISO text: `YYYY-MM-DD`, with `THH:MM:SS` when it has a time, only the time below 1.
 * Excel counts a 29 February 1900 that never was: serials below 60 are one day off and corrected here.
 */
export function serialDate(serial: number, from1904: boolean): string | undefined {
  if (!Number.isFinite(serial) || serial < 0 || serial >= 2_958_466) return undefined
  const days = from1904 ? serial : serial < 60 ? serial + 1 : serial
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
  // Rounded to the second: times are fractions of a day.
  const moment = new Date(start + Math.round((days * DAY) / 1000) * 1000).toISOString()
  const time = moment.slice(11, 19)
  if (serial < 1 && !from1904) return time
  return time === '00:00:00' ? moment.slice(0, 10) : `${moment.slice(0, 10)}T${time}`
}

/** A number as Excel shows it unformatted: fifteen significant digits, so that 0.1+0.2 is 0.3. */
export function numberText(stored: string): string {
  const value = Number(stored)
  if (stored.trim() === '' || !Number.isFinite(value)) return stored
  if (Number.isInteger(value)) return Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value)
  return String(Number(value.toPrecision(15)))
}
