import { sql } from 'kysely'
import type { Database } from '#platform/db'

/**
 * Takes away every page whose consent has run out: the public side has not shown it since. With the owner's login, for
 * every organisation. Gives how many went.
 */
export async function endPublications(owner: Database): Promise<number> {
  const { rows } = await sql<{ gone: number }>`select end_publications() as gone`.execute(owner)
  return rows[0]?.gone ?? 0
}
