import { sql } from 'kysely'
import type { Actor } from '#platform/access'
import { isZone, momentAt, momentParts } from '#platform/dates'
import type { Database } from '#platform/db'
import type { DayItemSource, House } from '#platform/house'
import { isLanguage } from '#platform/i18n'
import type { Secrets } from '#platform/identity'
import { defineMailTemplate, isMailAddress, queueMail } from '#platform/mail'
import { Problem } from '#platform/problem'
import { type Tx, withRequest } from '#platform/records'

const purpose = 'work reminder'
const most = 200

/** Says how many, and nothing of what. */
export const reminderMail = defineMailTemplate({
  name: 'casework.reminder',
  subject: { en: 'A reminder', es: 'Un recordatorio', ca: 'Un recordatori' },
  text: {
    en: 'Things that need you in Amparo: {count}.\n\n{link}',
    es: 'Cosas que le esperan en Amparo: {count}.\n\n{link}',
    ca: 'Coses que us esperen a Amparo: {count}.\n\n{link}',
  },
  fields: { count: 'count', link: 'link' },
})

/** When and where one is reminded. */
export interface Reminder {
  readonly address: string
  readonly hour: number
  readonly zone: string
}

const wrong = {
  address: {
    en: 'This is not a mail address. Write one, such as name@example.org.',
    es: 'No es una dirección de correo. Escriba una, por ejemplo nombre@ejemplo.org.',
    ca: 'No és una adreça de correu. Escriviu-ne una, per exemple nom@exemple.cat.',
  },
  hour: {
    en: 'Choose an hour of the day.',
    es: 'Elija una hora del día.',
    ca: 'Trieu una hora del dia.',
  },
} as const

/** One's own reminder; null where one asked for none, or what was kept cannot be opened any more. */
export async function readReminder(tx: Tx, secrets: Secrets): Promise<Reminder | null> {
  const { rows } = await sql<Reminder>`select address, hour, zone from work_reminder
    where org_id = ${tx.actor.orgId}::uuid and account_id = ${tx.actor.accountId}::uuid`.execute(tx.sql)
  const address = rows[0] ? secrets.open(purpose, rows[0].address) : null
  return rows[0] && address !== null ? { ...rows[0], address } : null
}

/** Asks to be reminded. The address is kept sealed with the key of the instance. */
export async function setReminder(tx: Tx, secrets: Secrets, given: Reminder): Promise<void> {
  if (!isMailAddress(given.address))
    throw new Problem('invalid', { fields: [{ field: 'address', message: wrong.address }] })
  if (!Number.isInteger(given.hour) || given.hour < 0 || given.hour > 23 || !isZone(given.zone))
    throw new Problem('invalid', { fields: [{ field: 'hour', message: wrong.hour }] })
  await sql`insert into work_reminder (org_id, account_id, address, hour, zone)
    values (${tx.actor.orgId}::uuid, ${tx.actor.accountId}::uuid, ${secrets.seal(purpose, given.address)}, ${given.hour}, ${given.zone})
    on conflict (org_id, account_id) do update set address = excluded.address, hour = excluded.hour, zone = excluded.zone`.execute(
    tx.sql,
  )
}

/** Asks for no more reminders. */
export async function endReminder(tx: Tx): Promise<void> {
  await sql`delete from work_reminder
    where org_id = ${tx.actor.orgId}::uuid and account_id = ${tx.actor.accountId}::uuid`.execute(tx.sql)
}

/** How many things are late or due by the end of a day. */
export async function countItemsDue(
  tx: Tx,
  sources: readonly DayItemSource[],
  at: { readonly now: Date; readonly today: string },
): Promise<number> {
  let count = 0
  for (const source of sources)
    count += (
      await source.read(tx, { now: at.now, until: at.today, limit: most, language: tx.actor.language })
    ).filter(({ due }) => due !== null && due <= at.today).length
  return count
}

/**
 * Asks for the reminders that are due, of every organisation: once a day for each person, from their hour on, on their
 * clocks, and only when something is due. Marking the day and asking for the mail are one transaction, so that two
 * processes, or one that dies, neither tell twice nor forget. Gives how many mails were asked for.
 */
export async function sendReminders(
  owner: Database,
  house: Pick<House, 'db' | 'shipped' | 'secrets' | 'dayItems'>,
  now = new Date(),
): Promise<number> {
  const { rows } = await sql<{
    org_id: string
    account_id: string
    hour: number
    zone: string
    told_on: string | null
    name: string
    role: Actor['role']
    language: string
    slug: string
  }>`select m.org_id, m.account_id, m.hour, m.zone, to_char(m.told_on, 'YYYY-MM-DD') as told_on, a.name, a.role, a.language, o.slug
       from work_reminder m
       join account a on a.org_id = m.org_id and a.id = m.account_id and a.disabled_at is null
       join org o on o.id = m.org_id`.execute(owner)
  let sent = 0
  for (const row of rows) {
    const { day, time } = momentParts(momentAt(now, isZone(row.zone) ? row.zone : 'UTC'))
    if (row.told_on === day || Number(time.slice(0, 2)) < row.hour) continue
    const actor: Actor = {
      orgId: row.org_id,
      orgSlug: row.slug,
      accountId: row.account_id,
      name: row.name,
      role: row.role,
      language: isLanguage(row.language) ? row.language : 'en',
    }
    sent += await withRequest(house, actor, (tx) => remind(tx, house, { now, today: day }))
  }
  return sent
}

async function remind(
  tx: Tx,
  house: Pick<House, 'secrets' | 'dayItems'>,
  at: { readonly now: Date; readonly today: string },
): Promise<number> {
  const { rows } = await sql<{ address: string }>`update work_reminder set told_on = ${at.today}::date
    where org_id = ${tx.actor.orgId}::uuid and account_id = ${tx.actor.accountId}::uuid
      and told_on is distinct from ${at.today}::date returning address`.execute(tx.sql)
  const to = rows[0] ? house.secrets.open(purpose, rows[0].address) : null
  if (to === null) return 0
  const count = await countItemsDue(tx, house.dayItems, at)
  if (count === 0) return 0
  await queueMail(tx, {
    template: reminderMail,
    to,
    language: tx.actor.language,
    fields: { count, link: '/workspace/day' },
    hours: 20,
  })
  return 1
}
