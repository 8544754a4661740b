import { sql } from 'kysely'
import { newId } from '#platform/db'
import type { Tx } from '#platform/records'
import { approvalProblem } from './refusals.ts'

/** How long what was asked holds, decided or not, unless told. */
export const approvalDays = 14

/** What a second person is asked for. */
export interface ApprovalToAsk {
  /** A row of `approval_kind`: it says who asks and who decides. */
  readonly kind: string
  /** The record it is about; the approval itself unless told. */
  readonly subject?: string
  /** SHA-256 of exactly what would leave, made by the database (`publication_digest`, `records_digest`, …). */
  readonly digest: Buffer
  /** What the second person is shown, or how it is found. */
  readonly content: unknown
  /** Every record that it takes from: who decides must be able to read them all. */
  readonly recordIds: readonly string[]
  /** Classes of value that it takes from; who decides must be able to read them. */
  readonly classes?: readonly string[]
  readonly reason?: string
  readonly days?: number
}

/**
 * Asks a second person, and says so on the ledger, in this transaction. Gives the approval's id. Refuses who may not do
 * it even with approval, a record or class that the actor may not read, and a missing reason where one is needed.
 */
export async function askApproval(tx: Tx, given: ApprovalToAsk): Promise<string> {
  const id = newId()
  await approvalProblem(
    sql`select ask_approval(${id}::uuid, ${given.kind}, ${given.subject ?? id}::uuid, ${given.digest},
      ${JSON.stringify(given.content)}::jsonb, ${[...given.recordIds]}::uuid[], ${[...(given.classes ?? ['open'])]}::text[],
      ${given.reason ?? ''}, make_interval(days => ${given.days ?? approvalDays}))`.execute(tx.sql),
  )
  return id
}
