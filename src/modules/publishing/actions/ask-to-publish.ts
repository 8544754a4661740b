import { can } from '#platform/access'
import { type Approval, askApproval, fourEyes } from '#platform/approvals'
import { Problem } from '#platform/problem'
import { type Tx, updateRecord } from '#platform/records'
import { labelsOf } from '../messages.ts'
import { type PublicField, isBasis, isPublicField } from '../projection.ts'
import {
  type PreparedPublication,
  type ProfileToPublish,
  digestOf,
  isNarrowing,
  preparePublication,
} from './prepare-publication.ts'
import { publishProfile } from './publish-profile.ts'

/** The name of this kind of approval. */
export const publicationKind = 'publication'

/** What became of it: public at once, or waiting for a second person. */
export type Asked = { readonly approval: string } | { readonly publication: string }

/**
 * Publishes where that needs no second person (showing less; an organisation that has turned it off), asks for one
 * otherwise. With `opening` an internal record is marked as public in the act of publishing.
 */
export async function askToPublish(
  tx: Tx,
  given: ProfileToPublish,
  more: { readonly reason?: string; readonly opening?: boolean } = {},
): Promise<Asked> {
  if (!can(tx.actor, 'publish')) throw new Problem('forbidden', { explanation: labelsOf('refused_role') })
  const opening = more.opening ?? false
  const prepared = await preparePublication(tx, given, { opening })
  if (!(await fourEyes(tx)) || (await isNarrowing(tx, prepared))) {
    await open(tx, prepared, opening)
    const { version: _, ...now } = given
    return { publication: (await publishProfile(tx, now)).id }
  }
  return {
    approval: await askApproval(tx, {
      kind: publicationKind,
      subject: prepared.record.id,
      digest: await digestOf(tx, prepared),
      content: { fields: given.fields, basis: given.basis, opening },
      recordIds: [prepared.record.id],
      ...(more.reason && { reason: more.reason }),
    }),
  }
}

/** Publishes what was approved, in the name of who approved it. Refuses when it is no longer what was asked for. */
export async function publishApproved(tx: Tx, approval: Approval): Promise<void> {
  const { given, opening } = contentOf(approval)
  const prepared = await preparePublication(tx, given, { opening })
  await open(tx, prepared, opening)
  await publishProfile(tx, given)
}

/** What was asked for, and what it would make public as the record is now. */
export async function preparedFor(
  tx: Tx,
  approval: Approval,
): Promise<{ readonly prepared: PreparedPublication; readonly holds: boolean; readonly opening: boolean }> {
  const { given, opening } = contentOf(approval)
  const prepared = await preparePublication(tx, given, { opening })
  return { prepared, opening, holds: (await digestOf(tx, prepared)).equals(approval.digest) }
}

/** Marks an internal record as public, which was confirmed by name. */
async function open(tx: Tx, { record }: PreparedPublication, opening: boolean): Promise<void> {
  if (!opening) return
  const { visibility } = await tx.sql
    .selectFrom('record')
    .select('visibility')
    .where('org_id', '=', tx.actor.orgId)
    .where('id', '=', record.id)
    .executeTakeFirstOrThrow()
  if (visibility === 'internal')
    await updateRecord(tx, { id: record.id, version: record.version, values: {}, visibility: 'public' })
}

function contentOf(approval: Approval): { readonly given: ProfileToPublish; readonly opening: boolean } {
  const { fields, basis, opening } = (approval.content ?? {}) as {
    readonly fields?: readonly unknown[]
    readonly basis?: unknown
    readonly opening?: unknown
  }
  if (!Array.isArray(fields) || !isBasis(basis)) throw new Problem('not_found')
  return {
    given: { recordId: approval.subject, basis, fields: fields.filter(isPublicField) as PublicField[] },
    opening: opening === true,
  }
}
