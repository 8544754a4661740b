import { type Transaction, sql } from 'kysely'
import type { Actor } from '#platform/access'
import type { Tables } from '#platform/db'
import { writeLedger } from '#platform/ledger'

interface Tx {
  readonly sql: Transaction<Tables>
  readonly actor: Actor
}

/** What a person can sign in with, and where they are signed in: their own only. */
export interface OwnCredentials {
  readonly login: string | null
  readonly passphraseChangedAt: Date | null
  readonly authenticatorSince: Date | null
  readonly recoveryCodesLeft: number
  readonly passkeys: readonly {
    readonly id: string
    readonly label: string
    readonly createdAt: Date
    readonly usedAt: Date | null
  }[]
  readonly sessions: readonly OwnSession[]
}

/** A session as its person knows it again. */
export interface OwnSession {
  readonly id: string
  readonly since: Date
  readonly seenAt: Date
  readonly method: 'link' | 'passphrase' | 'passkey'
  readonly agent: string | null
}

/** Reads what the person asking can sign in with. */
export async function readOwnCredentials(tx: Tx): Promise<OwnCredentials> {
  const { orgId, accountId } = tx.actor
  const account = await tx.sql
    .selectFrom('account')
    .select('login')
    .where('org_id', '=', orgId)
    .where('id', '=', accountId)
    .executeTakeFirst()
  const { rows: facts } = await sql<{ passphrase: Date | null; authenticator: Date | null; left: number }>`
    select (select changed_at from passphrase where org_id = ${orgId}::uuid and account_id = ${accountId}::uuid) as passphrase,
           (select confirmed_at from authenticator where org_id = ${orgId}::uuid and account_id = ${accountId}::uuid) as authenticator,
           (select count(*)::int from recovery_code where org_id = ${orgId}::uuid and account_id = ${accountId}::uuid
               and used_at is null) as left`.execute(tx.sql)
  const passkeys = await tx.sql
    .selectFrom('passkey')
    .select(['id', 'label', 'created_at', 'used_at'])
    .where('org_id', '=', orgId)
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .execute()
  const sessions = await tx.sql
    .selectFrom('session')
    .select(['id', 'created_at', 'seen_at', 'method', 'agent'])
    .where('org_id', '=', orgId)
    .where('account_id', '=', accountId)
    .where('expires_at', '>', new Date())
    .where(sql<boolean>`seen_at > now() - idle`)
    .orderBy('seen_at', 'desc')
    .execute()
  return {
    login: account?.login ?? null,
    passphraseChangedAt: facts[0]?.passphrase ?? null,
    authenticatorSince: facts[0]?.authenticator ?? null,
    recoveryCodesLeft: facts[0]?.left ?? 0,
    passkeys: passkeys.map((one) => ({
      id: one.id,
      label: one.label,
      createdAt: one.created_at,
      usedAt: one.used_at,
    })),
    sessions: sessions.map((one) => ({
      id: one.id,
      since: one.created_at,
      seenAt: one.seen_at,
      method: one.method,
      agent: one.agent,
    })),
  }
}

/** Gives the person asking a new passphrase, by its hash. The caller renews the session. */
export async function setOwnPassphrase(tx: Tx, hash: string): Promise<void> {
  await tx.sql
    .insertInto('passphrase')
    .values({ org_id: tx.actor.orgId, account_id: tx.actor.accountId, hash })
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'account_id']).doUpdateSet({ hash, changed_at: new Date() }),
    )
    .execute()
  await writeLedger(tx, 'credential.change', tx.actor.accountId, { what: 'passphrase' })
}

/** Ends a session of the person asking, or of anyone of the organisation when an administrator asks. */
export async function endSessions(tx: Tx, which: { readonly id?: string; readonly accountId?: string }) {
  const { numDeletedRows } = await tx.sql
    .deleteFrom('session')
    .where('org_id', '=', tx.actor.orgId)
    .where('account_id', '=', which.accountId ?? tx.actor.accountId)
    .$if(which.id !== undefined, (query) => query.where('id', '=', which.id ?? ''))
    .executeTakeFirstOrThrow()
  if (numDeletedRows > 0n)
    await writeLedger(tx, 'session.end', which.accountId ?? tx.actor.accountId, {
      ended: Number(numDeletedRows),
    })
}
