import { Kysely, PostgresDialect } from 'kysely'
import { Pool, types } from 'pg'
import { keepPlans } from './keep-plans.ts'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>

// Dates without a time stay the text they are; a `Date` would shift them by the machine's zone.
types.setTypeParser(types.builtins.DATE, (text) => text)

/**
 * A pool of connections under one login. Sockets that the server closes are dropped and remade by the
 * next request; the pool must not bring the process down for it.
 */
export function connect(url: string, options: { max?: number } = {}): Database {
  const pool = new Pool({ connectionString: url, max: options.max ?? 10, idleTimeoutMillis: 30_000 })
  const seen = new Set<string>()
  pool.on('error', () => undefined)
  // One that is lost between two queries of a transaction tells nobody else; the next query on it fails.
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
    keepPlans(client, seen)
  })
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}
