import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { projectRoot } from '#platform/config'
import { Problem } from '#platform/problem'
import { encryptFor } from './age-file.ts'
import { listSequences, listTables, plainText, quoteAll, type StoredTable } from './catalogue.ts'
import {
  type BackupHead,
  type BackupManifest,
  fileListName,
  fileName,
  filesPerList,
  formatVersion,
  headName,
  keyName,
  listLine,
  manifestName,
  meter,
  tablePartName,
} from './layout.ts'
import { checkBackup } from './read-backup.ts'
import { unkeptKeys } from './recipients.ts'
import { tarEnd, tarHeader, tarPadding } from './tar.ts'
import { about, words } from './words.ts'

/** What is backed up. */
export interface BackupSource {
  /** The address of the owner's login. */
  readonly ownerUrl: string
  /** The folder with `files` and `keys`. */
  readonly home: string
}

/** A backup that was written and read through. */
export interface WrittenBackup {
  readonly path: string
  /** Bytes of the encrypted file. */
  readonly size: number
  readonly manifest: BackupManifest
}

/** A table's rows go in pieces of about this size, so that no table has to fit in memory. */
const partBytes = 2 * 1024 * 1024

/**
 * Writes one age file at `path` with database, files and keys as they are at one moment, then reads all of it again
 * and compares every hash and count before it gets its name. When anything fails nothing stays; a full disk is a
 * Problem. Memory does not grow with what is kept.
 */
export async function writeBackup(
  source: BackupSource,
  given: { readonly path: string; readonly recipients: readonly string[]; readonly signal?: AbortSignal },
): Promise<WrittenBackup> {
  const { path, recipients, signal } = given
  if (recipients.length === 0) throw new Problem('conflict', { explanation: words.noRecipient })
  if (await stat(path).catch(() => null))
    throw new Problem('conflict', { explanation: about(path, words.exists) })
  const part = `${path}.part`
  const client = new Client({ connectionString: source.ownerUrl })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const { encrypted, openAgain } = await encryptFor(recipients, contents(client, source.home))
    // A part that another run left behind, killed, is nobody's.
    await rm(part, { force: true })
    const target = createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true })
    await pipeline(encrypted, target, signal ? { signal } : {})
    const manifest = await checkBackup(part, [openAgain], signal)
    await rename(part, path)
    await syncFolder(dirname(path))
    return { path, size: (await stat(path)).size, manifest }
  } catch (error) {
    await rm(part, { force: true })
    const code = error instanceof Error && 'code' in error ? error.code : ''
    throw code === 'ENOSPC' || code === 'EDQUOT' ? new Problem('full', { cause: error }) : error
  } finally {
    await client.end()
  }
}

