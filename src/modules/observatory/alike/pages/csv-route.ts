import { type Route, type Visit, route, stream } from '#platform/http'
import { writeLedger } from '#platform/ledger'
import type { Tx } from '#platform/records'
import { writeCsv } from '#platform/tabular'

/** A view as a table for other programs: what it is of, first, then its rows. */
export interface CsvTable {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** The address `path` gives a view as CSV to who may take data out; on the ledger as an export. */
export const csvRoute = (path: string, read: (visit: Visit, tx: Tx) => Promise<CsvTable>): Route =>
  route({
    method: 'get',
    path,
    may: 'export',
    handle: (visit) =>
      visit.within(async (tx) => {
        const { name, columns, rows } = await read(visit, tx)
        await writeLedger(tx, 'export.run', null, { figures: name, format: 'csv', rows: rows.length })
        return stream(writeCsv(columns, rows), `${name}.csv`, 'text/csv; charset=utf-8')
      }),
  })
