import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, realpathSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { copyBinaries, findBinaries } from './binaries.ts'
import { otherOwner, type Places, readRecord, socketFolder } from './places.ts'
import { chooseRunAs, fileOwner, type RunAs } from './run-as.ts'
import type { Server } from './server.ts'

/** What decides where the cluster lives. */
export interface LocationOptions {
  /** The project's folder, for the programs. */
  readonly root: string
  readonly runtimeFolder: string | null
  /** Where a cluster goes that cannot run as root under its home. */
  readonly systemFolder: string
  /** Ways of running that are not to be tried. */
  readonly without: readonly RunAs['kind'][]
}

/**
 * Decides how and where the cluster of `places` runs. Call under the lock: it may move the data (to `systemFolder`,
 * when root can no longer run it at home) and makes the socket's folder.
 */
export function locateServer(places: Places, options: LocationOptions): Server {
  const record = readRecord(places)
  const found = findBinaries(options.root, places.links)
  const moved = record?.runAs === 'other-user'
  const runAs = chooseRunAs(found, places.folder, moved ? [...options.without, 'namespace'] : options.without)
  const atHome = join(places.folder, 'data')
  const away = runAs.kind === 'other-user'
  if (moved && !away) throw otherOwner(record.data)
  const folder = away ? prepareAway(places, options.systemFolder, runAs) : places.folder
  const data = join(folder, 'data')
  if (away && !existsSync(data) && existsSync(atHome)) moveData(atHome, data, runAs)
  if (existsSync(data) && statSync(data).uid !== fileOwner(runAs)) throw otherOwner(data)
  return {
    binaries: away ? copyBinaries(found, options.systemFolder) : found,
    runAs,
    data,
    // Another user may not enter root's own runtime folder.
    socket: socketFolder(record?.socket ?? null, away ? null : options.runtimeFolder, fileOwner(runAs)),
    log: places.log,
    durable: true,
  }
}

/** A folder of the other user's own; each AMPARO_HOME has one. */
function prepareAway(places: Places, systemFolder: string, runAs: RunAs & { kind: 'other-user' }): string {
  mkdirSync(systemFolder, { recursive: true, mode: 0o711 })
  chmodSync(systemFolder, 0o711)
  const name = createHash('sha256').update(realpathSync(places.home)).digest('hex').slice(0, 12)
  const folder = join(systemFolder, name)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chownSync(folder, runAs.uid, runAs.gid)
  return folder
}

/** Copies the data with its new owner; the old folder stays, renamed, until a person removes it. */
function moveData(from: string, to: string, runAs: RunAs & { kind: 'other-user' }): void {
  const steps = [
    ['cp', '-a', from, `${to}.new`],
    ['chown', '-R', `${runAs.uid}:${runAs.gid}`, `${to}.new`],
  ] as const
  for (const [command, ...args] of steps) {
    const done = spawnSync(command, args, { encoding: 'utf8' })
    if (done.status !== 0) throw new Error(`${command}: ${done.stderr}`)
  }
  renameSync(`${to}.new`, to)
  renameSync(from, `${from}.before-move`)
}
