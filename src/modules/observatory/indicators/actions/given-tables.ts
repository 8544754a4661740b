import { sql } from 'kysely'
import type { FileStore } from '#platform/files'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'

/** Remembers that an uploaded file is a table of the actor's, to be looked at by nobody else. */
export async function giveTable(tx: Tx, fileId: string): Promise<void> {
  await sql`insert into observatory_given_table (org_id, file_id, given_by)
    values (${tx.actor.orgId}::uuid, ${fileId}::uuid, ${tx.actor.accountId}::uuid)`.execute(tx.sql)
}

/**
 * Refuses every file but a table that the actor gave: the address of one opens no other file of the organisation.
 *
 * @throws Problem `not_found`
 */
export async function requireGiven(tx: Tx, fileId: string): Promise<void> {
  const { rows } = await sql`select 1 from observatory_given_table
     where org_id = ${tx.actor.orgId}::uuid and file_id = ${fileId}::uuid`.execute(tx.sql)
  if (rows.length === 0) throw new Problem('not_found')
}

/** It is being read, and belongs to its reading from now on. */
export async function handOver(tx: Tx, fileId: string): Promise<void> {
  await sql`delete from observatory_given_table
     where org_id = ${tx.actor.orgId}::uuid and file_id = ${fileId}::uuid`.execute(tx.sql)
}

/** Erases a table that was left, and those that the actor forgot for a day. */
export async function eraseGiven(tx: Tx, files: FileStore, fileId?: string): Promise<void> {
  const { rows } = await sql<{ readonly id: string }>`
    delete from observatory_given_table
     where org_id = ${tx.actor.orgId}::uuid
       and (${fileId ?? null}::uuid = file_id or given_at < now() - interval '1 day')
    returning file_id as id`.execute(tx.sql)
  for (const { id } of rows) await files.erase(tx, id)
}
