import type { Actor } from '#platform/access'
import { type Database, withAsker } from '#platform/db'
import { loadSchema } from './load-schema.ts'
import type { Schema } from './schema.ts'
import type { Tx } from './tx.ts'

/** What a request is served from: the database as the app login, and the shipped definitions. */
export interface Ground {
  readonly db: Database
  readonly shipped: Schema
}

/** One request: one transaction, in which the database knows the actor and the code knows the organisation's schema. */
export const withRequest = <Result>(
  ground: Ground,
  actor: Actor,
  action: (tx: Tx) => Promise<Result>,
): Promise<Result> =>
  withAsker(ground.db, actor, async (sql) =>
    action({ sql, actor, schema: await loadSchema(sql, actor.orgId, ground.shipped) }),
  )
