import type { Labels } from '#platform/i18n'
import { type TableRow, readOwnCell, tabularProblemText } from '#platform/tabular'
import { type Finding, finding } from './finding.ts'
import { words } from './words.ts'

/** What the reading of the file itself found in a row. In a file of ours a U+FFFD is a letter like any other. */
export const tableFindings = (row: TableRow, own: boolean): readonly Finding[] =>
  (row.problems ?? [])
    .filter((one) => !(own && one.code === 'encoding-damaged'))
    .map((one) => {
      if (one.code === 'json-new-column')
        return finding(row.row, 'review', '', one.params['name'], words.newColumn)
      const { row: _row, column: _column, ...said } = one
      const message: Labels = {
        en: tabularProblemText(said, 'en'),
        es: tabularProblemText(said, 'es'),
        ca: tabularProblemText(said, 'ca'),
      }
      return finding(row.row, 'refused', '', one.column === undefined ? '' : `column ${one.column}`, message)
    })

/** A row's cell by the name of its column. */
export type CellOf = (column: string) => string | undefined

/** How the cells of a table's rows are found by name, whatever its format. */
export function cellFinder(columns: readonly string[]): (row: TableRow) => CellOf {
  const index = new Map(columns.map((column, at) => [column, at]))
  return ({ cells }) => {
    if (Array.isArray(cells)) {
      const list = cells as readonly string[]
      return (column) => {
        const at = index.get(column)
        return at === undefined ? undefined : list[at]
      }
    }
    const named = cells as Readonly<Record<string, string>>
    return (column) => named[column]
  }
}

/** The row with our sign against formulas taken off its cells. */
export const unsigned = (row: TableRow): TableRow =>
  Array.isArray(row.cells) ? { ...row, cells: (row.cells as readonly string[]).map(readOwnCell) } : row
