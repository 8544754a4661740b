import type { Table } from './model.ts'
import { plainOf } from './rich-text.ts'

const oneLine = 14

/**
 * Parts of the width for each column; `null` for one whose cells are all short, which takes what it needs. A column
 * of much text gets more, but not in proportion (the root), and none gets less than its longest usual word needs.
 * One column at least has a part, so that every table is as wide as the text.
 */
export function columnWidths(table: Table): readonly (number | null)[] {
  const cells = table.columns.map(({ label }, at) => [
    label,
    ...table.rows.map((row) => plainOf(row[at] ?? '')),
  ])
  const wanted = table.columns.map(({ width }, at) => {
    if (width !== undefined && width > 0) return width
    const own = cells[at] ?? []
    if (own.every((cell) => cell.length <= oneLine)) return null
    const average = own.reduce((sum, cell) => sum + cell.length, 0) / own.length
    return Math.round(
      own.slice(0, 500).reduce((most, cell) => Math.max(most, longestWord(cell)), Math.sqrt(average) * 3),
    )
  })
  if (wanted.some((one) => one !== null)) return wanted
  return wanted.length > 6 ? wanted.map(() => 1) : wanted.map((one, at) => (at === 0 ? 1 : one))
}

const longestWord = (text: string): number =>
  Math.min(
    18,
    text.split(/\s+/).reduce((most, word) => Math.max(most, word.length), 4),
  )
