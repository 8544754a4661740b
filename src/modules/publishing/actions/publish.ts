import { randomBytes, randomUUID } from 'node:crypto'
import { can } from '#platform/access'
import { approvalProblem } from '#platform/approvals'
import type { PublicKind } from '#platform/house'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import { type Tx, fold } from '#platform/records'
import { labelsOf } from '../messages.ts'
import {
  type PreparedPublication,
  type ToPublish,
  columnsOf,
  preparePublication,
} from './prepare-publication.ts'

/**
 * Publishes a record, or publishes anew what changed: its projection is written into `publication`, the only thing that
 * the public side reads. Refuses what the kind or a person's silence refuses, a choice that is not offered, and anyone
 * who may not decide it. The database checks again, and lets nothing become public that a second person has not
 * approved: see `askToPublish`.
 */
export async function publish(
  tx: Tx,
  kind: PublicKind,
  given: ToPublish,
): Promise<{ readonly id: string; readonly slug: string }> {
  if (!can(tx.actor, 'publish')) throw new Problem('forbidden', { explanation: labelsOf('refused_role') })
  return write(tx, await preparePublication(tx, kind, given))
}

/** Writes what was prepared. The database refuses what a second person has not approved. */
export async function write(
  tx: Tx,
  prepared: PreparedPublication,
): Promise<{ readonly id: string; readonly slug: string }> {
  const { kind } = prepared
  const row = await approvalProblem(
    tx.sql
      .insertInto('publication')
      .values({
        org_id: tx.actor.orgId,
        // Random, not ordered by time like a record's: it tells the public side nothing.
        id: randomUUID(),
        kind: kind.kind,
        slug: newSlug(prepared.slug),
        record_id: prepared.record.id,
        choice: [...prepared.choice],
        ...columnsOf(prepared),
        published_by: tx.actor.accountId,
      })
      .onConflict((conflict) =>
        conflict.columns(['org_id', 'record_id', 'kind']).doUpdateSet((set) => ({
          data: set.ref('excluded.data'),
          facets: set.ref('excluded.facets'),
          sort_key: set.ref('excluded.sort_key'),
          named: set.ref('excluded.named'),
          sources: set.ref('excluded.sources'),
          choice: set.ref('excluded.choice'),
          not_before: set.ref('excluded.not_before'),
          not_after: set.ref('excluded.not_after'),
          published_by: set.ref('excluded.published_by'),
          published_at: set.ref('excluded.published_at'),
        })),
      )
      .returning(['id', 'slug', 'approval_id'])
      .executeTakeFirstOrThrow(),
  )
  await writeLedger(tx, 'publication.publish', prepared.record.id, {
    publication: row.id,
    kind: kind.kind,
    choice: prepared.choice,
    approval: row.approval_id,
  })
  return { id: row.id, slug: row.slug }
}

const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** `dora-munoz-x7k2mq`: readable, and it tells neither the record nor whether another of the name was there. */
function newSlug(title: string): string {
  const random = Array.from(randomBytes(6), (byte) => alphabet[byte % alphabet.length]).join('')
  const words = fold(title).replaceAll(' ', '-').slice(0, 60).replace(/-+$/, '')
  return words ? `${words}-${random}` : random
}
