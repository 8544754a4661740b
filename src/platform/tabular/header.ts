import type { TabularLimits } from './limits.ts'
import { problem, refuseTable, type TabularProblem } from './problem.ts'
import type { TableRow } from './table.ts'

export interface Header {
  readonly columns: readonly string[]
  readonly warnings: readonly TabularProblem[]
}

/**
 * Names of the columns from the header's cells. Empty cells at its end are dropped; an empty name inside becomes
 * "column 3", a repeated one "name (2)", each with a warning.
 */
export function readHeader(cells: readonly string[], row: number, limits: TabularLimits): Header {
  const names = cells.map((cell) => cell.trim())
  while (names.length > 0 && names.at(-1) === '') names.pop()
  if (names.length === 0) throw refuseTable('empty-file')
  if (names.length > limits.columns) {
    throw refuseTable('too-many-columns', { found: names.length, limit: limits.columns }, { row })
  }
  const warnings: TabularProblem[] = []
  const taken = new Set(names)
  const seen = new Set<string>()
  const columns = names.map((name, index) => {
    const at = { row, column: index + 1 }
    if (name === '') warnings.push(problem('header-empty', { name: `column ${index + 1}` }, at))
    else if (!seen.has(name)) {
      seen.add(name)
      return name
    }
    const given = freeName(name, index + 1, taken)
    taken.add(given)
    if (name !== '') warnings.push(problem('header-duplicate', { name, given }, at))
    return given
  })
  return { columns, warnings }
}

function freeName(name: string, column: number, taken: ReadonlySet<string>): string {
  if (name === '' && !taken.has(`column ${column}`)) return `column ${column}`
  const base = name === '' ? `column ${column}` : name
  let count = 2
  while (taken.has(`${base} (${count})`)) count++
  return `${base} (${count})`
}

/** A row with exactly one cell for each column; undefined when it is blank. What had to be changed is a problem. */
export function fitRow(
  row: number,
  cells: readonly string[],
  width: number,
  problems: readonly TabularProblem[],
  /** Cells in the file, when more than were kept. */
  inFile = cells.length,
): TableRow | undefined {
  if (problems.length === 0 && cells.every((cell) => cell === '')) return undefined
  const found: TabularProblem[] = [...problems]
  let fitted = cells
  if (cells.length < width) {
    found.push(problem('too-few-cells', { found: cells.length, expected: width }, { row }))
    fitted = [...cells, ...Array<string>(width - cells.length).fill('')]
  } else if (cells.length > width) {
    if (cells.slice(width).some((cell) => cell !== '')) {
      found.push(problem('too-many-cells', { found: inFile, expected: width }, { row, column: width + 1 }))
    }
    fitted = cells.slice(0, width)
  }
  return found.length > 0 ? { row, cells: fitted, problems: found } : { row, cells: fitted }
}
