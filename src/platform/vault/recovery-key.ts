import { sql } from 'kysely'
import type { Labels } from '#platform/i18n'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import { makeKeyPair, recipientFor, unwrap, wrapFor } from './key-wrapping.ts'
import { recoveryRecipient } from './seal-values.ts'
import { joinShares, markOf, readIdentity, readShare, splitKey, writeIdentity, writeShare } from './shares.ts'
import type { VaultTx } from './vault-tx.ts'
import { recoveryWords } from './recovery-words.ts'

/** Who holds a share of the recovery key. */
export interface Custodian {
  readonly id: string
  /** Null: the share is on paper alone. */
  readonly accountId: string | null
  readonly name: string
  readonly since: Date
  /** The person has another key since, or none: their share can be opened no more. */
  readonly lost: boolean
}

/** How the organisation could get back what nobody's own key opens. */
export interface Recovery {
  readonly recipient: string
  readonly threshold: number
  readonly madeAt: Date
  readonly custodians: readonly Custodian[]
}

/** A person of the organisation, and since when they have a key. */
export interface KeyHolder {
  readonly accountId: string
  readonly name: string
  readonly since: Date | null
  /** May read sealed values. */
  readonly seals: boolean
}

/** Who of the organisation has a key. */
export async function readKeyHolders(tx: VaultTx): Promise<readonly KeyHolder[]> {
  const { rows } = await sql<KeyHolder>`
    select account_id as "accountId", name, since, seals from key_holders()`.execute(tx.sql)
  return rows
}

/** The recovery key and who holds it; null before anybody has a key. */
export async function readRecovery(tx: VaultTx): Promise<Recovery | null> {
  const key = await tx.sql
    .selectFrom('recovery_key')
    .select(['recipient', 'threshold', 'made_at'])
    .where('org_id', '=', tx.actor.orgId)
    .executeTakeFirst()
  if (!key) return null
  const holders = await tx.sql
    .selectFrom('recovery_holder')
    .select(['id', 'account_id', 'name', 'made_at'])
    .where('org_id', '=', tx.actor.orgId)
    .orderBy('name')
    .orderBy('id')
    .execute()
  const people = new Map((await readKeyHolders(tx)).map((one) => [one.accountId, one]))
  return {
    recipient: key.recipient,
    threshold: key.threshold,
    madeAt: key.made_at,
    custodians: holders.map((one) => {
      const person = one.account_id === null ? undefined : people.get(one.account_id)
      return {
        id: one.id,
        accountId: one.account_id,
        name: person?.name ?? one.name,
        since: one.made_at,
        lost: one.account_id !== null && (!person?.since || person.since > one.made_at),
      }
    }),
  }
}

/**
 * Makes the organisation's recovery key where there is none, and gives its private half, once, as it is to be written
 * on paper. Null where there is one.
 */
