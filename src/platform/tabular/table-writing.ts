import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'
import { writeOwnCell } from './formula-cells.ts'

/** Rows to write; read once, only as fast as the file is taken. */
export type RowSource<T> = AsyncIterable<T> | Iterable<T>

export interface CsvOptions {
  readonly delimiter?: ',' | ';' | '\t'
  /** Byte-order mark, by which Excel knows UTF-8; on unless turned off. */
  readonly mark?: boolean
}

/** Text that is gathered before it is handed on. */
const PIECE_LENGTH = 64 * 1024

/**
 * CSV (RFC 4180, UTF-8, CRLF) as a byte stream, the header first. Cells that a spreadsheet would take for formulas get
 * a `'` in front, header included; `readOwnCell` takes it off again.
 */
export function writeCsv(
  columns: readonly string[],
  rows: RowSource<readonly string[]>,
  { delimiter = ',', mark = true }: CsvOptions = {},
): Readable {
  // A lone empty cell is quoted: an empty line would be read as no row at all.
  const line = (cells: readonly string[]): string =>
    cells.length === 1 && cells[0] === ''
      ? '""\r\n'
      : stringify([cells.map(writeOwnCell)], {
          delimiter,
          record_delimiter: '\r\n',
          quoted_match: /[\r\n"]|^\s|\s$/,
        })
  async function* lines(): AsyncGenerator<string> {
    yield (mark ? '\uFEFF' : '') + line(columns)
    for await (const row of rows) yield line(row)
  }
  return bytes(lines())
}

/** One JSON object a line. */
export function writeNdjson(records: RowSource<unknown>): Readable {
  async function* lines(): AsyncGenerator<string> {
    for await (const record of records) yield `${JSON.stringify(record)}\n`
  }
  return bytes(lines())
}

/** One JSON list, an element a line. */
export function writeJson(records: RowSource<unknown>): Readable {
  async function* lines(): AsyncGenerator<string> {
    let first = true
    yield '['
    for await (const record of records) {
      yield `${first ? '\n' : ',\n'}${JSON.stringify(record)}`
      first = false
    }
    yield first ? ']\n' : '\n]\n'
  }
  return bytes(lines())
}

/** Short texts are joined, so that a stream of many rows is not a stream of many tiny chunks. */
function bytes(texts: AsyncGenerator<string>): Readable {
  async function* pieces(): AsyncGenerator<Buffer> {
    let text = ''
    for await (const next of texts) {
      text += next
      if (text.length < PIECE_LENGTH) continue
      yield Buffer.from(text)
      text = ''
    }
    if (text !== '') yield Buffer.from(text)
  }
  return Readable.from(pieces(), { objectMode: false })
}
