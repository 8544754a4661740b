import { isId } from '#platform/db'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'

/**
 * Takes a publication away, of whatever kind: its address answers from the next request on as one that never was, and
 * everything that is made from the projection (lists, search, feeds, open data, exports) is without it. Anyone of the
 * organisation may: withdrawing waits for nobody. The database writes the ledger entry, as for every other cause.
 */
export async function withdrawPublication(tx: Tx, id: string): Promise<void> {
  if (!isId(id)) throw new Problem('not_found')
  const { numDeletedRows } = await tx.sql
    .deleteFrom('publication')
    .where('org_id', '=', tx.actor.orgId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (Number(numDeletedRows) === 0) throw new Problem('not_found')
}
