import { sql } from 'kysely'
import { can } from '#platform/access'
import { enqueueJob } from '#platform/jobs'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { labelsOf } from '../messages.ts'
import { readPetition, readPublications } from '../queries/read-petition.ts'

/** The job that asks for the mails. */
export const newsKind = 'petitions.news'

/** The list that one leaves by a click in the mail. */
export const newsList = (petitionId: string): string => `petition-${petitionId}`

/**
 * Tells those who asked for it that there is news of a petition: by a mail that only leads to its public page. What there
 * is to tell has to stand there before: throws `conflict` as long as the page has no outcome, and within a day of the
 * last time. Gives the job.
 */
export async function tellSigners(tx: Tx, petitionId: string): Promise<string> {
  if (!can(tx.actor, 'publish')) throw new Problem('forbidden')
  await readPetition(tx, petitionId)
  const page = (await readPublications(tx, petitionId)).find(({ kind }) => kind === 'petition')
  if (!page?.hasOutcome) throw new Problem('conflict', { explanation: labelsOf('news_no_outcome') })
  const { rows } = await sql<{ recent: boolean }>`
    select coalesce(max(a.told_at) > now() - interval '1 day', false) as recent
      from signature_address a join signature s on s.org_id = a.org_id and s.id = a.signature_id
     where s.org_id = ${tx.actor.orgId}::uuid and s.petition_id = ${petitionId}::uuid`.execute(tx.sql)
  if (rows[0]?.recent) throw new Problem('conflict', { explanation: labelsOf('news_recent') })
  await writeLedger(tx, 'petition.news', petitionId, { publication: page.id })
  return enqueueJob(tx, {
    kind: newsKind,
    payload: { petition: petitionId, publication: page.id, since: new Date().toISOString() },
  })
}
