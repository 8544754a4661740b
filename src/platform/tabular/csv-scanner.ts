import { problem, type TabularProblem } from './problem.ts'

/** One record as it stands in the file, before it is compared with the header. */
export interface ScannedRow {
  readonly row: number
  /** At most one more than `columns`; `width` counts them all. */
  readonly cells: string[]
  readonly width: number
  readonly problems: TabularProblem[]
}

export interface CsvScanner {
  /** Takes the next piece of text and gives the rows that it completes. */
  push(text: string): ScannedRow[]
  /** Ends the text and gives the rows that were still open. */
  end(): ScannedRow[]
}

const QUOTE = 34
const LF = 10
const CR = 13

/** Each reading again costs up to the length of a cell; a file made of open quotes must not cost that for each. */
const MOST_REWINDS = 200

/**
 * Cuts CSV (RFC 4180) into rows with bounded memory, and goes on after what it cannot read:
 * - a cell over `cellLength` is left empty, with a problem naming row and column; it is never held whole;
 * - cells beyond `columns` and one are counted, not kept; a row whose cells together hold more than eight times
 *   `cellLength` has the rest left empty, with a problem;
 * - a quote that is not closed before the end, or that swallows lines which look like rows of the table, is read as an
 *   ordinary character from there on, with a problem at the row where it stands;
 * - text after a closing quote is kept, with a problem.
 *
 * Why not csv-parse: past `max_record_size` version 7.0.3 either stops the whole file or (skip_records_with_error)
 * returns from the middle of a block and loses the rest of it without a word; an open quote takes all the rest.
 */
export function createCsvScanner(options: {
  readonly delimiter: string
  readonly cellLength: number
  readonly columns: number
}): CsvScanner {
  const delimiter = options.delimiter.charCodeAt(0)
  const { cellLength } = options
  const rowLength = cellLength * 8
  const out: ScannedRow[] = []
  let row = 1
  let cells: string[] = []
  let problems: TabularProblem[] = []
  /** Cells of the row so far, and the text in them. */
  let count = 0
  let length = 0
  let value = ''
  /** Cells of the widest of the first rows: what a swallowed line is compared with. */
  let width = 0
  let state: 'start' | 'plain' | 'quoted' | 'closing' = 'start'
  let tooLong = false
  let skipLineFeed = false
  /** Everything after the opening quote, so that an unclosed one can be read again as plain text. */
  let sinceQuote = ''
  let rewindable = false
  let rewinds = 0

  function closeCell(): void {
    if (tooLong) {
      problems.push(problem('cell-too-long', { limit: cellLength }, { row, column: count + 1 }))
      value = ''
      tooLong = false
    }
    length += value.length
    if (length > rowLength) {
      if (length - value.length <= rowLength) {
        problems.push(problem('row-too-long', { limit: rowLength }, { row, column: count + 1 }))
      }
      value = ''
    }
    if (cells.length <= options.columns) cells.push(value)
    count++
    value = ''
    sinceQuote = ''
    state = 'start'
  }

  function closeRow(): void {
    closeCell()
    width = Math.max(width, row <= 3 ? count : 0)
    if (cells.length > 1 || cells[0] !== '' || problems.length > 0)
      out.push({ row, cells, width: count, problems })
    cells = []
    problems = []
    count = 0
    length = 0
    row++
  }

  function append(text: string): void {
    if (tooLong) return
    if (value.length + text.length > cellLength) {
      tooLong = true
      value = ''
    } else value += text
  }

  /** Lines swallowed by a quote look like rows when one of them has as many cells as the table. */
  function swallowsRows(text: string): boolean {
    const lines = text.split(/\r\n|\r|\n/).slice(1, -1)
    return width > 1 && lines.some((line) => line.split(options.delimiter).length === width)
  }

  /**
   * The quote that seems to close the cell, with text after it, opens one on a later line: it stands at the beginning
   * of a line or after a delimiter. Then the quote before it was never closed.
   */
  function wasOpening(): boolean {
    const before = sinceQuote.at(-2)
    return (
      canRewind() &&
      /[\r\n]/.test(sinceQuote) &&
      (before === '\n' || before === '\r' || before === options.delimiter)
    )
  }

  function canRewind(): boolean {
    return rewindable && rewinds < MOST_REWINDS
  }

  /** The quote was no opening quote: what came after it is read again, as plain text. */
  function rewind(): void {
    const again = sinceQuote
    rewinds++
    problems.push(problem('quote-unclosed', {}, { row, column: count + 1 }))
    sinceQuote = ''
    tooLong = false
    rewindable = false
    value = '"'
    state = 'plain'
    scan(again)
  }

  function scan(text: string): void {
    let at = 0
    while (at < text.length) {
      if (skipLineFeed) {
        skipLineFeed = false
        if (text.charCodeAt(at) === LF) {
          at++
          continue
        }
      }
      if (state === 'quoted') at = scanQuoted(text, at)
      else at = scanPlain(text, at)
    }
  }

  function scanQuoted(text: string, from: number): number {
    const quote = text.indexOf('"', from)
    const end = quote < 0 ? text.length : quote
    const piece = text.slice(from, end)
    append(piece)
    if (rewindable) sinceQuote += quote < 0 ? piece : `${piece}"`
    if (rewindable && tooLong) {
      if (canRewind() && swallowsRows(sinceQuote)) {
        const rest = text.slice(quote < 0 ? text.length : quote + 1)
        rewind()
        scan(rest)
        return text.length
      }
      rewindable = false
      sinceQuote = ''
    }
    if (quote < 0) return text.length
    state = 'closing'
    return quote + 1
  }

  function scanPlain(text: string, from: number): number {
    let at = from
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === delimiter || code === LF || code === CR) break
      if (code !== QUOTE) {
        if (state === 'closing') {
          if (wasOpening()) {
            rewind()
            scan(text.slice(at))
            return text.length
          }
          problems.push(problem('quote-stray', {}, { row, column: count + 1 }))
        }
        state = 'plain'
        continue
      }
      if (state === 'closing') {
        // "" inside quotes is one quote.
        append('"')
        if (rewindable) sinceQuote += '"'
        state = 'quoted'
        return at + 1
      }
      if (state === 'start') {
        state = 'quoted'
        rewindable = true
        sinceQuote = ''
        return at + 1
      }
    }
    if (at > from) append(text.slice(from, at))
    if (at === text.length) return at
    const code = text.charCodeAt(at)
    if (code === delimiter) closeCell()
    else {
      skipLineFeed = code === CR
      closeRow()
    }
    return at + 1
  }

  function take(): ScannedRow[] {
    return out.splice(0)
  }

  return {
    push(text) {
      scan(text)
      return take()
    },
    end() {
      if (state === 'quoted') {
        // Reading again may meet another open quote, each further on than the last.
        while (state === 'quoted' && canRewind()) rewind()
        if (state === 'quoted') problems.push(problem('quote-unclosed', {}, { row, column: count + 1 }))
      }
      if (state !== 'start' || count > 0 || value !== '' || tooLong) closeRow()
      return take()
    },
  }
}
