import { sql } from 'kysely'
import type { Tx } from '#platform/records'

/**
 * Lets whoever may see a restricted record see those that were made with it, for as long: a person first named in a
 * case is known to the people of that case, and to nobody else.
 */
export async function shareAlike(tx: Tx, from: string, made: readonly string[]): Promise<void> {
  if (made.length === 0) return
  const by = tx.actor.accountId
  await sql`insert into record_grant (org_id, record_id, account_id, granted_by, until)
    select g.org_id, one.id, g.account_id, ${by}::uuid, g.until
      from record_grant g, unnest(${made}::uuid[]) as one(id)
     where g.org_id = ${tx.actor.orgId}::uuid and g.record_id = ${from}::uuid
    on conflict do nothing`.execute(tx.sql)
  await sql`insert into record_team_grant (org_id, record_id, team_id, granted_by, until)
    select g.org_id, one.id, g.team_id, ${by}::uuid, g.until
      from record_team_grant g, unnest(${made}::uuid[]) as one(id)
     where g.org_id = ${tx.actor.orgId}::uuid and g.record_id = ${from}::uuid
    on conflict do nothing`.execute(tx.sql)
}
