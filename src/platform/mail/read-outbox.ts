import { sql } from 'kysely'
import type { Database } from '#platform/db'
import { bodies } from './compose.ts'

/** Mails of an organisation by state, and what stands in the way of those that wait. */
export interface MailStatus {
  readonly org: string
  readonly states: Readonly<Record<string, number>>
  readonly oldestWaiting: Date | null
  /** Codes of the servers' last answers to what still waits, most frequent first. */
  readonly answers: readonly string[]
}

/** The status of every organisation, or of one. As the owner. */
export async function readMailStatus(owner: Database, slug?: string): Promise<readonly MailStatus[]> {
  const { rows } = await sql<{ slug: string; state: string; count: string; oldest: Date | null }>`
    select o.slug, m.state, count(*), min(m.created_at) as oldest from mail m join org o on o.id = m.org_id
     where ${slug ?? null}::text is null or o.slug = ${slug ?? null}
     group by 1, 2 order by 1, 2`.execute(owner)
  const { rows: said } = await sql<{ slug: string; answer: string }>`
    select o.slug, m.answer from mail m join org o on o.id = m.org_id
     where m.state = 'waiting' and m.answer is not null group by 1, 2 order by 1, count(*) desc`.execute(
    owner,
  )
  return [...new Set(rows.map((row) => row.slug))].map((org) => {
    const own = rows.filter((row) => row.slug === org)
    return {
      org,
      states: Object.fromEntries(own.map(({ state, count }) => [state, Number(count)])),
      oldestWaiting: own.find(({ state }) => state === 'waiting')?.oldest ?? null,
      answers: said.filter((row) => row.slug === org).map(({ answer }) => answer),
    }
  })
}

/** A mail that waits, whole. */
export interface WaitingMail {
  readonly org: string
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly createdAt: Date
  readonly attempts: number
}

/**
 * What waits, oldest first, with addresses and words: where no server is set, the administrator hands it over by
 * another way. As the owner, on the machine's own command line.
 */
export async function readOutbox(
  owner: Database,
  origin: string,
  slug?: string,
): Promise<readonly WaitingMail[]> {
  const { rows } = await sql<{
    slug: string
    id: string
    address: string
    subject: string
    body: string
    language: string
    created_at: Date
    attempts: number
  }>`
    select o.slug, m.id, a.address, m.subject, m.body, m.language, m.created_at, m.attempts
      from mail m join org o on o.id = m.org_id join mail_address a on a.org_id = m.org_id and a.id = m.id
     where m.state in ('waiting', 'sending') and m.expires_at > now() and (${slug ?? null}::text is null or o.slug = ${slug ?? null})
     order by m.created_at limit 200`.execute(owner)
  return rows.map((row) => ({
    org: row.slug,
    id: row.id,
    to: row.address,
    subject: row.subject,
    text: bodies(row.body, row.language, origin).text,
    createdAt: row.created_at,
    attempts: row.attempts,
  }))
}
