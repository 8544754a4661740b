import { dateReasonText, parseRegisterDate } from '#platform/dates'
import type { Labels } from '#platform/i18n'

/** What reading a cell gives: a raw value for the field's own check, or why it cannot be read. */
export type CellReading = { readonly raw: unknown } | { readonly problem: Labels }

const particles = new Set('de del la las los y e da do dos das di du van von der den el al i d'.split(' '))

/**
 * A name written in capitals as names are written; what is not all in capitals stays. Particles inside a name are
 * small (`DE LA CRUZ` → `de la Cruz`), letters after an apostrophe or hyphen are not (`D'ANGELO` → `D'Angelo`).
 */
export function writeName(text: string): string {
  if (text !== text.toUpperCase()) return text
  return text
    .split(/\s+/)
    .map((word) =>
      particles.has(word.toLowerCase())
        ? word.toLowerCase()
        : word
            .toLowerCase()
            .replace(
              /(^|[-'’.(])(\p{L})/gu,
              (_, before: string, letter: string) => before + letter.toUpperCase(),
            ),
    )
    .join(' ')
}

const registerDate = (cell: string): CellReading => {
  const read = parseRegisterDate(cell)
  if (read.ok) return { raw: read.value }
  const { reason } = read
  return {
    problem: {
      en: dateReasonText(reason, 'en'),
      es: dateReasonText(reason, 'es'),
      ca: dateReasonText(reason, 'ca'),
    },
  }
}

/** The ways to read a cell that are not the field's own. Each takes one value of the cell, without outer space. */
const readers = {
  /** As it stands; the field's check reads dates, labels of terms and so on. */
  text: (cell) => ({ raw: cell }),
  /** A date of the Argentine register of victims: `1º/06/1976`, `MAY/1977`, `fines/1975`. */
  register_date: registerDate,
  /** `ABACHIAN; JUAN CARLOS` or `Abachian, Juan Carlos`: family name first. */
  surname_first: (cell) => {
    const at = /[;,]/.exec(cell)?.index
    if (at === undefined) return { raw: { full: writeName(cell) } }
    const family = writeName(cell.slice(0, at).trim())
    const given = writeName(cell.slice(at + 1).trim())
    return { raw: { family, given, full: [given, family].filter(Boolean).join(' ') } }
  },
  /** A name in capitals as names are written. */
  name: (cell) => ({ raw: writeName(cell) }),
  /** Places from the smallest to the largest, ` | ` between them: as one text. */
  place_line: (cell) => ({
    raw: cell
      .split('|')
      .map((part) => writeName(part.trim()))
      .filter(Boolean)
      .join(', '),
  }),
  /** The last of several parts divided by `|`. */
  last_part: (cell) => ({ raw: cell.split('|').at(-1)?.trim() ?? '' }),
  /** `-34.6|-58.4`: latitude and longitude. */
  lat_lon: (cell) => {
    const [lat, lon] = cell.split(/[|;]/).map((part) => part.trim())
    return { raw: { lat, lon } }
  },
  /** `label|https://…`, or the address alone: the address. */
  link: (cell) => ({ raw: cell.split('|').at(-1)?.trim() ?? '' }),
  /** `Group::Term`: the term. */
  grouped_term: (cell) => ({ raw: cell.split('::').at(-1)?.trim() ?? '' }),
  /** `from:to` or `from~to`, either side may be empty: a range. */
  date_range: (cell) => {
    const [from = '', to = ''] = cell
      .split(cell.includes('~') ? '~' : ':')
      .map((day) => day.trim().replaceAll('/', '-'))
    return {
      raw:
        from === '' && to === ''
          ? ''
          : from === to || (to === '' && !/[:~]/.test(cell))
            ? from
            : `${from}/${to}`,
    }
  },
  /** The first four digits that may be a year. */
  year: (cell) => ({ raw: /\b(?:1[0-9]|20)\d\d\b/.exec(cell)?.[0] ?? cell }),
} as const satisfies Record<string, (cell: string) => CellReading>

export type ReaderName = keyof typeof readers
export const readerNames = Object.keys(readers) as readonly ReaderName[]

/** Reads one value of a cell. */
export const readCell = (name: ReaderName, cell: string): CellReading => readers[name](cell)
