import { buffer } from 'node:stream/consumers'
import type { Identity } from 'age-encryption'
import { Problem } from '#platform/problem'
import { decryptFile } from './age-file.ts'
import { type BackupHead, type BackupManifest, formatVersion, listLine, meter, readName } from './layout.ts'
import { readTar, TarError } from './tar.ts'
import { about, words } from './words.ts'

/** What is done with the parts of a backup while they pass. Each reads its body to the end. */
export interface BackupReader {
  readonly head?: (head: BackupHead) => Promise<void>
  /** A piece of the rows of a table, ending with a row. */
  readonly table?: (name: string, rows: AsyncIterable<Buffer>) => Promise<void>
  readonly file?: (id: string, content: AsyncIterable<Buffer>) => Promise<void>
  readonly key?: (name: string, content: Buffer) => Promise<void>
}

/** Reads all of a backup and compares it with its manifest; gives that. */
export const checkBackup = (
  path: string,
  identities: readonly (string | Identity)[],
  signal?: AbortSignal,
): Promise<BackupManifest> => readBackup(path, identities, {}, signal)

/**
 * Reads a backup through, handing its parts to `reader` as they pass, and gives its manifest once every count and
 * hash agreed and the end was authentic. What `reader` did with the parts before must not count until then.
 * Throws a Problem when the identity is another's, or the file was changed, cut short or made by a newer format.
 */
export async function readBackup(
  path: string,
  identities: readonly (string | Identity)[],
  reader: BackupReader,
  signal?: AbortSignal,
): Promise<BackupManifest> {
  try {
    return await readThrough(decryptFile(path, identities), reader, signal)
  } catch (error) {
    if (error instanceof TarError || error instanceof Mismatch || error instanceof SyntaxError)
      throw new Problem('malformed', { explanation: about(path, words.changed), cause: error })
    if (error instanceof OtherFormat)
      throw new Problem('conflict', { explanation: about(path, words.newer), cause: error })
    throw error
  }
}

class Mismatch extends Error {}
class OtherFormat extends Error {}

async function readThrough(
  source: AsyncIterable<Uint8Array>,
  reader: BackupReader,
  signal: AbortSignal | undefined,
): Promise<BackupManifest> {
  let head: BackupHead | undefined
  let manifest: BackupManifest | undefined
  const tables = new Map<string, ReturnType<typeof meter>>()
  const files = { count: 0, bytes: 0 }
  const lists = meter()
  let lines: string[] = []
  const keys = new Map<string, string>()
  for await (const { name, body } of readTar(source)) {
    signal?.throwIfAborted()
    const meaning = readName(name)
    if (!meaning || manifest) throw new Mismatch(`${name} has no place in a backup`)
    if (meaning.kind === 'head') {
      head = JSON.parse((await buffer(body)).toString()) as BackupHead
      if (head.format !== formatVersion) throw new OtherFormat(`format ${head.format}`)
      for (const table of head.tables) tables.set(table.name, meter())
      await reader.head?.(head)
      continue
    }
    if (!head) throw new Mismatch('there is no head')
    switch (meaning.kind) {
      case 'table': {
        const seen = tables.get(meaning.table)
        if (!seen) throw new Mismatch(`an unknown table ${meaning.table}`)
        await use(body, seen, reader.table && ((rows) => reader.table?.(meaning.table, rows)))
        break
      }
      case 'file': {
        const seen = meter()
        await use(body, seen, reader.file && ((content) => reader.file?.(meaning.id, content)))
        files.count++
        files.bytes += seen.bytes()
        lines.push(listLine(seen.digest(), name))
        break
      }
      case 'list': {
        const bytes = await buffer(body)
        lists.see(bytes)
        if (bytes.toString() !== lines.join('')) throw new Mismatch(`${name} and the files before it`)
        lines = []
        break
      }
      case 'key': {
        const bytes = await buffer(body)
        const seen = meter()
        seen.see(bytes)
        keys.set(meaning.key, seen.digest())
        await reader.key?.(meaning.key, bytes)
        break
      }
      case 'manifest':
        manifest = JSON.parse((await buffer(body)).toString()) as BackupManifest
    }
  }
  if (!manifest || lines.length > 0) throw new Mismatch('there is no end')
  const found = {
    tables: [...tables].map(([name, seen]) => ({ name, rows: seen.lines(), sha256: seen.digest() })),
    files: { ...files, sha256: lists.digest() },
    keys: [...keys].map(([name, sha256]) => ({ name, sha256 })),
  }
  for (const part of ['tables', 'files', 'keys'] as const)
    if (JSON.stringify(found[part]) !== JSON.stringify(manifest[part])) throw new Mismatch(part)
  return manifest
}

/** Hands `body` over while it is measured; what is not taken is read to its end all the same. */
async function use(
  body: AsyncIterable<Buffer>,
  seen: ReturnType<typeof meter>,
  take: ((measured: AsyncIterable<Buffer>) => Promise<void> | undefined) | undefined,
): Promise<void> {
  async function* measured() {
    for await (const chunk of body) {
      seen.see(chunk)
      yield chunk
    }
  }
  const stream = measured()
  await take?.(stream)
  for await (const _ of stream);
}
