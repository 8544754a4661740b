import { findDelimiter } from './csv-delimiter.ts'
import { createCsvScanner, type ScannedRow } from './csv-scanner.ts'
import { decodeFile, findEncoding } from './encoding.ts'
import { fitRow, readHeader } from './header.ts'
import type { TabularLimits } from './limits.ts'
import { problem, refuseTable, type TabularProblem } from './problem.ts'
import type { Table, TableRow } from './table.ts'

/** Text that is looked at to find the delimiter. */
const SAMPLE_LENGTH = 64 * 1024

/** Opens a CSV file; encoding and delimiter are found out. See `openTable`. */
export async function openCsv(path: string, limits: TabularLimits): Promise<Table> {
  const found = await findEncoding(path)
  const pieces = decodeFile(path, found)
  let sample = ''
  let ended = false
  while (sample.length < SAMPLE_LENGTH && !ended) {
    const next = await pieces.next()
    if (next.done) ended = true
    else sample += next.value
  }
  if (sample.includes('\0')) {
    await pieces.return(undefined)
    throw refuseTable('binary-file')
  }
  const { delimiter, hintLength } = findDelimiter(sample)
  const records = scanRecords(sample.slice(hintLength), pieces, delimiter, limits)
  try {
    const first = await records.next()
    if (first.done) throw refuseTable('empty-file')
    const header = readHeader(first.value.cells, first.value.row, limits)
    return {
      format: 'csv',
      encoding: found.encoding,
      delimiter,
      columns: header.columns,
      warnings: [...found.warnings, ...header.warnings, ...first.value.problems],
      rows: fitRows(records, header.columns.length, limits),
      close: async () => void (await records.return(undefined)),
    }
  } catch (error) {
    await records.return(undefined)
    throw error
  }
}

async function* scanRecords(
  sample: string,
  pieces: AsyncGenerator<string>,
  delimiter: string,
  limits: TabularLimits,
): AsyncGenerator<ScannedRow> {
  const scanner = createCsvScanner({ delimiter, cellLength: limits.cellLength, columns: limits.columns })
  try {
    yield* scanner.push(sample)
    for await (const piece of pieces) yield* scanner.push(piece)
    yield* scanner.end()
  } finally {
    await pieces.return(undefined)
  }
}

async function* fitRows(
  records: AsyncGenerator<ScannedRow>,
  width: number,
  limits: TabularLimits,
): AsyncGenerator<TableRow> {
  let count = 0
  for await (const { row, cells, width: inFile, problems } of records) {
    if (++count > limits.rows) throw refuseTable('too-many-rows', { limit: limits.rows }, { row })
    const fitted = fitRow(row, cells, width, withBadLetters(row, cells, problems), inFile)
    if (fitted) yield fitted
  }
}

/** Names the row in which a letter could not be read (U+FFFD), for files whose encoding is damaged. */
function withBadLetters(
  row: number,
  cells: readonly string[],
  problems: TabularProblem[],
): readonly TabularProblem[] {
  const at = cells.findIndex((cell) => cell.includes('\uFFFD'))
  return at < 0 ? problems : [...problems, problem('encoding-damaged', { count: 1 }, { row, column: at + 1 })]
}
