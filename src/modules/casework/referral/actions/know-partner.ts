import { sql } from 'kysely'
import { newId } from '#platform/db'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { isPublicKey } from '../bundle/index.ts'
import { listPartners, readPartner } from '../queries/partners.ts'

/** A partner as somebody writes it down; either key may come later. */
export interface PartnerGiven {
  readonly name: string
  /** `age1…`; empty: not known. */
  readonly recipient?: string
  /** 32 bytes in base64; empty: not known. */
  readonly signingKey?: string
}

const problems = {
  how: {
    en: 'Say why, and how it was compared: by telephone, in person.',
    es: 'Diga por qué, y cómo se comparó: por teléfono, en persona.',
    ca: 'Digueu per què, i com es va comparar: per telèfon, en persona.',
  },
  taken: {
    en: 'Another partner has this name or this signing key.',
    es: 'Otra organización aliada tiene este nombre o esta clave de firma.',
    ca: 'Una altra organització aliada té aquest nom o aquesta clau de signatura.',
  },
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

/** What is wrong with a partner as it was given, and what it says. */
function readGiven(given: PartnerGiven) {
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
  return { name, recipient, signing, wrong }
}

/**
 * Writes a partner down, or adds to one of that name the key that was lacking. A key that is known is never exchanged
 * for another here: that is what somebody who pretends to be them would ask for. Gives the partner's id.
 */
export async function knowPartner(tx: Tx, given: PartnerGiven): Promise<string> {
  const { name, recipient, signing, wrong } = readGiven(given)
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

/** A partner as an administrator mends it: all of it as it is to be. */
export interface PartnerChange extends PartnerGiven {
  readonly id: string
  /** As it was read. */
  readonly version: string
  /** Why, and how it was compared with what they say of themselves. */
  readonly how: string
}

/**
 * Exchanges the name or the keys of a partner, for administrators. Whoever is to approve a bundle for it is shown when
 * and how. Throws `invalid`, and `conflict` where somebody changed it meanwhile. What has left stays as it left.
 */
export async function changePartner(tx: Tx, given: PartnerChange): Promise<void> {
  const before = await readPartner(tx, given.id)
  const { name, recipient, signing, wrong } = readGiven(given)
  const how = given.how.trim()
  const changed = [
    ...(name === before.name ? [] : ['name']),
    ...(recipient === before.recipient ? [] : ['recipient']),
    ...(signing === before.signingKey ? [] : ['signing_key']),
  ]
  const fields = [
    ...wrong,
    ...(changed.length > 0 && (how === '' || how.length > 1_000)
      ? [{ field: 'how', message: problems.how }]
      : []),
  ]
  if (fields.length > 0) throw new Problem('invalid', { fields })
  if (changed.length === 0) return
  const others = (await listPartners(tx)).filter(({ id }) => id !== before.id)
  if (
    others.some(
      (one) =>
        one.name.trim().toLowerCase() === name.toLowerCase() ||
        (signing !== null && one.signingKey === signing),
    )
  )
    throw new Problem('invalid', { fields: [{ field: 'name', message: problems.taken }] })
  const { rows } = await sql`update bundle_partner
       set name = ${name}, recipient = ${recipient}, signing_key = ${signing}, changed_how = ${how}
     where org_id = ${tx.actor.orgId}::uuid and id = ${before.id}::uuid and xmin::text = ${given.version}
     returning id`.execute(tx.sql)
  if (rows.length === 0) throw new Problem('conflict')
  await writeLedger(tx, 'bundle.partner', before.id, { changed })
}

/**
 * Forgets a partner, for administrators. What was handed over to it and received from it stays; what was asked for and
 * not yet made cannot be made.
 */
export async function removePartner(tx: Tx, id: string): Promise<void> {
  const partner = await readPartner(tx, id)
  const { rows } = await sql`delete from bundle_partner
     where org_id = ${tx.actor.orgId}::uuid and id = ${partner.id}::uuid returning id`.execute(tx.sql)
  if (rows.length === 0) throw new Problem('forbidden')
  await writeLedger(tx, 'bundle.partner', partner.id, { removed: true })
}
