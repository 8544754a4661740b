import { createHash } from 'node:crypto'
import { type FileHandle, open, readFile, rename, rm, stat, truncate } from 'node:fs/promises'

/** What is done of a long piece of work that writes one file, in order. */
export interface Done {
  /** Families whose results are in the file. */
  readonly families: number
  /** Bytes of the file that are whole. */
  readonly bytes: number
}

/**
 * A file being written, beside its journal: `<out>.part` and `<out>.journal`. After each piece the journal gets a line with what
 * is safely in the part; begun again with the same question, the work goes on from there, and the file is the same as if it had
 * never been broken off.
 */
export interface JournaledFile {
  readonly done: Done
  readonly append: (bytes: Uint8Array | string, families: number) => Promise<void>
  /** Gives the file its name and takes the journal away. */
  readonly finish: () => Promise<void>
  readonly close: () => Promise<void>
}

/** A digest of what a result depends on: parameters, tables, and the input file's size and time of change. */
export async function questionOf(input: string, parameters: unknown): Promise<string> {
  const { size, mtimeMs } = await stat(input)
  return createHash('sha256')
    .update(JSON.stringify([size, mtimeMs, parameters]))
    .digest('hex')
}

/** Opens a file for journaled writing. A journal of another question, or one that is broken, begins anew. */
export async function openJournaled(out: string, question: string): Promise<JournaledFile> {
  const part = `${out}.part`
  const journalPath = `${out}.journal`
  let done = await readJournal(journalPath, question)
  const length = await stat(part).then(
    ({ size }) => size,
    () => 0,
  )
  if (length < done.bytes) done = { families: 0, bytes: 0 }
  if (length > 0) await truncate(part, done.bytes)
  const file = await open(part, 'a')
  const journal: FileHandle = await open(journalPath, done.families > 0 ? 'a' : 'w')
  if (done.families === 0) await journal.write(`${JSON.stringify({ question })}\n`)
  let { families, bytes } = done
  return {
    done,
    async append(piece, count) {
      const buffer = typeof piece === 'string' ? Buffer.from(piece) : piece
      await file.appendFile(buffer)
      // The journal must never be ahead of what a crash leaves of the file.
      await file.datasync()
      families += count
      bytes += buffer.byteLength
      await journal.appendFile(`${JSON.stringify({ families, bytes })}\n`)
    },
    async finish() {
      await file.close()
      await journal.close()
      await rename(part, out)
      await rm(journalPath, { force: true })
    },
    async close() {
      await file.close().catch(() => undefined)
      await journal.close().catch(() => undefined)
    },
  }
}

async function readJournal(path: string, question: string): Promise<Done> {
  const nothing = { families: 0, bytes: 0 }
  const text = await readFile(path, 'utf8').catch(() => '')
  const [first = '', ...rest] = text.split('\n')
  try {
    if ((JSON.parse(first) as { question?: string }).question !== question) return nothing
  } catch {
    return nothing
  }
  let done: Done = nothing
  for (const line of rest) {
    // The last line may have been cut off; each of them stands alone.
    const [, families, bytes] = /^\{"families":(\d+),"bytes":(\d+)\}$/.exec(line) ?? []
    if (families !== undefined && bytes !== undefined)
      done = { families: Number(families), bytes: Number(bytes) }
  }
  return done
}
