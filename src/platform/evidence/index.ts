/** Files attached to records: kept, searched, shown, and who has had them. */
export {
  type Attachment,
  type NewAttachment,
  attachFile,
  listAttachments,
  readAttachment,
} from './attachments.ts'
export { type CleanCopy, cleanCopy, mayBeCleaned } from './clean-copy.ts'
export { type CleanFault, cleanFaults } from './clean-faults.ts'
export { detachFile, eraseFile, eraseUnattached } from './detach-file.ts'
export { type Duplicate, duplicatesOf } from './duplicates.ts'
export { extractJob, indexAttachments } from './extract-job.ts'
export { extractKind } from './extract-kind.ts'
export { type ReadAs, type Reading, openAttachment, readAttachedText, readersOf } from './open-attachment.ts'
export { hasPreview, isPicture, previewPicture, strippedCopy } from './pictures.ts'
export { readText } from './read-text.ts'
export {
  type TextLimits,
  type TextOutcome,
  type UnreadableReason,
  textLimits,
  unreadableReasons,
} from './text-outcome.ts'
