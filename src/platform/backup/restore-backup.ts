import { existsSync, readdirSync } from 'node:fs'
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { connect, databaseProblem, migrate } from '#platform/db'
import { acquireCluster, type ClusterConfig, clusterStatus, readApplied } from '#platform/db/cluster'
import { Problem } from '#platform/problem'
import { decryptFile } from './age-file.ts'
import { fileName } from './layout.ts'
import { type LoadedBackup, loadBackup } from './load-backup.ts'
import { withClient } from './one-client.ts'
import {
  keepTombstones,
  readTombstones,
  replayTombstones,
  type Tombstone,
  tombstonesPath,
} from './tombstones.ts'
import { about, words } from './words.ts'

/** What a restore has done. */
export interface Restored {
  readonly manifest: LoadedBackup['manifest']
  /** Purged, withdrawn or erased after the backup: there again, and gone again. */
  readonly goneAgain: number
  /** Migrations that this release added to those of the backup. */
  readonly applied: readonly string[]
  /** Where what was here before was put; null when there was nothing. */
  readonly setAside: string | null
}

export interface RestoreOptions {
  readonly path: string
  readonly identities: readonly string[]
  /** Files of tombstones besides the one in the home. */
  readonly tombstones?: readonly string[]
  /** Puts an organisation that is here aside first. */
  readonly force?: boolean
  readonly signal?: AbortSignal
}

const marker = (home: string): string => join(home, 'restoring')

/** Whether a restore into this home was broken off: what it left must not be served. */
export const isHalfRestored = (home: string): boolean => existsSync(marker(home))

/**
 * Restores a backup onto an empty home (or an empty outside database), brings it to this release, and does again what
 * was purged, withdrawn and erased since. Everything that can be refused is refused before anything is changed, but
 * for damage in the middle of the file: then what was begun is removed.
 */
export async function restoreBackup(config: ClusterConfig, options: RestoreOptions): Promise<Restored> {
  const { path, identities, signal } = options
  // The beginning, with the identity, before anything is made or put aside.
  for await (const _ of decryptFile(path, identities)) break
  const logs = [...(options.tombstones ?? []), ...[tombstonesPath(config.home)].filter(existsSync)]
  const stones = (await Promise.all(logs.map(readTombstones))).flat()
  const setAside = options.force ? await putAside(config) : null
  if (!options.force && holdsSomething(config.home)) throw notEmpty(config)
  await mkdir(config.home, { recursive: true, mode: 0o700 })
  const cluster = await acquireCluster(config)
  let reached: 'nothing' | 'begun' | 'loaded' | 'done' = 'nothing'
  try {
    if (await holdsOrganisation(cluster.urls.owner)) throw notEmpty(config)
    reached = 'begun'
    await writeFile(marker(config.home), '')
    const target = { ownerUrl: cluster.urls.owner, home: config.home }
    const { manifest, keys } = await loadBackup(target, { path, identities, ...(signal && { signal }) })
    reached = 'loaded'
    const applied = await migrate(target.ownerUrl)
    const goneAgain = await finish(target, stones, manifest.at)
    for (const [name, content] of keys) await writeKey(join(config.home, 'keys'), name, content)
    await rm(marker(config.home))
    reached = 'done'
    return { manifest, goneAgain, applied, setAside }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    throw code === 'ENOSPC' ? new Problem('full', { cause: error }) : databaseProblem(error)
  } finally {
    await cluster.release()
    if (cluster.began === 'created' && reached !== 'done') await removeAll(config)
    // Rows that were committed and not gone over may not be served: then the mark stays.
    else if (reached === 'begun') await removeFiles(config.home)
  }
}

/** Replays, tells the ledger, and keeps the tombstones outside of the database again. */
async function finish(
  { ownerUrl, home }: { readonly ownerUrl: string; readonly home: string },
  stones: readonly Tombstone[],
  at: string,
): Promise<number> {
  const goneAgain = await withClient(ownerUrl, async (client) => {
    await client.query('begin')
    const gone = await replayTombstones(client, stones)
    await client.query(
      `insert into ledger (org_id, act, detail)
       select id, 'backup.restore', jsonb_build_object('made', $1::text, 'gone', $2::int) from org`,
      [at, gone],
    )
    if (!existsSync(tombstonesPath(home))) await client.query('update tombstone set kept_at = null')
    await client.query('commit')
    for (const { subject } of stones.filter((one) => one.kind === 'erase'))
      await rm(join(home, fileName(subject)), { force: true })
    await client.query('analyze')
    return gone
  })
  const owner = connect(ownerUrl, { max: 1 })
  try {
    await keepTombstones(owner, home)
  } finally {
    await owner.destroy()
  }
  return goneAgain
}

const holdsFiles = (home: string): boolean =>
  existsSync(join(home, 'files')) &&
  readdirSync(join(home, 'files')).some(
    (name) => /^[0-9a-f]{2}$/.test(name) && readdirSync(join(home, 'files', name)).length > 0,
  )

const holdsSomething = (home: string): boolean =>
  existsSync(join(home, 'keys', 'instance.key')) || holdsFiles(home) || isHalfRestored(home)

const holdsOrganisation = async (ownerUrl: string): Promise<boolean> =>
  (await readApplied(ownerUrl)).length > 0 &&
  (await withClient(
    ownerUrl,
    async (client) => ((await client.query('select 1 from org limit 1')).rowCount ?? 0) > 0,
  ))

const notEmpty = (config: ClusterConfig): Problem =>
  new Problem('conflict', {
    explanation:
      config.database && !holdsSomething(config.home)
        ? words.databaseNotEmpty
        : about(config.home, words.notEmpty),
  })

/** Renames database, files and keys into a folder of their own in the home; the tombstones and backups stay. */
async function putAside(config: ClusterConfig): Promise<string | null> {
  const { home } = config
  const status = await clusterStatus(config)
  if (status.state === 'running') throw new Problem('conflict', { explanation: about(home, words.inUse) })
  if (status.state === 'stopped' && relative(home, status.data).startsWith('..'))
    throw new Problem('conflict', { explanation: about(home, words.elsewhere) })
  const parts = ['postgres', 'files', 'keys', 'restoring'].filter((name) => existsSync(join(home, name)))
  if (parts.length === 0) return null
  const folder = join(home, `replaced-${new Date().toISOString().replace(/[:.]/g, '-')}`)
  await mkdir(folder, { mode: 0o700 })
  for (const name of parts) await rename(join(home, name), join(folder, name))
  return folder
}

async function removeFiles(home: string): Promise<void> {
  await rm(join(home, 'files'), { recursive: true, force: true })
  await rm(marker(home), { force: true })
}

/** Nothing of a restore stays that failed where there was nothing before. */
async function removeAll(config: ClusterConfig): Promise<void> {
  const { home } = config
  const status = await clusterStatus(config)
  // Still used by another process, which came in between: not ours alone to remove.
  if (status.state !== 'stopped') return
  await rm(status.data, { recursive: true, force: true })
  await rm(join(home, 'postgres'), { recursive: true, force: true })
  await rm(join(home, 'keys'), { recursive: true, force: true })
  await removeFiles(home)
}

async function writeKey(folder: string, name: string, content: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const handle = await open(join(folder, `${name}.new`), 'w', 0o600)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(join(folder, `${name}.new`), join(folder, name))
}
