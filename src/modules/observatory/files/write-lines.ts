import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/**
 * Writes a CSV file: a header and lines that are ready. Whoever reads the file finds it whole or not at all; on an
 * interruption nothing is left.
 */
export async function writeLines(
  path: string,
  header: string,
  lines: Iterable<string>,
  signal?: AbortSignal,
): Promise<void> {
  const part = `${path}.part`
  try {
    await pipeline(Readable.from(blocks(header, lines)), createWriteStream(part), { signal })
    await rename(part, path)
  } finally {
    await rm(part, { force: true })
  }
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
