import type { Tx } from '#platform/records'

/** Somebody of a case who is public at present. */
export interface Publication {
  readonly recordId: string
  readonly name: string
}

/** Who of these people has a public page now. */
export async function readPublicNow(tx: Tx, ids: readonly string[]): Promise<readonly Publication[]> {
  if (ids.length === 0) return []
  const rows = await tx.sql
    .selectFrom('publication as p')
    .innerJoin('record as r', (join) =>
      join.onRef('r.org_id', '=', 'p.org_id').onRef('r.id', '=', 'p.record_id'),
    )
    .select(['r.id', 'r.title'])
    .where('p.org_id', '=', tx.actor.orgId)
    .where('p.record_id', 'in', [...ids])
    .orderBy('r.title')
    .execute()
  return rows.map(({ id, title }) => ({ recordId: id, name: title }))
}
