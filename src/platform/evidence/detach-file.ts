import { sql } from 'kysely'
import { type Database, isId } from '#platform/db'
import type { FileStore } from '#platform/files'
import { type LedgerAct, writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import { type Tx, readRecord } from '#platform/records'
import { readAttachment } from './attachments.ts'
import { removeWords } from './words.ts'

// The ledger's room keeps the list of acts; these two are this room's.
const detachAct = 'file.detach' satisfies LedgerAct
const eraseAct = 'file.erase' satisfies LedgerAct

/**
 * Takes a file off its record: it leaves lists and search. What was attached, and when, stays in the history, and
 * so does the content; `eraseFile` is what destroys it.
 */
export async function detachFile(tx: Tx, id: string): Promise<{ readonly recordId: string }> {
  const row = await current(tx, id)
  const record = await readRecord(tx, row.record_id)
  await tx.sql
    .updateTable('attachment')
    .set({ until: record.version + 1 })
    .where('org_id', '=', tx.actor.orgId)
    .where('id', '=', id)
    .execute()
  await removeWords(tx, { id, recordId: row.record_id })
  await writeLedger(tx, detachAct, id, { record: row.record_id, file: row.file_id })
  return { recordId: row.record_id }
}

async function current(tx: Tx, id: string) {
  if (!isId(id)) throw new Problem('not_found')
  const row = await tx.sql
    .selectFrom('attachment')
    .select(['record_id', 'file_id'])
    .where('org_id', '=', tx.actor.orgId)
    .where('id', '=', id)
    .where('until', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem('not_found')
  return row
}

/** Destroys the content and the name of an attached file for good, and the words that were read from it. */
export async function eraseFile(tx: Tx, files: FileStore, id: string): Promise<void> {
  const { fileId, recordId } = await readAttachment(tx, files, id)
  await files.erase(tx, fileId)
  await removeWords(tx, { id, recordId })
  await writeLedger(tx, eraseAct, id, { record: recordId, file: fileId })
}

/**
 * Erases the files whose attachments went with a purged record: the purge removes rows, this their keys. Needs the
 * owner's login: no one person sees every attachment, and a file must not go because its attachment is hidden.
 * Files that were never attached are not this room's. Gives how many were erased.
 */
export async function eraseUnattached(owner: Database): Promise<number> {
  const { numAffectedRows } = await sql`
    update file f set data_key = null, metadata = '', duplicate_key = sha256(convert_to(gen_random_uuid()::text, 'UTF8'))
     where f.data_key is not null
       and not exists (select 1 from attachment a where a.org_id = f.org_id and a.file_id = f.id)
       and exists (select 1 from ledger l
                    where l.org_id = f.org_id and l.act = 'file.add' and l.detail ->> 'file' = f.id::text)`.execute(
    owner,
  )
  return Number(numAffectedRows ?? 0)
}
