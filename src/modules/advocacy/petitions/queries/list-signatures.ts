import { sql } from 'kysely'
import type { Secrets } from '#platform/identity'
import { isId } from '#platform/db'
import type { Tx } from '#platform/records'
import { personPurpose } from '../actions/offer-signature.ts'
import type { PublicName, SignerName } from '../signer.ts'

/** A signature as staff see it; never with an address. */
export interface Signature {
  readonly id: string
  readonly signer: 'person' | 'organisation'
  readonly state: 'confirmed' | 'invalidated' | 'withdrawn'
  readonly country: string | null
  readonly ofState: boolean
  readonly language: string
  readonly way: string
  readonly publicName: PublicName
  readonly deliver: boolean
  readonly confirmedAt: Date
  /** None is kept of who counts as a number; none is shown to who may not read names. */
  readonly name: SignerName | null
}

interface Row extends Omit<Signature, 'name'> {
  readonly sealed: string | null
}

export const signaturesPerPage = 50

/** What is sealed of a name, opened; null where it does not open. */
export function openName(secrets: Secrets, orgId: string, sealed: string | null): SignerName | null {
  const text = sealed === null ? null : secrets.open(personPurpose(orgId), sealed)
  return text === null ? null : (JSON.parse(text) as SignerName)
}

/** Signatures of a petition, the latest first, after one of them. */
export async function listSignatures(
  tx: Tx,
  secrets: Secrets,
  asked: {
    readonly petitionId: string
    readonly state: Signature['state']
    readonly after: string | null
    /** Only those of a check. */
    readonly check?: string
  },
): Promise<{ readonly rows: readonly Signature[]; readonly next: string | null }> {
  const [at = '', id = ''] = (asked.after ?? '').split('~')
  const after =
    isId(id) && !Number.isNaN(Date.parse(at))
      ? sql`and (s.confirmed_at, s.id) < (${at}::timestamptz, ${id}::uuid)`
      : sql``
  const found = asked.check
    ? sql`and exists (select 1 from signature_check_item i
                       where i.org_id = s.org_id and i.signature_id = s.id and i.check_id = ${asked.check}::uuid)`
    : sql`and s.state = ${asked.state}`
  const { rows } = await sql<Row & { readonly at: string }>`
    select s.id, s.signer, s.state, s.country, s.of_state as "ofState", s.language, s.way,
           s.public_name as "publicName", s.deliver, s.confirmed_at as "confirmedAt", s.confirmed_at::text as at, p.sealed
      from signature s
      left join signature_person p on p.org_id = s.org_id and p.signature_id = s.id
     where s.org_id = ${tx.actor.orgId}::uuid and s.petition_id = ${asked.petitionId}::uuid ${found} ${after}
     order by s.confirmed_at desc, s.id desc limit ${signaturesPerPage + 1}`.execute(tx.sql)
  const last = rows.length > signaturesPerPage ? rows[signaturesPerPage - 1] : undefined
  return {
    rows: rows.slice(0, signaturesPerPage).map(({ sealed, at: _at, ...row }) => ({
      ...row,
      name: openName(secrets, tx.actor.orgId, sealed),
    })),
    next: last ? `${last.at}~${last.id}` : null,
  }
}
