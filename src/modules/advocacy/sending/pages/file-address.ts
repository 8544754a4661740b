import type { Snapshot } from '../snapshot.ts'

/** Where a file of a frozen copy is taken. */
export const hrefOf = (
  snapshot: Pick<Snapshot, 'id' | 'submissionId'>,
  file: Pick<Snapshot['files'][number], 'audience' | 'format' | 'position'>,
): string =>
  `/workspace/submission/${snapshot.submissionId}/snapshot/${snapshot.id}/${file.audience}.${file.format}${file.position > 0 ? `-${file.position}` : ''}`
