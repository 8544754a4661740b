import type { Database } from '#platform/db'
import { hashToken, newToken } from './tokens.ts'

/**
 * A link that signs its bearer in once. Gives the path (`/sign-in/…`); the token itself is kept nowhere.
 * @param hours how long it may be used
 */
export async function issueSignInLink(
  owner: Database,
  account: { readonly orgId: string; readonly accountId: string },
  hours = 24,
): Promise<string> {
  const token = newToken()
  await owner
    .insertInto('sign_in_link')
    .values({
      org_id: account.orgId,
      token_hash: hashToken(token),
      account_id: account.accountId,
      expires_at: new Date(Date.now() + hours * 3_600_000),
    })
    .execute()
  return `/sign-in/${token}`
}
