import { sql } from 'kysely'
import type { Database } from '#platform/db'
import { Problem } from '#platform/problem'
import { readBelongings } from './belonging.ts'
import { prepare } from './prepare.ts'
import { type RecordView, readRecord } from './read-record.ts'
import { type Tx, typeOf } from './tx.ts'

async function turn(tx: Tx, record: RecordView, operation: 'delete' | 'restore', reason: string | undefined) {
  const org = tx.actor.orgId
  const version = record.version + 1
  const deleted = operation === 'delete'
  await tx.sql
    .updateTable('record')
    .set({
      version,
      deleted_at: deleted ? sql<Date>`now()` : null,
      deleted_by: deleted ? tx.actor.accountId : null,
      updated_at: sql<Date>`now()`,
      updated_by: tx.actor.accountId,
    })
    .where('org_id', '=', org)
    .where('id', '=', record.id)
    .execute()
  const type = typeOf(tx, record.type)
  const prepared = prepare(type, record.values, tx.schema)
  await tx.sql
    .insertInto('record_version')
    .values({
      org_id: org,
      record_id: record.id,
      version,
      class: 'open',
      operation,
      values: JSON.stringify(prepared.byClass.get('open') ?? {}),
      visibility: record.visibility,
      changed_by: tx.actor.accountId,
      reason: reason ?? null,
      import_id: null,
    })
    .execute()
  return { version }
}

/** Puts a record into the trash: it leaves every list, count and search, and comes back whole by `restoreRecord`. */
export async function deleteRecord(tx: Tx, id: string, version: number, reason?: string) {
  const record = await readRecord(tx, id)
  if (record.deletedAt) throw new Problem('not_found')
  if (record.version !== version) throw new Problem('stale', { data: { current: record, version } })
  const done = await turn(tx, record, 'delete', reason)
  for (const table of ['record_key', 'record_search'] as const)
    await tx.sql.deleteFrom(table).where('org_id', '=', tx.actor.orgId).where('record_id', '=', id).execute()
  for (const one of await readBelongings(tx, id))
    if (one.deletedAt === null) await deleteRecord(tx, one.id, one.version, reason)
  return done
}

/** Takes a record out of the trash. Its keys and words are made anew from its values. */
export async function restoreRecord(tx: Tx, id: string, reason?: string) {
  const record = await readRecord(tx, id)
  if (!record.deletedAt || record.mergedInto) throw new Problem('not_found')
  const done = await turn(tx, record, 'restore', reason)
  await indexRecord(tx, record)
  // What went with it comes back with it; what had gone before stays where it was put.
  for (const one of await readBelongings(tx, id))
    if (one.deletedAt?.getTime() === record.deletedAt.getTime()) await restoreRecord(tx, one.id, reason)
  return done
}

/** Writes the keys and words of a record that has none. */
export async function indexRecord(tx: Tx, record: RecordView): Promise<void> {
  const org = tx.actor.orgId
  const type = typeOf(tx, record.type)
  const { keys, words } = prepare(type, record.values, tx.schema)
  if (keys.length > 0)
    await tx.sql
      .insertInto('record_key')
      .values(
        keys.map((key) => ({
          org_id: org,
          record_id: record.id,
          type: type.name,
          ...key,
          visibility: record.visibility,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  for (const w of words)
    await sql`insert into record_search (org_id, record_id, class, type, visibility, words, names, body)
      values (${org}::uuid, ${record.id}::uuid, ${w.class}, ${type.name}, ${record.visibility}, word_vector(${w.words}), ${w.names}, ${w.body})
      on conflict do nothing`.execute(tx.sql)
}

/** What lies in the trash, latest first. */
export const listTrash = (tx: Tx, limit = 200) =>
  tx.sql
    .selectFrom('record')
    .select(['id', 'type', 'title', 'visibility', 'deleted_at', 'deleted_by'])
    .where('org_id', '=', tx.actor.orgId)
    .where('deleted_at', 'is not', null)
    .where('merged_into', 'is', null)
    .orderBy('deleted_at', 'desc')
    .limit(limit)
    .execute()

/** How long a record lies in the trash before a purge takes it, in days. */
export const trashDays = 90

/**
 * Takes out for good what has lain in the trash for `days`, in every organisation: rows, versions, relations, keys,
 * words, and the keys of files that were theirs alone. Takes the owner's login, because a restricted record is to go too,
 * whoever may see it. What is under legal hold stays, and so does a record that others still cite as their source. After
 * a restore the days begin anew. Gives how many went, by organisation.
 */
export async function purgeTrash(owner: Database, days = trashDays): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ org_id: string; purged: number }>`select * from purge_trash(${days})`.execute(
    owner,
  )
  return new Map(rows.map((row) => [row.org_id, row.purged]))
}
