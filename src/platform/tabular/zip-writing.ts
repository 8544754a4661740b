import { once } from 'node:events'
import { PassThrough, Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import * as yazl from 'yazl'

export interface ZipEntry {
  /** Path inside the archive, with slashes. */
  readonly name: string
  readonly content: Readable | AsyncIterable<Uint8Array> | Uint8Array
  /** False for what is packed already (pictures, PDF); true unless stated. */
  readonly compress?: boolean
}

export interface ZipOptions {
  /** Time given to all entries; a fixed one makes equal archives of equal contents. */
  readonly time?: Date
}

/**
 * A ZIP as a byte stream. Entries are asked for one after the other, each when the one before is written, so a
 * thousand files are never open at once.
 */
export function writeZip(
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
  { time = new Date(Date.UTC(1980, 0, 1, 12)) }: ZipOptions = {},
): Readable {
  const zip = new yazl.ZipFile()
  const out = new PassThrough()
  zip.on('error', (error: Error) => out.destroy(error))
  Readable.prototype.pipe.call(zip.outputStream, out)
  fill(zip, out, entries, time).catch((error: unknown) => {
    out.destroy(error instanceof Error ? error : new Error(String(error)))
  })
  return out
}

async function fill(
  zip: yazl.ZipFile,
  out: PassThrough,
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
  time: Date,
): Promise<void> {
  for await (const { name, content, compress = true } of entries) {
    const source = content instanceof Uint8Array ? Readable.from([Buffer.from(content)]) : asStream(content)
    // yazl does not listen to the errors of its sources.
    source.once('error', (error) => out.destroy(error))
    zip.addReadStream(source, name, { mtime: time, compress, forceDosTimestamp: true })
    // Listens for as long as this entry lasts: an archive may have thousands.
    const over = new AbortController()
    const closed = once(out, 'close', { signal: over.signal }).catch(() => undefined)
    try {
      await Promise.race([finished(source, { writable: false }), out.destroyed ? undefined : closed])
    } finally {
      over.abort()
    }
    if (out.destroyed) {
      source.destroy()
      return
    }
  }
  zip.end()
}

function asStream(content: Readable | AsyncIterable<Uint8Array>): Readable {
  return content instanceof Readable ? content : Readable.from(content, { objectMode: false })
}
