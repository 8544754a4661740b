import { sql } from 'kysely'
import type { Tx } from '#platform/records'

/** Whether publishing and taking protected values away need a second person here. On unless turned off. */
export async function fourEyes(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ on: boolean }>`select four_eyes(${tx.actor.orgId}::uuid) as "on"`.execute(
    tx.sql,
  )
  return rows[0]?.on ?? true
}

/** How many people besides the actor could decide on such a thing. */
export async function countDeciders(tx: Tx, kind: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select deciders(${kind}) as n`.execute(tx.sql)
  return rows[0]?.n ?? 0
}

/** Turns it on or off, for administrators. The database writes it on the ledger, whoever changes it. */
export async function setFourEyes(tx: Tx, on: boolean): Promise<void> {
  await sql`update org set settings = jsonb_set(settings, '{four_eyes}', ${JSON.stringify(on ? 'on' : 'off')}::jsonb)
    where id = ${tx.actor.orgId}::uuid`.execute(tx.sql)
}
