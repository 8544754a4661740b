import { sql } from 'kysely'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import { type Tx, restoreVersion } from '#platform/records'
import { readImport } from './imports.ts'
import { forgetWork } from './match-records.ts'

/** What undoing an import did. */
export interface UndoReport {
  /** Records that it had made, now in the trash. */
  readonly removed: number
  /** Records that it had changed, now as they were before. */
  readonly restored: number
  /** Records that people have edited since, left as they are; the first 1,000 by name. */
  readonly left: readonly { readonly id: string; readonly title: string }[]
  readonly leftCount: number
}

const reason = 'import undone'

/**
 * Takes an import back in one step: what it made goes to the trash, what it changed goes back to the version before.
 * What somebody edited since is listed and left alone. Nothing is destroyed: the trash and the history keep it all.
 */
export async function undoImport(tx: Tx, importId: string): Promise<UndoReport> {
  const view = await readImport(tx, importId)
  if (view.state !== 'done')
    throw new Problem('conflict', {
      explanation: {
        en: 'Only an import that was written can be undone, and once.',
        es: 'Solo puede deshacerse una importación que se escribió, y una sola vez.',
        ca: "Només es pot desfer una importació que s'ha escrit, i una sola vegada.",
      },
    })
  const org = tx.actor.orgId
  // The locks keep an edit from slipping in between looking and removing.
  await sql`select 1 from record r where r.org_id = ${org}::uuid
    and r.id in (select record_id from record_version where org_id = ${org}::uuid and import_id = ${importId}::uuid)
    order by r.id for update`.execute(tx.sql)
  const state = sql`select r.id, r.title, r.version, r.import_id = ${importId}::uuid is true as made,
      min(v.version) as first, max(v.version) as last
    from record_version v join record r on r.org_id = v.org_id and r.id = v.record_id
    where v.org_id = ${org}::uuid and v.import_id = ${importId}::uuid and r.deleted_at is null group by r.org_id, r.id`
  const left = await sql<{ id: string; title: string; n: string }>`
    select id, title, count(*) over () as n from (${state}) s where version <> last order by title, id limit 1000`.execute(
    tx.sql,
  )
  const removed = await removeMade(tx, importId)
  const changed = await sql<{ id: string; first: number }>`
    select id, first from (${state}) s where version = last and not made order by id`.execute(tx.sql)
  for (const { id, first } of changed.rows) {
    await sql`update citation set until = ${sql`(select version + 1 from record where org_id = ${org}::uuid and id = ${id}::uuid)`}
      where org_id = ${org}::uuid and record_id = ${id}::uuid and since >= ${first} and until is null`.execute(
      tx.sql,
    )
    await restoreVersion(tx, id, first - 1, reason)
  }
  await tx.sql
    .updateTable('import')
    .set({ state: 'undone' })
    .where('org_id', '=', org)
    .where('id', '=', importId)
    .execute()
  const report = {
    removed,
    restored: changed.rows.length,
    left: left.rows.map(({ id, title }) => ({ id, title })),
    leftCount: Number(left.rows[0]?.n ?? 0),
  }
  await writeLedger(tx, 'import.undo', importId, {
    type: view.type,
    removed,
    restored: report.restored,
    left: report.leftCount,
  })
  return report
}

/** As `deleteRecord` does it, for any number of records in five statements. */
async function removeMade(tx: Tx, importId: string): Promise<number> {
  const org = tx.actor.orgId
  const by = tx.actor.accountId
  const made = sql`(select id from import_work where org_id = ${org}::uuid and import_id = ${importId}::uuid and member = '@undo') m`
  await sql`insert into import_work (org_id, import_id, member, key, id)
    select r.org_id, ${importId}::uuid, '@undo', '', r.id from record r
    where r.org_id = ${org}::uuid and r.import_id = ${importId}::uuid and r.deleted_at is null
      and not exists (select 1 from record_version v where v.org_id = r.org_id and v.record_id = r.id
                         and v.import_id is distinct from ${importId}::uuid)`.execute(tx.sql)
  const { numAffectedRows } = await sql`update record r set version = r.version + 1, deleted_at = now(),
      deleted_by = ${by}::uuid, updated_at = now(), updated_by = ${by}::uuid
    from ${made} where r.org_id = ${org}::uuid and r.id = m.id`.execute(tx.sql)
  await sql`insert into record_version (org_id, record_id, version, class, operation, values, visibility, changed_by, reason)
    select r.org_id, r.id, r.version, 'open', 'delete', r.values, r.visibility, ${by}::uuid, ${reason}
    from record r join ${made} on m.id = r.id where r.org_id = ${org}::uuid`.execute(tx.sql)
  for (const table of ['record_key', 'record_search'])
    await sql`delete from ${sql.table(table)} t using ${made} where t.org_id = ${org}::uuid and t.record_id = m.id`.execute(
      tx.sql,
    )
  await forgetWork(tx, importId)
  return Number(numAffectedRows ?? 0)
}
