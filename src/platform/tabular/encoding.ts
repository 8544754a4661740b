import { createReadStream } from 'node:fs'
import { problem, refuseTable, type TabularProblem } from './problem.ts'

export interface FoundEncoding {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
  /** Bytes of the byte-order mark. */
  readonly skip: number
  readonly warnings: readonly TabularProblem[]
}

/** Above this share of well-formed letters to bad bytes a file is damaged UTF-8 rather than Windows-1252. */
const UTF8_SHARE = 10

/**
 * Finds the encoding of a text file by reading it through once (a name in row 150,000 may be the only one with an
 * accent). Order: byte-order mark, UTF-16 by its zero bytes, UTF-8 when valid, else Windows-1252, which is Latin-1
 * with printable signs where Latin-1 has none. Zero bytes in anything but UTF-16 refuse the file as binary.
 */
export async function findEncoding(path: string): Promise<FoundEncoding> {
  const scan = newScan()
  let first: Buffer | undefined
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (!first) {
      first = chunk
      const wide = wideEncoding(chunk)
      if (wide) return wide
    }
    scanChunk(scan, chunk)
    if (scan.zero) throw refuseTable('binary-file')
  }
  if (!first) throw refuseTable('empty-file')
  if (scan.pending > 0) scan.bad++
  const skip = first[0] === 0xef && first[1] === 0xbb && first[2] === 0xbf ? 3 : 0
  if (scan.bad === 0) return { encoding: 'utf-8', skip, warnings: [] }
  if (skip === 3 || scan.letters > scan.bad * UTF8_SHARE) {
    const warning = problem('encoding-damaged', { count: scan.bad }, { row: scan.badLine })
    return { encoding: 'utf-8', skip, warnings: [warning] }
  }
  const warning = problem('encoding-guessed', {
    encoding: scan.upper ? 'Windows-1252' : 'Latin-1 (ISO 8859-1)',
  })
  return { encoding: 'windows-1252', skip: 0, warnings: [warning] }
}

function wideEncoding(bytes: Buffer): FoundEncoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', skip: 2, warnings: [] }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', skip: 2, warnings: [] }
  // Without a mark: in a table of European languages nearly every second byte of UTF-16 is zero.
  const length = Math.min(bytes.length, 4096) & ~1
  let even = 0
  let odd = 0
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++
    if (bytes[i + 1] === 0) odd++
  }
  const most = length * 0.35
  if (length < 4 || (even > 0 && odd > 0) || Math.max(even, odd) < most) return undefined
  const encoding = odd > even ? 'utf-16le' : 'utf-16be'
  return { encoding, skip: 0, warnings: [problem('encoding-guessed', { encoding: encoding.toUpperCase() })] }
}

interface Scan {
  zero: boolean
  /** Well-formed letters of more than one byte. */
  letters: number
  bad: number
  badLine: number
  line: number
  pending: number
  /** A byte from 0x80 to 0x9f outside a letter: printable in Windows-1252 only. */
  upper: boolean
}

function newScan(): Scan {
  return { zero: false, letters: 0, bad: 0, badLine: 1, line: 1, pending: 0, upper: false }
}

/** Counts well-formed and broken UTF-8 sequences. Overlong forms and surrogates are left to the decoder. */
function scanChunk(scan: Scan, chunk: Buffer): void {
  for (const byte of chunk) {
    if (byte < 0x80) {
      if (scan.pending > 0) countBad(scan)
      if (byte === 0) scan.zero = true
      else if (byte === 0x0a) scan.line++
    } else if (byte < 0xc0) {
      if (scan.pending === 0) {
        if (byte < 0xa0) scan.upper = true
        countBad(scan)
      } else if (--scan.pending === 0) scan.letters++
    } else {
      if (scan.pending > 0) countBad(scan)
      if (byte < 0xc2 || byte > 0xf4) countBad(scan)
      else scan.pending = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3
    }
  }
}

function countBad(scan: Scan): void {
  scan.pending = 0
  if (scan.bad++ === 0) scan.badLine = scan.line
}

/** The text of a file in pieces, decoded; bytes that are not in the encoding become U+FFFD. */
export async function* decodeFile(path: string, found: FoundEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(found.encoding, { ignoreBOM: true })
  const stream = createReadStream(path, { start: found.skip, highWaterMark: 64 * 1024 })
  for await (const chunk of stream as AsyncIterable<Buffer>) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}
