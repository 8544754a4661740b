import { sql } from 'kysely'
import type { Database } from '#platform/db'

/**
 * Marks as failed the imports of command lines that were killed: nothing of them was written, and no job will take
 * them up. One that has been under way for a day is held to be dead. As the owner, for every organisation; gives how
 * many there were.
 */
export async function endBrokenImports(owner: Database): Promise<number> {
  const { numUpdatedRows } = await owner
    .updateTable('import')
    .set({ state: 'failed', finished_at: sql<Date>`now()` })
    .where('state', 'in', ['ready', 'running'])
    .where(sql<boolean>`not mapping ? 'jobId'`)
    .where('created_at', '<', sql<Date>`now() - interval '1 day'`)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
