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
  prepareApproved,
  preparePublication,
} from './prepare-publication.ts'
import { publish, write } from './publish.ts'

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
        projection: projectionOf(prepared),
      },
      recordIds: [prepared.record.id],
      ...(more.reason && { reason: more.reason }),
    }),
  }
}

type Kinds = Pick<House, 'publicKinds'>

/** Publishes what was approved, in the name of who approved it. Refuses when the records no longer hold it. */
export async function publishApproved(tx: Tx, approval: Approval, house: Kinds): Promise<void> {
  if (!can(tx.actor, 'publish')) throw new Problem('forbidden', { explanation: labelsOf('refused_role') })
  const { kind, given, projection, opening } = contentOf(approval, house)
  const prepared = await prepareApproved(tx, kind, given, projection, { opening })
  await open(tx, prepared, opening)
  await write(tx, prepared)
}

/** What was asked for, and whether it is still what was asked for. Throws `conflict` where something stands against it. */
export async function preparedFor(
  tx: Tx,
  approval: Approval,
  house: Kinds,
): Promise<{ readonly prepared: PreparedPublication; readonly holds: boolean; readonly opening: boolean }> {
  const { kind, given, projection, opening } = contentOf(approval, house)
  const prepared = await prepareApproved(tx, kind, given, projection, { opening })
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

/** What is kept of it for whoever decides: what would be public, and what it rests on. */
const projectionOf = ({ slug, data, facets, sortKey, named, sources }: PreparedPublication) => ({
  ...{ slug, data, facets, sortKey, named, sources },
  refusals: [],
})

const instant = (value: unknown): Date | null => (typeof value === 'string' ? new Date(value) : null)

/** What was asked for, as it stands in the approval. */
function contentOf(
  approval: Approval,
  house: Kinds,
): {
  readonly kind: PublicKind
  readonly given: ToPublish
  readonly projection: ReturnType<typeof projectionOf>
  readonly opening: boolean
} {
  const content = (approval.content ?? {}) as Readonly<Record<string, unknown>>
  const kind = house.publicKinds.find((one) => one.kind === content['kind'])
  const choice = content['choice']
  // Written by `askToPublish` alone, and checked by the database on its way out.
  const projection = content['projection'] as ReturnType<typeof projectionOf> | undefined
  if (!kind || !Array.isArray(choice) || !projection) throw new Problem('not_found')
  return {
    kind,
    projection,
    given: {
      recordId: approval.subject,
      choice: choice.map(String),
      notBefore: instant(content['notBefore']),
      notAfter: instant(content['notAfter']),
    },
    opening: content['opening'] === true,
  }
}
