import { askApproval, readOpenApproval, withdrawApproval } from '#platform/approvals'
import type { FileStore } from '#platform/files'
import { Problem } from '#platform/problem'
import { type Tx, readRecord, updateRecord } from '#platform/records'
import { textIn } from '../../drafts/gather/parts.ts'
import { peopleOf, readLacks, refuseLacks } from '../consent-gate.ts'
import { ruleOf } from '../rules.ts'
import { type CopyToFreeze, digestOf, freezeCopies } from '../snapshot.ts'
import type { ReadyCopies } from '../ready-copies.ts'

/** The name of this kind of approval. */
export const submissionKind = 'submission'

/** What an approval of a submission holds: which frozen copy. */
export interface AskedContent {
  readonly snapshot: string
}

/**
 * Freezes the copies of a submission as they are now, after asking whether everyone in it agreed. Throws `conflict` naming
 * who has not agreed to what, and `invalid` where a written reason may stand for it. What waited for approval is taken
 * back by who asked for it: a second person decides on the last copy alone. Gives the snapshot.
 */
export async function freezeSubmission(
  tx: Tx,
  files: FileStore,
  given: {
    readonly submissionId: string
    readonly ready: Pick<ReadyCopies, 'copies' | 'classes'>
    readonly reason: string
  },
): Promise<string> {
  const { submissionId, ready, reason } = given
  const record = await readRecord(tx, submissionId)
  if (record.type !== 'submission' || record.deletedAt) throw new Problem('not_found')
  const mechanism = textIn(record, 'mechanism')
  const rule = ruleOf(mechanism)
  if (!rule) throw new Problem('not_found')
  const named = (audience: CopyToFreeze['audience']) =>
    ready.copies.find((copy) => copy.audience === audience)?.named ?? []
  refuseLacks(
    await readLacks(tx, {
      mechanism,
      people: await peopleOf(tx, submissionId),
      told: named('mechanism'),
      named: rule.audience === 'none' ? [] : named(rule.audience),
    }),
    reason,
  )
  const before = await readOpenApproval(tx, submissionKind, submissionId)
  if (before?.askedBy.id === tx.actor.accountId) await withdrawApproval(tx, before.id)
  return freezeCopies(tx, files, { submissionId, ...ready, reason })
}

/** Asks a second person to approve exactly what is frozen. Gives the approval. */
export async function askForSubmission(
  tx: Tx,
  given: {
    readonly submissionId: string
    readonly snapshotId: string
    readonly ready: Pick<ReadyCopies, 'recordIds' | 'classes'>
    /** What the second person should know. */
    readonly words: string
  },
): Promise<string> {
  const { submissionId, snapshotId, ready } = given
  const approval = await askApproval(tx, {
    kind: submissionKind,
    subject: submissionId,
    digest: await digestOf(tx, snapshotId),
    content: { snapshot: snapshotId } satisfies AskedContent,
    recordIds: [...new Set([submissionId, ...ready.recordIds])],
    classes: [...new Set(['open', ...ready.classes])],
    reason: given.words.trim().slice(0, 2_000),
  })
  await setStatus(tx, submissionId, 'ready')
  return approval
}

/** Moves a submission; what it moves to has been checked, here or by the database. */
export async function setStatus(
  tx: Tx,
  submissionId: string,
  status: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const record = await readRecord(tx, submissionId)
  await updateRecord(tx, {
    id: record.id,
    version: record.version,
    acting: true,
    values: { status, ...more },
  })
}
