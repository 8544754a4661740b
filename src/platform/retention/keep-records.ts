import { sql } from 'kysely'
import { can } from '#platform/access'
import { isId } from '#platform/db'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'

/** A person has looked at records and keeps them: their clocks begin anew. Gives how many there were for them. */
export async function keepRecords(tx: Tx, ids: readonly string[]): Promise<number> {
  if (!can(tx.actor, 'retain')) throw new Problem('forbidden')
  const { rows } = await sql<{ id: string }>`select keep_records(${ids.filter(isId)}::uuid[]) as id`.execute(
    tx.sql,
  )
  for (const { id } of rows) await writeLedger(tx, 'retention.keep', id)
  return rows.length
}
