import { decodeFile, findEncoding } from './encoding.ts'
import type { TabularLimits } from './limits.ts'
import { problem, refuseTable, type TabularProblem } from './problem.ts'
import { type JsonPiece, splitJsonList, splitJsonLines } from './json-splitter.ts'
import type { Table, TableRow } from './table.ts'

/** Records that are read ahead to find the columns. */
const AHEAD = 100

/** Opens a JSON list of objects or one object a line (NDJSON). See `openTable`. */
export async function openJson(
  path: string,
  format: 'json' | 'ndjson',
  limits: TabularLimits,
): Promise<Table> {
  const found = await findEncoding(path)
  const text = decodeFile(path, found)
  const pieces =
    format === 'json' ? splitJsonList(text, limits.cellLength) : splitJsonLines(text, limits.cellLength)
  const ahead: TableRow[] = []
  const columns = new Set<string>()
  const rows = readRows(pieces, limits)
  try {
    while (ahead.length < AHEAD) {
      const next = await rows.next()
      if (next.done) break
      ahead.push(next.value)
      for (const name of Object.keys(next.value.cells)) columns.add(name)
    }
    // One object over several lines is no list of lines: better said once than for every line.
    const bad = ahead.filter((row) => row.problems !== undefined).length
    if (format === 'ndjson' && ahead[0]?.problems && bad * 2 > ahead.length)
      throw refuseTable('json-not-a-list')
    if (columns.size > limits.columns) {
      throw refuseTable('too-many-columns', { found: columns.size, limit: limits.columns })
    }
  } catch (error) {
    await rows.return(undefined)
    throw error
  }
  return {
    format,
    encoding: found.encoding,
    columns: [...columns],
    warnings: found.warnings,
    rows: replay(ahead, rows, columns),
    close: async () => void (await rows.return(undefined)),
  }
}

async function* readRows(pieces: AsyncGenerator<JsonPiece>, limits: TabularLimits): AsyncGenerator<TableRow> {
  let row = 1
  try {
    for await (const piece of pieces) {
      row = piece.row
      if (row - 1 > limits.rows) throw refuseTable('too-many-rows', { limit: limits.rows }, { row })
      if (piece.text === undefined) {
        yield empty(row, problem('json-record-too-long', { limit: limits.cellLength }, { row }))
        continue
      }
      yield readRecord(piece.text, row)
    }
  } finally {
    await pieces.return(undefined)
  }
}

function readRecord(text: string, row: number): TableRow {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return empty(
      row,
      problem('json-invalid', { detail: error instanceof Error ? error.message : '' }, { row }),
    )
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return empty(row, problem('json-not-an-object', {}, { row }))
  }
  // No prototype: a column may be called __proto__.
  const cells: Record<string, string> = Object.create(null)
  for (const [name, cell] of Object.entries(value)) cells[name] = cellText(cell)
  return { row, cells }
}

function cellText(value: unknown): string {
  if (value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function empty(row: number, found: TabularProblem): TableRow {
  return { row, cells: {}, problems: [found] }
}

/** The rows read ahead, then the rest; a column that appears only later is named in the row where it does. */
async function* replay(
  ahead: readonly TableRow[],
  rest: AsyncGenerator<TableRow>,
  columns: ReadonlySet<string>,
): AsyncGenerator<TableRow> {
  try {
    yield* ahead
    for await (const row of rest) {
      const news = Object.keys(row.cells).filter((name) => !columns.has(name))
      const problems = news.map((name) => problem('json-new-column', { name }, { row: row.row }))
      yield problems.length === 0 ? row : { ...row, problems: [...(row.problems ?? []), ...problems] }
    }
  } finally {
    await rest.return(undefined)
  }
}
