import type { TabularProblem } from './problem.ts'

export type TableFormat = 'csv' | 'json' | 'ndjson' | 'xlsx' | 'zip'

/**
 * One row. `row` is the number that a spreadsheet shows. Cells are in the order of the columns (CSV, XLSX), or by name
 * (JSON, where other values than text are written as JSON).
 */
export interface TableRow {
  readonly row: number
  readonly cells: readonly string[] | Readonly<Record<string, string>>
  /** What was wrong in this row; the row is given as far as it could be read. */
  readonly problems?: readonly TabularProblem[]
}

/** A table opened for one reading from beginning to end. */
export interface Table {
  readonly format: TableFormat
  /** Name of the encoding found: utf-8, utf-16le, utf-16be, windows-1252. */
  readonly encoding: string
  /** Only for CSV. */
  readonly delimiter?: string
  readonly columns: readonly string[]
  readonly rows: AsyncIterable<TableRow>
  /** What is wrong with the file as a whole; it is read all the same. */
  readonly warnings: readonly TabularProblem[]
  /** Only for ZIP: the files beside the table. */
  readonly files?: TableFiles
  /** Releases the file; to be called whether or not the rows were read. */
  close(): Promise<void>
}

/** Files of a ZIP, unpacked one by one when asked for. */
export interface TableFiles {
  readonly names: readonly string[]
  /** Unpacks into the temporary folder under a name of our own and gives its path; undefined when there is none such. */
  extract(name: string): Promise<string | undefined>
}
