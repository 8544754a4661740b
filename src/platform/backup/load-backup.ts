import { createWriteStream } from 'node:fs'
import { mkdir, open, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { listMigrations, migrate } from '#platform/db'
import { Problem } from '#platform/problem'
import { listTables, plainText, quoteAll, takeOffRules } from './catalogue.ts'
import { type BackupHead, type BackupManifest, fileName } from './layout.ts'
import { readBackup } from './read-backup.ts'
import { about, words } from './words.ts'

/** What was loaded; the keys are the caller's to put in place once all else is done. */
export interface LoadedBackup {
  readonly manifest: BackupManifest
  readonly keys: ReadonlyMap<string, Buffer>
}

/**
 * Loads a backup into a database without organisations and a `home` without files: at the backup's own migrations,
 * all rows in one transaction that commits only when every count and hash agreed. The foreign keys are checked anew.
 */
export async function loadBackup(
  target: { readonly ownerUrl: string; readonly home: string },
  given: { readonly path: string; readonly identities: readonly string[]; readonly signal?: AbortSignal },
): Promise<LoadedBackup> {
  const client = new Client({ connectionString: target.ownerUrl })
  client.on('error', () => undefined)
  await client.connect()
  const keys = new Map<string, Buffer>()
  const columns = new Map<string, readonly string[]>()
  let putBack = async (): Promise<void> => undefined
  try {
    const manifest = await readBackup(
      given.path,
      given.identities,
      {
        head: async (head) => {
          await bringTo(target.ownerUrl, head, given.path)
          for (const table of head.tables) columns.set(table.name, table.columns)
          await client.query(plainText)
          await client.query('begin')
          const tables = (await listTables(client)).map((table) => table.name)
          putBack = await takeOffRules(client)
          // What migrations put into tables is in the backup as well.
          await client.query(`truncate ${quoteAll(client, tables)}`)
        },
        table: async (name, rows) => {
          const into = `${client.escapeIdentifier(name)} (${quoteAll(client, columns.get(name) ?? [])})`
          await pipeline(rows, client.query(copyFrom(`copy ${into} from stdin`)))
        },
        file: (id, content) => writeFile(join(target.home, fileName(id)), content),
        key: async (name, content) => {
          keys.set(name, content)
        },
      },
      given.signal,
    )
    await putBack()
    for (const { name, value } of manifest.sequences)
      await client.query('select setval($1::regclass, $2::bigint)', [client.escapeIdentifier(name), value])
    // Whoever had a session or a link then may have lost the right to it since.
    await client.query('delete from session; delete from sign_in_link')
    await client.query('commit')
    await syncFolders(join(target.home, 'files'))
    return { manifest, keys }
  } finally {
    // An open transaction ends with its connection.
    await client.end()
  }
}

/** The migrations that the backup had, which this release has to know as they were. */
async function bringTo(ownerUrl: string, head: BackupHead, path: string): Promise<void> {
  const known = await listMigrations()
  const same = (one: { name: string; hash: string }) =>
    known.some((migration) => migration.name === one.name && migration.hash === one.hash)
  const only = head.migrations.map((one) => one.name)
  if (!head.migrations.every(same)) throw new Problem('conflict', { explanation: about(path, words.newer) })
  await migrate(ownerUrl, { only })
}

async function writeFile(path: string, content: AsyncIterable<Buffer>): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await pipeline(content, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }))
}

/** Makes the names in a folder and in those in it outlast a power cut. */
async function syncFolders(folder: string): Promise<void> {
  const inside = await readdir(folder).catch(() => null)
  if (!inside) return
  for (const path of [...inside.map((name) => join(folder, name)), folder]) {
    const handle = await open(path, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  }
}
