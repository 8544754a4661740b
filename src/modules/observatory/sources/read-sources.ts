import { sql } from 'kysely'
import type { Tx } from '#platform/records'
import type { Finding } from './importer.ts'

/** A file that was read. */
export interface SourceFile {
  readonly id: string
  readonly dataset: string
  readonly scope: string
  readonly name: string
  readonly size: number
  readonly sha256: string
  readonly version: string
  readonly dataUntil: string
  readonly rows: number
  readonly findings: readonly Finding[]
  readonly kept: string | null
  readonly importedAt: Date
  readonly by: string
  /** The file that took its place; null: it is the one in use. */
  readonly supersededBy: string | null
}

/** The files of some datasets that are in use, by dataset and scope; of all datasets when none is named. */
export async function currentFiles(tx: Tx, ...datasets: readonly string[]): Promise<readonly SourceFile[]> {
  const all = await readFiles(tx, datasets)
  return all.filter(({ supersededBy }) => supersededBy === null)
}

/** Every file that was read, those in use and their predecessors, the newest first. */
export async function readFiles(tx: Tx, datasets: readonly string[] = []): Promise<readonly SourceFile[]> {
  const { rows } = await sql<SourceFile & { readonly size: string }>`
    select f.id, f.dataset, f.scope, f.name, f.size, f.sha256, f.version, f.data_until as "dataUntil", f.rows, f.findings,
           f.kept, f.imported_at as "importedAt", a.name as by, f.superseded_by as "supersededBy"
      from observatory_file f join account a on a.org_id = f.org_id and a.id = f.imported_by
     where f.org_id = ${tx.actor.orgId}::uuid
       and (${datasets.length === 0} or f.dataset = any(${[...datasets]}::text[]))
     order by f.dataset, f.scope, f.imported_at desc, f.id desc`.execute(tx.sql)
  return rows.map((row) => ({ ...row, size: Number(row.size) }))
}
