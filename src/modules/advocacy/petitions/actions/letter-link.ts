import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { can } from '#platform/access'
import type { Secrets } from '#platform/identity'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { labelsOf } from '../messages.ts'
import { readPetition, readPublications } from '../queries/read-petition.ts'
import { hashOf } from './offer-signature.ts'

const purpose = (orgId: string): string => `sign-on link ${orgId}`

/**
 * Makes the link by which invited organisations and people sign; the one before it ends. Throws `conflict` as long as
 * the letter has not gone through the door (`sign_on_letter`), `forbidden` for who may not publish.
 */
export async function makeLetterLink(tx: Tx, secrets: Secrets, petitionId: string): Promise<string> {
  if (!can(tx.actor, 'publish')) throw new Problem('forbidden')
  await readPetition(tx, petitionId)
  const doors = await readPublications(tx, petitionId)
  if (!doors.some(({ kind }) => kind === 'sign_on_letter'))
    throw new Problem('conflict', { explanation: labelsOf('letter_not_approved') })
  const token = randomBytes(32).toString('base64url')
  await endLetterLink(tx, petitionId)
  await sql`insert into sign_on_link (org_id, token_hash, petition_id, sealed, made_by)
    values (${tx.actor.orgId}::uuid, ${hashOf(token)}, ${petitionId}::uuid, ${secrets.seal(purpose(tx.actor.orgId), token)},
      ${tx.actor.accountId}::uuid)`.execute(tx.sql)
  await writeLedger(tx, 'petition.link', petitionId)
  return token
}

/** Ends the link: it answers from the next request on as one that never was. */
export async function endLetterLink(tx: Tx, petitionId: string): Promise<void> {
  await sql`update sign_on_link set ended_at = now()
    where org_id = ${tx.actor.orgId}::uuid and petition_id = ${petitionId}::uuid and ended_at is null`.execute(
    tx.sql,
  )
}

/** The token of the link that holds now, for who may publish; null where there is none. */
export async function readLetterLink(tx: Tx, secrets: Secrets, petitionId: string): Promise<string | null> {
  const { rows } = await sql<{ sealed: string }>`
    select sealed from sign_on_link
     where org_id = ${tx.actor.orgId}::uuid and petition_id = ${petitionId}::uuid and ended_at is null`.execute(
    tx.sql,
  )
  return rows[0] ? secrets.open(purpose(tx.actor.orgId), rows[0].sealed) : null
}
