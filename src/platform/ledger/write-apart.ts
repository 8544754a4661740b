import { sql } from 'kysely'
import { type Database, withAsker } from '#platform/db'
import { type LedgerAct, writeLedger } from './write-ledger.ts'

/** What may be refused to somebody who is not signed in. */
export type Refusal = Extract<LedgerAct, 'session.refused' | 'access.denied'>

/**
 * Adds an entry in a transaction of its own, committed when this returns: what was refused stays on the ledger though
 * its own transaction is undone. `accountId` null: nobody is signed in; then only refusals can be written.
 */
export async function writeLedgerApart(
  db: Database,
  asker: { readonly orgId: string; readonly accountId: string | null },
  act: Refusal,
  subject: string | null = null,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const { orgId, accountId } = asker
  if (accountId === null)
    await sql`select ledger_refusal(${orgId}::uuid, ${act}, ${subject}::uuid, ${JSON.stringify(detail)}::jsonb)`.execute(
      db,
    )
  else
    await withAsker(db, { orgId, accountId }, (trx) =>
      writeLedger({ sql: trx, actor: { orgId, accountId } }, act, subject, detail),
    )
}

/**
 * Adds, in a transaction of its own, that somebody asked for what is not there for them; `hidden` in the entry says
 * whether it exists. One statement either way, so that neither its time nor the answer tells.
 */
export async function noteMissing(
  db: Database,
  asker: { readonly orgId: string; readonly accountId: string },
  subject: string,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  await withAsker(db, asker, (trx) =>
    sql`select note_missing(${subject}::uuid, ${JSON.stringify(detail)}::jsonb)`.execute(trx),
  )
}
