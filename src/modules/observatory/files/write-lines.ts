import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { refuseFile } from './refusal.ts'

/**
 * Writes a CSV file: a header and lines that are ready. Whoever reads the file finds it whole or not at all. False when the
 * work was interrupted: then nothing is left.
 *
 * @throws Problem when the place cannot be written to
 */
export async function writeLines(
  path: string,
  header: string,
  lines: Iterable<string>,
  signal?: AbortSignal,
): Promise<boolean> {
  const part = `${path}.part`
  try {
    await pipeline(Readable.from(blocks(header, lines)), createWriteStream(part), signal ? { signal } : {})
    await rename(part, path)
    return true
  } catch (error) {
    if (signal?.aborted === true) return false
    throw writingProblem(error, path)
  } finally {
    await rm(part, { force: true })
  }
}

function writingProblem(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (!['ENOENT', 'EACCES', 'EISDIR', 'EPERM', 'ENOTDIR', 'EROFS', 'ENOSPC'].includes(code)) return error
  return refuseFile(
    { file: path },
    {
      en: `it cannot be written (${code})`,
      es: `no se puede escribir (${code})`,
      ca: `no es pot escriure (${code})`,
    },
    {
      en: 'Check the folder, who may write there, and the space that is left.',
      es: 'Verifique la carpeta, quién puede escribir en ella y el espacio que queda.',
      ca: 'Comproveu la carpeta, qui hi pot escriure i l’espai que queda.',
    },
  )
}

/** Lines joined to blocks: a write for each line would cost more than the line. */
function* blocks(header: string, lines: Iterable<string>): Generator<string> {
  let block = `${header}\n`
  for (const line of lines) {
    block += `${line}\n`
    if (block.length > 65_536) {
      yield block
      block = ''
    }
  }
  yield block
}

/** A text as a CSV cell. */
export const cell = (text: string): string =>
  /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
