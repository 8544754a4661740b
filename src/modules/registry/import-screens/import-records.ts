import { sql } from 'kysely'
import type { Tx } from '#platform/records'

/** A record that an import made or changed. */
export interface ImportedRecord {
  readonly id: string
  readonly type: string
  readonly title: string
  readonly deleted: boolean
  /** A value of it was left for a person to decide. */
  readonly waits: boolean
}

/** How many records an import's page lists. */
export const recordsShown = 200

/** The records that an import made, in the order of the file. */
export async function recordsMade(tx: Tx, importId: string): Promise<readonly ImportedRecord[]> {
  const { rows } = await sql<ImportedRecord>`
    select r.id, r.type, r.title, r.deleted_at is not null as deleted,
      exists (select 1 from citation c where c.org_id = r.org_id and c.record_id = r.id and c.until is null
                and starts_with(c.note, 'to confirm')) as waits
    from record r
    where r.org_id = ${tx.actor.orgId}::uuid and r.import_id = ${importId}::uuid
    order by r.id limit ${recordsShown + 1}`.execute(tx.sql)
  return rows
}

/** Records that an undone import had written and that were left as they are, because somebody has edited them since. */
export async function recordsLeft(
  tx: Tx,
  importId: string,
): Promise<readonly Pick<ImportedRecord, 'id' | 'title'>[]> {
  const org = tx.actor.orgId
  const { rows } = await sql<{ id: string; title: string }>`
    select r.id, r.title
    from (select record_id, max(version) as last from record_version
           where org_id = ${org}::uuid and import_id = ${importId}::uuid group by record_id) v
    join record r on r.org_id = ${org}::uuid and r.id = v.record_id
    where r.deleted_at is null and r.version > v.last
      and not exists (select 1 from record_version w where w.org_id = ${org}::uuid and w.record_id = r.id
                         and w.version = v.last + 1 and w.reason = 'import undone')
    order by r.title, r.id limit ${recordsShown}`.execute(tx.sql)
  return rows
}

/** Records by id, those that can be seen, in the order of titles. */
export async function recordTitles(
  tx: Tx,
  ids: readonly string[],
): Promise<readonly Pick<ImportedRecord, 'id' | 'title'>[]> {
  if (ids.length === 0) return []
  return tx.sql
    .selectFrom('record')
    .select(['id', 'title'])
    .where('org_id', '=', tx.actor.orgId)
    .where('id', 'in', ids.slice(0, recordsShown))
    .orderBy('title')
    .execute()
}
