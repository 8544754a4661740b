import { polityByName, polityByCode, type CodeSystem } from '#catalogue/polities'
import { guessStyle } from '../reading/number-text.ts'

/** What the columns of a table seem to hold: the beginning of a form, never an import. */
export interface GuessedColumns {
  readonly code: { readonly column: string; readonly system: CodeSystem } | null
  readonly name: string | null
  readonly year: string | null
  /** Several columns are named by years. */
  readonly yearsAcross: boolean
  /** Columns of numbers that are neither of these. */
  readonly values: readonly string[]
}

const systems: readonly CodeSystem[] = ['iso3', 'iso2', 'vdem', 'cow', 'gw']
const isYear = (text: string): boolean => /^(1[6-9]|20)\d\d(\.0+)?$/.test(text)

/** The share of non-empty cells that pass. */
function share(cells: readonly string[], pass: (cell: string) => boolean): number {
  const said = cells.filter((cell) => cell !== '')
  return said.length === 0 ? 0 : said.filter(pass).length / said.length
}

/** Looks at the first rows: codes and names are those that states answer to, years are years. */
export function guessColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): GuessedColumns {
  const cells = header.map((_, i) => rows.map((row) => row[i] ?? ''))
  const of = (name: string): readonly string[] => cells[header.indexOf(name)] ?? []
  const best = <T>(
    candidates: readonly { readonly at: T; readonly score: number }[],
    least: number,
  ): T | null => {
    const top = candidates.toSorted((a, b) => b.score - a.score)[0]
    return top && top.score >= least ? top.at : null
  }
  const year = best(
    header.map((at) => ({ at, score: share(of(at), isYear) + (/year|año|any/i.test(at) ? 0.1 : 0) })),
    0.9,
  )
  const code = best(
    header
      .filter((at) => at !== year)
      .flatMap((column) =>
        systems.map((system, i) => ({
          at: { column, system },
          // Of systems that fit alike the usual one comes first; numbers are codes only where the column says so.
          score:
            (system === 'cow' || system === 'gw') && !new RegExp(`${system}|ccode|code`, 'i').test(column)
              ? 0
              : share(of(column), (cell) => polityByCode(system, cell) !== null) - i / 100,
        })),
      ),
    0.7,
  )
  const name = best(
    header
      .filter((at) => at !== code?.column)
      .map((at) => ({ at, score: share(of(at), (cell) => polityByName(cell, undefined, 'list') !== null) })),
    0.5,
  )
  return {
    code,
    name,
    year,
    yearsAcross:
      year === null && header.filter((one) => isYear(one.replace(/ ?\[YR\d{4}\]$/, ''))).length >= 2,
    values: header.filter(
      (one) =>
        one !== '' &&
        one !== year &&
        one !== code?.column &&
        one !== name &&
        guessStyle(of(one)).is !== 'none' &&
        of(one).some((cell) => cell !== ''),
    ),
  }
}
