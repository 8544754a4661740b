import { sql } from 'kysely'
import type { Tx } from '#platform/records'

/** What is approved of a text: what a journalist's link may show. */
export interface Approved {
  readonly notBefore: Date | null
  /** In which it was written. */
  readonly languages: readonly string[]
  /** Those whom it names. */
  readonly people: readonly string[]
}

/** What is approved of a text and still stands; null where nothing is. */
export async function readApproved(tx: Tx, textId: string): Promise<Approved | null> {
  const { rows } = await sql<{ not_before: Date | null; languages: string[]; people: string[] }>`
    select p.not_before, array(select jsonb_object_keys(p.data->'title')) as languages,
           array(select distinct n->>'personId' from jsonb_array_elements(p.named) n) as people
      from publication p
     where p.org_id = ${tx.actor.orgId}::uuid and p.record_id = ${textId}::uuid and p.kind = 'public_text'
       and (p.last_day is null or p.last_day >= (now() at time zone 'utc')::date::text)
       and (p.not_after is null or p.not_after > now())`.execute(tx.sql)
  const row = rows[0]
  return row ? { notBefore: row.not_before, languages: row.languages, people: row.people } : null
}

/** One who had a text: how and when it went, and whether it was read. */
export interface Delivery {
  readonly id: string
  readonly journalistId: string
  readonly name: string
  readonly language: string
  readonly way: 'mail' | 'hand'
  /** Of the mail; null where none went. */
  readonly state: string | null
  readonly sentAt: Date
  readonly expiresAt: Date
  readonly endedAt: Date | null
  readonly readings: number
  readonly firstRead: Date | null
}

/** Who had a text, the latest first. */
export async function readDeliveries(tx: Tx, textId: string): Promise<readonly Delivery[]> {
  const { rows } = await sql<Delivery>`
    select k.id, k.journalist_id as "journalistId", r.title as name, k.language, k.way, m.state, k.created_at as "sentAt",
           k.expires_at as "expiresAt", k.ended_at as "endedAt",
           (select count(*)::int from press_reading x where x.org_id = k.org_id and x.link_id = k.id) as readings,
           (select min(x.at) from press_reading x where x.org_id = k.org_id and x.link_id = k.id) as "firstRead"
      from press_link k join record r on r.org_id = k.org_id and r.id = k.journalist_id
      left join mail m on m.org_id = k.org_id and m.id = k.mail_id
     where k.org_id = ${tx.actor.orgId}::uuid and k.text_id = ${textId}::uuid
     order by k.created_at desc, r.title, k.id limit 1000`.execute(tx.sql)
  return rows
}
