import { sql } from 'kysely'
import type { Database } from '#platform/db'

/**
 * Takes what would have left out of approvals whose time has run out, and those that are over for ninety days
 * altogether; the ledger goes on knowing of them. Takes the owner's login.
 */
export async function forgetApprovals(owner: Database): Promise<void> {
  await sql`select forget_approvals()`.execute(owner)
}
