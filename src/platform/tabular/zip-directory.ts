import type { Readable } from 'node:stream'
import * as yauzl from 'yauzl'
import { refuseTable } from './problem.ts'

export interface ZipLimits {
  readonly entries: number
  readonly entryBytes: number
  readonly totalBytes: number
  readonly ratio: number
}

export interface ZipDirectory {
  /** Names of the files, in the order of the archive; folders are left out. */
  readonly names: readonly string[]
  /** Unpacked size that the archive states; reading more than that fails. */
  size(name: string): number | undefined
  /** The unpacked bytes; the stream fails when they are more or fewer than stated. */
  read(name: string): Promise<Readable>
  close(): void
}

/** Ratios are looked at above this size: a small file of spaces is no bomb. */
const RATIO_FROM = 1024 * 1024

const SYMLINK = 0o120000
const FILE_TYPE = 0o170000

/**
 * Reads the directory of a ZIP and refuses what is not safe to unpack: encrypted entries, names that leave the folder,
 * links, the same name twice, too many entries, too large, or packed so tightly that it is a bomb. Sizes are those the
 * archive states; yauzl breaks off the stream of an entry that turns out larger.
 */
export async function openZip(path: string, limits: ZipLimits): Promise<ZipDirectory> {
  const zip = await openArchive(path, limits)
  const entries = new Map<string, yauzl.Entry>()
  let total = 0
  try {
    for await (const entry of zip.eachEntry()) {
      const name = safeName(entry)
      if (entry.isEncrypted()) throw refuseTable('zip-encrypted', { name })
      if (entries.has(name)) throw refuseTable('zip-duplicate-name', { name })
      total += entry.uncompressedSize
      checkSize(name, entry, total, limits)
      if (!name.endsWith('/')) entries.set(name, entry)
    }
  } catch (error) {
    zip.close()
    throw isRefusal(error) ? error : refuseTable('zip-unreadable', { detail: String(error) })
  }
  return {
    names: [...entries.keys()],
    size: (name) => entries.get(name)?.uncompressedSize,
    read: async (name) => {
      const entry = entries.get(name)
      if (!entry) throw new Error(`no such entry: ${name}`)
      return zip.openReadStreamPromise(entry)
    },
    close: () => zip.close(),
  }
}

async function openArchive(path: string, limits: ZipLimits): Promise<yauzl.ZipFile> {
  let zip: yauzl.ZipFile
  try {
    // Names stay bytes here and are checked below, so that a bad one is a problem that names it.
    zip = await yauzl.openPromise(path, { autoClose: false, decodeStrings: false, validateEntrySizes: true })
  } catch (error) {
    throw refuseTable('zip-unreadable', { detail: error instanceof Error ? error.message : '' })
  }
  if (zip.entryCount > limits.entries) {
    zip.close()
    throw refuseTable('zip-too-many-entries', { found: zip.entryCount, limit: limits.entries })
  }
  return zip
}

function safeName(entry: yauzl.Entry): string {
  const name = yauzl.getFileNameLowLevel(
    entry.generalPurposeBitFlag,
    entry.fileNameRaw,
    entry.extraFields,
    false,
  )
  const link = ((entry.externalFileAttributes >>> 16) & FILE_TYPE) === SYMLINK
  if (link || name === '' || /\p{Cc}/u.test(name) || yauzl.validateFileName(name) !== null) {
    throw refuseTable('zip-unsafe-name', { name: JSON.stringify(name).slice(1, -1) })
  }
  return name
}

function checkSize(name: string, entry: yauzl.Entry, total: number, limits: ZipLimits): void {
  const size = entry.uncompressedSize
  if (size > limits.entryBytes)
    throw refuseTable('zip-entry-too-large', { name, limit: megabytes(limits.entryBytes) })
  if (total > limits.totalBytes) throw refuseTable('zip-too-large', { limit: megabytes(limits.totalBytes) })
  if (size > RATIO_FROM && size > entry.compressedSize * limits.ratio) {
    throw refuseTable('zip-ratio', { name, limit: limits.ratio })
  }
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024)
}

function isRefusal(error: unknown): boolean {
  return error instanceof Error && error.name === 'TabularRefusal'
}
