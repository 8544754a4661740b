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
}

/** Every partner, by name. */
export async function listPartners(tx: Tx): Promise<readonly Partner[]> {
  const { rows } =
    await sql<Partner>`select id, name, recipient, signing_key as "signingKey" from bundle_partner
    where org_id = ${tx.actor.orgId}::uuid order by lower(name), id`.execute(tx.sql)
  return rows
}

/** The partner to whom a bundle may be made: one with a key to encrypt to. */
export async function readRecipient(tx: Tx, id: string): Promise<Partner & { readonly recipient: string }> {
  const partner = isId(id) ? (await listPartners(tx)).find((one) => one.id === id) : undefined
  if (!partner?.recipient) throw new Problem('not_found')
  return { ...partner, recipient: partner.recipient }
}
