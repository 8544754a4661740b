import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  type RegistrationResponseJSON,
  type WebAuthnCredential,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { type Transaction, sql } from 'kysely'
import type { Actor } from '#platform/access'
import { type Asker, type Database, type Tables, withAsker } from '#platform/db'
import { writeLedger } from '#platform/ledger'
import { hashToken } from './tokens.ts'

/** Where the browser is: passkeys are bound to it. `https://records.example.org` or `http://localhost:4747`. */
export type Origin = string

// Ed25519, ES256, RS256: what authenticators have. To ask what else this Node knows makes it warn.
const algorithms = [-8, -7, -257]

const relyingParty = (origin: Origin): string => new URL(origin).hostname

const keep = (db: Database, challenge: string) =>
  sql`select keep_challenge(${hashToken(challenge)})`.execute(db)

/** The challenge that an answer carries, used up; false when it was not ours, was used or is over. */
async function useChallenge(db: Database, challenge: string): Promise<boolean> {
  const { rows } = await sql<{
    ours: boolean
  }>`select use_challenge(${hashToken(challenge)}) as ours`.execute(db)
  return rows[0]?.ours === true
}

/** What the browser is asked to make a passkey by. It has to verify the person, and be found without a name. */
export async function passkeyCreation(db: Database, actor: Actor, origin: Origin) {
  const known = await withAsker(db, actor, (trx) =>
    trx
      .selectFrom('passkey')
      .select(['id', 'transports'])
      .where('org_id', '=', actor.orgId)
      .where('account_id', '=', actor.accountId)
      .execute(),
  )
  const options = await generateRegistrationOptions({
    rpName: 'Amparo',
    rpID: relyingParty(origin),
    userName: actor.name,
    userID: new TextEncoder().encode(actor.accountId),
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: known.map(({ id, transports }) => ({
      id,
      transports: transports as AuthenticatorTransport[],
    })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await keep(db, options.challenge)
  return options
}

/** What the browser made, when its answer holds; null otherwise. Before the transaction that keeps it. */
export async function checkPasskey(
  db: Database,
  given: { readonly answer: string; readonly origin: Origin },
): Promise<MadePasskey | null> {
  const response = readAnswer<RegistrationResponseJSON>(given.answer)
  if (!response) return null
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: (challenge) => useChallenge(db, challenge),
    expectedOrigin: given.origin,
    expectedRPID: relyingParty(given.origin),
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch(() => null)
  return verified?.verified ? verified.registrationInfo.credential : null
}

/** A passkey whose making was checked. */
export type MadePasskey = WebAuthnCredential

/** Keeps a passkey of the person asking; false when it is somebody's already. */
export async function addPasskey(
  tx: { readonly sql: Transaction<Tables>; readonly actor: Actor },
  made: MadePasskey,
  label: string,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.sql
    .insertInto('passkey')
    .values({
      org_id: tx.actor.orgId,
      id: made.id,
      account_id: tx.actor.accountId,
      public_key: Buffer.from(made.publicKey),
      counter: made.counter,
      transports: made.transports ?? [],
      label: label.trim().slice(0, 100) || 'passkey',
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (!numInsertedOrUpdatedRows) return false
  await writeLedger(tx, 'credential.change', tx.actor.accountId, { what: 'passkey' })
  return true
}

/** Takes one's own passkey away. */
export async function removePasskey(
  tx: { readonly sql: Transaction<Tables>; readonly actor: Actor },
  id: string,
): Promise<void> {
  const { numDeletedRows } = await tx.sql
    .deleteFrom('passkey')
    .where('org_id', '=', tx.actor.orgId)
    .where('account_id', '=', tx.actor.accountId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (numDeletedRows > 0n)
    await writeLedger(tx, 'credential.change', tx.actor.accountId, { what: 'passkey_removed' })
}

/** What the browser is asked to prove a passkey by. Says nothing of who has which: the same for everyone. */
export async function passkeyRequest(db: Database, origin: Origin) {
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(origin),
    userVerification: 'required',
  })
  await keep(db, options.challenge)
  return options
}

/**
 * Whose passkey answered; null when the answer does not hold.
 * @param expected as a second factor: of that account alone
 */
export async function provePasskey(
  db: Database,
  given: { readonly answer: string; readonly origin: Origin },
  expected?: Asker,
): Promise<Asker | null> {
  const response = readAnswer<AuthenticationResponseJSON>(given.answer)
  if (!response) return null
  const { rows } = await sql<{
    org_id: string
    account_id: string
    public_key: Buffer
    counter: string
    transports: string[]
  }>`select * from passkey_facts(${response.id})`.execute(db)
  const known = rows[0]
  if (!known) return null
  const account = { orgId: known.org_id, accountId: known.account_id }
  if (expected && (expected.orgId !== account.orgId || expected.accountId !== account.accountId)) return null
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => useChallenge(db, challenge),
    expectedOrigin: given.origin,
    expectedRPID: relyingParty(given.origin),
    requireUserVerification: true,
    credential: {
      id: response.id,
      publicKey: new Uint8Array(known.public_key),
      counter: Number(known.counter),
      transports: known.transports as AuthenticatorTransport[],
    },
  }).catch(() => null)
  if (!verified?.verified) return null
  await withAsker(db, account, (trx) =>
    trx
      .updateTable('passkey')
      .set({ counter: verified.authenticationInfo.newCounter, used_at: new Date() })
      .where('org_id', '=', account.orgId)
      .where('id', '=', response.id)
      .execute(),
  )
  return account
}

/** What a browser sends is a stranger's text until its signature holds. */
function readAnswer<Answer extends { readonly id: string }>(text: string): Answer | null {
  if (text.length > 50_000) return null
  try {
    const data: unknown = JSON.parse(text)
    return typeof data === 'object' && data !== null && 'id' in data && typeof data.id === 'string'
      ? (data as Answer)
      : null
  } catch {
    return null
  }
}
