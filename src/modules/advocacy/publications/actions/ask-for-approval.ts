import { type Asked, askToPublish } from '#modules/publishing'
import { Problem } from '#platform/problem'
import type { RecordView, Tx } from '#platform/records'
import { textChoices } from '../projection.ts'
import { publicTexts } from '../public-kind.tsx'

/**
 * Asks a second person to approve a text as it stands; approved, it is released, or waits for its embargo. Where the
 * organisation needs no second person it is released at once. Throws `conflict` with the first thing that stands against it.
 */
export async function askForApproval(
  tx: Tx,
  record: RecordView,
  given: { readonly version: number; readonly choice: readonly string[]; readonly reason?: string },
): Promise<Asked> {
  if (record.type !== 'public_text' || record.deletedAt) throw new Problem('not_found')
  return askToPublish(
    tx,
    publicTexts,
    {
      recordId: record.id,
      version: given.version,
      choice: textChoices.filter((name) => given.choice.includes(name)),
    },
    { opening: record.visibility === 'internal', ...(given.reason && { reason: given.reason }) },
  )
}
