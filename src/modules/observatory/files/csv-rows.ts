import { refuseFile } from './refusal.ts'
import type { ColumnsAsked } from './csv-columns.ts'

/** The cells of one row, while it is being looked at. */
export interface RowCells {
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number
  /** Column `i` as a whole number; NaN when it is anything else, empty included. */
  integer(i: number): number
  /** Column `i` as a number with a decimal point; NaN when it is empty, `NA` or no number. */
  number(i: number): number
  /** Column `i` as text, without its quotes and the blanks around it. */
  text(i: number): string
}

const LF = 10
const CR = 13
const QUOTE = 34
const BLANK = 32

/** A row longer than this has lost a quote somewhere. */
const MOST_BYTES = 4 * 1024 * 1024

/** Cuts bytes into rows and their cells. `push` as they come, then `end`. */
export function createRowCutter(file: string, asked: ColumnsAsked, onRow: (cells: RowCells) => void) {
  const names = [...asked.required, ...(asked.optional ?? [])]
  const start = new Int32Array(names.length)
  const end = new Int32Array(names.length)
  /** Place among the columns asked for of each column of the file; -1 when nobody asked. */
  let places: Int32Array | undefined
  let found: ReadonlySet<string> = new Set()
  let separator = 44
  let rest: Buffer = Buffer.alloc(0)
  let row = 0
  let rows = 0
  let afterCr = false
  let bytes: Buffer = rest

  const cells: RowCells = {
    get row() {
      return row
    },
    integer: (i) => integerIn(bytes, start[i] ?? 0, end[i] ?? 0),
    number(i) {
      const text = cells.text(i)
      return text === '' ? Number.NaN : Number(text)
    },
    text: (i) => textIn(bytes, start[i] ?? 0, end[i] ?? 0),
  }

  /** One row, from its first byte to the one after its last. */
  function take(from: number, to: number): void {
    row++
    if (places === undefined) {
      const header = readHeader(file, bytes.subarray(from, to), asked)
      ;({ places, found, separator } = header)
      return
    }
    if (from === to) return
    start.fill(0)
    end.fill(0)
    // Held here: what a closure holds is looked up again for every byte.
    const [data, cut, target, starts, ends] = [bytes, separator, places, start, end]
    const columns = target.length
    let column = 0
    let cell = from
    let quoted = false
    for (let at = from; at < to; at++) {
      const byte = data[at] as number
      if (byte === cut) {
        if (quoted) continue
        const place = column < columns ? (target[column] as number) : -1
        if (place >= 0) {
          starts[place] = cell
          ends[place] = at
        }
        column++
        cell = at + 1
      } else if (byte === QUOTE) quoted = !quoted
    }
    const last = column < columns ? (target[column] as number) : -1
    if (last >= 0) {
      starts[last] = cell
      ends[last] = to
    }
    column++
    if (column !== places.length) throw refuseWidth(file, row, column, places.length)
    rows++
    onRow(cells)
  }

  function cut(chunk: Buffer, last: boolean): void {
    bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    // What was kept over was looked at before, but a row is short and the quotes must be counted from its start.
    let from = 0
    let open = false
    const next = (byte: number, at: number): number => {
      const found = bytes.indexOf(byte, at)
      return found < 0 ? Infinity : found
    }
    let [lf, cr, quote] = [next(LF, 0), next(CR, 0), next(QUOTE, 0)]
    for (;;) {
      let to = Math.min(lf, cr)
      // A line end between quotes is none.
      while (quote < to) {
        const close = next(QUOTE, quote + 1)
        open = close === Infinity
        if (open) break
        if (lf < close) lf = next(LF, close + 1)
        if (cr < close) cr = next(CR, close + 1)
        to = Math.min(lf, cr)
        quote = next(QUOTE, close + 1)
      }
      if (open || to === Infinity) break
      const byte = bytes[to]
      if (!(byte === LF && afterCr && to === from)) take(from, to)
      afterCr = byte === CR
      from = to + 1
      if (byte === LF) lf = next(LF, from)
      else cr = next(CR, from)
    }
    if (last) {
      if (open) throw refuseQuote(file, row + 1)
      if (from < bytes.length) take(from, bytes.length)
      rest = Buffer.alloc(0)
    } else {
      if (bytes.length - from > MOST_BYTES) throw refuseQuote(file, row + 1)
      rest = Buffer.from(bytes.subarray(from))
    }
  }

  return {
    push: (chunk: Buffer): void => cut(chunk, false),
    end(): { readonly rows: number; readonly found: ReadonlySet<string> } {
      cut(Buffer.alloc(0), true)
      if (places === undefined)
        throw refuseFile(
          { file },
          { en: 'the file is empty', es: 'el archivo está vacío', ca: 'el fitxer és buit' },
          {
            en: 'Fetch it again from its source.',
            es: 'Vuelva a obtenerlo de su fuente.',
            ca: 'Torneu-lo a obtenir de la font.',
          },
        )
      return { rows, found }
    },
  }
}

