import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { sql } from 'kysely'
import { newId } from '#platform/db'
import type { Secrets } from '#platform/identity'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { makeSigningKey } from '../bundle/index.ts'

/** The keys of the organisation as others know them. */
export interface OwnKeys {
  readonly signingKey: string
  /** `age1…`: what others encrypt to. */
  readonly recipient: string
}

interface Row extends OwnKeys {
  readonly locked: string
}

const purposeOf = (tx: Tx): string => `bundle key ${tx.actor.orgId}`

const rows = async (tx: Tx): Promise<readonly Row[]> =>
  (
    await sql<Row>`select signing_key as "signingKey", recipient, locked from bundle_key
      where org_id = ${tx.actor.orgId}::uuid order by made_at desc, id desc`.execute(tx.sql)
  ).rows

/** The public halves; null while there are none. */
export async function readOwnKeys(tx: Tx): Promise<OwnKeys | null> {
  const [row] = await rows(tx)
  return row ? { signingKey: row.signingKey, recipient: row.recipient } : null
}

/** Makes the organisation's keys, for administrators; bundles made for the keys before can still be opened. */
export async function makeOwnKeys(tx: Tx, secrets: Secrets): Promise<void> {
  const signing = makeSigningKey()
  const identity = await generateX25519Identity()
  const recipient = await identityToRecipient(identity)
  const locked = secrets.seal(purposeOf(tx), JSON.stringify({ sign: signing.privateKey, open: identity }))
  const id = newId()
  await sql`insert into bundle_key (org_id, id, signing_key, recipient, locked, made_by)
    values (${tx.actor.orgId}::uuid, ${id}::uuid, ${signing.publicKey}, ${recipient}, ${locked},
      ${tx.actor.accountId}::uuid)`.execute(tx.sql)
  await writeLedger(tx, 'bundle.key', id)
}

const noKeys = {
  en: 'This organisation has no keys for bundles yet. An administrator makes them under Bundles.',
  es: 'Esta organización aún no tiene claves para expedientes. Las crea quien administra, en Expedientes.',
  ca: 'Aquesta organització encara no té claus per a expedients. Les fa qui administra, a Expedients.',
}

function unlock(tx: Tx, secrets: Secrets, row: Row): { readonly sign: string; readonly open: string } {
  const text = secrets.open(purposeOf(tx), row.locked)
  if (text === null) throw new Error('the keys of bundles do not open with the key of this instance')
  return JSON.parse(text) as { sign: string; open: string }
}

/** The key to sign with. Throws `conflict` where there is none. */
export async function signingKey(
  tx: Tx,
  secrets: Secrets,
): Promise<{ readonly publicKey: string; readonly privateKey: string }> {
  const [row] = await rows(tx)
  if (!row) throw new Problem('conflict', { explanation: noKeys })
  return { publicKey: row.signingKey, privateKey: unlock(tx, secrets, row).sign }
}

/** The private keys with which the organisation opens bundles, older ones too. Throws `conflict` where there are none. */
export async function openingKeys(tx: Tx, secrets: Secrets): Promise<readonly string[]> {
  const all = await rows(tx)
  if (all.length === 0) throw new Problem('conflict', { explanation: noKeys })
  return all.map((row) => unlock(tx, secrets, row).open)
}
