import { sql } from 'kysely'
import type { Tx } from '#platform/records'

/** Whether the reader has written any of a submission, and so can neither approve nor check it: the database's answer. */
export async function wroteSubmission(tx: Tx, submissionId: string): Promise<boolean> {
  const { rows } = await sql<{ wrote: boolean }>`
    select wrote_it(${submissionId}::uuid) as wrote`.execute(tx.sql)
  return rows[0]?.wrote ?? false
}
