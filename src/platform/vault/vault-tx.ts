import type { Transaction } from 'kysely'
import type { Actor } from '#platform/access'
import type { Database, Tables } from '#platform/db'
import type { Secrets } from '#platform/identity'
import type { Openings, SessionOpenings } from './openings.ts'

/** The transaction in which values are sealed and opened; a `Tx` of the record engine is one. */
export interface VaultTx {
  readonly sql: Transaction<Tables>
  readonly actor: Actor
  /** What the session has open; none in jobs and on the command line, which open nothing. */
  readonly opened?: SessionOpenings
}

/** What opening needs of the house. */
export interface VaultGround {
  readonly db: Database
  readonly secrets: Secrets
  readonly openings: Openings
}
