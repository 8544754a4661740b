import { sql } from 'kysely'
import {
  type FieldDefinition,
  type RecordTypeDefinition,
  type Tx,
  type ValueClass,
  classOf,
} from '#platform/records'

/** A field in scope, as the giver defines it: its label, its class and its options travel with the copy. */
export type SharedField = FieldDefinition

/** What may be in a scope: no relations (they name other records), never what is sealed. */
export const scopeFields = (type: RecordTypeDefinition): readonly FieldDefinition[] =>
  type.fields.filter((field) => field.type !== 'reference' && classOf(field) !== 'sealed')

/** A record that was offered to another organisation, as the giver sees it. */
export interface Share {
  readonly id: string
  readonly to: string
  readonly fields: readonly SharedField[]
  readonly purpose: string
  readonly until: Date
  readonly offeredBy: string
  readonly offeredAt: Date
  readonly answer: 'accepted' | 'declined' | null
  readonly answeredAt: Date | null
  readonly endedAt: Date | null
  readonly endCause: string | null
  /** Whether the other side has it now. */
  readonly inForce: boolean
}

/** With whom a record is and was shared, latest first; nothing for who may not see the record. */
export async function listShares(tx: Tx, recordId: string): Promise<readonly Share[]> {
  const { rows } = await sql<Share>`
    select s.id, s.to_slug as "to", s.fields, s.purpose, s.until, coalesce(a.name, '') as "offeredBy",
           s.offered_at as "offeredAt", s.answer, s.answered_at as "answeredAt", s.ended_at as "endedAt",
           case when s.ended_at is null and s.until <= now() then 'until' else s.end_cause end as "endCause",
           s.answer is not distinct from 'accepted' and s.ended_at is null and s.until > now() as "inForce"
      from share s left join account a on a.org_id = s.org_id and a.id = s.offered_by
     where s.org_id = ${tx.actor.orgId}::uuid and s.record_id = ${recordId}::uuid
     order by s.offered_at desc limit 100`.execute(tx.sql)
  return rows
}

/** What another organisation offers: nothing of the record itself. */
export interface Offer {
  readonly id: string
  readonly fromSlug: string
  readonly fromName: Readonly<Record<string, string>>
  readonly type: string
  readonly fields: readonly SharedField[]
  readonly purpose: string
  readonly until: Date
  readonly offeredAt: Date
}

/** Offers that wait for an answer, for those who may give one. */
export async function listOffers(tx: Tx): Promise<readonly Offer[]> {
  const { rows } = await sql<Offer>`
    select id, from_slug as "fromSlug", from_name as "fromName", type, fields, purpose, until, offered_at as "offeredAt"
      from offers_to_us()`.execute(tx.sql)
  return rows
}

/** The classes of value that the actor reads, and so may put into a scope. */
export async function readableClasses(tx: Tx): Promise<ReadonlySet<ValueClass>> {
  const { rows } = await sql<{ classes: ValueClass[] | null }>`select readable_classes() as classes`.execute(
    tx.sql,
  )
  return new Set(rows[0]?.classes ?? [])
}
