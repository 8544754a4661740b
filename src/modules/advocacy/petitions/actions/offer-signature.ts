import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { House } from '#platform/house'
import type { Language } from '#platform/i18n'
import type { Secrets } from '#platform/identity'
import { canonicalAddress, domainOf } from '../canonical-address.ts'
import { type SignerGiven, type Way, nameOf, shownName } from '../signer.ts'

/** What is signed, and from where. */
export interface Offer {
  readonly orgId: string
  readonly publicationId: string
  /** The token of the closed link, for a letter; null on the site. */
  readonly letter: string | null
  readonly language: Language
  /** The language of the text that was on the page. */
  readonly textLanguage: string
  readonly way: Way
  /** Where the request comes from, to count by; null where nobody can tell. */
  readonly place: string | null
  readonly given: SignerGiven
}

/** `taken`, whatever the address; `paced`: too many from one place; `closed`; null: there is no such petition. */
export type Offered = 'taken' | 'paced' | 'closed' | null

/** The hash under which a token is known. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** The purposes under which names and addresses are sealed: those of an organisation open for no other. */
export const personPurpose = (orgId: string): string => `signature person ${orgId}`
export const addressPurpose = (orgId: string): string => `signature address ${orgId}`

/** A keyed hash of an address in its one form; the database makes it one of the petition alone. */
export const addressMarkOf = (secrets: Secrets, orgId: string, address: string): Buffer =>
  secrets.mark('signature', `${orgId} ${canonicalAddress(address)}`)

/** The same of a domain. */
export const domainMarkOf = (secrets: Secrets, orgId: string, domain: string): Buffer =>
  secrets.mark('signature domain', `${orgId} ${domain}`)

/** Under a key of the day: what was counted yesterday can be brought together with nothing of today. */
const placeMark = (secrets: Secrets, place: string, now: Date): Buffer =>
  secrets.mark(`sign place ${now.toISOString().slice(0, 10)}`, place)

/**
 * Puts a signature in, through the public login, and has the mail sent that confirms it. The same is done for an address
 * that signed before, one that never did, and one that gets no mail: nothing in the answer tells them apart. The token
 * is for the mail alone: it is given back for the demonstration and for tests, never to who filled in the form.
 */
export async function offerSignature(
  house: Pick<House, 'publicDb' | 'secrets'>,
  offer: Offer,
  now: Date = new Date(),
): Promise<{ readonly how: Offered; readonly token: string }> {
  const { secrets, publicDb } = house
  const { given, orgId } = offer
  const token = randomBytes(32).toString('base64url')
  // Sealed whatever comes of it, so that it takes as long.
  const person = secrets.seal(personPurpose(orgId), JSON.stringify(nameOf(given)))
  const address = secrets.seal(addressPurpose(orgId), given.address)
  const fields = {
    signer: given.signer,
    country: given.country,
    of_state: given.ofState,
    language: offer.language,
    text_language: offer.textLanguage,
    way: offer.way,
    public_name: given.publicName,
    shown: shownName(given),
    deliver: given.deliver,
  }
  const { rows } = await sql<{ how: Offered }>`
    select offer_signature(${offer.publicationId}::uuid, ${offer.letter === null ? null : hashOf(offer.letter)}::bytea,
      ${offer.place === null ? null : placeMark(secrets, offer.place, now)}::bytea, ${token}, ${given.address},
      ${addressMarkOf(secrets, orgId, given.address)}::bytea, ${domainMarkOf(secrets, orgId, domainOf(given.address))}::bytea,
      ${JSON.stringify(fields)}::jsonb, ${person}, ${given.news ? address : null}) as how`.execute(publicDb)
  return { how: rows[0]?.how ?? null, token }
}
