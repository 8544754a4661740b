import { open } from 'node:fs/promises'
import { openCsv } from './csv-reading.ts'
import { openJson } from './json-reading.ts'
import { DEFAULT_LIMITS, type TabularLimits } from './limits.ts'
import { refuseTable } from './problem.ts'
import type { Table, TableFormat } from './table.ts'
import { openXlsx } from './xlsx-reading.ts'
import { openZipTable } from './zip-reading.ts'

export interface OpenTableOptions {
  /** Name under which the file came; its ending tells the format unless `format` does. */
  readonly fileName: string
  readonly format?: TableFormat
  /** Sheet of a workbook; the first when absent. */
  readonly sheet?: string
  /** Folder for what is unpacked from a ZIP; needed for ZIP only. */
  readonly tempDir?: string
  readonly limits?: Partial<TabularLimits>
}

const ENDINGS: Readonly<Record<string, TableFormat>> = {
  csv: 'csv',
  tsv: 'csv',
  tab: 'csv',
  txt: 'csv',
  json: 'json',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  xls: 'xlsx',
  zip: 'zip',
}

/**
 * Opens a list that somebody sent: CSV, JSON, NDJSON, XLSX, or a ZIP with a CSV and files. Rows are read as they are
 * asked for; what is wrong comes with the row, and the rest is read all the same.
 *
 * @throws TabularRefusal when nothing can be read; the rows throw it too when reading cannot go on.
 */
export async function openTable(path: string, options: OpenTableOptions): Promise<Table> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const format = options.format ?? (await guessFormat(path, options.fileName))
  switch (format) {
    case 'csv':
      return openCsv(path, limits)
    case 'json':
    case 'ndjson':
      return openJson(path, format, limits)
    case 'xlsx':
      return openXlsx(path, options.sheet, limits)
    case 'zip':
      if (options.tempDir === undefined) throw new Error('openTable: a ZIP needs tempDir')
      return openZipTable(path, options.tempDir, limits)
  }
}

/** By the ending of the name; a CSV that is really a workbook, and a .json with one object a line, by first bytes. */
async function guessFormat(path: string, fileName: string): Promise<TableFormat> {
  const ending = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''
  const format = ENDINGS[ending]
  if (format === undefined) throw refuseTable('unknown-format', { ending })
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0)
    if (bytesRead === 0) throw refuseTable('empty-file')
    const start = buffer.subarray(0, bytesRead)
    if (format === 'csv' && isWorkbook(start)) return 'xlsx'
    if (format === 'json' && /^[\uFEFF\s]*\{/.test(start.toString('utf8'))) return 'ndjson'
    return format
  } finally {
    await file.close()
  }
}

/** First bytes of a ZIP, or of the container of old Excel files. */
function isWorkbook(start: Buffer): boolean {
  return start.length >= 4 && [0x504b0304, 0xd0cf11e0].includes(start.readUInt32BE(0))
}
