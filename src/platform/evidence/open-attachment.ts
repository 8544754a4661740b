import type { FileStore, OpenFile } from '#platform/files'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { type Attachment, readAttachment } from './attachments.ts'
import { readWords } from './words.ts'

/** How a person has had a file: the original, a copy without hidden data, a smaller picture, or its text. */
export type ReadAs = 'original' | 'copy' | 'picture' | 'text'

/** One time that a person had the content of a file. */
export interface Reading {
  readonly at: Date
  readonly by: string
  readonly as: ReadAs
}

/**
 * Opens the content of an attached file for a person, and writes down that they had it. The entry commits with the
 * transaction: read the stream after it.
 */
export async function openAttachment(
  tx: Tx,
  files: FileStore,
  id: string,
  as: ReadAs = 'original',
): Promise<OpenFile & { readonly attachment: Attachment }> {
  const attachment = await readAttachment(tx, files, id)
  if (attachment.state === 'erased') throw erased()
  if (attachment.state === 'sealed') throw closed()
  // Drawn, read or changed, it would be beside itself: what is sealed is had whole or not at all.
  if (attachment.class === 'sealed' && as !== 'original') throw new Problem('not_found')
  const open = await files.open(tx, attachment.fileId, (id) => tx.opened?.keyOf(attachment.recordId, id))
  await note(tx, id, as)
  return { ...open, attachment }
}

/** The first `limit` characters of the text that was read from an attached file; a reading like any other. */
export async function readAttachedText(
  tx: Tx,
  files: FileStore,
  id: string,
  limit = 50_000,
): Promise<{ readonly attachment: Attachment; readonly text: string }> {
  const attachment = await readAttachment(tx, files, id)
  if (attachment.state === 'erased') throw erased()
  const text = attachment.file?.text?.state === 'read' ? await readWords(tx, attachment, limit) : ''
  if (text !== '') await note(tx, id, 'text')
  return { attachment, text }
}

const note = (tx: Tx, id: string, as: ReadAs): Promise<void> => writeLedger(tx, 'file.read', id, { as })

/** Who has had the content of an attached file, latest first. Readings by the machine (text, hash) are no one's. */
export async function readersOf(
  tx: Tx,
  files: FileStore,
  attachmentId: string,
  limit = 200,
): Promise<readonly Reading[]> {
  await readAttachment(tx, files, attachmentId)
  const rows = await tx.sql
    .selectFrom('ledger as l')
    .innerJoin('account as p', (join) =>
      join.onRef('p.org_id', '=', 'l.org_id').onRef('p.id', '=', 'l.account_id'),
    )
    .select(['l.at', 'p.name', 'l.detail'])
    .where('l.org_id', '=', tx.actor.orgId)
    .where('l.act', '=', 'file.read')
    .where('l.subject', '=', attachmentId)
    .orderBy('l.seq', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ at: row.at, by: row.name, as: row.detail['as'] as ReadAs }))
}

const closed = (): Problem =>
  new Problem('forbidden', {
    explanation: {
      en: 'This file is sealed. Open what is sealed of its record first, with your sealing passphrase and a reason.',
      es: 'Este archivo está sellado. Abra antes lo sellado de su registro, con su frase de sellado y un motivo.',
      ca: 'Aquest fitxer està segellat. Obriu abans el que hi ha segellat al seu registre, amb la vostra frase de segellat i un motiu.',
    },
  })

const erased = (): Problem =>
  new Problem('not_found', {
    explanation: {
      en: 'This file was erased.',
      es: 'Este archivo fue borrado.',
      ca: 'Aquest fitxer es va esborrar.',
    },
  })
