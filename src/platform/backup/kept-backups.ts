import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '#platform/config'
import { type Database, listMigrations, migrate } from '#platform/db'
import { readRecipient, upgradeRecipient } from './recipients.ts'
import { withClient } from './one-client.ts'
import { copyTombstones, keepTombstones } from './tombstones.ts'
import { type WrittenBackup, writeBackup } from './write-backup.ts'

// The backups that the program makes by itself: one a day, and one before an upgrade.

type BackupConfig = Pick<Config, 'home' | 'backupFolder'>

const keptDaily = 14
const keptUpgrades = 5
const hour = 60 * 60 * 1000

/** Where the daily backups lie. */
export const dailyFolder = (config: BackupConfig): string =>
  config.backupFolder ?? join(config.home, 'backups')

/** Where the copies before an upgrade lie. */
const upgradeFolder = (config: BackupConfig): string => join(config.home, 'backups')

const stamp = (): string => new Date().toISOString().slice(0, 19).replaceAll(':', '-')

/** A name for a backup made now. */
export const newBackupName = (): string => `amparo-${stamp()}Z.age`

interface Kept {
  readonly path: string
  readonly name: string
  readonly modified: number
}

async function listBackups(folder: string, prefix: string): Promise<readonly Kept[]> {
  const names = await readdir(folder).catch(() => [])
  const found: Kept[] = []
  for (const name of names.filter((one) => one.startsWith(prefix) && one.endsWith('.age'))) {
    const path = join(folder, name)
    found.push({ path, name, modified: (await stat(path)).mtimeMs })
  }
  return found.sort((a, b) => b.modified - a.modified || (a.name < b.name ? 1 : -1))
}

/** The latest backup that the program or `amparo backup` made without being told where; null when there is none. */
export async function newestBackup(config: BackupConfig): Promise<string | null> {
  return (await listBackups(dailyFolder(config), 'amparo-'))[0]?.path ?? null
}

/** Removes all but the newest `keep`, and what a killed backup left. */
async function prune(folder: string, prefix: string, keep: number): Promise<void> {
  for (const { path } of (await listBackups(folder, prefix)).slice(keep)) await rm(path, { force: true })
  for (const name of await readdir(folder).catch(() => []))
    if (name.startsWith(prefix) && name.endsWith('.age.part')) {
      const found = await stat(join(folder, name)).catch(() => null)
      if (found && Date.now() - found.mtimeMs > 24 * hour) await rm(join(folder, name), { force: true })
    }
}

/**
 * The backup of the day, when there is a recovery kit and the last one is older than twenty hours; keeps fourteen, and
 * the tombstones beside them. Gives the backup that was made, or null.
 */
export async function backUpDaily(
  config: BackupConfig,
  given: { readonly owner: Database; readonly ownerUrl: string; readonly signal?: AbortSignal },
): Promise<WrittenBackup | null> {
  const { owner, ownerUrl, signal } = given
  await keepTombstones(owner, config.home)
  const recipient = readRecipient(config.home)
  if (!recipient) return null
  const folder = dailyFolder(config)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await copyTombstones(config.home, folder)
  const last = (await listBackups(folder, 'amparo-'))[0]
  if (last && Date.now() - last.modified < 20 * hour) return null
  const source = { ownerUrl, home: config.home }
  const written = await writeBackup(source, {
    path: join(folder, newBackupName()),
    recipients: [recipient],
    ...(signal && { signal }),
  })
  await prune(folder, 'amparo-', keptDaily)
  return written
}

/**
 * Brings the database to this release, as `migrate` does; before that a backup under `home`/backups, the last five of
 * which are kept, when an organisation is in it and something is to be changed. No backup, no change.
 */
export async function migrateWithBackup(
  config: BackupConfig,
  ownerUrl: string,
): Promise<{ readonly applied: readonly string[]; readonly backup: WrittenBackup | null }> {
  const backup = await backUpBeforeUpgrade(config, ownerUrl)
  return { applied: await migrate(ownerUrl), backup }
}

async function backUpBeforeUpgrade(config: BackupConfig, ownerUrl: string): Promise<WrittenBackup | null> {
  const known = await listMigrations()
  const had = await withClient(ownerUrl, async (client) => {
    const there = await client.query<{ there: boolean }>(
      `select to_regclass('migration') is not null and to_regclass('org') is not null as there`,
    )
    if (!there.rows[0]?.there) return null
    if (!(await client.query('select 1 from org limit 1')).rowCount) return null
    return new Map(
      (await client.query<{ name: string; hash: string }>('select name, hash from migration')).rows.map(
        ({ name, hash }) => [name, hash],
      ),
    )
  })
  const pending = known.filter(({ name }) => !had?.has(name))
  const last = pending.at(-1)
  if (!had || !last) return null
  // A database of another release or of changed migrations is refused by `migrate`: nothing will be changed.
  for (const [name, hash] of had) if (known.find((one) => one.name === name)?.hash !== hash) return null
  const folder = upgradeFolder(config)
  const prefix = `upgrade-to-${last.name}-`
  // A start that fails and is tried again at once must not push the older ones out.
  const recent = (await listBackups(folder, prefix))[0]
  if (recent && Date.now() - recent.modified < hour) return null
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const written = await writeBackup(
    { ownerUrl, home: config.home },
    { path: join(folder, `${prefix}${stamp()}Z.age`), recipients: [await upgradeRecipient(config.home)] },
  )
  await prune(folder, 'upgrade-', keptUpgrades)
  return written
}
