import { type Attachment, listAttachments } from '#platform/evidence'
import type { FileStore } from '#platform/files'
import type { Tx } from '#platform/records'
import type { Gathered } from '../gather/value.ts'

/** Records whose files could go along with a submission: never those of ourselves. */
const types = [
  'case',
  'person',
  'event',
  'act',
  'detention',
  'intervention',
  'source',
  'incident',
  'asylum_request',
  'asylum_paper',
]

/** A file that could go along. */
export type CaseAttachment = Attachment & { readonly file: NonNullable<Attachment['file']> }

/** The files of the records of a case that are there for the reader, those that are sealed left out. */
export async function readCaseFiles(
  tx: Tx,
  files: FileStore,
  gathered: Pick<Gathered, 'records'>,
): Promise<readonly CaseAttachment[]> {
  const ids = types.flatMap((type) => gathered.records.get(type) ?? [])
  const found: CaseAttachment[] = []
  for (const id of ids)
    for (const one of await listAttachments(tx, files, id))
      if (one.file && one.current && one.class !== 'sealed') found.push({ ...one, file: one.file })
  return found
}
