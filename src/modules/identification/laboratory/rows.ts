/** A line of a table with its number in the file, from 1. */
export interface Row {
  readonly line: number
  readonly cells: readonly string[]
}

/** Lines of text, of any system's ending, the byte-order mark taken off. */
export const linesOf = (text: string): readonly string[] => text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)

/** The delimiter that the first line holds most of: tab, semicolon or comma. */
function delimiterOf(line: string): string {
  const count = (mark: string) => line.split(mark).length
  const marks = ['\t', ';', ','] as const
  return marks.reduce<string>((best, mark) => (count(mark) > count(best) ? mark : best), '\t')
}

/**
 * The rows of a table of laboratory data, empty lines left out. Cells are trimmed; in one between quotes the delimiter
 * does not count and `""` is a quote. A cell never holds a line's end.
 */
export function tableRows(text: string): readonly Row[] {
  const lines = linesOf(text)
  const delimiter = delimiterOf(lines.find((line) => line.trim() !== '') ?? '')
  return lines.flatMap((line, i) =>
    line.trim() === '' ? [] : [{ line: i + 1, cells: cellsOf(line, delimiter) }],
  )
}

function cellsOf(line: string, delimiter: string): readonly string[] {
  if (!line.includes('"')) return line.split(delimiter).map((cell) => cell.trim())
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (let i = 0; i < line.length; i++) {
    const c = line.charAt(i)
    if (c === '"' && quoted && line.charAt(i + 1) === '"') {
      cell += c
      i++
    } else if (c === '"') quoted = !quoted
    else if (c === delimiter && !quoted) {
      cells.push(cell.trim())
      cell = ''
    } else cell += c
  }
  return [...cells, cell.trim()]
}
