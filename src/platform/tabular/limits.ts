/** How much of a file is accepted. Text is counted in UTF-16 units, sizes in bytes. */
export interface TabularLimits {
  /** One cell, or one record of a JSON file. */
  readonly cellLength: number
  readonly columns: number
  readonly rows: number
  /** Workbook: everything in it, unpacked. */
  readonly workbookBytes: number
  readonly workbookCells: number
  readonly workbookSheets: number
  /** Workbook: memory of the thread that reads it, in MB. */
  readonly workbookMemory: number
  readonly zipEntries: number
  readonly zipEntryBytes: number
  readonly zipTotalBytes: number
  /** Unpacked to packed size, for entries of more than a megabyte. Real tables stay below 50. */
  readonly zipRatio: number
}

const MB = 1024 * 1024

export const DEFAULT_LIMITS: TabularLimits = {
  cellLength: MB,
  columns: 4000,
  rows: 5_000_000,
  workbookBytes: 512 * MB,
  workbookCells: 10_000_000,
  workbookSheets: 200,
  workbookMemory: 256,
  zipEntries: 20_000,
  zipEntryBytes: 1024 * MB,
  zipTotalBytes: 8 * 1024 * MB,
  zipRatio: 200,
}
