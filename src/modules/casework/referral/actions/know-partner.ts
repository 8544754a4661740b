import { sql } from 'kysely'
import { newId } from '#platform/db'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { isPublicKey } from '../bundle/index.ts'

/** A partner as somebody writes it down; either key may come later. */
export interface PartnerGiven {
  readonly name: string
  /** `age1…`; empty: not known. */
  readonly recipient?: string
  /** 32 bytes in base64; empty: not known. */
  readonly signingKey?: string
}

const problems = {
  name: { en: 'Give the name.', es: 'Indique el nombre.', ca: 'Indiqueu-ne el nom.' },
  recipient: {
    en: 'This is no age key: it begins with age1.',
    es: 'No es una clave age: comienza con age1.',
    ca: 'No és una clau age: comença amb age1.',
  },
  signing_key: {
    en: 'This is no signing key: 44 signs, as the partner shows it.',
    es: 'No es una clave de firma: 44 signos, como la muestra la otra organización.',
    ca: "No és una clau de signatura: 44 signes, com la mostra l'altra organització.",
  },
}

/**
 * Writes a partner down, or adds to one of that name the key that was lacking. A key that is known is never exchanged
 * for another here: that is what somebody who pretends to be them would ask for. Gives the partner's id.
 */
export async function knowPartner(tx: Tx, given: PartnerGiven): Promise<string> {
  const name = given.name.trim()
  const recipient = given.recipient?.trim() || null
  const signing = given.signingKey?.trim() || null
  const wrong = [
    ...(name === '' || name.length > 200 ? [{ field: 'name', message: problems.name }] : []),
    ...((recipient !== null && !/^age1[0-9a-z]{20,120}$/.test(recipient)) ||
    (recipient === null && signing === null)
      ? [{ field: 'recipient', message: problems.recipient }]
      : []),
    ...(signing !== null && !isPublicKey(signing)
      ? [{ field: 'signing_key', message: problems.signing_key }]
      : []),
  ]
  if (wrong.length > 0) throw new Problem('invalid', { fields: wrong })
  const { rows } = await sql<{ id: string }>`
    insert into bundle_partner (org_id, id, name, recipient, signing_key, added_by)
    values (${tx.actor.orgId}::uuid, ${newId()}::uuid, ${name}, ${recipient}, ${signing}, ${tx.actor.accountId}::uuid)
    on conflict (org_id, lower(btrim(name))) do update
      set recipient = coalesce(bundle_partner.recipient, excluded.recipient),
          signing_key = coalesce(bundle_partner.signing_key, excluded.signing_key)
      where (bundle_partner.recipient is null or excluded.recipient is null or bundle_partner.recipient = excluded.recipient)
        and (bundle_partner.signing_key is null or excluded.signing_key is null
             or bundle_partner.signing_key = excluded.signing_key)
    returning id`.execute(tx.sql)
  const id = rows[0]?.id
  if (!id)
    throw new Problem('conflict', {
      explanation: {
        en: `“${name}” is known with another key. Ask them by another way; if they changed it, write them down under a name of its own.`,
        es: `«${name}» figura con otra clave. Pregúnteles por otra vía; si la cambiaron, anótelos con otro nombre.`,
        ca: `«${name}» consta amb una altra clau. Pregunteu-los-ho per una altra via; si l'han canviada, anoteu-los amb un altre nom.`,
      },
    })
  await writeLedger(tx, 'bundle.partner', id)
  return id
}
