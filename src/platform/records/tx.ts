import type { Transaction } from 'kysely'
import type { Actor } from '#platform/access'
import type { Tables } from '#platform/db'
import { Problem } from '#platform/problem'
import type { SessionOpenings } from '#platform/vault'
import type { RecordTypeDefinition } from './definition.ts'
import type { Schema } from './schema.ts'

/** What every read and write takes first: the transaction in which the database knows who is asking. */
export interface Tx {
  readonly sql: Transaction<Tables>
  readonly actor: Actor
  readonly schema: Schema
  /** The session in which it is asked, for the ledger; none on the command line and in jobs. */
  readonly sessionId?: string
  /** What is sealed and was opened in that session. */
  readonly opened?: SessionOpenings
}

/** The record type of that name, or the same answer as for anything that is not there. */
export function typeOf(tx: Tx, name: string): RecordTypeDefinition {
  const type = tx.schema.types.get(name)
  if (!type) throw new Problem('not_found')
  return type
}
