import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import type { DatabaseUrls } from '#platform/config'
import { migrate } from '#platform/db'
import { ensureDatabase, ensureRoles, loginUrls, temporaryServer } from '#platform/db/cluster'
import { withClient } from './client.ts'
import { runPrefix } from './run.ts'

// Tests need no secrets: the server is reached through a private socket, and is gone after the run.
const passwords = { owner: 'owner', app: 'app', public: 'public' }

/** Names of one run, so that runs may share a server. */
const prefix = () => runPrefix(inject('databaseServerFolder'))
const template = () => `${prefix()}template`

/** A database of one's own, with all migrations applied. */
export interface TestDatabase extends DatabaseUrls {
  readonly name: string
  /** Ends every connection to it and removes it. */
  readonly drop: () => Promise<void>
}

declare global {
  var amparoTestDatabase: Promise<TestDatabase> | undefined
}

/**
 * The database of this Vitest worker, shared by its test files: make an organisation of your own in each test and
 * rely on no other's absence. Use the `app` address as the product does.
 */
export function testDatabase(): Promise<TestDatabase> {
  // Files are not isolated from each other, modules may be: what the worker owns hangs on the worker.
  globalThis.amparoTestDatabase ??= freshDatabase()
  return globalThis.amparoTestDatabase
}

/** A database that nobody shares, for tests of concurrency, of migrations, or of a whole server. */
export async function freshDatabase(): Promise<TestDatabase> {
  const server = await testServer()
  const name = `${prefix()}${randomUUID().slice(0, 18).replaceAll('-', '')}`
  await ensureDatabase(server, name, template())
  return { name, ...loginUrls(server, name, passwords), drop: () => dropDatabase(server, name) }
}

/** A database with the three logins and nothing in it. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const server = await testServer()
  const name = `${prefix()}${randomUUID().slice(0, 18).replaceAll('-', '')}`
  await ensureDatabase(server, name)
  return { name, ...loginUrls(server, name, passwords), drop: () => dropDatabase(server, name) }
}

/** The superuser's address of the run's server, for tests of the server itself. */
export const testServer = (): Promise<string> =>
  temporaryServer(inject('databaseServerFolder'), prepare, process.env['DATABASE_TEST_URL'])

async function prepare(server: string): Promise<void> {
  await ensureRoles(server, passwords)
  // Left by an attempt whose migrations failed.
  await dropDatabase(server, template())
  await ensureDatabase(server, template())
  await migrate(loginUrls(server, template(), passwords).owner)
}

const dropDatabase = (server: string, name: string) =>
  withClient(server, async (client) => {
    await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`)
  })
