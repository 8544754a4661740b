import { createReadStream } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { createWriteStream } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'

/** The first row of V-Dem is some 100 KB. */
const longestHeader = 4 * 1024 * 1024

async function* bytesOf(path: string): AsyncGenerator<Buffer> {
  await using handle = await open(path)
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0)
  const plain = createReadStream(path, { highWaterMark: 256 * 1024 })
  if (bytesRead < 2 || buffer[0] !== 0x1f || buffer[1] !== 0x8b) return yield* plain
  const unpacked = createGunzip({ chunkSize: 256 * 1024 })
  plain.on('error', (error) => unpacked.destroy(error))
  yield* plain.pipe(unpacked)
}

/** The names of the columns of a table, as they are written; commas, semicolons or tabs separate. */
export async function readHeader(path: string): Promise<readonly string[]> {
  return cellsOf((await firstLines(path, 1))[0] ?? '')
}

/** The first lines of a table, cut into cells: for a person to see what a file looks like. */
export async function firstRows(path: string, count: number): Promise<readonly (readonly string[])[]> {
  const lines = await firstLines(path, count + 1)
  const separator = separatorOf(lines[0] ?? '')
  return lines.slice(1).map((line) => cellsOf(line, separator))
}

async function firstLines(path: string, count: number): Promise<readonly string[]> {
  let text = ''
  const decoder = new TextDecoder()
  for await (const bytes of bytesOf(path)) {
    text += decoder.decode(bytes, { stream: true })
    if (text.split('\n').length > count + 1 || text.length > longestHeader) break
  }
  return rowsOf(text.replace(/^\uFEFF/, '')).slice(0, count)
}

/** Lines, those within quotes not cut. */
function rowsOf(text: string): readonly string[] {
  const rows: string[] = []
  let from = 0
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign === '"') quoted = !quoted
    else if ((sign === '\n' || sign === '\r') && !quoted) {
      if (at > from) rows.push(text.slice(from, at))
      from = at + 1
    }
  }
  if (from < text.length) rows.push(text.slice(from))
  return rows
}

const separatorOf = (line: string): string =>
  [',', ';', '\t'].toSorted((a, b) => line.split(b).length - line.split(a).length)[0] ?? ','

function cellsOf(line: string, separator = separatorOf(line)): readonly string[] {
  const cells: string[] = []
  let from = 0
  let quoted = false
  for (let at = 0; at <= line.length; at++) {
    if (line[at] === '"') quoted = !quoted
    else if ((at === line.length || line[at] === separator) && !quoted) {
      cells.push(
        line
          .slice(from, at)
          .trim()
          .replace(/^"([\s\S]*)"$/, '$1')
          .replaceAll('""', '"'),
      )
      from = at + 1
    }
  }
  return cells
}

/** A table in UTF-8: the file itself, or a copy in the temporary folder where it is Windows-1252 or UTF-16. */
export interface Utf8Table {
  readonly path: string
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/** Finds out how a table is written, reading it through, and gives it in UTF-8 under the same name. */
export async function asUtf8(path: string): Promise<Utf8Table> {
  const encoding = await encodingOf(path)
  if (encoding === 'utf-8') return { path, [Symbol.asyncDispose]: async () => undefined }
  const folder = await mkdtemp(join(tmpdir(), 'amparo-table-'))
  const copy = join(folder, basename(path))
  const decoder = new TextDecoder(encoding)
  await pipeline(
    Readable.from(
      (async function* () {
        for await (const bytes of bytesOf(path)) yield decoder.decode(bytes, { stream: true })
        yield decoder.decode()
      })(),
    ),
    createWriteStream(copy, { mode: 0o600 }),
  )
  return { path: copy, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) }
}

async function encodingOf(path: string): Promise<'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'> {
  const strict = new TextDecoder('utf-8', { fatal: true })
  let first = true
  try {
    for await (const bytes of bytesOf(path)) {
      if (first && bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
      if (first && bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
      first = false
      strict.decode(bytes, { stream: true })
    }
    strict.decode()
    return 'utf-8'
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1252'
    throw error
  }
}
