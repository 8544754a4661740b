import { sql } from 'kysely'
import type { Tx } from '#platform/records'

/** Lets those who may see a restricted record see the restricted records that were written beside it. */
export async function shareGrants(tx: Tx, mainId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`insert into record_grant (org_id, record_id, account_id)
    select g.org_id, i.id, g.account_id
      from record_grant g
      cross join unnest(${[...ids]}::uuid[]) as i(id)
      join record r on r.org_id = g.org_id and r.id = i.id and r.visibility = 'restricted'
     where g.org_id = ${tx.actor.orgId}::uuid and g.record_id = ${mainId}::uuid
    on conflict do nothing`.execute(tx.sql)
}
