import { existsSync } from 'node:fs'
import type { ClusterConfig } from './cluster.ts'
import { readKeys } from './keys.ts'
import { withLock } from './lock.ts'
import { clusterPlaces, readRecord, removeSocketFolder } from './places.ts'
import { findPostmaster, stopPostmaster } from './postmaster.ts'
import { socketUrl, withClient } from './roles.ts'
import { liveUsers } from './users.ts'

/** What can be said of the cluster without starting it. */
export type ClusterStatus =
  | { readonly state: 'outside' }
  | { readonly state: 'absent' }
  | { readonly state: 'stopped'; readonly data: string }
  | {
      readonly state: 'running'
      readonly data: string
      readonly pid: number
      readonly socket: string
      /** How PostgreSQL is run; see `RunAs`. */
      readonly runAs: string
      /** Process ids of those who hold a claim; one process may hold several. */
      readonly users: readonly number[]
      /** `null` when it does not answer (yet). */
      readonly version: string | null
      readonly bytes: number | null
    }

/** The state of the private cluster; changes nothing. */
export async function clusterStatus(config: ClusterConfig): Promise<ClusterStatus> {
  if (config.database) return { state: 'outside' }
  const places = clusterPlaces(config.home)
  const record = readRecord(places)
  if (!record || !existsSync(record.data)) return { state: 'absent' }
  const found = findPostmaster(record.data)
  if (!found) return { state: 'stopped', data: record.data }
  const users = existsSync(places.users) ? liveUsers(places.users) : []
  const keys = readKeys(places.keys)
  const facts = found.ready && keys ? await ask(socketUrl(found.socket, keys.superuser)) : null
  return {
    state: 'running',
    data: record.data,
    pid: found.pid,
    socket: found.socket,
    runAs: record.runAs,
    users,
    version: facts?.version ?? null,
    bytes: facts?.bytes ?? null,
  }
}

async function ask(url: string): Promise<{ version: string; bytes: number } | null> {
  try {
    return await withClient(url, async (client) => {
      const { rows } = await client.query<{ version: string; bytes: string }>(
        `select current_setting('server_version') as version, sum(pg_database_size(oid)) as bytes from pg_database`,
      )
      return rows[0] ? { version: rows[0].version, bytes: Number(rows[0].bytes) } : null
    })
  } catch {
    return null
  }
}

/**
 * Stops a cluster that nobody uses (left by a program that was killed). Gives the process ids of its users, and does
 * nothing, when there are some; an empty list means that it is stopped.
 */
export async function stopUnusedCluster(config: ClusterConfig): Promise<readonly number[]> {
  const places = clusterPlaces(config.home)
  const record = readRecord(places)
  if (config.database || !record) return []
  return withLock(places.lock, async () => {
    const users = liveUsers(places.users)
    const found = findPostmaster(record.data)
    if (users.length > 0) return users
    if (found) await stopPostmaster(found)
    removeSocketFolder(record.socket)
    return users
  })
}
