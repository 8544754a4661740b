import { sql } from 'kysely'
import type { Secrets } from '#platform/identity'
import type { RecordView, Tx } from '#platform/records'
import { openName } from '../queries/list-signatures.ts'
import type { SignerName } from '../signer.ts'

/** Somebody whose name goes to the addressees, because they said so. */
export interface Signatory {
  readonly signer: 'person' | 'organisation'
  readonly name: SignerName
  readonly country: string | null
}

/** What a delivery counts and names. */
export interface Delivered {
  readonly signatures: number
  readonly organisations: number
  /** Nationals and residents of the states addressed: never by name. */
  readonly ofState: number
  /** Of an earlier wording: counted apart, neither delivered nor named. */
  readonly earlierWording: number
  readonly countries: readonly { readonly country: string | null; readonly count: number }[]
  readonly signatories: readonly Signatory[]
  /** Cleared names that the actor may not read. */
  readonly unread: number
}

interface Row {
  readonly signer: 'person' | 'organisation'
  readonly country: string | null
  readonly of_state: boolean
  readonly deliver: boolean
  readonly current: boolean
  readonly sealed: string | null
}

/** The confirmed signatures of a petition as they are handed over: those that signed the text as it is now. */
export async function readSignatories(tx: Tx, secrets: Secrets, petition: RecordView): Promise<Delivered> {
  const org = tx.actor.orgId
  const { rows } = await sql<Row>`
    select s.signer, s.country, s.of_state, s.deliver, p.sealed,
           s.wording in (select petition_wording(${JSON.stringify(petition.values)}::jsonb, l)
                           from jsonb_object_keys(${JSON.stringify(petition.values['text'] ?? {})}::jsonb) l) as current
      from signature s left join signature_person p on p.org_id = s.org_id and p.signature_id = s.id and s.deliver
     where s.org_id = ${org}::uuid and s.petition_id = ${petition.id}::uuid and s.state = 'confirmed'`.execute(
    tx.sql,
  )
  const now = rows.filter(({ current }) => current)
  const cleared = now.filter(({ deliver, of_state }) => deliver && !of_state)
  const signatories = cleared.flatMap(({ signer, country, sealed }) => {
    const name = openName(secrets, org, sealed)
    return name ? [{ signer, country, name }] : []
  })
  const counts = new Map<string | null, number>()
  for (const { country } of now) counts.set(country, (counts.get(country) ?? 0) + 1)
  return {
    signatures: now.length,
    organisations: now.filter(({ signer }) => signer === 'organisation').length,
    ofState: now.filter(({ of_state }) => of_state).length,
    earlierWording: rows.length - now.length,
    countries: [...counts].map(([country, count]) => ({ country, count })).sort((a, b) => b.count - a.count),
    // By name: the order in which they signed tells nothing.
    signatories: signatories.sort(
      (a, b) => a.signer.localeCompare(b.signer) || sortName(a).localeCompare(sortName(b)),
    ),
    unread: cleared.length - signatories.length,
  }
}

const sortName = ({ name }: Signatory): string => name.organisation ?? name.name

/** Below it a number could be somebody. */
export const leastShown = 5

/** A number that leaves, or null where it is so small that it could be somebody. */
export const shownCount = (count: number): number | null => (count > 0 && count < leastShown ? null : count)

/** Countries that may be told, and how many come from others. */
export function shownCountries(
  { countries }: Pick<Delivered, 'countries'>,
  statesAddressed: readonly string[],
): {
  readonly told: readonly { readonly country: string; readonly count: number }[]
  readonly others: number
} {
  const told = countries.flatMap(({ country, count }) =>
    country !== null && count >= leastShown && !statesAddressed.includes(country) ? [{ country, count }] : [],
  )
  const all = countries.reduce((sum, { count }) => sum + count, 0)
  return { told, others: all - told.reduce((sum, { count }) => sum + count, 0) }
}
