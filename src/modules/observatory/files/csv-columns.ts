import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { createRowCutter, type RowCells } from './csv-rows.ts'
import { refuseFile } from './refusal.ts'

/** The columns asked for, by name, in the order of asking. `optional` ones may be missing from the file. */
export interface ColumnsAsked {
  readonly required: readonly string[]
  readonly optional?: readonly string[]
}

/**
 * Reads columns of a CSV file of any size, plain or gzip (told by its first bytes), row by row.
 *
 * The cells are handed over as they lie in the buffer: `cells.integer(i)` and `cells.text(i)` read column `i` of those asked
 * for (required, then optional; a missing optional column is empty). They are valid during the call only. Commas,
 * semicolons and tabs separate; quotes, a byte-order mark, and any line end are understood. Why not `#platform/tabular`:
 * a million votes take 0.2 s here and some 8 s there, as no text is made of what is only counted.
 *
 * @throws Problem naming file, row, column and remedy
 */
export async function readColumns(
  path: string,
  asked: ColumnsAsked,
  onRow: (cells: RowCells) => void,
): Promise<{ readonly rows: number; readonly found: ReadonlySet<string> }> {
  const file = basename(path)
  const cutter = createRowCutter(file, asked, onRow)
  try {
    for await (const chunk of await openBytes(path)) cutter.push(chunk as Buffer)
  } catch (error) {
    throw readingProblem(error, path)
  }
  // The columns of the file, in its order.
  return cutter.end()
}

/** The bytes of a file, unpacked when they are gzip. */
export async function openBytes(path: string): Promise<Readable> {
  await using handle = await open(path)
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0)
  const plain = createReadStream(path, { highWaterMark: 256 * 1024 })
  if (bytesRead < 2 || buffer[0] !== 0x1f || buffer[1] !== 0x8b) return plain
  const unpacked = createGunzip({ chunkSize: 256 * 1024 })
  plain.on('error', (error) => unpacked.destroy(error))
  return plain.pipe(unpacked)
}

/** What the system says of a file it cannot read, in words; anything else as it is. */
function readingProblem(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code.startsWith('Z_') || code === 'ERR_BUFFER_OUT_OF_BOUNDS')
    return refuseFile(
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
  if (!['ENOENT', 'EACCES', 'EISDIR', 'EPERM'].includes(code)) return error
  return refuseFile(
    { file: path },
    {
      en: `it cannot be read (${code})`,
      es: `no se puede leer (${code})`,
      ca: `no es pot llegir (${code})`,
    },
    {
      en: 'Check the name and the folder.',
      es: 'Verifique el nombre y la carpeta.',
      ca: 'Comproveu-ne el nom i la carpeta.',
    },
  )
}