function readHeader(file: string, bytes: Buffer, asked: ColumnsAsked) {
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '')
  const names = [...asked.required, ...(asked.optional ?? [])]
  const tries = [',', ';', '\t'].map((separator) => ({
    separator,
    columns: text.split(separator).map((name) => name.trim().replace(/^"(.*)"$/, '$1')),
  }))
  const best = tries.reduce((a, b) => (b.columns.length > a.columns.length ? b : a))
  const missing = asked.required.filter((name) => !best.columns.includes(name))
  if (missing.length > 0)
    throw refuseFile(
      { file, row: 1 },
      {
        en: `no column ${missing.join(', ')}; there is ${best.columns.slice(0, 30).join(', ')}`,
        es: `falta la columna ${missing.join(', ')}; hay ${best.columns.slice(0, 30).join(', ')}`,
        ca: `hi falta la columna ${missing.join(', ')}; hi ha ${best.columns.slice(0, 30).join(', ')}`,
      },
      {
        en: 'Check that this is the right file, and that its first row names the columns.',
        es: 'Verifique que sea el archivo correcto y que la primera fila nombre las columnas.',
        ca: 'Comproveu que és el fitxer correcte i que la primera fila anomena les columnes.',
      },
    )
  const twice = names.find((name) => best.columns.indexOf(name) !== best.columns.lastIndexOf(name))
  if (twice !== undefined)
    throw refuseFile(
      { file, row: 1, column: twice },
      { en: 'the column stands twice', es: 'la columna está repetida', ca: 'la columna està repetida' },
      {
        en: 'Take one of them out.',
        es: 'Quite una de las dos.',
        ca: 'Traieu-ne una de les dues.',
      },
    )
  return {
    places: Int32Array.from(best.columns, (name) => names.indexOf(name)),
    found: new Set(best.columns),
    separator: best.separator.charCodeAt(0),
  }
}

const refuseWidth = (file: string, row: number, is: number, expected: number) =>
  refuseFile(
    { file, row },
    {
      en: `${is} cells where the header has ${expected}`,
      es: `${is} celdas donde el encabezado tiene ${expected}`,
      ca: `${is} cel·les on la capçalera en té ${expected}`,
    },
    {
      en: 'Look for a separator or a quote too many or too few in this row.',
      es: 'Busque un separador o unas comillas de más o de menos en esta fila.',
      ca: 'Busqueu un separador o unes cometes de més o de menys en aquesta fila.',
    },
  )

const refuseQuote = (file: string, row: number) =>
  refuseFile(
    { file, row },
    {
      en: 'a quote is opened and never closed',
      es: 'se abren comillas que nunca se cierran',
      ca: "s'obren cometes que no es tanquen mai",
    },
    {
      en: 'Close it in this row, or in one shortly before.',
      es: 'Ciérrelas en esta fila o en una poco anterior.',
      ca: 'Tanqueu-les en aquesta fila o en una de poc abans.',
    },
  )

function integerIn(bytes: Buffer, from: number, to: number): number {
  let at = from
  let stop = to
  if (stop - at >= 2 && bytes[at] === QUOTE && bytes[stop - 1] === QUOTE) {
    at++
    stop--
  }
  while (at < stop && bytes[at] === BLANK) at++
  while (stop > at && bytes[stop - 1] === BLANK) stop--
  const negative = at < stop && bytes[at] === 45
  if (negative) at++
  if (at === stop || stop - at > 15) return Number.NaN
  let value = 0
  for (; at < stop; at++) {
    const digit = (bytes[at] as number) - 48
    if (digit < 0 || digit > 9) return Number.NaN
    value = value * 10 + digit
  }
  return negative ? -value : value
}

function textIn(bytes: Buffer, from: number, to: number): string {
  const text = bytes.toString('utf8', from, to).trim()
  return text.length >= 2 && text.startsWith('"') && text.endsWith('"')
    ? text.slice(1, -1).replaceAll('""', '"').trim()
    : text
}
