import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type { Config, DatabaseUrls } from '#platform/config'
import { type ClusterKeys, keysLost, makeKeys, readKeys } from './keys.ts'
import { type LocationOptions, locateServer } from './location.ts'
import { withLock } from './lock.ts'
import {
  clusterPlaces,
  makePlaces,
  type Places,
  readRecord,
  removeSocketFolder,
  writeRecord,
} from './places.ts'
import { findPostmaster, hasSocket, stopPostmaster } from './postmaster.ts'
import { ensureDatabase, ensureRoles, loginUrls, socketUrl, withClient } from './roles.ts'
import { initialise, type Server, start } from './server.ts'
import { addUser, liveUsers, removeUser } from './users.ts'

/** The name of the database, in a private cluster. */
export const databaseName = 'amparo'

/** A claim on the database; it stays up for as long as someone holds one. */
export interface Cluster {
  readonly urls: DatabaseUrls
  /** `outside`: somebody else's server. `adopted`: it was already running. */
  readonly began: 'outside' | 'created' | 'started' | 'adopted'
  /** Gives the claim back; the last to do so stops PostgreSQL and waits for it. May be called twice. */
  release(): Promise<void>
}

/** The part of the configuration that this room needs. */
export type ClusterConfig = Pick<Config, 'home' | 'root' | 'database' | 'runtimeFolder'>

/** Departures from the ordinary, for unusual machines and for tests. */
export interface ClusterOptions extends Partial<Pick<LocationOptions, 'systemFolder' | 'without'>> {
  /** Told when PostgreSQL was found dead and has been started again. */
  readonly onRestart?: () => void
}

/**
 * The database, running: with `config.database` those addresses as they are (nothing is created), else the private
 * cluster under `config.home`, made at the first use, adopted when it already runs, and started again if it dies
 * while the claim is held. Throws a `StartProblem` with a remedy.
 */
export async function acquireCluster(config: ClusterConfig, options: ClusterOptions = {}): Promise<Cluster> {
  if (config.database) return { urls: config.database, began: 'outside', release: async () => {} }
  const places = clusterPlaces(config.home)
  makePlaces(places)
  const location: LocationOptions = {
    root: config.root,
    runtimeFolder: config.runtimeFolder,
    systemFolder: options.systemFolder ?? '/var/lib/amparo',
    without: options.without ?? [],
  }
  const first = await withLock(places.lock, async () => {
    const running = await ensureRunning(places, location)
    return { ...running, user: addUser(places.users) }
  })
  const stopWatching = watch(places, location, options.onRestart ?? (() => {}))
  let released: Promise<void> | null = null
  return {
    urls: first.urls,
    began: first.began,
    release: () => {
      stopWatching()
      released ??= withLock(places.lock, () => release(places, first.user))
      return released
    },
  }
}

/** Under the lock: a server that answers, whatever was there before. */
async function ensureRunning(places: Places, location: LocationOptions) {
  const running = await adopt(places)
  if (running) return { urls: running, began: 'adopted' as const }
  const keptSocket = readRecord(places)?.socket
  const server = locateServer(places, location)
  try {
    return await startAt(places, server)
  } catch (error) {
    if (server.socket !== keptSocket && !findPostmaster(server.data)) removeSocketFolder(server.socket)
    throw error
  }
}

async function startAt(places: Places, server: Server) {
  const isNew = !existsSync(server.data)
  const keys = readKeys(places.keys) ?? (isNew ? makeKeys(places.keys) : null)
  if (!keys) throw keysLost(places.keys)
  if (isNew) initialise(server, keys.superuser)
  // Before the start, so that a start cut short leaves a server that can be found.
  writeRecord(places, { data: server.data, socket: server.socket, runAs: server.runAs.kind })
  await start(server)
  const superuser = socketUrl(server.socket, keys.superuser)
  // At every start, not only the first: the first may have been cut short after initdb.
  await ensureRoles(superuser, keys)
  await ensureDatabase(superuser, databaseName)
  await closeOtherDatabases(superuser)
  return { urls: urlsAt(server.socket, keys), began: isNew ? ('created' as const) : ('started' as const) }
}

/** The addresses of a server that is already there and lets us in; `null` when there is none (any more). */
async function adopt(places: Places): Promise<DatabaseUrls | null> {
  const record = readRecord(places)
  const keys = readKeys(places.keys)
  if (!record || !keys) return null
  // It may still be recovering from a crash, which takes as long as it takes.
  for (let tries = 0; ; tries += 1) {
    const found = findPostmaster(record.data)
    if (!found) return null
    if (found.ready && (await answers(socketUrl(found.socket, keys.superuser))))
      return urlsAt(found.socket, keys)
    if ((found.ready && !hasSocket(found)) || tries > 3000) {
      await stopPostmaster(found)
      return null
    }
    await wait(100)
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return await withClient(url, async (client) => (await client.query('select 1')).rowCount === 1)
  } catch {
    return false
  }
}

/** Looks once a second; nothing keeps the process alive for it. */
function watch(places: Places, location: LocationOptions, onRestart: () => void): () => void {
  let busy = false
  let stopped = false
  const timer = setInterval(() => {
    const record = readRecord(places)
    if (busy || !record || findPostmaster(record.data)) return
    busy = true
    withLock(places.lock, async () => {
      if (!stopped && (await ensureRunning(places, location)).began === 'started') onRestart()
    })
      .catch(() => {
        // Tried again in a second; meanwhile every request says that the database cannot be reached.
      })
      .finally(() => {
        busy = false
      })
  }, 1000)
  timer.unref()
  return () => {
    stopped = true
    clearInterval(timer)
  }
}

async function release(places: Places, user: string): Promise<void> {
  removeUser(user)
  if (liveUsers(places.users).length > 0) return
  const record = readRecord(places)
  const found = record && findPostmaster(record.data)
  if (!record || !found) return
  await stopPostmaster(found)
  removeSocketFolder(record.socket)
}

const urlsAt = (socket: string, keys: ClusterKeys): DatabaseUrls =>
  loginUrls(socketUrl(socket, keys.superuser), databaseName, keys)

/** The logins have no business in the databases that PostgreSQL makes for itself. */
async function closeOtherDatabases(superuser: string): Promise<void> {
  await withClient(superuser, async (client) => {
    await client.query('revoke connect on database postgres from public')
    await client.query('revoke connect on database template1 from public')
  })
}
