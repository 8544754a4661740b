import { type Verdict, decideApproval, readApproval } from '#platform/approvals'
import type { House } from '#platform/house'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'

/**
 * Decides on something that was asked for; what follows from approving it is done in the same transaction, so that an
 * approval that could not be carried out was not given.
 */
export async function decideOn(
  house: Pick<House, 'approvalKinds' | 'publicKinds'>,
  tx: Tx,
  id: string,
  verdict: Verdict,
  words: string,
): Promise<void> {
  const approval = await readApproval(tx, id)
  const kind = house.approvalKinds.find((one) => one.kind === approval.kind)
  if (!kind) throw new Problem('not_found')
  await decideApproval(tx, id, verdict, words)
  if (verdict === 'approved') await kind.carryOut?.(tx, approval, house)
}
