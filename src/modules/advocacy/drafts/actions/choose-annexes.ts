import {
  type Attachment,
  cleanCopy,
  isPicture,
  mayBeCleaned,
  openAttachment,
  readAttachment,
} from '#platform/evidence'
import type { FileStore } from '#platform/files'
import { Problem } from '#platform/problem'
import {
  type RecordView,
  type Tx,
  createRecord,
  deleteRecord,
  readRecord,
  updateRecord,
} from '#platform/records'
import { referencesOf } from '../gather/case-file.ts'
import { textIn } from '../gather/parts.ts'
import { wordsOfDrafts } from '../messages.ts'
import { readSubmission } from '../queries/read-submission.ts'
import type { Audience, CleaningFault } from '../records/submission-annex.ts'
import { requireDraft } from './require-draft.ts'

/**
 * Adds a file of a record of the case to a submission. Throws `invalid` without a name or a copy, `not_found` for a file
 * that is not there for the reader.
 */
export async function addAnnex(
  tx: Tx,
  files: FileStore,
  given: {
    readonly submissionId: string
    readonly attachmentId: string
    readonly name: string
    readonly copies: readonly Audience[]
  },
): Promise<void> {
  const submission = await requireDraft(tx, given.submissionId)
  const wrong = [
    ...(given.attachmentId === '' ? [{ field: 'attachment', message: wordsOfDrafts('choose_file') }] : []),
    ...(given.name.trim() === '' ? [{ field: 'name', message: wordsOfDrafts('needs_name') }] : []),
    ...(given.copies.length === 0 ? [{ field: 'copies', message: wordsOfDrafts('needs_copies') }] : []),
  ]
  if (wrong.length > 0) throw new Problem('invalid', { fields: wrong })
  const attachment = await readAttachment(tx, files, given.attachmentId)
  if (attachment.state !== 'there' || attachment.class === 'sealed') throw new Problem('not_found')
  const { annexes } = await readSubmission(tx, given.submissionId)
  const tried = await tryToClean(tx, files, attachment)
  await createRecord(tx, {
    type: 'submission_annex',
    acting: true,
    fictitious: submission.fictitious,
    values: {
      submission: { to: given.submissionId },
      position: Math.max(0, ...annexes.map(({ position }) => position)) + 1,
      attachment: attachment.id,
      name: given.name.trim(),
      copies: [...given.copies],
      ...tried,
    },
  })
}

/** Whether the file can go out without what it tells of itself: tried at once, so that whoever adds it sees it. */
async function tryToClean(
  tx: Tx,
  files: FileStore,
  { id, file }: Attachment,
): Promise<{ readonly cleaned?: string; readonly not_cleaned?: CleaningFault }> {
  if (!file || isPicture(file.mediaType)) return {}
  if (!mayBeCleaned(file.mediaType)) return { not_cleaned: 'type' }
  const copy = await cleanCopy(await openAttachment(tx, files, id, 'copy'))
  return 'fault' in copy ? { not_cleaned: copy.fault } : { cleaned: file.sha256 }
}

async function annexOf(tx: Tx, submissionId: string, annexId: string): Promise<RecordView> {
  await requireDraft(tx, submissionId)
  const annex = await readRecord(tx, annexId)
  const of = referencesOf(annex, 'submission')[0]?.to
  if (annex.type !== 'submission_annex' || annex.deletedAt || of !== submissionId)
    throw new Problem('not_found')
  return annex
}

/** Takes a file out of a submission; the file itself stays where it is. */
export async function removeAnnex(tx: Tx, submissionId: string, annexId: string): Promise<void> {
  const annex = await annexOf(tx, submissionId, annexId)
  await deleteRecord(tx, annex.id, annex.version)
}

/** Notes that somebody looked at what a file tells of itself. It holds for exactly the bytes that were there. */
export async function confirmAnnex(
  tx: Tx,
  files: FileStore,
  submissionId: string,
  annexId: string,
): Promise<void> {
  const annex = await annexOf(tx, submissionId, annexId)
  const { file } = await readAttachment(tx, files, textIn(annex, 'attachment'))
  if (!file) throw new Problem('not_found')
  await updateRecord(tx, {
    id: annex.id,
    version: annex.version,
    acting: true,
    values: { looked_at: file.sha256, looked_at_by: tx.actor.accountId },
  })
}
