import { sql } from 'kysely'
import { type Asker, type Database, withAsker } from '#platform/db'
import { hashPassphrase, isOutdated, verifyPassphrase } from './passphrases.ts'
import { type Secrets, openSealed, sealFor } from './secrets.ts'
import { beginProvenSession } from './sessions.ts'
import { useSecondFactor } from './second-factor.ts'

/** Failures in a quarter of an hour after which no more are looked at. */
export const mostFailures = { account: 10, address: 30, second: 5 } as const

/** What signing in needs. */
export interface SignInGround {
  readonly db: Database
  readonly secrets: Secrets
}

/** Who says to be whom, and from where. */
export interface Claim {
  readonly org: string
  readonly login: string
  readonly passphrase: string
  /** Null where all come from one address, as over Tor. Kept as a keyed hash, for a quarter of an hour. */
  readonly address: string | null
  readonly agent: string | null
}

/**
 * `session`: signed in; `second`: a second factor is asked for, `pending` carries the first for ten minutes;
 * `refused`: unknown or wrong, never said which; `limited`: too many failures, nothing was looked at.
 */
export type SignedIn =
  | { readonly kind: 'session'; readonly token: string }
  | { readonly kind: 'second'; readonly pending: string }
  | { readonly kind: 'refused' | 'limited' }

const minutesPending = 10

/** Account name as it is compared. */
export const foldLogin = (login: string): string => login.normalize('NFKC').trim().toLowerCase()

/**
 * Signs in by passphrase. An account that is not there costs and answers exactly what a wrong passphrase does: two
 * statements and one Argon2.
 */
export async function signIn({ db, secrets }: SignInGround, claim: Claim): Promise<SignedIn> {
  const login = foldLogin(claim.login)
  const org = claim.org.trim().toLowerCase()
  const keys = [
    secrets.mark('account', `${org}\n${login}`),
    ...(claim.address ? [secrets.mark('address', claim.address)] : []),
  ]
  const facts = await readFacts(db, org, login, keys)
  if (facts.failures[0] >= mostFailures.account || facts.failures[1] >= mostFailures.address)
    return { kind: 'limited' }
  const right = await verifyPassphrase(facts.hash, claim.passphrase, secrets.pepper)
  const { org_id: orgId, account_id: accountId } = facts
  if (!right || !orgId || !accountId) {
    await refuse(db, orgId, accountId, keys, 'passphrase')
    return { kind: 'refused' }
  }
  const account = { orgId, accountId }
  await sql`select forget_attempts(${[keys[0]]}::bytea[])`.execute(db)
  if (facts.hash && isOutdated(facts.hash)) await renewHash(db, account, claim.passphrase, secrets)
  if (facts.second)
    return { kind: 'second', pending: sealFor(secrets, 'second factor', account, minutesPending) }
  const token = await beginProvenSession(db, account, {
    method: 'passphrase',
    secondFactor: false,
    agent: claim.agent,
  })
  return token ? { kind: 'session', token } : { kind: 'refused' }
}

/** Who has given their passphrase and still owes the second factor; null when that was too long ago. */
export function readPending(secrets: Secrets, pending: string): Asker | null {
  const data = openSealed(secrets, 'second factor', pending)
  return data && typeof data['orgId'] === 'string' && typeof data['accountId'] === 'string'
    ? { orgId: data['orgId'], accountId: data['accountId'] }
    : null
}

/** Completes signing in by a code of the authenticator or a recovery code. `over`: the first step is too long ago. */
export async function signInSecond(
  { db, secrets }: SignInGround,
  pending: string,
  code: string,
  agent: string | null,
): Promise<SignedIn | { readonly kind: 'over' }> {
  const account = readPending(secrets, pending)
  if (!account) return { kind: 'over' }
  const keys = [secrets.mark('second', account.accountId)]
  const facts = await readFacts(db, '', '', keys)
  if (facts.failures[0] >= mostFailures.second) return { kind: 'limited' }
  if (!(await withAsker(db, account, (trx) => useSecondFactor(trx, account, secrets, code)))) {
    await refuse(db, account.orgId, account.accountId, keys, 'second_factor')
    return { kind: 'refused' }
  }
  await sql`select forget_attempts(${keys}::bytea[])`.execute(db)
  const token = await beginProvenSession(db, account, { method: 'passphrase', secondFactor: true, agent })
  return token ? { kind: 'session', token } : { kind: 'refused' }
}

async function readFacts(db: Database, org: string, login: string, keys: readonly Buffer[]) {
  const { rows } = await sql<{
    org_id: string | null
    account_id: string | null
    hash: string | null
    second: boolean
    failures: number[]
  }>`select * from sign_in_facts(${org}, ${login}, ${keys}::bytea[])`.execute(db)
  const row = rows[0]
  if (!row) throw new Error('sign_in_facts gave no row')
  return { ...row, failures: [row.failures[0] ?? 0, row.failures[1] ?? 0] as const }
}

/** Counts a refusal and writes it on the ledger, in a transaction of its own that nothing undoes. */
export async function refuse(
  db: Database,
  orgId: string | null,
  accountId: string | null,
  keys: readonly Buffer[],
  cause: 'passphrase' | 'second_factor' | 'passkey',
): Promise<void> {
  await sql`select refuse_sign_in(${orgId}::uuid, ${accountId}::uuid, ${keys}::bytea[], ${cause})`.execute(db)
}

async function renewHash(db: Database, account: Asker, passphrase: string, secrets: Secrets): Promise<void> {
  const hash = await hashPassphrase(passphrase, secrets.pepper)
  await withAsker(db, account, (trx) =>
    trx
      .updateTable('passphrase')
      .set({ hash })
      .where('org_id', '=', account.orgId)
      .where('account_id', '=', account.accountId)
      .execute(),
  )
}

/**
 * Whether it is the passphrase of who is signed in, before something that a stolen session must not do. `right` too when
 * they have none yet. Limited like signing in.
 */
export async function proveAgain(
  { db, secrets }: SignInGround,
  account: Asker,
  passphrase: string,
): Promise<'right' | 'wrong' | 'limited'> {
  const keys = [secrets.mark('again', account.accountId)]
  const facts = await readFacts(db, '', '', keys)
  if (facts.failures[0] >= mostFailures.account) return 'limited'
  const row = await withAsker(db, account, (trx) =>
    trx
      .selectFrom('passphrase')
      .select('hash')
      .where('org_id', '=', account.orgId)
      .where('account_id', '=', account.accountId)
      .executeTakeFirst(),
  )
  if (!row || (await verifyPassphrase(row.hash, passphrase, secrets.pepper))) return 'right'
  await refuse(db, account.orgId, account.accountId, keys, 'passphrase')
  return 'wrong'
}

/** The organisation that signing in is to; null where there are several, and it has to be said which. */
export async function onlyOrganisation(db: Database): Promise<string | null> {
  const { rows } = await sql<{ slug: string | null }>`select only_organisation() as slug`.execute(db)
  return rows[0]?.slug ?? null
}

/** Counts a passkey that was not accepted, against its address and, as a second factor, its account. */
export const refusePasskey = (
  { db, secrets }: SignInGround,
  account: Asker | null,
  address: string | null,
): Promise<void> =>
  refuse(
    db,
    account?.orgId ?? null,
    account?.accountId ?? null,
    [
      ...(account ? [secrets.mark('second', account.accountId)] : []),
      ...(address ? [secrets.mark('address', address)] : []),
    ],
    'passkey',
  )
