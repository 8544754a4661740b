import { sql } from 'kysely'
import type { Actor } from '#platform/access'
import type { Database } from '#platform/db'
import { isLanguage } from '#platform/i18n'
import { hashToken, newToken } from './tokens.ts'

/** How long a session may last at most. */
export const sessionHours = 12

/** A signed-in person, and the token that the forms of this session carry. */
export interface Session {
  readonly actor: Actor
  readonly formToken: string
}

/** Uses a sign-in link up and begins a session; null when the link is unknown, used or over. */
export async function beginSession(app: Database, linkToken: string): Promise<string | null> {
  const token = newToken()
  const { rows } =
    await sql`select * from use_sign_in_link(${hashToken(linkToken)}, ${hashToken(token)}, ${newToken()},
    make_interval(hours => ${sessionHours}))`.execute(app)
  return rows.length > 0 ? token : null
}

/** Who a session token belongs to, or null. */
export async function openSession(app: Database, token: string): Promise<Session | null> {
  const { rows } = await sql<{
    org_id: string
    account_id: string
    form_token: string
    name: string
    language: string
    role: Actor['role']
    slug: string
  }>`select * from open_session(${hashToken(token)})`.execute(app)
  const row = rows[0]
  return row
    ? {
        formToken: row.form_token,
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

/** Ends a session at once. */
export async function endSession(app: Database, token: string): Promise<void> {
  await sql`select end_session(${hashToken(token)})`.execute(app)
}
