import { sql } from 'kysely'
import type { Database } from '#platform/db'

/** Clears away copies whose end has come; nobody could read them since. Takes the owner's login. Gives how many. */
export async function clearShares(owner: Database): Promise<number> {
  const { rows } = await sql<{ n: number }>`select end_due_shares() as n`.execute(owner)
  return rows[0]?.n ?? 0
}
