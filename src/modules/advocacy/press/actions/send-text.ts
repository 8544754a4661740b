import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { can } from '#platform/access'
import { newId } from '#platform/db'
import { type Language, isLanguage } from '#platform/i18n'
import { writeLedger } from '#platform/ledger'
import { isMailAddress, queueMail } from '#platform/mail'
import { Problem } from '#platform/problem'
import { type RecordView, type Tx, readRecord, readRecords, updateRecord, valuesOf } from '#platform/records'
import { pressList, pressMail } from '../mail.ts'
import { labelsOf } from '../messages.ts'
import { readApproved } from '../queries/deliveries.ts'
import { plain } from '../../publications/plain.ts'

/** The most journalists that one sending goes to: more are no press list. */
export const mostAtOnce = 300

const daysOpen = 30

/** Who gets a text, and how. */
export interface Sending {
  readonly textId: string
  readonly journalists: readonly string[]
  /** By our mail, or handed over by a person in another way. */
  readonly way: 'mail' | 'hand'
}

/** What became of it: a link each, shown here this once where it is handed over. */
export interface Sent {
  readonly journalistId: string
  readonly name: string
  /** `/press/…`; null where it went by mail. */
  readonly address: string | null
}

export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()

/**
 * Gives each journalist a link of their own to an approved text, in their language where the text has it. What is sent is
 * the link: nothing of the text stands in a mail. Throws `conflict` for a text that nobody approved, for who left the
 * list and for who has no address; nothing is sent then.
 */
export async function sendText(tx: Tx, { textId, journalists, way }: Sending): Promise<readonly Sent[]> {
  if (!can(tx.actor, 'publish')) throw new Problem('forbidden')
  if (journalists.length === 0) throw new Problem('invalid', { explanation: labelsOf('refused_nobody') })
  if (journalists.length > mostAtOnce)
    throw new Problem('too_large', { explanation: labelsOf('refused_many') })
  const approved = await readApproved(tx, textId)
  if (!approved) throw new Problem('conflict', { explanation: labelsOf('refused_not_approved') })
  if (way === 'mail' && (await readRecord(tx, textId)).fictitious)
    throw new Problem('conflict', { explanation: labelsOf('fictitious_text') })
  const people = await readRecords(tx, [...new Set(journalists)])
  if (people.some(({ type, deletedAt }) => type !== 'journalist' || deletedAt)) throw new Problem('not_found')
  const today = new Date().toISOString().slice(0, 10)
  if (people.some(({ values }) => (plain(values['left_on']) || '9999') <= today))
    throw new Problem('conflict', { explanation: labelsOf('refused_left') })
  const until = new Date(Math.max(Date.now(), approved.notBefore?.getTime() ?? 0) + daysOpen * 86_400_000)
  const sent: Sent[] = []
  for (const person of people)
    sent.push(await sendOne(tx, person, { textId, way, until, languages: approved.languages }))
  for (const personId of approved.people)
    await writeLedger(tx, 'press.send', personId, { text: textId, count: sent.length })
  await writeLedger(tx, 'press.send', textId, { count: sent.length, way })
  return sent
}

async function sendOne(
  tx: Tx,
  person: RecordView,
  given: {
    readonly textId: string
    readonly way: Sending['way']
    readonly until: Date
    readonly languages: readonly string[]
  },
): Promise<Sent> {
  const { textId, way, until } = given
  const token = randomBytes(32).toString('base64url')
  const language = languageFor(person, given.languages)
  const address = person.values['mail']
  if (way === 'mail' && (typeof address !== 'string' || !isMailAddress(address)))
    throw new Problem('conflict', { explanation: labelsOf('refused_no_address') })
  const mailId =
    way === 'mail'
      ? await queueMail(tx, {
          template: pressMail,
          to: String(address),
          language,
          list: pressList,
          fields: { link: `/press/${token}`, day: until.toISOString().slice(0, 10) },
        })
      : null
  await sql`insert into press_link (org_id, id, text_id, journalist_id, language, token_hash, way, mail_id, created_by, expires_at)
    values (${tx.actor.orgId}::uuid, ${newId()}::uuid, ${textId}::uuid, ${person.id}::uuid, ${language}, ${tokenHash(token)},
      ${way}, ${mailId}::uuid, ${tx.actor.accountId}::uuid, ${until})`.execute(tx.sql)
  await updateRecord(tx, {
    id: person.id,
    version: person.version,
    values: { last_contact: new Date().toISOString().slice(0, 10) },
  })
  return { journalistId: person.id, name: person.title, address: way === 'hand' ? `/press/${token}` : null }
}

/** The first language of the journalist in which the text was written; else its own first one. */
function languageFor(person: RecordView, written: readonly string[]): Language {
  const reads = valuesOf(person.values['languages']).filter((one) => typeof one === 'string')
  const found = [...reads, ...written].find((one) => written.includes(one) && isLanguage(one))
  return found && isLanguage(found) ? found : 'en'
}
