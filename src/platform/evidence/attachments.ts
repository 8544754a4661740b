import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { sql } from 'kysely'
import { isId, newId } from '#platform/db'
import type { FileFacts, FileStore, SealedKeys } from '#platform/files'
import { enqueueJob } from '#platform/jobs'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import { type Tx, type ValueClass, readRecord, valueClasses } from '#platform/records'
import { giveFileKey } from '#platform/vault'
import { type Duplicate, duplicatesOf } from './duplicates.ts'
import { extractKind } from './extract-kind.ts'
import { writeWords } from './words.ts'

/** A file on its way to a record. Its content is a path, a stream, or what opens one once it is known to be wanted. */
export interface NewAttachment {
  /** Where it had one before: it comes back from an archive. */
  readonly id?: string
  readonly recordId: string
  readonly content: string | Readable | (() => Readable)
  readonly name: string
  readonly caption?: string
  /**
   * Who may know of it; `open` unless told. `sealed`: its key is given to those who may open what is sealed of the
   * record, its name and caption are sealed with it, and nothing of it is read, drawn or searched.
   */
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
  /** `sealed`: not open in this session; nothing but its size is known. */
  readonly state: 'there' | 'sealed' | 'erased'
  /** What is known of it, while it is `there`. */
  readonly file: FileFacts | null
  /** Bytes; of a sealed file, open or not, the next power of two. */
  readonly size: number
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
  const said = given.caption?.trim().slice(0, captionLimit) || null
  const content = streamOf(given.content)
  const dataKey = cls === 'sealed' ? randomBytes(32) : null
  // What is said of a sealed file is sealed with its name.
  const caption = dataKey ? null : said
  const file = await files.add(tx, {
    name: given.name,
    content,
    ...(dataKey && { sealed: { dataKey, ...(said && { caption: said }) } }),
  })
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
  if (dataKey) {
    await giveFileKey(tx, { recordId: record.id, fileId: file.id, dataKey, field: 'class' })
    dataKey.fill(0)
    return { attachmentId: id, fileId: file.id }
  }
  await enqueueJob(tx, { kind: extractKind, payload: { attachment: id } })
  // Found by its content, so that what this person may not see is not told.
  const duplicateOf = file.duplicates.length > 0 ? (await duplicatesOf(tx, [id])).get(id)?.[0] : undefined
  return { attachmentId: id, fileId: file.id, ...(duplicateOf && { duplicateOf }) }
}

const streamOf = (content: NewAttachment['content']): Readable =>
  typeof content === 'string'
    ? createReadStream(content)
    : typeof content === 'function'
      ? content()
      : content

async function checkClass(tx: Tx, cls: string): Promise<void> {
  if (!valueClasses.some((known) => known === cls)) throw new Problem('malformed')
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
    .select(['f.size', sql<boolean>`f.data_key is null`.as('erased')])
    .where('a.org_id', '=', tx.actor.orgId)

type AttachmentRow = Awaited<ReturnType<ReturnType<typeof attachments>['execute']>>[number]

/** The facts of those that are not sealed, or whose record was opened in this session. */
function factsOf(tx: Tx, files: FileStore, rows: readonly AttachmentRow[]) {
  const keys: SealedKeys = (fileId) => {
    const row = rows.find((one) => one.file_id === fileId)
    return row && tx.opened?.keyOf(row.record_id, fileId)
  }
  return files.facts(
    tx,
    rows.map((row) => row.file_id),
    keys,
  )
}

const present = (row: AttachmentRow, facts: ReadonlyMap<string, FileFacts>): Attachment => ({
  id: row.id,
  recordId: row.record_id,
  fileId: row.file_id,
  class: row.class as ValueClass,
  caption: row.caption ?? facts.get(row.file_id)?.caption ?? null,
  addedAt: row.created_at,
  addedBy: row.name,
  state: row.erased ? 'erased' : facts.has(row.file_id) ? 'there' : 'sealed',
  file: facts.get(row.file_id) ?? null,
  size: Number(row.size),
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
  const facts = await factsOf(tx, files, rows)
  return rows.map((row) => present(row, facts))
}

/** One attachment, also one that was taken off; `not_found` when it is not there for this reader. */
export async function readAttachment(tx: Tx, files: FileStore, id: string): Promise<Attachment> {
  const row = isId(id) ? await attachments(tx).where('a.id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new Problem('not_found')
  return present(row, await factsOf(tx, files, [row]))
}
