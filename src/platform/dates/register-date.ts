import { type Reading, refuse } from './date-reasons.ts'
import { readEdtf } from './edtf-reading.ts'

const MONTHS = ['ENE', 'FEB', 'MAR', 'ABR', 'MAY', 'JUN', 'JUL', 'AGO', 'SEP', 'OCT', 'NOV', 'DIC']
const MONTH = `(?:${MONTHS.join('|')})`
const DAY = '(?:1º|\\d{1,2})'

/** Each rule: a shape, and how its groups are written in EDTF. Slashes divide day, month and year; a hyphen a range. */
const RULES: readonly (readonly [RegExp, (...groups: string[]) => string])[] = [
  [/^AÑO\/(\d{4})$/, (year) => `${year}`],
  [new RegExp(`^(${MONTH})/(\\d{4})$`), (month, year) => `${year}-${monthNumber(month)}`],
  [
    new RegExp(`^(${MONTH})-(${MONTH})/(\\d{4})$`),
    (from, to, year) => `${year}-${monthNumber(from)}/${year}-${monthNumber(to)}`,
  ],
  [/^(?:princ|med|fines)\/(\d{4})$/, (year) => `${year}~`],
  [/^(?:princ|med|fines)\/(\d{2})\/(\d{4})$/, (month, year) => `${year}-${month}~`],
  [new RegExp(`^(${DAY})/(\\d{1,2})/(\\d{4})$`), (day, month, year) => dayOf(year, month, day)],
  [
    new RegExp(`^(${DAY})-(${DAY})/(\\d{1,2})/(\\d{4})$`),
    (from, to, month, year) => `${dayOf(year, month, from)}/${dayOf(year, month, to)}`,
  ],
]

/**
 * Reads a date of the Argentine register of victims of State terrorism (RUVTE): `1º/06/1976`, `MAY/1977`,
 * `FEB-MAR/1977`, `20-23/02/1976`, `princ/11/1976`, `fines/1975`, `AÑO/1976`, and plain dd/mm/yyyy.
 *
 * Gives the EDTF text. Ranges over two months or years, fortnights and "sin datos fecha" are refused on purpose: the
 * register's own words stay as they are until a person has looked at them.
 */
export function parseRegisterDate(text: string): Reading<string> {
  const trimmed = text.trim()
  if (trimmed === '') return refuse('empty')
  for (const [shape, write] of RULES) {
    const found = shape.exec(trimmed)
    if (!found) continue
    const edtf = write(...found.slice(1))
    const reading = readEdtf(edtf)
    return reading.ok ? { ok: true, value: edtf } : reading
  }
  return refuse('not-readable', { text: trimmed })
}

function monthNumber(name: string | undefined): string {
  return String(MONTHS.indexOf(name ?? '') + 1).padStart(2, '0')
}

function dayOf(year = '', month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.replace('º', '').padStart(2, '0')}`
}
