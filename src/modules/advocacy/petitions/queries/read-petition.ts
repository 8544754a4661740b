import { sql } from 'kysely'
import { Problem } from '#platform/problem'
import { type RecordView, type Tx, readRecord } from '#platform/records'

/** A petition that is there, not in the trash. Throws `not_found`. */
export async function readPetition(tx: Tx, id: string): Promise<RecordView> {
  const petition = await readRecord(tx, id)
  if (petition.type !== 'petition' || petition.deletedAt || petition.mergedInto)
    throw new Problem('not_found')
  return petition
}

/** Whether the actor may read names: those of signers are of the class of identity. */
export async function mayReadNames(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`
    select may('write') and 'identity' = any(readable_classes()) as yes`.execute(tx.sql)
  return rows[0]?.yes ?? false
}

/** What of a petition is public now, by its door. */
export interface PetitionPublication {
  readonly id: string
  readonly kind: 'petition' | 'sign_on_letter'
  readonly slug: string
  readonly hasOutcome: boolean
}

/** The publications of a petition. */
export async function readPublications(tx: Tx, petitionId: string): Promise<readonly PetitionPublication[]> {
  const { rows } = await sql<PetitionPublication>`
    select p.id, p.kind, p.slug, coalesce(p.data->'outcome', '{}') <> '{}' as "hasOutcome" from publication p
     where p.org_id = ${tx.actor.orgId}::uuid and p.record_id = ${petitionId}::uuid
       and p.kind in ('petition', 'sign_on_letter')`.execute(tx.sql)
  return rows
}

/** When a petition closes or closed: its deadline, or when it was closed before; null where it has none. */
export async function readClosing(tx: Tx, petition: RecordView): Promise<Date | null> {
  const { rows } = await sql<{ closes: Date | null }>`
    select petition_closes(${JSON.stringify(petition.values)}::jsonb) as closes`.execute(tx.sql)
  return rows[0]?.closes ?? null
}
