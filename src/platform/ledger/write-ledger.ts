import type { Transaction } from 'kysely'
import type { Actor } from '#platform/access'
import type { Tables } from '#platform/db'

/** What is worth an entry besides the versions that every change of a record leaves. */
export type LedgerAct =
  | 'backup.restore'
  | 'session.begin'
  | 'session.end'
  | 'session.refused'
  | 'access.denied'
  | 'person.invite'
  | 'person.change'
  | 'person.renew'
  | 'credential.change'
  | 'team.change'
  | 'grant.give'
  | 'grant.take'
  | 'record.embargo'
  | 'settings.change'
  | 'operator.act'
  | 'import.run'
  | 'import.undo'
  | 'observatory.import'
  | 'observatory.profile'
  | 'observatory.remove'
  | 'observatory.run'
  | 'export.run'
  | 'record.read'
  | 'record.search'
  | 'ledger.export'
  | 'record.merge'
  | 'record.unmerge'
  | 'record.delete'
  | 'record.purge'
  | 'approval.ask'
  | 'approval.approve'
  | 'approval.refuse'
  | 'approval.withdraw'
  | 'approval.use'
  | 'share.offer'
  | 'share.accept'
  | 'share.decline'
  | 'share.end'
  | 'publication.alone'
  | 'hold.place'
  | 'hold.lift'
  | 'retention.run'
  | 'retention.keep'
  | 'retention.undo'
  | 'publication.publish'
  | 'site.arrange'
  | 'publication.withdraw'
  | 'consent.withdraw'
  | 'petition.link'
  | 'petition.deliver'
  | 'petition.news'
  | 'signatures.invalidate'
  | 'signatures.restore'
  | 'signatures.forget'
  | 'press.send'
  | 'press.end'
  | 'bundle.key'
  | 'bundle.partner'
  | 'bundle.make'
  | 'bundle.receive'
  | 'submission.send'
  | 'submission.take'
  | 'submission.review'
  | 'submission.stop'
  | 'calendar.renew'
  | 'calendar.end'
  | 'schema.change'
  | 'file.add'
  | 'file.read'
  | 'file.detach'
  | 'file.erase'
  | 'key.create'
  | 'key.change'
  | 'key.replace'
  | 'recovery.create'
  | 'recovery.custodians'
  | 'recovery.ask'
  | 'recovery.give'
  | 'recovery.finish'
  | 'sealed.open'
  | 'sealed.refused'
  | 'sealed.share'
  | 'sealed.withdraw'
  | 'sealed.erase'

/**
 * Adds an entry in the transaction of what it records, so that one cannot be without the other.
 * The serving login can add entries in the name of who is asking, and never change or remove one; the chain is the
 * database's own work, at the end of the transaction.
 */
export async function writeLedger(
  tx: { readonly sql: Transaction<Tables>; readonly actor: Pick<Actor, 'orgId' | 'accountId'> },
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
