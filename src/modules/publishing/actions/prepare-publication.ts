import { sql } from 'kysely'
import { standsAgainst } from '#platform/consent'
import { Problem } from '#platform/problem'
import { type RecordView, type Tx, readRecord } from '#platform/records'
import { labelsOf } from '../messages.ts'
import {
  type Basis,
  type PublicField,
  type PublicProfile,
  type Refusal,
  allowedFields,
  basisOf,
  nameWords,
  project,
  refusalsOf,
  sortKeyOf,
} from '../projection.ts'

/** One person to be made public: the fields chosen, the ground as the publisher understands it. */
export interface ProfileToPublish {
  readonly recordId: string
  readonly fields: readonly PublicField[]
  readonly basis: Basis
  /** The version of the record that was previewed; another one in the database is refused. */
  readonly version?: number
}

/** All that the public side would be given, and the record that it is taken from. */
export interface PreparedPublication {
  readonly record: RecordView
  readonly profile: PublicProfile
  readonly facets: Readonly<Record<string, readonly string[]>>
  readonly sortKey: string
}

/**
 * What would be public, of a record held until the end of the transaction. Throws `conflict` with the first thing that
 * stands against it; being internal stands against it unless `opening`, where it is to be marked as public in the act.
 */
export async function preparePublication(
  tx: Tx,
  given: ProfileToPublish,
  { opening = false }: { readonly opening?: boolean } = {},
): Promise<PreparedPublication> {
  await lockRecord(tx, given.recordId)
  const found = await readRecord(tx, given.recordId)
  if (given.version !== undefined && given.version !== found.version)
    throw new Problem('conflict', { explanation: labelsOf('refused_changed') })
  const record =
    opening && found.visibility === 'internal' ? { ...found, visibility: 'public' as const } : found
  const against = refusalsFor(tx, record, given)[0]
  if (against) throw new Problem('conflict', { explanation: labelsOf(`refusal_${against}`) })
  const disagreement = await standsAgainst(tx, record.id, given.basis)
  if (disagreement) throw new Problem('conflict', { explanation: disagreement })
  if (await underEmbargo(tx, record.id))
    throw new Problem('conflict', { explanation: labelsOf('refused_embargo') })
  const profile = project(record, tx.schema, given.basis, given.fields)
  const codes = (terms: PublicProfile['country']) => (terms ?? []).map(({ code }) => code)
  return {
    record,
    profile,
    // The database makes those of country and rights anew; here they are for the digest of what would leave.
    facets: { name: nameWords(profile.name), country: codes(profile.country), rights: codes(profile.rights) },
    sortKey: sortKeyOf(record, tx.schema),
  }
}

/** The digest of exactly what would be public, as the database makes it. */
export async function digestOf(tx: Tx, prepared: PreparedPublication): Promise<Buffer> {
  const { record, profile, facets, sortKey } = prepared
  const { rows } = await sql<{ digest: Buffer }>`select publication_digest('defender', ${record.id}::uuid,
    ${JSON.stringify(profile)}::jsonb, ${JSON.stringify(facets)}::jsonb, ${sortKey}) as digest`.execute(
    tx.sql,
  )
  const digest = rows[0]?.digest
  if (!digest) throw new Error('the database gave no digest')
  return digest
}

/** Whether nothing would be public that is not now. */
export async function isNarrowing(tx: Tx, prepared: PreparedPublication): Promise<boolean> {
  const { record, profile, facets, sortKey } = prepared
  const { rows } = await sql`select 1 from publication p
    where p.org_id = ${tx.actor.orgId}::uuid and p.record_id = ${record.id}::uuid and p.kind = 'defender'
      and p.data @> ${JSON.stringify(profile)}::jsonb and p.facets @> ${JSON.stringify(facets)}::jsonb
      and p.sort_key = ${sortKey}`.execute(tx.sql)
  return rows.length > 0
}

const underEmbargo = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.sql
    .selectFrom('record')
    .select('id')
    .where('org_id', '=', tx.actor.orgId)
    .where('id', '=', id)
    .where(sql<boolean>`embargo_until > current_date`)
    .executeTakeFirst()) !== undefined

// Whoever changes the record meanwhile waits: what is checked is what is published.
const lockRecord = (tx: Tx, id: string) =>
  tx.sql
    .selectFrom('record')
    .select('id')
    .where('org_id', '=', tx.actor.orgId)
    .where('id', '=', id)
    .forUpdate()
    .execute()

function refusalsFor(tx: Tx, record: RecordView, given: ProfileToPublish): readonly Refusal[] {
  const against = [...refusalsOf(record, tx.schema)]
  if (basisOf(record) !== given.basis) against.push('other_basis')
  if (given.fields.some((name) => !allowedFields(given.basis).includes(name))) against.push('field_refused')
  return against
}
