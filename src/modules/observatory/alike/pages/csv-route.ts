import { type Route, type Visit, route, stream } from '#platform/http'
import { writeLedger } from '#platform/ledger'
import type { Tx } from '#platform/records'
import { writeOwnCell } from '#platform/tabular'

/** A cell: text, or a number that a program is to read as one. */
export type CsvCell = string | number

/** A view as a table for other programs. */
export interface CsvTable {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly CsvCell[])[]
}

/** A table with its head as the first row. */
export const rowsOf = ({ columns, rows }: CsvTable): readonly (readonly CsvCell[])[] => [columns, ...rows]

/** The address `path` gives a view as CSV to who may take data out; on the ledger as an export. */
export const csvRoute = (path: string, read: (visit: Visit, tx: Tx) => Promise<CsvTable>): Route =>
  route({
    method: 'get',
    path,
    may: 'export',
    handle: (visit) =>
      visit.within(async (tx) => {
        const table = await read(visit, tx)
        const { name, rows } = table
        await writeLedger(tx, 'export.run', null, { figures: name, format: 'csv', rows: rows.length })
        return stream(linesOf(table), `${name}.csv`, 'text/csv; charset=utf-8')
      }),
  })

/** Lines some thousand at a time. Text that a spreadsheet would take for a formula is told apart; a number is a number, also below 0. */
async function* linesOf({ columns, rows }: CsvTable): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`\uFEFF${lineOf(columns)}`)
  for (let from = 0; from < rows.length; from += 2000)
    yield Buffer.from(
      rows
        .slice(from, from + 2000)
        .map(lineOf)
        .join(''),
    )
}

const lineOf = (cells: readonly CsvCell[]): string =>
  `${cells.map((cell) => (typeof cell === 'number' ? (Number.isFinite(cell) ? String(cell) : '') : quoted(writeOwnCell(cell)))).join(',')}\r\n`

const quoted = (text: string): string =>
  /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
