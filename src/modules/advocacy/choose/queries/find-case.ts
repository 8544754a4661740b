import { sql } from 'kysely'
import { isId } from '#platform/db'
import { Problem } from '#platform/problem'
import { type Tx, fold } from '#platform/records'

/** The case with this number (`AR-2026-0007`), or id; Problem `not_found` where there is none that the asker may see. */
export async function findCase(
  tx: Tx,
  reference: string,
): Promise<{ readonly id: string; readonly title: string }> {
  const org = sql`${tx.actor.orgId}::uuid`
  const { rows } = isId(reference)
    ? await sql<{ id: string; title: string }>`select r.id, r.title from record r
        where r.org_id = ${org} and r.id = ${reference}::uuid and r.type = 'case'
          and r.deleted_at is null and r.merged_into is null`.execute(tx.sql)
    : await sql<{ id: string; title: string }>`select r.id, r.title
        from record_key k join record r on r.org_id = k.org_id and r.id = k.record_id
        where k.org_id = ${org} and k.type = 'case' and k.field = 'reference' and k.key = ${fold(reference)}
          and r.deleted_at is null and r.merged_into is null`.execute(tx.sql)
  const [found] = rows
  if (!found) throw new Problem('not_found')
  return found
}
