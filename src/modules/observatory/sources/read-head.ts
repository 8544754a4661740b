import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Readable } from 'node:stream'
import { constants, gunzipSync } from 'node:zlib'
import { Problem } from '#platform/problem'
import type { FileHead } from './importer.ts'

const most = 64 * 1024

/** The beginning of a file, by which it is recognised. What is damaged is told on reading it whole. */
export async function readHead(path: string, folders: readonly string[] = []): Promise<FileHead> {
  await using handle = await open(path)
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(most), 0, most, 0)
  return headOf(buffer.subarray(0, bytesRead), basename(path), folders)
}

/**
 * The beginning of a file that a person named.
 *
 * @throws Problem `not_found` or `malformed` when it is not there or cannot be read
 */
export async function readFileHead(path: string): Promise<FileHead> {
  try {
    return await readHead(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES'].includes(code)) throw error
    throw new Problem(code === 'ENOENT' || code === 'ENOTDIR' ? 'not_found' : 'malformed', {
      explanation: {
        en: `${path}: it cannot be read (${code}). Check the name and the folder.`,
        es: `${path}: no se puede leer (${code}). Verifique el nombre y la carpeta.`,
        ca: `${path}: no es pot llegir (${code}). Comproveu-ne el nom i la carpeta.`,
      },
    })
  }
}

/** The same of a file that is still on its way, such as an upload; the stream is ended after its beginning. */
export async function readHeadOf(content: Readable, name: string): Promise<FileHead> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of content) {
    parts.push(Buffer.from(part as Uint8Array))
    length += (part as Uint8Array).length
    if (length >= most) break
  }
  return headOf(Buffer.concat(parts).subarray(0, most), name, [])
}

function headOf(bytes: Buffer, name: string, folders: readonly string[]): FileHead {
  const text = new TextDecoder().decode(unpacked(bytes))
  const [line = ''] = text.split(/\r\n|\n|\r/, 1)
  return { name, folders, text, columns: columnsIn(line) }
}

/** The names in the first row of a table; empty where it does not look like one. */
function columnsIn(line: string): readonly string[] {
  const separator = [',', ';', '\t'].toSorted((a, b) => line.split(b).length - line.split(a).length)[0] ?? ','
  const cells = line.split(separator).map((cell) => cell.trim().replaceAll(/^"|"$/g, '').toLowerCase())
  return cells.length > 1 ? cells : []
}

/** As much as can be unpacked of the beginning of a gzip file; other bytes as they are. */
function unpacked(bytes: Buffer): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    // A bomb gives no more than this; an honest beginning is cut short by it, too.
    const plain = gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 64 * most })
    return plain.subarray(0, most)
  } catch {
    // A damaged file is no file of any kind.
    return Buffer.alloc(0)
  }
}
