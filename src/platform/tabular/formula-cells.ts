/**
 * A spreadsheet takes a cell that begins with one of these for a formula, and a formula can send data away. The
 * apostrophe is among them so that taking one away always gives the cell back.
 */
const RISKY = /^[=+\-@\t\r']/

/** The cell as it is written into a file for spreadsheets: `'` in front of what would be taken for a formula. */
export function writeOwnCell(cell: string): string {
  return RISKY.test(cell) ? `'${cell}` : cell
}

/** The cell back from a file that this product wrote: strips exactly one `'`. Not for other people's files. */
export function readOwnCell(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell
}
