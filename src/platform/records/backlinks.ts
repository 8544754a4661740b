import { sql } from 'kysely'
import type { LinkedRecord } from './read-record.ts'
import type { Tx } from './tx.ts'

/** A record that points at another, by which field, with what is said of the relation. */
export interface Backlink extends LinkedRecord {
  readonly field: string
  readonly attributes: Readonly<Record<string, unknown>>
}

/** The records that point at `id` and that the reader may see, by type and field; at most `limit`. */
export async function readBacklinks(tx: Tx, id: string, limit = 1_000): Promise<readonly Backlink[]> {
  const { rows } = await sql<Backlink>`
    select f.id, f.type, f.title, false as deleted, l.field, l.attributes
      from link l join record f on f.org_id = l.org_id and f.id = l.from_id
     where l.org_id = ${tx.actor.orgId}::uuid and l.to_id = ${id}::uuid and l.until is null and f.deleted_at is null
     order by f.type, l.field, f.title, f.id limit ${limit}`.execute(tx.sql)
  return rows
}
