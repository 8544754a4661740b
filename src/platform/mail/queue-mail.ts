import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { newId } from '#platform/db'
import type { Language } from '#platform/i18n'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { compose, type MailFields } from './compose.ts'
import type { FieldKind, MailTemplate } from './template.ts'

/** The channel on which postmen are told that there is something to carry. */
export const mailChannel = 'amparo_mail'

/** What is asked for. */
export interface MailGiven<Fields extends Readonly<Record<string, FieldKind>>> {
  readonly template: MailTemplate<Fields>
  readonly to: string
  readonly language: Language
  readonly fields: MailFields<Fields>
  /** The list, for a template of a list: who has left it gets nothing. */
  readonly list?: string
  /** Hours after which it says nothing any more and is not sent; 72 unless told. */
  readonly hours?: number
}

// What servers take, and no more: one address, no names, no comments, nothing quoted.
const address =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,250})\.[\p{L}\p{N}-]{2,63}$/u

/** Whether a text is one address of mail. */
export const isMailAddress = (text: string): boolean =>
  text.length <= 254 &&
  address.test(text) &&
  !text.includes('..') &&
  !text.includes('-.') &&
  !text.includes('.-')

/**
 * Asks for a mail in the transaction of what asks for it: when that rolls back, there is none. Gives its id. Throws
 * `invalid` (field `to`) for what is no address, a fault when a value is not of its field's kind.
 */
export async function queueMail<const Fields extends Readonly<Record<string, FieldKind>>>(
  tx: Tx,
  given: MailGiven<Fields>,
): Promise<string> {
  const { template, language } = given
  if (!isMailAddress(given.to))
    throw new Problem('invalid', { fields: [{ field: 'to', message: noAddress }] })
  if ((template.list ?? false) !== (given.list !== undefined))
    throw new TypeError(`mail ${template.name}: a list is named for templates of lists, and only for them`)
  if (given.list !== undefined && !/^[a-z0-9][a-z0-9-]{0,80}$/.test(given.list))
    throw new TypeError(`mail ${template.name}: "${given.list}" is no name of a list`)
  const { subject, body } = compose(template, language, given.fields)
  const id = newId()
  const reference = randomBytes(16).toString('hex')
  await sql`insert into mail (org_id, id, reference, template, language, list, subject, body, created_by, expires_at)
    values (${tx.actor.orgId}::uuid, ${id}::uuid, ${reference}, ${template.name}, ${language}, ${given.list ?? null},
      ${subject}, ${body}, ${tx.actor.accountId}::uuid, now() + make_interval(hours => ${given.hours ?? 72}))`.execute(
    tx.sql,
  )
  await sql`insert into mail_address (org_id, id, address)
    values (${tx.actor.orgId}::uuid, ${id}::uuid, ${given.to})`.execute(tx.sql)
  await sql`select pg_notify(${mailChannel}, '')`.execute(tx.sql)
  return id
}

const noAddress = {
  en: 'This is not a mail address. Write one, such as name@example.org.',
  es: 'No es una dirección de correo. Escriba una, por ejemplo nombre@ejemplo.org.',
  ca: 'No és una adreça de correu. Escriviu-ne una, per exemple nom@exemple.cat.',
} as const
