import { sql } from 'kysely'
import type { Database } from '#platform/db'

/**
 * What has had its time goes, in every organisation: what nobody confirmed, addresses ninety days after a petition closed,
 * names twenty-four months after. The same question that the petition's page shows the answer of. For the owner's upkeep.
 */
export async function forgetSignatures(owner: Database, at: Date = new Date()): Promise<void> {
  await sql`select forget_signatures(${at.toISOString()}::timestamptz)`.execute(owner)
}
