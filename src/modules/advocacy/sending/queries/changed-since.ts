import { sql } from 'kysely'
import type { Tx } from '#platform/records'

/**
 * Whether any record from which an approval takes was changed since it was asked for, as far as the reader sees it. Of the
 * submission itself only its words count: where it stands moves by being approved.
 */
export async function changedSince(tx: Tx, approvalId: string): Promise<boolean> {
  const { rows } = await sql<{ changed: boolean }>`
    select exists (
      select 1 from approval a cross join lateral unnest(a.record_ids, a.versions) was(id, version)
        join record r on r.org_id = a.org_id and r.id = was.id
       where a.org_id = ${tx.actor.orgId}::uuid and a.id = ${approvalId}::uuid
         and r.version > was.version
         and (r.id <> a.subject or exists (
           select 1 from record_version v
            where v.org_id = r.org_id and v.record_id = r.id and v.version > was.version and v.class <> 'open'))) as changed`.execute(
    tx.sql,
  )
  return rows[0]?.changed ?? false
}
