import { sql } from 'kysely'
import { isId } from '#platform/db'
import type { FileStore } from '#platform/files'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'

/**
 * Takes a file out of the observatory with everything that was read from it; the edition before it, where there is one,
 * is in use again. The kept upload is erased. The database lets administrators do it alone. On the ledger with the
 * reason, name and hash.
 */
export async function removeFile(tx: Tx, files: FileStore, id: string, reason: string): Promise<void> {
  const org = sql`${tx.actor.orgId}::uuid`
  if (!isId(id)) throw new Problem('not_found')
  const { rows } = await sql<{
    readonly dataset: string
    readonly name: string
    readonly sha256: string
    readonly rows: number
    readonly kept: string | null
    readonly supersededBy: string | null
  }>`select dataset, name, sha256, rows, kept, superseded_by as "supersededBy" from observatory_file
      where org_id = ${org} and id = ${id}::uuid`.execute(tx.sql)
  const file = rows[0]
  if (!file) throw new Problem('not_found')
  // Of the editions that this one replaced the newest takes its place; a file has one place, so this one leaves it first.
  const { rows: before } = await sql<{ readonly id: string }>`
    select id from observatory_file where org_id = ${org} and superseded_by = ${id}::uuid
     order by imported_at desc, id desc`.execute(tx.sql)
  const heir = before[0]?.id
  if (heir !== undefined) {
    const next = file.supersededBy
    if (next === null)
      await sql`update observatory_file set superseded_by = ${heir}::uuid
         where org_id = ${org} and id = ${id}::uuid`.execute(tx.sql)
    await sql`update observatory_file set superseded_by = ${next}::uuid
       where org_id = ${org} and id = ${heir}::uuid`.execute(tx.sql)
    await sql`update observatory_file set superseded_by = ${heir}::uuid
       where org_id = ${org} and superseded_by = ${id}::uuid and id <> ${heir}::uuid`.execute(tx.sql)
  }
  const { numAffectedRows } = await sql`delete from observatory_file
     where org_id = ${org} and id = ${id}::uuid`.execute(tx.sql)
  // The policy leaves the row where it is for who may not.
  if (numAffectedRows !== 1n) throw new Problem('forbidden')
  if (file.kept !== null) await files.erase(tx, file.kept)
  const { dataset, name, sha256 } = file
  await writeLedger(tx, 'observatory.remove', id, { dataset, file: name, sha256, rows: file.rows, reason })
}
