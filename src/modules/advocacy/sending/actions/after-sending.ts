import { sql } from 'kysely'
import { readOpenApproval, withdrawApproval } from '#platform/approvals'
import { isCivilDay } from '#platform/deadlines'
import { isId } from '#platform/db'
import type { Labels } from '#platform/i18n'
import { Problem } from '#platform/problem'
import {
  type Tx,
  createRecord,
  readBelongings,
  readRecord,
  readRecords,
  updateRecord,
} from '#platform/records'
import { textIn } from '../../drafts/gather/parts.ts'
import { sendingProblem } from '../sending-problem.ts'
import { setStatus, submissionKind } from './ask-approval.ts'

const say: Labels = { en: 'Say it in words.', es: 'Dígalo con palabras.', ca: 'Digueu-ho amb paraules.' }

function requireWords(field: string, text: string): string {
  const words = text.trim().slice(0, 4_000)
  if (words === '') throw new Problem('invalid', { fields: [{ field, message: say }] })
  return words
}

/** Reviews what one person sent alone: by another, once. */
export async function reviewSending(
  tx: Tx,
  given: { readonly submissionId: string; readonly verdict: string; readonly words: string },
): Promise<void> {
  const { submissionId, verdict } = given
  if (!isId(submissionId)) throw new Problem('not_found')
  if (verdict !== 'stands' && verdict !== 'mend') throw new Problem('malformed')
  const words = requireWords('words', given.words)
  await sendingProblem(
    sql`insert into submission_review (org_id, submission_id, verdict, words, reviewed_by)
      values (${tx.actor.orgId}::uuid, ${submissionId}::uuid, ${verdict}, ${words}, ${tx.actor.accountId}::uuid)`.execute(
      tx.sql,
    ),
  )
}

/** Marks that the law or the safety of a frozen copy was checked, by somebody who did not write it. */
export async function checkSnapshot(
  tx: Tx,
  given: { readonly snapshotId: string; readonly kind: string; readonly words: string },
): Promise<void> {
  const { snapshotId, kind } = given
  if (!isId(snapshotId)) throw new Problem('not_found')
  if (kind !== 'legal' && kind !== 'security') throw new Problem('malformed')
  await sendingProblem(
    sql`insert into submission_check (org_id, snapshot_id, kind, checked_by, words)
      values (${tx.actor.orgId}::uuid, ${snapshotId}::uuid, ${kind}, ${tx.actor.accountId}::uuid, ${given.words.trim().slice(0, 4_000)})`.execute(
      tx.sql,
    ),
  )
}

/** Says what was done after somebody in what was sent had withdrawn. */
export async function settleAlert(
  tx: Tx,
  given: { readonly submissionId: string; readonly alertId: string; readonly words: string },
): Promise<void> {
  const { submissionId, alertId } = given
  if (!isId(alertId) || !isId(submissionId)) throw new Problem('not_found')
  const words = requireWords('words', given.words)
  const { numAffectedRows } = await sendingProblem(
    sql`update submission_alert set words = ${words}, settled_at = now(), settled_by = ${tx.actor.accountId}::uuid
      where org_id = ${tx.actor.orgId}::uuid and id = ${alertId}::uuid and submission_id = ${submissionId}::uuid`.execute(
      tx.sql,
    ),
  )
  if (!numAffectedRows) throw new Problem('not_found')
}

/** Where a submission stands that may become a draft again: nothing of it has gone. */
export const resumable: readonly string[] = ['frozen', 'withdrawn', 'ready', 'approved']

/**
 * Makes a draft again of what a withdrawn consent had stopped, what was given up, or what waits for approval, which whoever
 * asked for it takes back by that. It is asked about every consent again before it goes.
 */
export async function resumeSubmission(
  tx: Tx,
  given: { readonly submissionId: string; readonly words: string },
): Promise<void> {
  const record = await readRecord(tx, given.submissionId)
  if (record.type !== 'submission' || record.deletedAt) throw new Problem('not_found')
  const status = textIn(record, 'status')
  if (!resumable.includes(status) || record.values['sent_at']) throw new Problem('conflict')
  const reason = requireWords('words', given.words)
  const approval = await readOpenApproval(tx, submissionKind, record.id)
  if (approval?.askedBy.id === tx.actor.accountId) await withdrawApproval(tx, approval.id)
  await updateRecord(tx, {
    id: record.id,
    version: record.version,
    acting: true,
    values: { status: 'draft' },
    reason,
  })
}

/** Gives a draft up, or takes back what was sent. */
export const withdrawSubmission = (tx: Tx, submissionId: string): Promise<void> =>
  sendingProblem(setStatus(tx, submissionId, 'withdrawn'))

const badDay: Labels = {
  en: 'Write the day as 2026-11-30.',
  es: 'Escriba el día así: 2026-11-30.',
  ca: 'Escriviu el dia així: 2026-11-30.',
}

/** Sets a day by hand in the place of the one that a rule gives, with its reason; null takes it back. */
export async function setClockDay(
  tx: Tx,
  given: {
    readonly submissionId: string
    readonly rule: string
    readonly day: string | null
    readonly reason: string
  },
): Promise<void> {
  const { submissionId, rule, day } = given
  const record = await readRecord(tx, submissionId)
  if (record.type !== 'submission' || record.deletedAt) throw new Problem('not_found')
  const kept = (await readBelongings(tx, submissionId, ['submission_override'])).filter(
    ({ deletedAt }) => deletedAt === null,
  )
  const before = (
    await readRecords(
      tx,
      kept.map(({ id }) => id),
    )
  ).find(({ values }) => values['rule'] === rule)
  if (day !== null && !isCivilDay(day))
    throw new Problem('invalid', { fields: [{ field: 'day', message: badDay }] })
  const reason = requireWords('reason', given.reason)
  const values = { day: day ?? '', reason, by: tx.actor.accountId }
  if (before) await updateRecord(tx, { id: before.id, version: before.version, acting: true, values })
  else if (day !== null)
    await createRecord(tx, {
      type: 'submission_override',
      acting: true,
      ...(record.fictitious && { fictitious: true }),
      values: { submission: { to: submissionId }, rule, ...values },
    })
}
