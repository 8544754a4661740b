import { type Transaction, sql } from 'kysely'
import type { Actor } from '#platform/access'
import { type Asker, type Database, type Tables, withAsker } from '#platform/db'
import { isLanguage } from '#platform/i18n'
import { writeLedger } from '#platform/ledger'
import { hashToken, newToken } from './tokens.ts'

/** How long a session may last at most. It ends before when nothing is done for an hour. */
export const sessionHours = 12

/** A signed-in person, and the token that the forms of this session carry. */
export interface Session {
  readonly id: string
  readonly actor: Actor
  readonly formToken: string
  /** The organisation asks for a second factor and this person has none yet: nothing else may be done. */
  readonly mustEnrol: boolean
}

/** How somebody proved who they are. */
export interface Proof {
  readonly method: 'link' | 'passphrase' | 'passkey'
  readonly secondFactor: boolean
  /** The kind of browser, in two words. */
  readonly agent: string | null
}

/** Uses a sign-in link up and begins a session; null when the link is unknown, used or over. */
export async function beginSession(app: Database, linkToken: string): Promise<string | null> {
  const token = newToken()
  const { rows } =
    await sql`select * from use_sign_in_link(${hashToken(linkToken)}, ${hashToken(token)}, ${newToken()},
    make_interval(hours => ${sessionHours}))`.execute(app)
  return rows.length > 0 ? token : null
}

/** Begins a session of who has proved themselves, on the ledger in the same transaction. Gives its token. */
export async function beginProvenSession(
  app: Database,
  account: Asker,
  proof: Proof,
): Promise<string | null> {
  const token = newToken()
  return withAsker(app, account, async (trx) => {
    const { rows } = await sql<{ id: string | null }>`
      select begin_session(${account.orgId}::uuid, ${account.accountId}::uuid, ${hashToken(token)}, ${newToken()},
        make_interval(hours => ${sessionHours}), ${proof.method}, ${proof.secondFactor}, ${proof.agent}) as id`.execute(
      trx,
    )
    if (!rows[0]?.id) return null
    await writeLedger({ sql: trx, actor: account }, 'session.begin', null, {
      method: proof.method,
      secondFactor: proof.secondFactor,
    })
    return token
  })
}

/**
 * Who a session token belongs to, or null.
 * @param touch the person did something: the hour of idleness begins anew. False for a page that renews itself.
 */
export async function openSession(app: Database, token: string, touch = true): Promise<Session | null> {
  const { rows } = await sql<{
    org_id: string
    account_id: string
    session_id: string
    form_token: string
    name: string
    language: string
    role: Actor['role']
    slug: string
    must_enrol: boolean
  }>`select * from open_session(${hashToken(token)}, ${touch})`.execute(app)
  const row = rows[0]
  return row
    ? {
        id: row.session_id,
        formToken: row.form_token,
        mustEnrol: row.must_enrol,
        actor: {
          orgId: row.org_id,
          orgSlug: row.slug,
          accountId: row.account_id,
          name: row.name,
          role: row.role,
          language: isLanguage(row.language) ? row.language : 'en',
        },
      }
    : null
}

/** Whose session it was, when it ended by itself within the last day: its form token tells that a form was ours. */
export async function endedSession(
  app: Database,
  token: string,
): Promise<{ readonly orgId: string; readonly accountId: string; readonly formToken: string } | null> {
  const { rows } = await sql<{
    org_id: string
    account_id: string
    form_token: string
  }>`select * from ended_session(${hashToken(token)})`.execute(app)
  const row = rows[0]
  return row ? { orgId: row.org_id, accountId: row.account_id, formToken: row.form_token } : null
}

/** The same session goes on under another token, the others of the person end. Gives the new token. */
export async function renewSession(
  tx: { readonly sql: Transaction<Tables>; readonly actor: Actor },
  token: string,
): Promise<string> {
  const fresh = newToken()
  await sql`select rotate_session(${hashToken(token)}, ${hashToken(fresh)}, ${newToken()})`.execute(tx.sql)
  await tx.sql
    .deleteFrom('session')
    .where('org_id', '=', tx.actor.orgId)
    .where('account_id', '=', tx.actor.accountId)
    .where('token_hash', '!=', hashToken(fresh))
    .execute()
  return fresh
}

/** Ends a session at once. */
export async function endSession(app: Database, token: string): Promise<void> {
  await sql`select end_session(${hashToken(token)})`.execute(app)
}
