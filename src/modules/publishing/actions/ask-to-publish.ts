import { can } from '#platform/access'
import { type Approval, askApproval, fourEyes } from '#platform/approvals'
import type { House, PublicKind } from '#platform/house'
import { Problem } from '#platform/problem'
import { type Tx, updateRecord } from '#platform/records'
import { labelsOf } from '../messages.ts'
import {
  type PreparedPublication,
  type ToPublish,
  digestOf,
  isNarrowing,
  preparePublication,
} from './prepare-publication.ts'
import { publish } from './publish.ts'

/** The name of this kind of approval, whatever it is that becomes public. */
export const publicationKind = 'publication'

/** What became of it: public at once, or waiting for a second person. */
export type Asked = { readonly approval: string } | { readonly publication: string }

/**
 * Publishes where that needs no second person (showing less; an organisation that has turned it off), asks for one
 * otherwise. With `opening` an internal record is marked as public in the act of publishing.
 */
export async function askToPublish(
  tx: Tx,
  kind: PublicKind,
  given: ToPublish,
  more: { readonly reason?: string; readonly opening?: boolean } = {},
): Promise<Asked> {
  if (!can(tx.actor, 'publish')) throw new Problem('forbidden', { explanation: labelsOf('refused_role') })
  const opening = more.opening ?? false
  const prepared = await preparePublication(tx, kind, given, { opening })
  if (!(await fourEyes(tx)) || (await isNarrowing(tx, prepared))) {
    await open(tx, prepared, opening)
    const { version: _, ...now } = given
    return { publication: (await publish(tx, kind, now)).id }
  }
  return {
    approval: await askApproval(tx, {
      kind: publicationKind,
      subject: prepared.record.id,
      digest: await digestOf(tx, prepared),
      content: {
        kind: kind.kind,
        choice: given.choice,
        opening,
        notBefore: prepared.notBefore,
        notAfter: prepared.notAfter,
      },
      recordIds: [prepared.record.id],
      ...(more.reason && { reason: more.reason }),
    }),
  }
}

type Kinds = Pick<House, 'publicKinds'>

/** Publishes what was approved, in the name of who approved it. Refuses when it is no longer what was asked for. */
export async function publishApproved(tx: Tx, approval: Approval, house: Kinds): Promise<void> {
  const { kind, given, opening } = contentOf(approval, house)
  const prepared = await preparePublication(tx, kind, given, { opening })
  await open(tx, prepared, opening)
  await publish(tx, kind, given)
}

/** What was asked for, and what it would make public as the record is now. */
export async function preparedFor(
  tx: Tx,
  approval: Approval,
  house: Kinds,
): Promise<{ readonly prepared: PreparedPublication; readonly holds: boolean; readonly opening: boolean }> {
  const { kind, given, opening } = contentOf(approval, house)
  const prepared = await preparePublication(tx, kind, given, { opening })
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

const instant = (value: unknown): Date | null => (typeof value === 'string' ? new Date(value) : null)

/** What was asked for, as it stands in the approval. */
export function contentOf(
  approval: Approval,
  house: Kinds,
): { readonly kind: PublicKind; readonly given: ToPublish; readonly opening: boolean } {
  const content = (approval.content ?? {}) as Readonly<Record<string, unknown>>
  const kind = house.publicKinds.find((one) => one.kind === content['kind'])
  const choice = content['choice']
  if (!kind || !Array.isArray(choice)) throw new Problem('not_found')
  return {
    kind,
    given: {
      recordId: approval.subject,
      choice: choice.map(String),
      notBefore: instant(content['notBefore']),
      notAfter: instant(content['notAfter']),
    },
    opening: content['opening'] === true,
  }
}
