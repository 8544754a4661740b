import type { Transaction } from 'kysely'
import type { Actor } from '#platform/access'
import type { Tables } from '#platform/db'

/** What is worth an entry besides the versions that every change of a record leaves. */
export type LedgerAct =
  | 'session.begin'
  | 'session.end'
  | 'import.run'
  | 'import.undo'
  | 'export.run'
  | 'record.merge'
  | 'record.unmerge'
  | 'record.delete'
  | 'record.purge'
  | 'publication.publish'
  | 'publication.withdraw'
  | 'schema.change'
  | 'file.add'
  | 'file.read'
  | 'file.detach'
  | 'file.erase'

/**
 * Adds an entry in the transaction of what it records, so that one cannot be without the other.
 * The serving login can add and read entries, never change or remove one.
 */
export async function writeLedger(
  tx: { readonly sql: Transaction<Tables>; readonly actor: Actor },
  act: LedgerAct,
  subject: string | null = null,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await tx.sql
    .insertInto('ledger')
    .values({
      org_id: tx.actor.orgId,
      account_id: tx.actor.accountId,
      act,
      subject,
      detail: JSON.stringify(detail),
    })
    .execute()
}
