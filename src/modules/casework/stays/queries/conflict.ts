import { sql } from 'kysely'
import type { Tx } from '#platform/records'

/** Whether the actor declared a conflict of interest in the selection of a stay; what is in the trash counts. */
export async function declaredConflict(tx: Tx, stayId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from link l join record v on v.org_id = l.org_id and v.id = l.from_id
     where l.org_id = ${tx.actor.orgId}::uuid and l.to_id = ${stayId}::uuid and l.field = 'stay' and l.until is null
       and v.type = 'refuge_voice' and v.values->>'conflict' = 'declared'
       and v.values->>'member' = ${tx.actor.accountId} limit 1`.execute(tx.sql)
  return rows.length > 0
}
