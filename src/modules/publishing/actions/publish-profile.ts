import { randomBytes, randomUUID } from 'node:crypto'
import { can } from '#platform/access'
import { approvalProblem } from '#platform/approvals'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import { type Tx, fold } from '#platform/records'
import { labelsOf } from '../messages.ts'
import type { PublicProfile } from '../projection.ts'
import { type ProfileToPublish, preparePublication } from './prepare-publication.ts'

/**
 * Publishes a person, or publishes anew what changed: name, ground and the chosen fields are copied into the
 * projection, the only thing that the public side reads. Refuses what `refusalsOf` names, a ground other than the
 * record's, a field outside the list for that ground, and anyone who may not decide it. The database checks again, and
 * lets nothing become public that a second person has not approved: see `askToPublish`.
 */
export async function publishProfile(
  tx: Tx,
  given: ProfileToPublish,
): Promise<{ readonly id: string; readonly slug: string }> {
  if (!can(tx.actor, 'publish')) throw new Problem('forbidden', { explanation: labelsOf('refused_role') })
  const { record, profile, facets, sortKey } = await preparePublication(tx, given)
  const row = await approvalProblem(
    tx.sql
      .insertInto('publication')
      .values({
        org_id: tx.actor.orgId,
        // Random, not ordered by time like a record's: it tells the public side nothing.
        id: randomUUID(),
        kind: 'defender',
        slug: newSlug(profile),
        record_id: record.id,
        data: JSON.stringify(profile),
        facets: JSON.stringify(facets),
        sort_key: sortKey,
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
      .returning(['id', 'slug', 'approval_id'])
      .executeTakeFirstOrThrow(),
  )
  await writeLedger(tx, 'publication.publish', record.id, {
    publication: row.id,
    kind: 'defender',
    basis: given.basis,
    fields: given.fields,
    approval: row.approval_id,
  })
  return { id: row.id, slug: row.slug }
}

const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** `dora-munoz-x7k2mq`: readable, and it tells neither the record nor whether another of the name was there. */
function newSlug({ name }: PublicProfile): string {
  const random = Array.from(randomBytes(6), (byte) => alphabet[byte % alphabet.length]).join('')
  const words = fold(name).replaceAll(' ', '-').slice(0, 60).replace(/-+$/, '')
  return words ? `${words}-${random}` : random
}
