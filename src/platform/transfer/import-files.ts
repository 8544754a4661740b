import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import { attachFile } from '#platform/evidence'
import type { FileStore } from '#platform/files'
import { isId } from '#platform/db'
import { type Tx, type ValueClass, valueClasses } from '#platform/records'
import type { Table, TableFiles } from '#platform/tabular'
import { type Finding, finding } from './finding.ts'
import { filesHeader } from './own-format.ts'
import { readableClasses } from './read-all.ts'
import { cellFinder } from './table-findings.ts'
import { words } from './words.ts'

/**
 * Attaches the files of an archive of ours to its records, each held to the hash in the manifest first. One that is there
 * already, or was taken off since, is left as it is.
 */
export async function bringFiles(
  tx: Tx,
  store: FileStore,
  manifest: Table,
  files: TableFiles,
): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  const readable = await readableClasses(tx)
  const cellsOf = cellFinder(manifest.columns)
  for await (const row of manifest.rows) {
    const cell = cellsOf(row)
    const id = cell(filesHeader)?.toLowerCase()
    // The tables of the archive are entries of its manifest too.
    if (!id) continue
    const say = (value: unknown, message: Finding['message']) =>
      findings.push(finding(row.row, 'review', '@files', value, message))
    const record = cell('record') ?? ''
    const name = cell('file') ?? ''
    const cls = valueClasses.find((one): one is ValueClass => one === cell('class')) ?? 'open'
    if (!isId(id) || !isId(record)) say(name, words.noRecord)
    else if (await isThere(tx, 'attachment', id)) continue
    else if (!(await isThere(tx, 'record', record))) say(record, words.noRecord)
    else if (cls === 'sealed' || !readable.has(cls)) say(name, words.notYourClass)
    else {
      const path = await files.extract(cell('name') ?? '')
      if (path === undefined) say(name, words.noFile)
      else if ((await hashOf(path)) !== cell('sha256')) say(name, words.otherContent)
      else {
        const caption = cell('caption')
        await attachFile(tx, store, {
          id,
          recordId: record,
          content: path,
          name,
          class: cls,
          ...(caption && { caption }),
        })
      }
      // What is attached lies in the store; an archive of many files must not fill the disk.
      if (path !== undefined) await rm(path, { force: true })
    }
  }
  return findings
}

async function isThere(tx: Tx, table: 'attachment' | 'record', id: string): Promise<boolean> {
  const gone = table === 'record' ? sql`and deleted_at is null` : sql``
  const { rows } = await sql`select 1 from ${sql.table(table)}
    where org_id = ${tx.actor.orgId}::uuid and id = ${id}::uuid ${gone}`.execute(tx.sql)
  return rows.length > 0
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
