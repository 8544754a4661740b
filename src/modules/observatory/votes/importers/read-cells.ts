import type { RowCells } from '../../files/csv-rows.ts'

/** A whole number that may be written `120.0`; null when the cell is empty, `NA`, or anything else. */
export function wholeNumber(cells: RowCells, i: number): number | null {
  const whole = cells.integer(i)
  if (!Number.isNaN(whole)) return whole
  const text = cells.text(i)
  return /^-?\d{1,9}\.0+$/.test(text) ? Number.parseInt(text, 10) : null
}

/** A cell as text; R's `NA` is nothing. Not for codes of countries: Namibia is `NA`. */
export const said = (cells: RowCells, i: number): string => {
  const text = cells.text(i)
  return text === 'NA' ? '' : text
}

/** A day as `YYYY-MM-DD`; a time after it is left out. Empty when it is none, or does not exist. */
export function isoDay(text: string): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(text.trim())
  if (!found) return ''
  const day = `${found[1]}-${found[2]}-${found[3]}`
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : ''
}

/** A title without what catalogues add to it: `: resolution / adopted by the General Assembly`, with its slips. */
export const plainTitle = (title: string): string =>
  title
    .replace(/\s*:\s*P?\s*(?:draft )?(?:resolution|decision|amendments?|statement)\s*(?:\/.*)?$/iu, '')
    .replace(/\s*\/\s*(?:adopted by|General Assembly|Security Council|Human Rights Council).*$/iu, '')
    .replace(/\s*\/\s*$/u, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()

/** A symbol of a document without its revision or addendum: `A/HRC/58/L.7/Rev.1` → `A/HRC/58/L.7`. */
export const baseSymbol = (symbol: string): string =>
  symbol
    .trim()
    .replace(/(?:\/(?:Rev|Add|Corr)\.\d+)+$/iu, '')
    .trim()
