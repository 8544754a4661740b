import { crc32 } from 'node:zlib'

/** A file of an archive. */
export interface PlainFile {
  /** Letters, digits, `.`, `-`, `_` and `/` alone. */
  readonly path: string
  readonly bytes: Uint8Array
}

const fileHeader = 0x04034b50
const directoryHeader = 0x02014b50
const endHeader = 0x06054b50
/** The first day that the format knows: no clock goes in. */
const firstDay = 0x0021
const mostFiles = 1_000

/** Whether a path of an archive can be written to any disk, below the folder it is unpacked into. */
export const isPlainPath = (path: string): boolean =>
  path.length <= 100 && path.split('/').every((part) => /^[A-Za-z0-9_][A-Za-z0-9._-]*$/.test(part))

/**
 * A ZIP of files that are stored as they are, in the order given. Every field that could be otherwise is fixed, so that
 * equal files give equal bytes, in any release, and an archive that was touched anywhere is told from ours.
 */
export function writePlainZip(files: readonly PlainFile[]): Buffer {
  if (files.length > mostFiles) throw new RangeError('too many files')
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { path, bytes } of files) {
    if (!isPlainPath(path)) throw new RangeError(`"${path}" is no path of an archive`)
    const name = Buffer.from(path, 'ascii')
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(10, 0)
    facts.writeUInt16LE(firstDay, 8)
    facts.writeUInt32LE(crc32(bytes), 10)
    facts.writeUInt32LE(bytes.length, 14)
    facts.writeUInt32LE(bytes.length, 18)
    facts.writeUInt16LE(name.length, 22)
    const head = Buffer.alloc(4)
    head.writeUInt32LE(fileHeader)
    parts.push(head, facts, name, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(directoryHeader, 0)
    entry.writeUInt16LE(10, 4)
    facts.copy(entry, 6, 0, 26)
    entry.writeUInt32LE(offset, 42)
    directory.push(entry, name)
    offset += 30 + name.length + bytes.length
  }
  const size = directory.reduce((sum, one) => sum + one.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(endHeader, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, ...directory, end])
}

/** The files of an archive that `writePlainZip` wrote; null for anything else, be it by a single byte. */
export function readPlainZip(archive: Buffer): readonly PlainFile[] | null {
  const files: PlainFile[] = []
  let at = 0
  while (at + 30 <= archive.length && archive.readUInt32LE(at) === fileHeader) {
    const size = archive.readUInt32LE(at + 18)
    const named = archive.readUInt16LE(at + 26)
    const begins = at + 30 + named
    if (begins + size > archive.length || files.length >= mostFiles) return null
    const path = archive.toString('latin1', at + 30, begins)
    if (!isPlainPath(path)) return null
    files.push({ path, bytes: archive.subarray(begins, begins + size) })
    at = begins + size
  }
  // Whatever a header says besides is compared by writing it anew.
  return writePlainZip(files).equals(archive) ? files : null
}
