import { sql } from 'kysely'
import { isId } from '#platform/db'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'

/** An organisation elsewhere: the key that bundles for it are encrypted to, and the one that it signs with. */
export interface Partner {
  readonly id: string
  readonly name: string
  readonly recipient: string | null
  readonly signingKey: string | null
  /** The row as it was read: who changes it says which one they saw. */
  readonly version: string
  /** When its name or a key was last exchanged for another, by whom, and how that was compared; null: never. */
  readonly changed: { readonly at: Date; readonly by: string; readonly how: string } | null
}

/** Every partner, by name. */
export async function listPartners(tx: Tx): Promise<readonly Partner[]> {
  const { rows } = await sql<
    Omit<Partner, 'changed'> & {
      readonly changedAt: Date | null
      readonly changedBy: string | null
      readonly changedHow: string | null
    }
  >`select p.id, p.name, p.recipient, p.signing_key as "signingKey", p.xmin::text as version,
           p.changed_at as "changedAt", a.name as "changedBy", p.changed_how as "changedHow"
      from bundle_partner p left join account a on a.org_id = p.org_id and a.id = p.changed_by
     where p.org_id = ${tx.actor.orgId}::uuid order by lower(p.name), p.id`.execute(tx.sql)
  return rows.map(({ changedAt, changedBy, changedHow, ...partner }) => ({
    ...partner,
    changed: changedAt && { at: changedAt, by: changedBy ?? '', how: changedHow ?? '' },
  }))
}

/** One partner. Throws `not_found`. */
export async function readPartner(tx: Tx, id: string): Promise<Partner> {
  const partner = isId(id) ? (await listPartners(tx)).find((one) => one.id === id) : undefined
  if (!partner) throw new Problem('not_found')
  return partner
}

/** The partner to whom a bundle may be made: one with a key to encrypt to. */
export async function readRecipient(tx: Tx, id: string): Promise<Partner & { readonly recipient: string }> {
  const { recipient, ...partner } = await readPartner(tx, id)
  if (recipient === null) throw new Problem('not_found')
  return { ...partner, recipient }
}
