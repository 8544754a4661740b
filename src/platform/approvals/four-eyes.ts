import { sql } from 'kysely'
import type { Tx } from '#platform/records'
import { askApproval } from './ask-approval.ts'
import { approvalProblem } from './refusals.ts'

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

/** What asking a second administrator to turn it off is called. */
export const fourEyesKind = 'four_eyes'

/** Whether the actor is all that the organisation has, and has had for thirty days: then there is nobody to ask. */
export async function isAlone(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ alone: boolean }>`select is_alone() as alone`.execute(tx.sql)
  return rows[0]?.alone ?? false
}

/** Asks another administrator to let one person alone publish and take away. Gives the approval's id. */
export async function askToEndFourEyes(tx: Tx, reason: string): Promise<string> {
  const { rows } = await sql<{ digest: Buffer }>`select four_eyes_digest() as digest`.execute(tx.sql)
  const [row] = rows
  if (!row) throw new Error('no digest')
  return askApproval(tx, {
    kind: fourEyesKind,
    subject: tx.actor.orgId,
    digest: row.digest,
    content: {},
    recordIds: [],
    reason,
  })
}

/**
 * Turns it on, or off, for administrators. Off needs what another administrator approved, unless there is nobody else; the
 * database sees to it, and writes the change on the ledger, whoever makes it.
 */
export async function setFourEyes(tx: Tx, on: boolean): Promise<void> {
  await approvalProblem(
    sql`update org set settings = jsonb_set(settings, '{four_eyes}', ${JSON.stringify(on ? 'on' : 'off')}::jsonb)
      where id = ${tx.actor.orgId}::uuid`.execute(tx.sql),
  )
}
