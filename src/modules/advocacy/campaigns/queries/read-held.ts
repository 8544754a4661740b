import { sql } from 'kysely'
import type { Tx } from '#platform/records'
import type { Held } from '../count.ts'

/**
 * The days on which somebody is known to be in prison, of the detentions that the asker may see: what a page is given when
 * it is published, and what the database compares it with whenever a detention changes.
 */
export async function readHeld(tx: Tx, personId: string): Promise<Held> {
  const { rows } = await sql<{ held: Held }>`select prison_days_of(${personId}::uuid) as held`.execute(tx.sql)
  return rows[0]?.held ?? { least: [], most: [] }
}
