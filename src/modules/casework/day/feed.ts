import { createHash, randomBytes } from 'node:crypto'
import ical from 'ical-generator'
import { sql } from 'kysely'
import type { Actor } from '#platform/access'
import type { Database } from '#platform/db'
import type { DayItemSource } from '#platform/house'
import { isLanguage } from '#platform/i18n'
import { writeLedger } from '#platform/ledger'
import type { Tx } from '#platform/records'
import { workWords } from '../steps/messages.ts'
import { dayPlus } from '../steps/pages/due-words.tsx'

const aheadDays = 200
const behindDays = 30
const most = 500

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Whether a text has the form of the secret part of an address. */
const isToken = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text)

/** Since when one's calendar has an address; null where it has none. */
export async function readFeed(tx: Tx): Promise<Date | null> {
  const { rows } = await sql<{ created_at: Date }>`select created_at from calendar_feed
    where org_id = ${tx.actor.orgId}::uuid and account_id = ${tx.actor.accountId}::uuid`.execute(tx.sql)
  return rows[0]?.created_at ?? null
}

/** Gives one's calendar a new secret address; the one before ends. The token is given this once. */
export async function renewFeed(tx: Tx): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await endFeed(tx, false)
  await sql`insert into calendar_feed (org_id, account_id, token_hash)
    values (${tx.actor.orgId}::uuid, ${tx.actor.accountId}::uuid, ${hashOf(token)})`.execute(tx.sql)
  await writeLedger(tx, 'calendar.renew', null, {})
  return token
}

/** Ends the address of one's calendar. */
export async function endFeed(tx: Tx, note = true): Promise<void> {
  await sql`delete from calendar_feed
    where org_id = ${tx.actor.orgId}::uuid and account_id = ${tx.actor.accountId}::uuid`.execute(tx.sql)
  if (note) await writeLedger(tx, 'calendar.end', null, {})
}

/** Whose calendar has this address; null for none, and for an account that was closed. */
export async function feedOwner(db: Database, token: string): Promise<Actor | null> {
  if (!isToken(token)) return null
  const { rows } = await sql<{
    org_id: string
    account_id: string
    name: string
    language: string
    role: Actor['role']
    slug: string
  }>`select * from open_calendar(${hashOf(token)})`.execute(db)
  const row = rows[0]
  return row
    ? {
        orgId: row.org_id,
        orgSlug: row.slug,
        accountId: row.account_id,
        name: row.name,
        role: row.role,
        language: isLanguage(row.language) ? row.language : 'en',
      }
    : null
}

/**
 * What waits for a person, as an iCalendar: days and hours, and nothing else. Titles are the same two for all things; the
 * id of an entry is derived from the secret, so that two calendars, or a calendar and a record, cannot be laid side by side.
 */
export async function writeCalendar(
  tx: Tx,
  sources: readonly DayItemSource[],
  token: string,
  now = new Date(),
): Promise<string> {
  const { language } = tx.actor
  const w = workWords(language)
  const today = now.toISOString().slice(0, 10)
  const [from, until] = [dayPlus(today, -behindDays), dayPlus(today, aheadDays)]
  const calendar = ical({
    name: w('neutral'),
    prodId: { company: 'Amparo', product: 'calendar', language: 'EN' },
  })
  const id = (words: string) => `${hashOf(`${token} ${words}`).toString('hex').slice(0, 40)}@amparo.invalid`
  const allDay = (day: string, words: string, summary: string) =>
    calendar.createEvent({
      id: id(words),
      start: new Date(`${day}T00:00:00Z`),
      allDay: true,
      timezone: null,
      summary,
      stamp: now,
    })
  for (const source of sources)
    for (const item of await source.read(tx, { now, until, limit: most, language })) {
      const key = `${source.name} ${item.id}`
      if (item.dueAt && item.dueAt.toISOString().slice(0, 10) >= from)
        calendar.createEvent({
          id: id(key),
          start: item.dueAt,
          end: new Date(item.dueAt.getTime() + 15 * 60_000),
          summary: w('neutral'),
          stamp: now,
        })
      else if (item.due && item.due >= from) allDay(item.due, key, w('neutral'))
      if (item.legal && item.legal !== item.due && item.legal >= from)
        allDay(item.legal, `${key} legal`, w('neutral_legal'))
    }
  return calendar.toString()
}
