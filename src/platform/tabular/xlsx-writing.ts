import { once } from 'node:events'
import { PassThrough, type Readable } from 'node:stream'
import { refuseTable } from './problem.ts'
import type { RowSource } from './table-writing.ts'

/** What a sheet can hold. */
const CELL_LENGTH = 32_767
const SHEET_ROWS = 1_048_576

/** Rows between two looks at whether the reader keeps up. */
const PAUSE_ROWS = 200

export interface XlsxOptions {
  /** Name of the sheet; signs that Excel does not allow become spaces, and 31 characters are kept. */
  readonly sheet?: string
}

/**
 * An Excel workbook with one sheet as a byte stream. All cells are text, so none is a formula and none is turned into
 * a number or date; no `'` is put in front. The stream fails with a TabularRefusal on what a sheet cannot hold.
 */
export function writeXlsx(
  columns: readonly string[],
  rows: RowSource<readonly string[]>,
  { sheet = 'Sheet1' }: XlsxOptions = {},
): Readable {
  const out = new PassThrough({ highWaterMark: 256 * 1024 })
  write(out, columns, rows, sheet).catch((error: unknown) => {
    out.destroy(error instanceof Error ? error : new Error(String(error)))
  })
  return out
}

async function write(
  out: PassThrough,
  columns: readonly string[],
  rows: RowSource<readonly string[]>,
  sheet: string,
): Promise<void> {
  // Loaded when a workbook is asked for: it is large, and most runs never write one.
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: out,
    useSharedStrings: false,
    useStyles: false,
  })
  const worksheet = workbook.addWorksheet(sheetName(sheet))
  let row = 1
  worksheet.addRow(cells(columns, row)).commit()
  for await (const source of rows) {
    row++
    if (row > SHEET_ROWS) throw refuseTable('too-many-rows-for-workbook', { limit: SHEET_ROWS - 1 })
    worksheet.addRow(cells(source, row)).commit()
    if (out.destroyed) return
    // exceljs does not wait for its reader: what is not taken yet would pile up here.
    if (row % PAUSE_ROWS === 0) await settled(out)
  }
  worksheet.commit()
  await workbook.commit()
}

/** Waits for the packer to catch up, and for the reader when the stream is full. */
async function settled(out: PassThrough): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
  while (!out.destroyed && (out.writableNeedDrain || out.readableLength > out.readableHighWaterMark)) {
    await Promise.race([once(out, 'drain'), once(out, 'close'), once(out, 'end')])
  }
}

function cells(source: readonly string[], row: number): string[] {
  const long = source.findIndex((cell) => cell.length > CELL_LENGTH)
  if (long >= 0) {
    throw refuseTable('cell-too-long-for-workbook', { limit: CELL_LENGTH }, { row, column: long + 1 })
  }
  return source.map(escapeExcelText)
}

/** Signs that XML forbids are written as Excel does, `_x0001_`, and a text that looks so is escaped itself. */
function escapeExcelText(cell: string): string {
  return (
    cell
      .replace(/_(?=x[\da-fA-F]{4}_)/g, '_x005F_')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is escaped
      .replace(
        /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
        (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
      )
  )
}

function sheetName(name: string): string {
  const clean = name
    .replace(/[\\/?*:[\]]/g, ' ')
    .replace(/^'+|'+$/g, '')
    .trim()
    .slice(0, 31)
  return clean === '' ? 'Sheet1' : clean
}
