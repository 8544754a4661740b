import { sql } from 'kysely'
import { isId } from '#platform/db'
import type { Tx } from '#platform/records'

/** A bundle that left, of a case that the reader may see. Days are texts: `2027-03-31`. */
export interface SentBundle {
  readonly id: string
  readonly caseId: string
  readonly caseTitle: string
  readonly reference: string
  readonly partner: string
  readonly purpose: string
  readonly until: string
  readonly sha256: string
  readonly madeAt: Date
  readonly by: string
}

/** Bundles that left, latest first: of a case, with a person in them, by id, or all. */
export async function sentBundles(
  tx: Tx,
  of: { readonly caseId?: string; readonly personId?: string; readonly id?: string } = {},
): Promise<readonly SentBundle[]> {
  if ([of.caseId, of.personId, of.id].some((id) => id !== undefined && !isId(id))) return []
  const { rows } = await sql<SentBundle>`
    select b.id, b.case_id as "caseId", r.title as "caseTitle", coalesce(r.values->>'reference', '') as reference,
           b.partner, b.purpose, b.until::text, b.sha256, b.made_at as "madeAt", coalesce(a.name, '') as by
      from bundle b join record r on r.org_id = b.org_id and r.id = b.case_id
      left join account a on a.org_id = b.org_id and a.id = b.made_by
     where b.org_id = ${tx.actor.orgId}::uuid
       ${of.caseId === undefined ? sql`` : sql`and b.case_id = ${of.caseId}::uuid`}
       ${of.personId === undefined ? sql`` : sql`and b.persons @> array[${of.personId}::uuid]`}
       ${of.id === undefined ? sql`` : sql`and b.id = ${of.id}::uuid`}
     order by b.made_at desc limit 200`.execute(tx.sql)
  return rows
}

/** A bundle that came in, of a case that the reader may see. */
export interface ReceivedBundle {
  readonly number: string
  readonly caseId: string
  readonly caseTitle: string
  readonly sender: string
  readonly reference: string
  readonly purpose: string
  readonly until: string
  readonly receivedAt: Date
}

/** Bundles that came in, latest first; of one case or all. */
export async function receivedBundles(tx: Tx, caseId?: string): Promise<readonly ReceivedBundle[]> {
  const { rows } = await sql<ReceivedBundle>`
    select b.number, b.case_id as "caseId", r.title as "caseTitle", b.sender, b.reference, b.purpose, b.until::text,
           b.received_at as "receivedAt"
      from received_bundle b join record r on r.org_id = b.org_id and r.id = b.case_id
     where b.org_id = ${tx.actor.orgId}::uuid ${caseId === undefined ? sql`` : sql`and b.case_id = ${caseId}::uuid`}
     order by b.received_at desc limit 200`.execute(tx.sql)
  return rows
}
