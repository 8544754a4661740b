import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { createGunzip } from 'node:zlib'
import type { FileHead } from './importer.ts'

const most = 64 * 1024

/** The beginning of a file, by which it is recognised. What is damaged is told on reading it whole. */
export async function readHead(path: string, folders: readonly string[] = []): Promise<FileHead> {
  const bytes = await firstBytes(path)
  const text = new TextDecoder().decode(bytes)
  const [line = ''] = text.split(/\r\n|\n|\r/, 1)
  return { name: basename(path), folders, text, columns: columnsIn(line) }
}

/** The names in the first row of a table; empty where it does not look like one. */
function columnsIn(line: string): readonly string[] {
  const separator = [',', ';', '\t'].toSorted((a, b) => line.split(b).length - line.split(a).length)[0] ?? ','
  const cells = line.split(separator).map((cell) => cell.trim().replaceAll(/^"|"$/g, '').toLowerCase())
  return cells.length > 1 ? cells : []
}

async function firstBytes(path: string): Promise<Buffer> {
  await using handle = await open(path)
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(most), 0, most, 0)
  const plain = buffer.subarray(0, bytesRead)
  if (plain[0] !== 0x1f || plain[1] !== 0x8b) return plain
  const parts: Buffer[] = []
  let length = 0
  const unpacked = createReadStream(path).pipe(createGunzip())
  try {
    for await (const part of unpacked) {
      parts.push(part as Buffer)
      length += (part as Buffer).length
      if (length >= most) break
    }
  } catch {
    // A damaged file is no file of any kind.
  }
  return Buffer.concat(parts).subarray(0, most)
}
