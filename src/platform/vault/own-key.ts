import { sql } from 'kysely'
import { withAsker } from '#platform/db'
import { mostFailures, passphraseFault, type PassphraseFault } from '#platform/identity'
import { writeLedger } from '#platform/ledger'
import { lockIdentity, makeKeyPair, unlockIdentity } from './key-wrapping.ts'
import { foundRecoveryKey } from './recovery-key.ts'
import type { VaultGround, VaultTx } from './vault-tx.ts'

/** One's own key, as far as it can be shown. */
export interface OwnKey {
  readonly recipient: string
  readonly createdAt: Date
  /** When its passphrase was last set. */
  readonly lockedAt: Date
}

/** The asker's key; null before they have set one up. */
export async function readOwnKey(tx: VaultTx): Promise<OwnKey | null> {
  const row = await tx.sql
    .selectFrom('person_key')
    .select(['recipient', 'created_at', 'locked_at'])
    .where('org_id', '=', tx.actor.orgId)
    .where('account_id', '=', tx.actor.accountId)
    .executeTakeFirst()
  return row ? { recipient: row.recipient, createdAt: row.created_at, lockedAt: row.locked_at } : null
}

/** Why a sealing passphrase is not taken; null when it is. The rules of any passphrase. */
export const sealingPassphraseFault = (
  passphrase: string,
  names: readonly string[],
): PassphraseFault | null => passphraseFault(passphrase, names)

/**
 * Makes the asker's key pair, locked with their sealing passphrase, which nobody can reset. `replace`: the old one is
 * lost, and with it what it opened. With the organisation's first key its recovery key is made: its private half is
 * given once (`recovery`), to be written on paper, and kept nowhere.
 */
export async function makeOwnKey(
  tx: VaultTx,
  ground: Pick<VaultGround, 'secrets'>,
  passphrase: string,
  replace = false,
): Promise<{ readonly recipient: string; readonly recovery: string | null }> {
  const { orgId, accountId } = tx.actor
  const pair = await makeKeyPair()
  const locked = await lockIdentity(ground.secrets, { orgId, accountId }, pair, passphrase)
  await tx.sql
    .insertInto('person_key')
    .values({ org_id: orgId, account_id: accountId, recipient: pair.recipient, locked_identity: locked })
    .$if(replace, (query) =>
      query.onConflict((conflict) =>
        conflict.columns(['org_id', 'account_id']).doUpdateSet({
          recipient: pair.recipient,
          locked_identity: locked,
          created_at: sql<Date>`now()`,
          locked_at: sql<Date>`now()`,
        }),
      ),
    )
    .execute()
  await writeLedger(tx, replace ? 'key.replace' : 'key.create', null, { recipient: pair.recipient })
  return { recipient: pair.recipient, recovery: await foundRecoveryKey(tx) }
}

/** What came of asking for the sealing passphrase. */
export type Unlocked =
  | { readonly kind: 'right'; readonly identity: string }
  /** `none`: there is no key; `limited`: too many were wrong, and nothing was looked at. */
  | { readonly kind: 'wrong' | 'limited' | 'none' }

/**
 * The asker's private key by their sealing passphrase. Limited like signing in; a wrong one is on the ledger, in a
 * transaction of its own. For the length of one request: never keep what it gives.
 */
export async function unlockOwnKey(
  ground: Pick<VaultGround, 'db' | 'secrets'>,
  actor: VaultTx['actor'],
  passphrase: string,
  recordId: string | null = null,
): Promise<Unlocked> {
  const { db, secrets } = ground
  const key = secrets.mark('sealing', actor.accountId)
  const facts = await withAsker(db, actor, async (trx) => {
    const { rows } = await sql<{ failures: number }>`select sealing_failures(${key}) as failures`.execute(trx)
    const kept = await trx
      .selectFrom('person_key')
      .select(['recipient', 'locked_identity'])
      .where('org_id', '=', actor.orgId)
      .where('account_id', '=', actor.accountId)
      .executeTakeFirst()
    return { failures: rows[0]?.failures ?? 0, kept }
  })
  if (!facts.kept) return { kind: 'none' }
  const refuse = (counted: Buffer | null, cause: string) =>
    withAsker(db, actor, (trx) =>
      sql`select refuse_sealing(${recordId}::uuid, ${counted}::bytea, ${cause})`.execute(trx),
    )
  if (facts.failures >= mostFailures.account) {
    await refuse(null, 'limited')
    return { kind: 'limited' }
  }
  const identity = await unlockIdentity(
    secrets,
    actor,
    { recipient: facts.kept.recipient, locked: facts.kept.locked_identity },
    passphrase,
  )
  if (identity === null) {
    await refuse(key, 'passphrase')
    return { kind: 'wrong' }
  }
  await sql`select forget_attempts(${[key]}::bytea[])`.execute(db)
  return { kind: 'right', identity }
}

/** Writes down that opening was refused, whatever becomes of the request. */
export const refuseOpening = (
  ground: Pick<VaultGround, 'db'>,
  actor: VaultTx['actor'],
  recordId: string,
  cause: 'not_entitled' | 'no_reason',
) =>
  withAsker(ground.db, actor, (trx) =>
    sql`select refuse_sealing(${recordId}::uuid, null, ${cause})`.execute(trx),
  )

/** Locks the same key with another passphrase. The identity comes from `unlockOwnKey`. */
export async function changeSealingPassphrase(
  tx: VaultTx,
  ground: Pick<VaultGround, 'secrets'>,
  identity: string,
  passphrase: string,
): Promise<void> {
  const { orgId, accountId } = tx.actor
  const { recipient } = await tx.sql
    .selectFrom('person_key')
    .select('recipient')
    .where('org_id', '=', orgId)
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow()
  await tx.sql
    .updateTable('person_key')
    .set({
      locked_identity: await lockIdentity(
        ground.secrets,
        { orgId, accountId },
        { identity, recipient },
        passphrase,
      ),
      locked_at: sql<Date>`now()`,
    })
    .where('org_id', '=', orgId)
    .where('account_id', '=', accountId)
    .execute()
  await writeLedger(tx, 'key.change')
}
