import { sql } from 'kysely'
import { isId } from '#platform/db'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { approvalProblem } from './refusals.ts'

export type Verdict = 'approved' | 'refused'

/**
 * Decides, once, in the actor's name. The database refuses who asked, who lacks the capability or may not read all of
 * it, the machine's own command line, and what was decided, taken back or has expired.
 */
export async function decideApproval(tx: Tx, id: string, verdict: Verdict, words: string): Promise<void> {
  if (!isId(id)) throw new Problem('not_found')
  await approvalProblem(sql`select decide_approval(${id}::uuid, ${verdict}, ${words})`.execute(tx.sql))
}

/** Takes back what the actor asked for and has not used. */
export async function withdrawApproval(tx: Tx, id: string): Promise<void> {
  if (!isId(id)) throw new Problem('not_found')
  await approvalProblem(sql`select withdraw_approval(${id}::uuid)`.execute(tx.sql))
}

/**
 * Spends an approval that the actor asked for, for something that leaves by other ways than a row of the database.
 * Refuses where `digest` is not what was approved. Commit before the first byte goes.
 */
export async function spendApproval(tx: Tx, id: string, digest: Buffer): Promise<void> {
  if (!isId(id)) throw new Problem('not_found')
  await approvalProblem(sql`select use_approval(${id}::uuid, ${digest})`.execute(tx.sql))
}