async function* contents(client: Client, home: string): AsyncGenerator<Uint8Array> {
  // One moment for all tables. With row_security off a policy that would hide rows is an error, not a gap.
  await client.query(plainText)
  await client.query('begin transaction isolation level repeatable read, read only')
  const { rows: migrations } = await client.query<{ name: string; hash: string }>(
    'select name, hash from migration order by name',
  )
  const at = (await client.query<{ at: Date }>('select now() as at')).rows[0]?.at ?? new Date()
  const tables = await listTables(client)
  const common = { format: formatVersion, release: await release(), at: at.toISOString(), migrations }
  const seconds = at.getTime() / 1000
  const whole = function* (name: string, bytes: Buffer) {
    yield tarHeader(name, bytes.length, seconds)
    yield bytes
    yield tarPadding(bytes.length)
  }
  const json = (name: string, value: unknown) =>
    whole(name, Buffer.from(`${JSON.stringify(value, null, 1)}\n`))

  yield* json(headName, { ...common, tables } satisfies BackupHead)
  const kept: { name: string; rows: number; sha256: string }[] = []
  for (const [index, table] of tables.entries()) {
    const seen = meter()
    let number = 1
    for await (const part of copyParts(client, table)) {
      seen.see(part)
      yield* whole(tablePartName(index, table.name, number++), part)
    }
    kept.push({ name: table.name, rows: seen.lines(), sha256: seen.digest() })
  }
  // After the rows: a number that a row of the snapshot has was given before.
  const sequences = await listSequences(client)

  const files = { count: 0, bytes: 0 }
  const lists = meter()
  let lines: string[] = []
  let listNumber = 1
  const list = function* () {
    const bytes = Buffer.from(lines.join(''))
    lines = []
    lists.see(bytes)
    yield* whole(fileListName(listNumber++), bytes)
  }
  for await (const id of fileIds(client)) {
    const path = join(home, fileName(id))
    const size = await stat(path).then(
      (found) => found.size,
      (cause) => {
        throw new Problem('conflict', { explanation: about(path, words.fileGone), cause })
      },
    )
    const seen = meter()
    yield tarHeader(fileName(id), size, seconds)
    for await (const chunk of createReadStream(path, {
      highWaterMark: 256 * 1024,
    }) as AsyncIterable<Buffer>) {
      seen.see(chunk)
      yield chunk
    }
    if (seen.bytes() !== size) throw new Error(`${path} changed while it was read`)
    yield tarPadding(size)
    files.count++
    files.bytes += size
    lines.push(listLine(seen.digest(), fileName(id)))
    if (lines.length === filesPerList) yield* list()
  }
  if (lines.length > 0) yield* list()

  const keys: { name: string; sha256: string }[] = []
  for (const name of await keyFiles(home)) {
    const bytes = await readFile(join(home, 'keys', name))
    const seen = meter()
    seen.see(bytes)
    keys.push({ name, sha256: seen.digest() })
    yield* whole(keyName(name), bytes)
  }
  await client.query('commit')
  yield* json(manifestName, {
    ...common,
    tables: kept,
    sequences,
    files: { ...files, sha256: lists.digest() },
    keys,
  } satisfies BackupManifest)
  yield tarEnd
}

/** The rows of a table as `COPY … TO STDOUT` writes them, in pieces that end with a row. */
async function* copyParts(client: Client, table: StoredTable): AsyncGenerator<Buffer> {
  const name = client.escapeIdentifier(table.name)
  const stream = client.query(copyTo(`copy ${name} (${quoteAll(client, table.columns)}) to stdout`))
  let held: Buffer[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const end = chunk.lastIndexOf(10) + 1
    if (size + end < partBytes || end === 0) {
      held.push(chunk)
      size += chunk.length
      continue
    }
    yield Buffer.concat([...held, chunk.subarray(0, end)])
    held = [chunk.subarray(end)]
    size = chunk.length - end
  }
  if (size > 0) yield Buffer.concat(held)
}

/** The ids of the files that are there and not erased, by id. */
async function* fileIds(client: Client): AsyncGenerator<string> {
  let last = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await client.query<{ id: string }>(
      'select id from file where data_key is not null and id > $1 order by id limit 1000',
      [last],
    )
    for (const { id } of rows) yield id
    const end = rows.at(-1)
    if (!end) return
    last = end.id
  }
}

/** The keys that a restore needs; the passwords of this database and what is for this machine alone stay. */
const keyFiles = async (home: string): Promise<readonly string[]> => {
  const found = await readdir(join(home, 'keys'), { withFileTypes: true }).catch(() => [])
  return found
    .filter((entry) => entry.isFile() && /^[a-z0-9][a-z0-9-]*\.[a-z0-9]+$/.test(entry.name))
    .map((entry) => entry.name)
    .filter((name) => !unkeptKeys.includes(name))
    .sort()
}

const release = async (): Promise<string> =>
  (JSON.parse(await readFile(join(projectRoot(), 'package.json'), 'utf8')) as { version: string }).version

/** Makes a name in `folder` outlast a power cut. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
