import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { sql } from 'kysely'
import { isId, newId } from '#platform/db'
import type { FileFacts, FileStore } from '#platform/files'
import { enqueueJob } from '#platform/jobs'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import { type Tx, type ValueClass, readRecord, valueClasses } from '#platform/records'
import { type Duplicate, duplicatesOf } from './duplicates.ts'
import { extractKind } from './extract-kind.ts'
import { writeWords } from './words.ts'

/** A file on its way to a record. Its content is a path (an upload in the scratch folder) or a stream. */
export interface NewAttachment {
  /** Where it had one before: it comes back from an archive. */
  readonly id?: string
  readonly recordId: string
  readonly content: string | Readable
  readonly name: string
  readonly caption?: string
  /** Who may know of it; `open` unless told. `sealed` is refused: files cannot be sealed. */
  readonly class?: ValueClass
}

/** A file that is attached to a record. */
export interface Attachment {
  readonly id: string
  readonly recordId: string
  readonly fileId: string
  readonly class: ValueClass
  readonly caption: string | null
  readonly addedAt: Date
  readonly addedBy: string
  /** `null` when the file was erased. */
  readonly file: FileFacts | null
  /** Still attached, or only in the record's history. */
  readonly current: boolean
}

const captionLimit = 1000

/**
 * Attaches a file to a record at its present version and asks for its text to be read. Every attachment is a file of
 * its own, with its own key: the same content elsewhere is told in `duplicateOf`, never shared.
 */
export async function attachFile(
  tx: Tx,
  files: FileStore,
  given: NewAttachment,
): Promise<{ readonly attachmentId: string; readonly fileId: string; readonly duplicateOf?: Duplicate }> {
  const record = await readRecord(tx, given.recordId)
  if (record.deletedAt) throw new Problem('not_found')
  const cls = given.class ?? 'open'
  await checkClass(tx, cls)
  const caption = given.caption?.trim().slice(0, captionLimit) || null
  const content = typeof given.content === 'string' ? createReadStream(given.content) : given.content
  const file = await files.add(tx, { name: given.name, content })
  const id = given.id ?? newId()
  await tx.sql
    .insertInto('attachment')
    .values({
      org_id: tx.actor.orgId,
      id,
      record_id: record.id,
      file_id: file.id,
      class: cls,
      caption,
      since: record.version,
      until: null,
    })
    .execute()
  if (caption) await writeWords(tx, { id, recordId: record.id, class: cls }, caption)
  await writeLedger(tx, 'file.add', id, { record: record.id, file: file.id })
  await enqueueJob(tx, { kind: extractKind, payload: { attachment: id } })
  // Found by its content, so that what this person may not see is not told.
  const duplicateOf = file.duplicates.length > 0 ? (await duplicatesOf(tx, [id])).get(id)?.[0] : undefined
  return { attachmentId: id, fileId: file.id, ...(duplicateOf && { duplicateOf }) }
}

async function checkClass(tx: Tx, cls: string): Promise<void> {
  if (!valueClasses.some((known) => known === cls)) throw new Problem('malformed')
  if (cls === 'sealed')
    throw new Problem('invalid', {
      fields: [
        {
          field: 'class',
          message: {
            en: 'A file cannot be sealed. Choose another class, or keep it outside until it can.',
            es: 'Un archivo no puede sellarse. Elija otra clase, o consérvelo afuera hasta que se pueda.',
            ca: 'Un fitxer no es pot segellar. Trieu una altra classe, o conserveu-lo fora fins que es pugui.',
          },
        },
      ],
    })
  const { rows } = await sql<{ may: boolean }>`select ${cls} = any(readable_classes()) as may`.execute(tx.sql)
  if (!rows[0]?.may)
    throw new Problem('forbidden', {
      explanation: {
        en: 'You may not read this class of information, so you cannot add to it.',
        es: 'Usted no puede leer esta clase de información, por eso no puede agregar a ella.',
        ca: "No podeu llegir aquesta classe d'informació, per això no hi podeu afegir.",
      },
    })
}

const attachments = (tx: Tx) =>
  tx.sql
    .selectFrom('attachment as a')
    .innerJoin('file as f', (join) => join.onRef('f.org_id', '=', 'a.org_id').onRef('f.id', '=', 'a.file_id'))
    .innerJoin('account as p', (join) =>
      join.onRef('p.org_id', '=', 'f.org_id').onRef('p.id', '=', 'f.created_by'),
    )
    .select(['a.id', 'a.record_id', 'a.file_id', 'a.class', 'a.caption', 'a.until', 'f.created_at', 'p.name'])
    .where('a.org_id', '=', tx.actor.orgId)

type AttachmentRow = Awaited<ReturnType<ReturnType<typeof attachments>['execute']>>[number]

const present = (row: AttachmentRow, facts: ReadonlyMap<string, FileFacts>): Attachment => ({
  id: row.id,
  recordId: row.record_id,
  fileId: row.file_id,
  class: row.class as ValueClass,
  caption: row.caption,
  addedAt: row.created_at,
  addedBy: row.name,
  file: facts.get(row.file_id) ?? null,
  current: row.until === null,
})

/**
 * The files attached to a record that this reader may know of, in the order they came, and those of records that were
 * merged into it. A record's list is read whole: hundreds, not thousands.
 */
export async function listAttachments(
  tx: Tx,
  files: FileStore,
  recordId: string,
): Promise<readonly Attachment[]> {
  const merged = await tx.sql
    .selectFrom('merge')
    .select('lost_id')
    .where('org_id', '=', tx.actor.orgId)
    .where('kept_id', '=', recordId)
    .where('undone_at', 'is', null)
    .execute()
  const rows = await attachments(tx)
    .where('a.record_id', 'in', [recordId, ...merged.map((row) => row.lost_id)])
    .where('a.until', 'is', null)
    .orderBy('a.id')
    .execute()
  const facts = await files.facts(
    tx,
    rows.map((row) => row.file_id),
  )
  return rows.map((row) => present(row, facts))
}

/** One attachment, also one that was taken off; `not_found` when it is not there for this reader. */
export async function readAttachment(tx: Tx, files: FileStore, id: string): Promise<Attachment> {
  const row = isId(id) ? await attachments(tx).where('a.id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new Problem('not_found')
  return present(row, await files.facts(tx, [row.file_id]))
}
