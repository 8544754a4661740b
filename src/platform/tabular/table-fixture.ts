import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type OpenTableOptions, openTable, type Table, type TableRow, TabularRefusal } from './index.ts'

/** Writes a file into a new temporary folder and gives its path. */
export function fixture(name: string, content: string | Uint8Array): string {
  const path = join(mkdtempSync(join(tmpdir(), 'tabular-')), name)
  writeFileSync(path, content)
  return path
}

export interface ReadTable extends Omit<Table, 'rows' | 'close'> {
  readonly rows: readonly TableRow[]
  /** Cells without their row numbers. */
  readonly cells: readonly TableRow['cells'][]
  /** Problems of all rows as "code row:column". */
  readonly problems: readonly string[]
}

/** Reads a whole table and closes it. */
export async function readTable(path: string, options: Partial<OpenTableOptions> = {}): Promise<ReadTable> {
  const table = await openTable(path, { fileName: path, ...options })
  try {
    const rows: TableRow[] = []
    for await (const row of table.rows) rows.push(row)
    return {
      ...table,
      rows,
      cells: rows.map((row) => row.cells),
      problems: rows.flatMap((row) => row.problems ?? []).map(said),
    }
  } finally {
    await table.close()
  }
}

export function said(problem: { code: string; row?: number; column?: number }): string {
  return `${problem.code} ${problem.row ?? ''}:${problem.column ?? ''}`
}

/** The code of the problem for which the table is refused; throws when it is not. */
export async function refusal(reading: Promise<unknown>): Promise<string> {
  try {
    await reading
  } catch (error) {
    if (error instanceof TabularRefusal) return error.problem.code
    throw error
  }
  throw new Error('the table was not refused')
}
