import { createHash } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '#platform/config'
import { connect, withAsker } from '#platform/db'
import { acquireCluster, clusterStatus } from '#platform/db/cluster'
import { type OpenFile, loadInstanceKey, openFileStore } from '#platform/files'
import { type OpenSealedFile, type RecoveryProof, proveRecovery } from '#platform/vault'
import type { BackupManifest } from './layout.ts'
import { restoreBackup } from './restore-backup.ts'

/** What a drill has proved. */
export interface Drill {
  readonly manifest: BackupManifest
  /** Files that were opened with the restored keys, and whose content is what it was when it came in. */
  readonly filesOpened: number
  /** Sealed files, which those keys do not open: the shares of a recovery key do. */
  readonly filesSealed: number
  readonly organisations: number
  /** What the shares of recovery keys opened; none where none were given. */
  readonly recovered: readonly RecoveryProof[]
  readonly seconds: number
}

/**
 * Restores a backup into a temporary home in `folder` with a database of its own, opens every file with the restored
 * keys, and removes all of it, whatever came of it. Touches neither the house nor its database.
 */
export async function drillRecovery(
  config: Pick<Config, 'root' | 'runtimeFolder'>,
  given: {
    readonly path: string
    readonly identities: readonly string[]
    readonly folder: string
    /** Papers of recovery keys, as many shares as it takes: proves that sealed values can be recovered. */
    readonly shares?: readonly string[]
    /** What opens the restored instance key, if it is locked. */
    readonly keyPassphrase?: (home: string) => Promise<string | null>
    readonly signal?: AbortSignal
  },
): Promise<Drill> {
  const began = performance.now()
  const home = join(given.folder, 'drill')
  const temporary = { root: config.root, runtimeFolder: config.runtimeFolder, home, database: null }
  await mkdir(home, { recursive: true, mode: 0o700 })
  try {
    const { manifest } = await restoreBackup(temporary, given)
    const instanceKey = loadInstanceKey(home, (await given.keyPassphrase?.(home)) ?? null)
    const opened = await openAll(temporary, instanceKey, given.shares ?? [])
    return { manifest, ...opened, seconds: (performance.now() - began) / 1000 }
  } finally {
    const status = await clusterStatus(temporary)
    // Where root cannot run it under its home, it went elsewhere.
    if (status.state === 'stopped') await rm(status.data, { recursive: true, force: true })
    await rm(home, { recursive: true, force: true })
  }
}

/** The program itself, which reads as the owner. */
const nobodyOf = (orgId: string, orgSlug: string) =>
  ({ orgId, orgSlug, accountId: orgId, name: '', role: 'operator', language: 'en' }) as const

/** Holds a file's content to the hash that it had when it came in. */
async function readThrough(id: string, file: OpenFile): Promise<void> {
  const hash = createHash('sha256')
  for await (const chunk of file.stream as AsyncIterable<Buffer>) hash.update(chunk)
  if (hash.digest('hex') !== file.sha256) throw new Error(`the file ${id} is not what it was`)
}

async function openAll(
  config: Parameters<typeof acquireCluster>[0],
  instanceKey: Buffer,
  shares: readonly string[],
) {
  const cluster = await acquireCluster(config)
  const owner = connect(cluster.urls.owner, { max: 2 })
  try {
    const store = openFileStore({ home: config.home, instanceKey })
    const organisations = await owner.selectFrom('org').select(['id', 'slug']).execute()
    let filesOpened = 0
    let filesSealed = 0
    for (const { id: orgId, slug } of organisations) {
      const actor = nobodyOf(orgId, slug)
      const { n } = await owner
        .selectFrom('file')
        .select((f) => f.fn.countAll<string>().as('n'))
        .where('org_id', '=', orgId)
        .where('data_key', 'is not', null)
        .where('sealed', '=', true)
        .executeTakeFirstOrThrow()
      filesSealed += Number(n)
      for (let last = '00000000-0000-0000-0000-000000000000'; ; ) {
        const found = await owner
          .selectFrom('file')
          .select('id')
          .where('org_id', '=', orgId)
          .where('data_key', 'is not', null)
          .where('sealed', '=', false)
          .where('id', '>', last)
          .orderBy('id')
          .limit(500)
          .execute()
        for (const { id } of found) {
          await readThrough(id, await withAsker(owner, actor, (trx) => store.open({ sql: trx, actor }, id)))
          filesOpened++
        }
        const end = found.at(-1)
        if (!end) break
        last = end.id
      }
    }
    const openSealed: OpenSealedFile = async (at, id, dataKey) => {
      const actor = nobodyOf(at.orgId, at.slug)
      await readThrough(
        id,
        await withAsker(owner, actor, (trx) => store.open({ sql: trx, actor }, id, () => dataKey)),
      )
    }
    const recovered = shares.length > 0 ? await proveRecovery(owner, shares, openSealed) : []
    return { filesOpened, filesSealed, organisations: organisations.length, recovered }
  } finally {
    await owner.destroy()
    await cluster.release()
  }
}
