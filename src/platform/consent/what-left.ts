import { sql } from 'kysely'
import type { Tx } from '#platform/records'

/** Something of a person that left the organisation, or was taken back, as the ledger has it. */
export interface DepartedThing {
  readonly at: Date
  readonly act: string
  readonly accountId: string | null
  readonly detail: Readonly<Record<string, unknown>>
}

/** What of a person had left by now, oldest first; nothing for who may not read the person. */
export async function whatLeft(tx: Pick<Tx, 'sql'>, personId: string): Promise<readonly DepartedThing[]> {
  const { rows } = await sql<{
    at: Date
    act: string
    account_id: string | null
    detail: Readonly<Record<string, unknown>>
  }>`select at, act, account_id, detail from what_left(${personId}::uuid)`.execute(tx.sql)
  return rows.map(({ at, act, account_id, detail }) => ({ at, act, accountId: account_id, detail }))
}
