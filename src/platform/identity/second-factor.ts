import { createHash, randomInt } from 'node:crypto'
import type { Transaction } from 'kysely'
import { sql } from 'kysely'
import { generateSecret, generateURI, verifySync } from 'otplib'
import type { Asker, Tables } from '#platform/db'
import { type Secrets, openSealed, sealFor } from './secrets.ts'

type Trx = Transaction<Tables>

/** Seconds before and after in which a code is still taken: a phone's clock is seldom exact. */
const tolerance = 30

/** Of an authenticator being set up: what the person types into the app, and the address that does it for them. */
export interface Enrolment {
  readonly secret: string
  readonly uri: string
  /** The secret for the form to carry, readable by the program alone; nothing is kept before it is confirmed. */
  readonly sealed: string
}

const enrolling = 'enrolment'

/** Begins to set up an authenticator, or goes on with one that a form carries. Writes nothing. */
export function beginAuthenticator(
  account: Asker,
  secrets: Secrets,
  label: { readonly issuer: string; readonly account: string },
  carried = '',
): Enrolment {
  const secret = openEnrolment(account, secrets, carried) ?? generateSecret()
  return {
    secret,
    uri: generateURI({ issuer: label.issuer, label: label.account, secret }),
    sealed: sealFor(secrets, enrolling, { accountId: account.accountId, secret }, 30),
  }
}

function openEnrolment(account: Asker, secrets: Secrets, sealed: string): string | null {
  const data = openSealed(secrets, enrolling, sealed)
  return data && data['accountId'] === account.accountId && typeof data['secret'] === 'string'
    ? data['secret']
    : null
}

/** Keeps the authenticator that a form carries, proved by a first code; false when the code is not the present one. */
export async function confirmAuthenticator(
  trx: Trx,
  account: Asker,
  secrets: Secrets,
  carried: string,
  code: string,
): Promise<boolean> {
  const secret = openEnrolment(account, secrets, carried)
  const step = secret && stepOf(secret, code)
  if (!secret || !step) return false
  await removeAuthenticator(trx, account)
  await trx
    .insertInto('authenticator')
    .values({
      org_id: account.orgId,
      account_id: account.accountId,
      secret: secrets.seal(purpose(account), secret),
      confirmed_at: new Date(),
      last_step: step,
    })
    .execute()
  return true
}

/** The half minute that a code belongs to, of those that are taken now. */
function stepOf(secret: string, code: string): number | null {
  const token = code.replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const found = verifySync({ strategy: 'totp', secret, token, epochTolerance: tolerance })
  return found.valid && 'timeStep' in found ? found.timeStep : null
}

/** Takes a six-digit code or a recovery code, each once. */
export async function useSecondFactor(
  trx: Trx,
  account: Asker,
  secrets: Secrets,
  code: string,
): Promise<boolean> {
  const bare = code.replaceAll(/[\s-]/g, '')
  if (!/^\d{6}$/.test(bare)) return useRecoveryCode(trx, account, bare)
  const row = await readAuthenticator(trx, account)
  return row?.confirmed_at != null && useCode(trx, account, secrets, bare)
}

/** Takes the authenticator away. */
export async function removeAuthenticator(trx: Trx, account: Asker): Promise<void> {
  await trx
    .deleteFrom('authenticator')
    .where('org_id', '=', account.orgId)
    .where('account_id', '=', account.accountId)
    .execute()
}

const purpose = (account: Asker) => `authenticator ${account.orgId} ${account.accountId}`

const readAuthenticator = (trx: Trx, account: Asker) =>
  trx
    .selectFrom('authenticator')
    .select(['secret', 'confirmed_at'])
    .where('org_id', '=', account.orgId)
    .where('account_id', '=', account.accountId)
    .executeTakeFirst()

async function useCode(trx: Trx, account: Asker, secrets: Secrets, code: string): Promise<boolean> {
  const row = await readAuthenticator(trx, account)
  const secret = row && secrets.open(purpose(account), row.secret)
  const step = secret && stepOf(secret, code)
  if (!step) return false
  // Each step once: a code that somebody has read over a shoulder is worth nothing.
  const { numAffectedRows } =
    await sql`update authenticator set last_step = ${step} where org_id = ${account.orgId}::uuid
      and account_id = ${account.accountId}::uuid and last_step < ${step}`.execute(trx)
  return (numAffectedRows ?? 0n) > 0n
}

const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
const howMany = 10

const newCode = (): string => Array.from({ length: 16 }, () => alphabet[randomInt(alphabet.length)]).join('')

const hashCode = (code: string): Buffer => createHash('sha256').update(`recovery ${code}`).digest()

/**
 * Ten codes in place of those there were, to be printed: `abcd-efgh-jkmn-pqrs`, 79 bits each. Only their hashes stay,
 * and each is good once, instead of the authenticator.
 */
export async function renewRecoveryCodes(trx: Trx, account: Asker): Promise<readonly string[]> {
  await trx
    .deleteFrom('recovery_code')
    .where('org_id', '=', account.orgId)
    .where('account_id', '=', account.accountId)
    .execute()
  const codes = Array.from({ length: howMany }, newCode)
  await trx
    .insertInto('recovery_code')
    .values(
      codes.map((code) => ({
        org_id: account.orgId,
        account_id: account.accountId,
        code_hash: hashCode(code),
      })),
    )
    .execute()
  return codes.map((code) => code.replaceAll(/(.{4})(?=.)/g, '$1-'))
}

async function useRecoveryCode(trx: Trx, account: Asker, bare: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update recovery_code set used_at = now() where org_id = ${account.orgId}::uuid
      and account_id = ${account.accountId}::uuid and code_hash = ${hashCode(bare.toLowerCase())} and used_at is null`.execute(
      trx,
    )
  return (numAffectedRows ?? 0n) > 0n
}
