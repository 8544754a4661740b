import type { Labels } from '#platform/i18n'
import type { Tx } from '#platform/records'

/** The organisation's own name, by language. */
export async function readOrganisationName(tx: Tx): Promise<Partial<Labels>> {
  const row = await tx.sql
    .selectFrom('org')
    .select('name')
    .where('id', '=', tx.actor.orgId)
    .executeTakeFirstOrThrow()
  return row.name
}
