import { sql } from 'kysely'
import type { Tx } from '#platform/records'

/** A record that belongs to a case, or to what belongs to it. */
export interface WholeBelonging {
  readonly id: string
  readonly type: string
  /** What it belongs to. */
  readonly owner: string
}

/**
 * What belongs to a case with what belongs to that in turn (an interview to its request, a change to its detention), as
 * far as the reader sees it; nothing that lies in the trash or below it. Owners come before what belongs to them.
 */
export async function readWholeBelongings(tx: Tx, caseId: string): Promise<readonly WholeBelonging[]> {
  const { rows } = await sql<WholeBelonging>`
    with recursive below (id, type, owner, made, depth) as (
      select r.id, r.type, l.to_id, r.created_at, 1
        from link l join record r on r.org_id = l.org_id and r.id = l.from_id
       where l.org_id = ${tx.actor.orgId}::uuid and l.to_id = ${caseId}::uuid and l.belongs and l.until is null
         and r.deleted_at is null and r.merged_into is null
      union
      select r.id, r.type, l.to_id, r.created_at, b.depth + 1
        from below b
        join link l on l.org_id = ${tx.actor.orgId}::uuid and l.to_id = b.id and l.belongs and l.until is null
        join record r on r.org_id = l.org_id and r.id = l.from_id
       where r.deleted_at is null and r.merged_into is null and b.depth < 8)
    select id, type, owner from below order by depth, made, id`.execute(tx.sql)
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}
