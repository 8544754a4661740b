import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { can } from '#platform/access'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import { type RecordView, type Tx, fold, readRecord } from '#platform/records'
import { labelsOf } from '../messages.ts'
import {
  type Basis,
  type PublicField,
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

/**
 * Publishes a person, or publishes anew what changed: name, ground and the chosen fields are copied into the
 * projection, the only thing that the public side reads. Refuses what `refusalsOf` names, a ground other than the
 * record's, a field outside the list for that ground, and anyone who may not decide it. The database checks again.
 */
export async function publishProfile(
  tx: Tx,
  given: ProfileToPublish,
): Promise<{ readonly id: string; readonly slug: string }> {
  if (!can(tx.actor, 'publish')) throw new Problem('forbidden', { explanation: labelsOf('refused_role') })
  await lockRecord(tx, given.recordId)
  const record = await readRecord(tx, given.recordId)
  if (given.version !== undefined && given.version !== record.version)
    throw new Problem('conflict', { explanation: labelsOf('refused_changed') })
  const against = refusalsFor(tx, record, given)[0]
  if (against) throw new Problem('conflict', { explanation: labelsOf(`refusal_${against}`) })
  if (await underEmbargo(tx, record.id))
    throw new Problem('conflict', { explanation: labelsOf('refused_embargo') })
  const profile = project(record, tx.schema, given.basis, given.fields)
  const row = await tx.sql
    .insertInto('publication')
    .values({
      org_id: tx.actor.orgId,
      // Random, not ordered by time like a record's: it tells the public side nothing.
      id: randomUUID(),
      kind: 'defender',
      slug: newSlug(profile.name),
      record_id: record.id,
      data: JSON.stringify(profile),
      facets: JSON.stringify({ name: nameWords(profile.name) }),
      sort_key: sortKeyOf(record, tx.schema),
      published_by: tx.actor.accountId,
    })
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'record_id', 'kind']).doUpdateSet((set) => ({
        data: set.ref('excluded.data'),
        facets: set.ref('excluded.facets'),
        sort_key: set.ref('excluded.sort_key'),
        published_by: set.ref('excluded.published_by'),
        published_at: set.ref('excluded.published_at'),
      })),
    )
    .returning(['id', 'slug'])
    .executeTakeFirstOrThrow()
  await writeLedger(tx, 'publication.publish', record.id, {
    publication: row.id,
    kind: 'defender',
    basis: given.basis,
    fields: given.fields,
  })
  return row
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

const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** `dora-munoz-x7k2mq`: readable, and it tells neither the record nor whether another of the name was there. */
function newSlug(name: string): string {
  const random = Array.from(randomBytes(6), (byte) => alphabet[byte % alphabet.length]).join('')
  const words = fold(name).replaceAll(' ', '-').slice(0, 60).replace(/-+$/, '')
  return words ? `${words}-${random}` : random
}
