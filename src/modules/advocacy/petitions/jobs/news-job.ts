import { sql } from 'kysely'
import { isLanguage } from '#platform/i18n'
import type { JobKind } from '#platform/jobs'
import { queueMail } from '#platform/mail'
import { addressPurpose } from '../actions/offer-signature.ts'
import { newsKind, newsList } from '../actions/tell-signers.ts'
import { newsMail } from '../mail-templates.ts'

const atOnce = 200

/**
 * Asks for the mail to each who wanted to be told, some in a transaction: an address that was told in this round is
 * passed over when the job is taken again. The mail says that there is news and where, and nothing of what.
 */
export const newsJob: JobKind = {
  name: newsKind,
  async run({ payload, within, progress, signal, ground }) {
    const { secrets } = ground
    if (!secrets) throw new Error('telling signers needs the instance key')
    const petitionId = String(payload['petition'])
    const publicationId = String(payload['publication'])
    const since = String(payload['since'])
    let told = 0
    for (;;) {
      signal.throwIfAborted()
      const some = await within(async (tx) => {
        const org = tx.actor.orgId
        const { rows } = await sql<{ id: string; sealed: string; language: string }>`
          select s.id, a.sealed, s.language
            from signature_address a join signature s on s.org_id = a.org_id and s.id = a.signature_id
           where s.org_id = ${org}::uuid and s.petition_id = ${petitionId}::uuid and s.state = 'confirmed'
             and (a.told_at is null or a.told_at < ${since}::timestamptz)
           order by s.id limit ${atOnce} for update of a`.execute(tx.sql)
        for (const { sealed, language } of rows) {
          const address = secrets.open(addressPurpose(org), sealed)
          if (address === null) continue
          const inLanguage = isLanguage(language) ? language : 'en'
          await queueMail(tx, {
            template: newsMail,
            to: address,
            language: inLanguage,
            fields: { link: `/news/${inLanguage}/${publicationId}` },
            list: newsList(petitionId),
            hours: 24 * 14,
          })
        }
        await sql`update signature_address a set told_at = now()
          where a.org_id = ${org}::uuid and a.signature_id = any(${rows.map(({ id }) => id)}::uuid[])`.execute(
          tx.sql,
        )
        return rows.length
      })
      told += some
      progress(told)
      if (some < atOnce) break
    }
    return { told }
  },
}
