import { promisify } from 'node:util'
import { buffer } from 'node:stream/consumers'
import sharp, { type Sharp } from 'sharp'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { ZipFile as NewZip } from 'yazl'
import { decodeText } from './decode-text.ts'
import { faultOfBody, keptLinks, keptSettings, keptTypes, useOf, withoutTraces } from './docx-parts.ts'

/** Why there is no clean copy of a document. */
export type DocxFault = 'broken' | 'encrypted' | 'marked' | 'path' | 'part' | 'picture' | 'long'

const mostEntries = 2_000
const mostUnfolded = 300_000_000

/**
 * A DOCX written anew from the parts that make what one reads, each without what tells of its making; or why not. Equal
 * documents give equal bytes. For a process of its own: archives and pictures of strangers are unfolded here.
 */
export async function cleanDocx(bytes: Buffer): Promise<Buffer | DocxFault> {
  const parts = await unfold(bytes)
  if (typeof parts === 'string') return parts
  const kept = new Map<string, Buffer>()
  for (const [name, content] of parts) {
    const part = await cleanPart(name, content)
    if (typeof part === 'string') return part
    if (part) kept.set(name, part)
  }
  if (!kept.has('word/document.xml')) return 'broken'
  const zip = new NewZip()
  for (const [name, content] of [...kept].sort(([a], [b]) => (a < b ? -1 : 1)))
    zip.addBuffer(content, name, { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true })
  zip.end()
  return buffer(zip.outputStream)
}

async function cleanPart(name: string, content: Buffer): Promise<Buffer | DocxFault | null> {
  const use = useOf(name)
  if (use === null) return 'part'
  if (use === 'dropped') {
    // A comment is something that somebody said, not a trace of the program: whoever sends it decides on it.
    return /^word\/comments\.xml$/.test(name) && /<w:comment\b/.test(decodeText(content)) ? 'marked' : null
  }
  if (use === 'font') return content
  if (use === 'picture') return drawnAnew(content)
  const xml = decodeText(content).replace(/^(<\?xml\b[^>]*encoding=)(?:"[^"]*"|'[^']*')/, '$1"UTF-8"')
  if (/<!DOCTYPE/i.test(xml)) return 'broken'
  const written = (text: string): Buffer => Buffer.from(text)
  switch (use) {
    case 'types':
      return written(keptTypes(xml))
    case 'links': {
      const links = keptLinks(xml)
      return 'fault' in links ? links.fault : written(links.xml)
    }
    case 'body':
      return faultOfBody(xml) ?? written(withoutTraces(xml))
    case 'settings':
      return written(withoutTraces(keptSettings(xml)))
    case 'plain':
      return written(withoutTraces(xml))
  }
}

const formats: Readonly<Record<string, (picture: Sharp) => Sharp>> = {
  jpeg: (picture) => picture.jpeg({ quality: 92 }),
  png: (picture) => picture.png(),
  gif: (picture) => picture.gif(),
  tiff: (picture) => picture.tiff({ compression: 'deflate' }),
  webp: (picture) => picture.webp({ quality: 92 }),
}

async function drawnAnew(content: Buffer): Promise<Buffer | DocxFault> {
  try {
    const picture = sharp(content, { limitInputPixels: 100_000_000, failOn: 'error' }).timeout({
      seconds: 20,
    })
    const draw = formats[(await picture.metadata()).format]
    return draw ? await draw(picture.autoOrient()).toBuffer() : 'picture'
  } catch {
    return 'picture'
  }
}

/** The parts, counted while they unfold: what they say of their own size is not believed. */
async function unfold(bytes: Buffer): Promise<ReadonlyMap<string, Buffer> | DocxFault> {
  const open = promisify<Buffer, yauzl.Options, ZipFile>(yauzl.fromBuffer)
  const parts = new Map<string, Buffer>()
  let unfolded = 0
  try {
    const archive = await open(bytes, { lazyEntries: true })
    if (archive.entryCount > mostEntries) return 'long'
    for (;;) {
      const entry = await nextEntry(archive)
      if (!entry) return parts
      if (entry.isEncrypted()) return 'encrypted'
      if (entry.fileName.endsWith('/')) continue
      // Two of one name: programs differ on which they read.
      if (parts.has(entry.fileName)) return 'broken'
      const pieces: Buffer[] = []
      for await (const piece of await streamOf(archive, entry)) {
        unfolded += (piece as Buffer).length
        if (unfolded > mostUnfolded) return 'long'
        pieces.push(piece as Buffer)
      }
      parts.set(entry.fileName, Buffer.concat(pieces))
    }
  } catch {
    return 'broken'
  }
}

const nextEntry = (archive: ZipFile): Promise<Entry | null> =>
  new Promise((resolve, reject) => {
    archive.removeAllListeners()
    archive
      .once('entry', resolve)
      .once('end', () => resolve(null))
      .once('error', reject)
    archive.readEntry()
  })

const streamOf = (archive: ZipFile, entry: Entry): Promise<NodeJS.ReadableStream> =>
  new Promise((resolve, reject) =>
    archive.openReadStream(entry, (error, stream) => (stream ? resolve(stream) : reject(error))),
  )