export async function foundRecoveryKey(tx: VaultTx): Promise<string | null> {
  const pair = await makeKeyPair()
  const made = await tx.sql
    .insertInto('recovery_key')
    .values({ org_id: tx.actor.orgId, recipient: pair.recipient, made_by: tx.actor.accountId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (!made.numInsertedOrUpdatedRows) return null
  await keepPaper(tx, pair.identity)
  await writeLedger(tx, 'recovery.create', null, { recipient: pair.recipient })
  return pair.identity
}

/** Another recovery key in the place of one whose papers are lost. Records are wrapped to it as they are opened. */
export async function renewRecoveryKey(tx: VaultTx): Promise<string> {
  const pair = await makeKeyPair()
  const renewed = await tx.sql
    .updateTable('recovery_key')
    .set({
      recipient: pair.recipient,
      threshold: 1,
      made_at: sql<Date>`now()`,
      made_by: tx.actor.accountId,
    })
    .where('org_id', '=', tx.actor.orgId)
    .executeTakeFirstOrThrow()
  // There is none to renew: the first comes with the first key of a person who may read what is sealed.
  if (renewed.numUpdatedRows === 0n) throw new Problem('not_found')
  await keepPaper(tx, pair.identity)
  await writeLedger(tx, 'recovery.create', null, { recipient: pair.recipient, renewed: true })
  return pair.identity
}

async function keepPaper(tx: VaultTx, identity: string): Promise<void> {
  const key = readIdentity(identity)
  if (!key) throw new Error('not an age identity')
  await keepHolders(tx, [
    { accountId: null, name: recoveryWords.onePaper[tx.actor.language], wrapped: null, mark: markOf(key) },
  ])
}

const keepHolders = (
  tx: VaultTx,
  holders: readonly {
    readonly accountId: string | null
    readonly name: string
    readonly wrapped: Buffer | null
    readonly mark: Buffer
  }[],
) =>
  tx.sql
    .insertInto('recovery_holder')
    .values(
      holders.map((one) => ({
        org_id: tx.actor.orgId,
        account_id: one.accountId,
        name: one.name,
        wrapped: one.wrapped,
        mark: one.mark,
      })),
    )
    .execute()

const refuse = (field: string, message: Labels): Problem =>
  new Problem('invalid', { fields: [{ field, message }] })

/**
 * The recovery key from what is on paper: the key whole, or as many shares as it takes, one a line.
 * Throws `invalid` when something was written down wrong, there are too few, or it is the key of another organisation.
 */
export async function readPaper(tx: VaultTx, text: string): Promise<Buffer> {
  const lines = text
    .split(/\n/)
    .map((line) => line.trim())
    .filter(Boolean)
  const shares = lines.map(readShare)
  if (shares.length === 0 || shares.includes(null)) throw refuse('paper', recoveryWords.wrongShare)
  const distinct = [...new Map(shares.map((one) => [one?.toString('hex'), one as Buffer])).values()]
  const expected = await recoveryRecipient(tx)
  const key = await joinShares(distinct).catch(() => null)
  if (!key || key.length !== 32 || (await recipientFor(writeIdentity(key))) !== expected)
    throw refuse('paper', recoveryWords.wrongKey)
  return key
}

/**
 * Splits the recovery key among people (each share encrypted for its holder's own key) and papers with a name, any
 * `threshold` of which open it. What others held before is of no use any more once it is destroyed: the key is the same.
 * Gives the shares that are to be written on paper, once.
 */
export async function nameCustodians(
  tx: VaultTx,
  given: {
    /** From `readPaper`. */
    readonly key: Buffer
    readonly people: readonly string[]
    readonly papers: readonly string[]
    readonly threshold: number
  },
): Promise<readonly { readonly name: string; readonly share: string }[]> {
  const { key, papers, threshold } = given
  const people = [...new Set(given.people)]
  const count = people.length + papers.length
  if (!Number.isInteger(threshold) || threshold < 2 || threshold > count || count > 20)
    throw refuse('threshold', recoveryWords.wrongThreshold)
  const holders = new Map((await readKeyHolders(tx)).map((one) => [one.accountId, one]))
  const shares = await splitKey(key, count, threshold)
  const kept = await Promise.all(
    shares.map(async (share, at) => {
      const accountId = people[at] ?? null
      const mark = markOf(share)
      if (accountId === null)
        return { accountId, name: papers[at - people.length] ?? '', wrapped: null, mark, share }
      const { rows } = await sql<{ recipient: string | null }>`
        select recipient_of(${accountId}::uuid) as recipient`.execute(tx.sql)
      const recipient = rows[0]?.recipient
      if (!recipient) throw refuse('people', recoveryWords.noKey)
      return {
        accountId,
        name: holders.get(accountId)?.name ?? '',
        wrapped: await wrapFor(recipient, share),
        mark,
        share,
      }
    }),
  )
  const org = tx.actor.orgId
  await tx.sql.deleteFrom('recovery_request').where('org_id', '=', org).where('done_at', 'is', null).execute()
  await tx.sql.deleteFrom('recovery_holder').where('org_id', '=', org).execute()
  await keepHolders(tx, kept)
  await tx.sql.updateTable('recovery_key').set({ threshold }).where('org_id', '=', org).execute()
  await writeLedger(tx, 'recovery.custodians', null, { threshold, people, papers: papers.length })
  return kept
    .filter((one) => one.accountId === null)
    .map(({ name, share }) => ({ name, share: writeShare(share) }))
}

/** The asker's own share, by their private key, to be printed; null when they hold none that can be opened. */
export async function ownShare(tx: VaultTx, identity: string): Promise<string | null> {
  const { rows } = await sql<{ wrapped: Buffer | null }>`select own_recovery_share() as wrapped`.execute(
    tx.sql,
  )
  const wrapped = rows[0]?.wrapped
  return wrapped ? writeShare(await unwrap(identity, wrapped)) : null
}
