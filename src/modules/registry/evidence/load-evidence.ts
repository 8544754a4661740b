import { sql } from 'kysely'
import { type Attachment, type Duplicate, duplicatesOf, listAttachments } from '#platform/evidence'
import type { FileStore } from '#platform/files'
import type { Tx, ValueClass } from '#platform/records'

/** What the panel of a record shows: everything that it needs, and nothing of what this reader may not see. */
export interface Evidence {
  readonly recordId: string
  readonly attachments: readonly Attachment[]
  readonly duplicates: ReadonlyMap<string, readonly Duplicate[]>
  /** The classes that this person may attach a file as. */
  readonly classes: readonly ValueClass[]
}

/** Loads the evidence of a record for `EvidencePanel`. */
export async function loadEvidence(tx: Tx, files: FileStore, recordId: string): Promise<Evidence> {
  const attachments = await listAttachments(tx, files, recordId)
  const duplicates = await duplicatesOf(
    tx,
    attachments.map((one) => one.id),
  )
  const { rows } = await sql<{ classes: ValueClass[] }>`select readable_classes() as classes`.execute(tx.sql)
  const readable = rows[0]?.classes ?? []
  const classes = (['open', 'identity', 'health', 'location', 'legal', 'sealed'] as const).filter((cls) =>
    readable.includes(cls),
  )
  return { recordId, attachments, duplicates, classes }
}
