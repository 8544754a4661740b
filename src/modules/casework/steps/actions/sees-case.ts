import { sql } from 'kysely'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'

const notSeen = {
  en: 'This person does not see the case. Let them in on its page first, or hand the case over.',
  es: 'Esta persona no ve el caso. Primero dele acceso en la página del caso, o entréguele el caso.',
  ca: 'Aquesta persona no veu el cas. Primer doneu-li accés a la pàgina del cas, o traspasseu-li el cas.',
}

/**
 * Refuses to give somebody work of a record that they may not see: it would wait on nobody's day. Looks at the grants
 * that the asker may see, which are all of a record that they see.
 */
export async function requireSees(
  tx: Tx,
  recordId: string,
  accountId: string,
  field = 'owner',
): Promise<void> {
  const { rows } = await sql<{ sees: boolean }>`
    select r.visibility <> 'restricted'
        or exists (select 1 from record_grant g
            where g.org_id = r.org_id and g.record_id = r.id and g.account_id = ${accountId}::uuid
              and (g.until is null or g.until > now()))
        or exists (select 1 from record_team_grant g
            join team_member m on m.org_id = g.org_id and m.team_id = g.team_id and m.account_id = ${accountId}::uuid
            where g.org_id = r.org_id and g.record_id = r.id and (g.until is null or g.until > now())) as sees
      from record r where r.org_id = ${tx.actor.orgId}::uuid and r.id = ${recordId}::uuid`.execute(tx.sql)
  if (!rows[0]) throw new Problem('not_found')
  if (!rows[0].sees) throw new Problem('invalid', { fields: [{ field, message: notSeen }] })
}
