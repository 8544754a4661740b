import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { sql } from 'kysely'
import { openAttachment } from '#platform/evidence'
import type { FileStore } from '#platform/files'
import { type Ground, type Tx, withRequest } from '#platform/records'
import { sealedMark } from '#platform/vault'
import { type ZipEntry, writeCsv, writeJson, writeZip } from '#platform/tabular'
import { type Beside, citationParts, readCarried } from './export-citations.ts'
import { citationsHeader, filesHeader } from './own-format.ts'
import type { PackedIds } from './packed-ids.ts'

/** What an archive takes files from; each that leaves is on the ledger before its first byte. */
export interface FileGround extends Ground {
  readonly files: FileStore
}

/** One entry of the archive, as the manifest names it. */
interface Listed {
  readonly name: string
  readonly size: number
  readonly sha256: string
  readonly [member: string]: unknown
}

const recordsAtOnce = 500

/**
 * A ZIP: `import.csv` with the records, `citations.csv`, the files under `files/`, and at the end `manifest.json` with the
 * size and SHA-256 of every entry and the record that each file is of. Nothing is put on the disk on the way, and of
 * what is written only the ids of the records are remembered, and a line of the manifest for each file.
 * @param table the records as CSV, which notes their ids in `ids` as it is read
 */
export function exportArchive(
  tx: Tx,
  ground: FileGround,
  table: Readable,
  ids: PackedIds,
  beside: Beside,
): Readable {
  const listed: Listed[] = []
  async function* entries(): AsyncGenerator<ZipEntry> {
    yield { name: 'import.csv', content: weighed('import.csv', table, listed) }
    const citations = writeCsv([citationsHeader, ...citationParts], citationRows(tx, ids, beside))
    yield { name: 'citations.csv', content: weighed('citations.csv', citations, listed) }
    for (const page of ids.pages(recordsAtOnce))
      for (const one of await attachedTo(tx, page, beside)) {
        // What is sealed does not leave, open or not: the list says that there is something.
        if (one.sealed) {
          listed.push({
            name: '',
            size: 0,
            sha256: '',
            [filesHeader]: one.id,
            record: one.record,
            file: sealedMark,
            class: one.class,
            caption: null,
          })
          continue
        }
        // In a transaction of its own: who has the file is known even if the line breaks.
        const file = await withRequest(ground, tx.actor, (own) => openAttachment(own, ground.files, one.id))
        const name = `files/${one.id}/${entryName(file.name)}`
        yield {
          name,
          compress: !packed.test(file.mediaType),
          content: weighed(name, file.stream, listed, {
            [filesHeader]: one.id,
            record: one.record,
            file: file.name,
            class: one.class,
            caption: one.caption,
          }),
        }
      }
    yield { name: 'manifest.json', content: writeJson(listed) }
  }
  return writeZip(entries())
}

const packed = /^(?:image\/(?!svg|bmp|tiff)|video\/|audio\/|application\/(?:pdf|zip|vnd\.openxml))/

/** A name that every system unpacks; the file's own name is in the manifest. */
const entryName = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._ -]/gu, '_')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80) || 'file'

/** The content as it passes, noting its size and hash once it is over. */
async function* weighed(
  name: string,
  content: Readable,
  listed: Listed[],
  said: Readonly<Record<string, unknown>> = {},
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of content as AsyncIterable<Buffer>) {
    hash.update(chunk)
    size += chunk.length
    yield chunk
  }
  listed.push({ name, size, sha256: hash.digest('hex'), ...said })
}

async function* citationRows(tx: Tx, ids: PackedIds, beside: Beside): AsyncGenerator<readonly string[]> {
  for (const page of ids.pages(recordsAtOnce))
    for (const one of await readCarried(tx, page, beside))
      yield [one.id, ...citationParts.map((part) => one[part] ?? '')]
}

interface Attached {
  readonly id: string
  readonly record: string
  readonly class: string
  readonly caption: string | null
  readonly sealed: boolean
}

/** The files of records, those of what was merged into them included; erased ones are not there. */
async function attachedTo(
  tx: Tx,
  ids: readonly string[],
  { classes, before }: Beside,
): Promise<readonly Attached[]> {
  const org = sql`${tx.actor.orgId}::uuid`
  const { rows } = await sql<Attached>`
    with of as (
      select n.id, n.id as record from unnest(${[...ids]}::uuid[]) as n(id)
      union all
      select m.lost_id, m.kept_id from merge m
       where m.org_id = ${org} and m.kept_id = any(${[...ids]}::uuid[]) and m.undone_at is null)
    select a.id, o.record, a.class, a.caption, f.sealed
      from of o join attachment a on a.org_id = ${org} and a.record_id = o.id
      join file f on f.org_id = a.org_id and f.id = a.file_id and f.data_key is not null
     where a.until is null and a.class = any(${[...classes]}::text[])
       ${before === undefined ? sql`` : sql`and a.id < ${before}::uuid`}
     order by o.record, a.id`.execute(tx.sql)
  return rows
}
