import { sql } from 'kysely'
import type { Database } from '#platform/db'

/** How long a list waits to be imported, and a file for the draft that it belongs to, in days. */
export const waitingDays = 7

/** How long the rows that an import refused or wants looked at are kept after its end, in days. */
export const findingDays = 90

/**
 * Erases what waited too long: lists that were uploaded and never imported, files of drafts that were never saved, lists
 * whose import is over. A file that any table refers to by a foreign key is never touched. For every organisation, by the
 * owner's login.
 */
export async function sweepWaiting(
  owner: Database,
  days: { readonly files?: number; readonly findings?: number } = {},
): Promise<{ readonly files: number; readonly findings: number }> {
  const { rows } = await sql<{ erased: string }>`
    select erase_unclaimed(make_interval(days => ${days.files ?? waitingDays})) as erased`.execute(owner)
  const { numAffectedRows } = await sql`
    delete from import_finding f using import i
     where i.org_id = f.org_id and i.id = f.import_id
       and i.finished_at < now() - make_interval(days => ${days.findings ?? findingDays})`.execute(owner)
  return { files: Number(rows[0]?.erased ?? 0), findings: Number(numAffectedRows ?? 0) }
}
