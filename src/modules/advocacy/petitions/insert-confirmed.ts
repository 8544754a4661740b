import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '#platform/db'
import type { Secrets } from '#platform/identity'
import type { Language } from '#platform/i18n'
import { addressMarkOf, personPurpose } from './actions/offer-signature.ts'
import { type SignerGiven, type Way, nameOf, shownName } from './signer.ts'

/** A signature that was confirmed elsewhere: on paper, or in a tale. */
export interface ConfirmedSignature {
  readonly given: SignerGiven
  readonly language: Language
  readonly way: Way
  readonly confirmedAt: Date
}

/**
 * Writes signatures as confirmed, without any mail, sealed and marked as those that came by the form; no address is kept.
 * For the machine's own command line (the owner's login): no screen leads here.
 */
export async function insertConfirmed(
  owner: Database,
  secrets: Secrets,
  to: { readonly orgId: string; readonly petitionId: string },
  signatures: readonly ConfirmedSignature[],
): Promise<void> {
  const rows = signatures.map(({ given, language, way, confirmedAt }) => {
    const shown = shownName(given)
    return {
      id: randomUUID(),
      mark: addressMarkOf(secrets, to.orgId, given.address).toString('hex'),
      signer: given.signer,
      country: given.country || null,
      of_state: given.ofState,
      language,
      way,
      public_name: shown === null ? 'none' : given.publicName,
      shown,
      deliver: given.deliver && !given.ofState,
      confirmed_at: confirmedAt.toISOString(),
      person: given.ofState ? null : secrets.seal(personPurpose(to.orgId), JSON.stringify(nameOf(given))),
    }
  })
  await sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(id uuid, mark text, signer text, country text,
        of_state boolean, language text, way text, public_name text, shown text, deliver boolean, confirmed_at timestamptz,
        person text)),
    written as (
      insert into signature (org_id, id, petition_id, mark, signer, country, of_state, language, way, wording, public_name,
                             shown, deliver, confirmed_at)
      select r.org_id, g.id, r.id, mark_within(decode(g.mark, 'hex'), r.id), g.signer, g.country, g.of_state, g.language, g.way,
             petition_wording(r.values, g.language), g.public_name, g.shown, g.deliver, g.confirmed_at
        from given g join record r on r.org_id = ${to.orgId}::uuid and r.id = ${to.petitionId}::uuid
      returning org_id, id)
    insert into signature_person (org_id, signature_id, sealed)
    select w.org_id, w.id, g.person from written w join given g on g.id = w.id where g.person is not null`.execute(
    owner,
  )
}
