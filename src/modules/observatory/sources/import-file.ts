import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { sql } from 'kysely'
import { newId } from '#platform/db'
import { writeLedger } from '#platform/ledger'
import type { Tx } from '#platform/records'
import type { DatasetImporter, FileHead, Loaded } from './importer.ts'

/** What a file became. */
export interface Imported {
  readonly fileId: string
  /** It had been read before, byte for byte: nothing was done. */
  readonly known: boolean
  readonly loaded: Pick<Loaded, 'rows' | 'dataUntil' | 'scope' | 'version' | 'findings'>
}

/**
 * Reads a file into the observatory, whole or not at all, and puts it in the place of the one that its dataset and scope had
 * before. The same bytes again change nothing. On the ledger: dataset, name, hash and rows.
 */
export async function importFile(
  tx: Tx,
  importer: DatasetImporter,
  given: {
    readonly path: string
    readonly head: FileHead
    readonly choices?: Readonly<Record<string, unknown>>
    /** What its publisher calls it, where the person knows and the file does not say. */
    readonly version?: string
    /** The uploaded file, where it is kept. */
    readonly kept?: string
    readonly progress?: (done: number, total?: number) => void
    readonly signal?: AbortSignal
  },
): Promise<Imported> {
  const org = sql`${tx.actor.orgId}::uuid`
  const { dataset } = importer
  const sha256 = await hashOf(given.path)
  const { rows: known } = await sql<Imported['loaded'] & { readonly id: string }>`
    select id, rows, data_until as "dataUntil", scope, version, findings from observatory_file
     where org_id = ${org} and dataset = ${dataset} and sha256 = ${sha256}`.execute(tx.sql)
  if (known[0]) return { fileId: known[0].id, known: true, loaded: known[0] }
  const fileId = newId()
  const { size } = await stat(given.path)
  // Its own scope until it was read: what it replaces is only known then.
  await sql`insert into observatory_file (org_id, id, dataset, scope, name, size, sha256, version, kept, imported_by)
    values (${org}, ${fileId}::uuid, ${dataset}, ${`reading ${fileId}`}, ${given.head.name}, ${size}, ${sha256},
      ${given.version ?? ''}, ${given.kept ?? null}::uuid, ${tx.actor.accountId}::uuid)`.execute(tx.sql)
  const loaded = await importer.load({
    tx,
    fileId,
    path: given.path,
    head: given.head,
    choices: given.choices ?? {},
    progress: given.progress ?? (() => undefined),
    signal: given.signal ?? new AbortController().signal,
  })
  await sql`update observatory_file set superseded_by = ${fileId}::uuid
     where org_id = ${org} and dataset = ${dataset} and scope = ${loaded.scope} and superseded_by is null
       and id <> ${fileId}::uuid`.execute(tx.sql)
  await sql`update observatory_file set scope = ${loaded.scope}, version = ${given.version || loaded.version}, rows = ${loaded.rows},
      data_until = ${loaded.dataUntil}, findings = ${JSON.stringify(loaded.findings)}::jsonb
     where org_id = ${org} and id = ${fileId}::uuid`.execute(tx.sql)
  await writeLedger(tx, 'observatory.import', fileId, {
    dataset,
    file: given.head.name,
    sha256,
    rows: loaded.rows,
  })
  return { fileId, known: false, loaded }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }))
    hash.update(chunk as Buffer)
  return hash.digest('hex')
}
