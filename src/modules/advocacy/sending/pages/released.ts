import { readOpenApproval } from '#platform/approvals'
import type { Tx } from '#platform/records'
import { submissionKind } from '../actions/ask-approval.ts'
import { readSubmission } from '../queries/read-submissions.ts'
import { ruleOf } from '../rules.ts'
import { type Snapshot, digestOf } from '../snapshot.ts'

/** Whether a frozen copy might leave at this moment: it was sent, is approved, or the mechanism is for emergencies. */
export async function mayLeave(tx: Tx, snapshot: Snapshot): Promise<boolean> {
  const file = await readSubmission(tx, snapshot.submissionId)
  if (!file || file.fictitious || file.status === 'frozen') return false
  if (file.sending?.snapshotId === snapshot.id || ruleOf(snapshot.mechanism)?.urgent) return true
  const approval = await readOpenApproval(tx, submissionKind, snapshot.submissionId)
  return approval?.state === 'open' && approval.digest.equals(await digestOf(tx, snapshot.id))
}
