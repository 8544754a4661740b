import { type KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import { type Database } from '#platform/db'
import { type Checkpoint, signCheckpoint } from './checkpoint-signature.ts'

/** A checkpoint with the organisation's address part, for people. */
export interface NamedCheckpoint extends Checkpoint {
  readonly slug: string
}

/**
 * Signs where each organisation's chain ends and keeps it beside the chain; one that has not moved keeps the checkpoint
 * it has. Takes the owner's login. Gives the latest checkpoint of each, for keeping elsewhere.
 */
export async function writeCheckpoints(
  owner: Database,
  key: KeyObject,
  slug?: string,
): Promise<readonly NamedCheckpoint[]> {
  const { rows } = await sql<{ org: string; slug: string; place: string; hash: string }>`
    select h.org_id::text as org, o.slug, h.place::text, encode(h.hash, 'hex') as hash
      from ledger_head h join org o on o.id = h.org_id
     where h.place > 0 and (${slug ?? null}::text is null or o.slug = ${slug ?? null}) order by o.slug`.execute(
    owner,
  )
  const made: NamedCheckpoint[] = []
  for (const row of rows) {
    const place = Number(row.place)
    const one = signCheckpoint(key, { org: row.org, place, hash: row.hash, at: new Date().toISOString() })
    await owner
      .insertInto('ledger_checkpoint')
      .values({
        org_id: one.org,
        place: row.place,
        hash: Buffer.from(one.hash, 'hex'),
        at: one.at,
        key: one.key,
        signature: Buffer.from(one.signature, 'base64'),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    made.push({ ...one, slug: row.slug })
  }
  return made
}
