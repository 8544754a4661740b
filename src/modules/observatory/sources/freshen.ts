import { sql } from 'kysely'
import type { Database } from '#platform/db'

/** After files came in: without it the first pages are planned for tables that were empty, and take seconds. */
export async function freshenObservatory(db: Database): Promise<void> {
  await sql`select freshen_observatory()`.execute(db)
}
