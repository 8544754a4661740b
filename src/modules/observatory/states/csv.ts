import { type Visit, download } from '#platform/http'
import { writeLedger } from '#platform/ledger'
import type { Tx } from '#platform/records'
import { writeOwnCell } from '#platform/tabular'

/** A table as a file for spreadsheets; on the ledger, since it leaves. `name` without its ending. */
export async function csvAnswer(
  tx: Tx,
  name: string,
  rows: readonly (readonly (string | number | null)[])[],
): Promise<Response> {
  await writeLedger(tx, 'export.run', null, { figures: name, format: 'csv', rows: rows.length })
  const cell = (value: string | number | null) =>
    `"${(typeof value === 'number' ? String(value) : writeOwnCell(value ?? '')).replaceAll('"', '""')}"`
  return download(
    `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`,
    `${name}.csv`,
    'text/csv; charset=utf-8',
  )
}

/** The same address as a file: `.csv` behind its path, its choices kept. */
export const csvHref = ({ url }: Pick<Visit, 'url'>): string => `${url.pathname}.csv${url.search}`
