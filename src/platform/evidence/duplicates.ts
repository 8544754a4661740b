import { sql } from 'kysely'
import type { Tx } from '#platform/records'

/** The same content, attached where this reader can see it. */
export interface Duplicate {
  readonly attachmentId: string
  readonly recordId: string
  readonly recordTitle: string
}

/** For each attachment, the others with the same content that this reader can see; at most 500 in all. */
export async function duplicatesOf(
  tx: Tx,
  attachmentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Duplicate[]>> {
  const found = new Map<string, Duplicate[]>()
  if (attachmentIds.length === 0) return found
  const { rows } = await sql<Duplicate & { of: string }>`
    select a.id as of, b.id as "attachmentId", r.id as "recordId", r.title as "recordTitle"
      from attachment a
      join file f on f.org_id = a.org_id and f.id = a.file_id and f.data_key is not null
      join file g on g.org_id = f.org_id and g.duplicate_key = f.duplicate_key
      join attachment b on b.org_id = g.org_id and b.file_id = g.id and b.id <> a.id and b.until is null
      join record r on r.org_id = b.org_id and r.id = b.record_id and r.deleted_at is null
     where a.org_id = ${tx.actor.orgId}::uuid and a.id = any(${attachmentIds}::uuid[])
     order by b.id limit 500`.execute(tx.sql)
  for (const { of, ...duplicate } of rows) found.set(of, [...(found.get(of) ?? []), duplicate])
  return found
}
