import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { open } from 'node:fs/promises'
import { refuseFile } from '../../files/refusal.ts'

/** The bytes of a file, unpacked when they are gzip. */
export async function openBytes(path: string): Promise<Readable> {
  await using handle = await open(path)
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0)
  const plain = createReadStream(path, { highWaterMark: 64 * 1024 })
  if (bytesRead < 2 || buffer[0] !== 0x1f || buffer[1] !== 0x8b) return plain
  const unpacked = createGunzip({ chunkSize: 64 * 1024 })
  plain.on('error', (error) => unpacked.destroy(error))
  return plain.pipe(unpacked)
}

/**
 * The whole text of a file of at most `mostBytes`. UTF-8, or what is not: Mac OS Roman where lines end as they did on that
 * machine (CR alone), else Windows-1252.
 *
 * @throws Problem when it is damaged or too long
 */
export async function readText(path: string, mostBytes: number): Promise<string> {
  const parts: Buffer[] = []
  let length = 0
  try {
    for await (const part of await openBytes(path)) {
      parts.push(part as Buffer)
      length += (part as Buffer).length
      if (length > mostBytes) throw tooLong(path, mostBytes)
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw code.startsWith('Z_') || code === 'ERR_BUFFER_OUT_OF_BOUNDS' ? damaged(path) : error
  }
  const bytes = Buffer.concat(parts)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder(bytes.includes(10) ? 'windows-1252' : 'macintosh').decode(bytes)
  }
}

const tooLong = (path: string, most: number) =>
  refuseFile(
    { file: basename(path) },
    {
      en: `it is longer than ${Math.round(most / 1024 / 1024)} MB`,
      es: `supera los ${Math.round(most / 1024 / 1024)} MB`,
      ca: `supera els ${Math.round(most / 1024 / 1024)} MB`,
    },
    {
      en: 'Fetch it in parts, a few sessions each.',
      es: 'Obténgalo por partes, de pocos períodos de sesiones cada una.',
      ca: 'Obteniu-lo per parts, de pocs períodes de sessions cadascuna.',
    },
  )

const damaged = (path: string) =>
  refuseFile(
    { file: basename(path) },
    {
      en: 'the compressed file is damaged or cut short',
      es: 'el archivo comprimido está dañado o incompleto',
      ca: 'el fitxer comprimit està malmès o incomplet',
    },
    {
      en: 'Fetch it again from its source.',
      es: 'Vuelva a obtenerlo de su fuente.',
      ca: 'Torneu-lo a obtenir de la font.',
    },
  )
