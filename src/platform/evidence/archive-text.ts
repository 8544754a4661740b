import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { decodeText } from './decode-text.ts'
import { markupText } from './markup-text.ts'
import type { TextLimits, TextOutcome } from './text-outcome.ts'

/** The parts that hold what a person wrote. */
const written = [
  /^word\/(document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml$/,
  /^content\.xml$/,
  /^ppt\/(slides|notesSlides)\/[^/]+\.xml$/,
]

/**
 * The text of a DOCX, ODT or PPTX. Only the parts that hold text are unfolded, and counted while they are: what they
 * say of their own size is not believed.
 */
export async function archiveText(bytes: Buffer, limits: TextLimits): Promise<TextOutcome> {
  const open = promisify<Buffer, yauzl.Options, ZipFile>(yauzl.fromBuffer)
  let archive: ZipFile
  try {
    archive = await open(bytes, { lazyEntries: true })
  } catch {
    return { reason: 'broken' }
  }
  try {
    return await readParts(archive, limits)
  } catch {
    return { reason: 'broken' }
  } finally {
    archive.close()
  }
}

async function readParts(archive: ZipFile, limits: TextLimits): Promise<TextOutcome> {
  if (archive.entryCount > limits.entries) return { reason: 'too_large' }
  const texts: string[] = []
  let unfolded = 0
  for await (const entry of entries(archive)) {
    if (!written.some((part) => part.test(entry.fileName))) continue
    if (entry.isEncrypted()) return { reason: 'encrypted' }
    const pieces: Buffer[] = []
    for await (const piece of (await read(archive, entry)) as AsyncIterable<Buffer>) {
      unfolded += piece.length
      if (unfolded > limits.unfolded) return { reason: 'too_large' }
      pieces.push(piece)
    }
    texts.push(markupText(decodeText(Buffer.concat(pieces))))
  }
  return { text: texts.join('\n') }
}

async function* entries(archive: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      archive
        .once('entry', resolve)
        .once('end', () => resolve(null))
        .once('error', reject)
      archive.readEntry()
    })
    archive.removeAllListeners()
    if (!entry) return
    yield entry
  }
}

const read = (archive: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) =>
    archive.openReadStream(entry, (error, stream) => (stream ? resolve(stream) : reject(error))),
  )
