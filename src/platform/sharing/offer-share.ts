import { sql } from 'kysely'
import { type Approval, approvalProblem, askApproval } from '#platform/approvals'
import { isId, newId } from '#platform/db'
import type { Labels } from '#platform/i18n'
import { Problem } from '#platform/problem'
import { type FieldDefinition, type Tx, classOf, readRecord, typeOf } from '#platform/records'
import { scopeFields } from './shares.ts'

/** What is to be shared with whom, what for, until the end of which day. */
export interface OfferToMake {
  readonly recordId: string
  /** The other organisation's short name. It may be here or not: nobody is told before it answers. */
  readonly to: string
  readonly fields: readonly string[]
  readonly purpose: string
  /** `2027-03-31` */
  readonly lastDay: string
  /** For the second person, where one is needed. */
  readonly reason?: string
}

const words = {
  to: {
    en: 'Write the short name of the other organisation, as it stands in its address: letters, digits and hyphens.',
    es: 'Escriba el nombre corto de la otra organización, tal como está en su dirección: letras, cifras y guiones.',
    ca: "Escriviu el nom curt de l'altra organització, tal com és a la seva adreça: lletres, xifres i guionets.",
  },
  self: {
    en: 'That is your own organisation.',
    es: 'Esa es su propia organización.',
    ca: 'Aquesta és la vostra organització.',
  },
  fields: {
    en: 'Mark at least one field.',
    es: 'Marque al menos un campo.',
    ca: 'Marqueu almenys un camp.',
  },
  purpose: {
    en: 'Say what it is shared for.',
    es: 'Diga para qué se comparte.',
    ca: 'Digueu per a què es comparteix.',
  },
  day: {
    en: 'Write the last day, after today, as 2027-03-31.',
    es: 'Escriba el último día, posterior a hoy, como 2027-03-31.',
    ca: "Escriviu l'últim dia, posterior a avui, com ara 2027-03-31.",
  },
  agreed: {
    en: 'Somebody at risk of whom this tells has not agreed, until that day, that it be shared with partners. Record their consent first.',
    es: 'Alguien en riesgo de quien esto trata no aceptó, hasta ese día, que se comparta con contrapartes. Registre antes su consentimiento.',
    ca: 'Algú en risc de qui això tracta no ha acceptat, fins aquell dia, que es comparteixi amb contraparts. Registreu-ne abans el consentiment.',
  },
} as const satisfies Readonly<Record<string, Labels>>

interface Spec {
  readonly record: string
  readonly to: string
  readonly fields: readonly FieldDefinition[]
  readonly titled: boolean
  readonly purpose: string
  readonly until: string
}

/** Checks an offer, with a message for each field that is wrong. */
async function specOf(tx: Tx, given: OfferToMake): Promise<Spec> {
  const record = await readRecord(tx, given.recordId)
  if (record.deletedAt || record.mergedInto) throw new Problem('not_found')
  const type = typeOf(tx, record.type)
  const to = given.to.trim().toLowerCase()
  const wanted = new Set(given.fields)
  const fields = scopeFields(type).filter((field) => wanted.has(field.name))
  const day = given.lastDay.trim()
  const at = new Date(`${day}T00:00:00Z`)
  const real =
    /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
  const problems = [
    ...(/^[a-z][a-z0-9-]{1,40}$/.test(to) ? [] : [{ field: 'to', message: words.to }]),
    ...(to === tx.actor.orgSlug ? [{ field: 'to', message: words.self }] : []),
    ...(fields.length > 0 && fields.length === wanted.size
      ? []
      : [{ field: 'fields', message: words.fields }]),
    ...(given.purpose.trim() ? [] : [{ field: 'purpose', message: words.purpose }]),
    ...(real && at.getTime() > Date.now() ? [] : [{ field: 'until', message: words.day }]),
  ]
  if (problems.length > 0) throw new Problem('invalid', { fields: problems })
  const { rows } = await sql<{ agreed: boolean }>`
    select sharing_agreed(${record.id}::uuid, ${day}::date) as agreed`.execute(tx.sql)
  if (!rows[0]?.agreed) throw new Problem('invalid', { fields: [{ field: 'until', message: words.agreed }] })
  return {
    record: record.id,
    to,
    fields: fields.map((field) => ({ ...field, class: classOf(field) })),
    titled: type.title.every((name) => wanted.has(name)),
    purpose: given.purpose.trim().slice(0, 2000),
    until: new Date(at.getTime() + 86_400_000).toISOString(),
  }
}

const argumentsOf = (spec: Spec) =>
  sql`${spec.record}::uuid, ${spec.to}, ${JSON.stringify(spec.fields)}::jsonb, ${spec.titled}, ${spec.purpose}, ${spec.until}::timestamptz`

/**
 * Offers a record to another organisation; where it is restricted, or values of a protected class are in scope, asks a
 * second person first. Refuses who may not take things out of the house or may not open the record, a class that they do
 * not read, and with a message for each field what is missing.
 */
export async function offerShare(
  tx: Tx,
  given: OfferToMake,
): Promise<{ readonly share: string } | { readonly approval: string }> {
  const spec = await specOf(tx, given)
  const { rows } = await sql<{ needed: boolean; digest: Buffer; classes: string[] }>`
    select share_needs_approval(${spec.record}::uuid, ${JSON.stringify(spec.fields)}::jsonb) as needed,
           share_digest(${argumentsOf(spec)}) as digest,
           share_classes(${JSON.stringify(spec.fields)}::jsonb) as classes`.execute(tx.sql)
  const facts = rows[0]
  if (facts?.needed)
    return {
      approval: await askApproval(tx, {
        kind: 'share',
        subject: spec.record,
        digest: facts.digest,
        content: spec,
        recordIds: [spec.record],
        classes: facts.classes,
        reason: given.reason || spec.purpose,
      }),
    }
  return { share: await makeOffer(tx, spec) }
}

/** Makes the offer that was approved, in the name of who approved it. */
export async function makeOffer(tx: Tx, spec: Spec | Approval): Promise<string> {
  const id = newId()
  const given = 'digest' in spec ? (spec.content as Spec) : spec
  await approvalProblem(sql`select offer_share(${id}::uuid, ${argumentsOf(given)})`.execute(tx.sql))
  return id
}

/** The receiver's answer. By accepting, a copy of what is in scope stands here until the end. */
export async function answerOffer(tx: Tx, id: string, answer: 'accepted' | 'declined'): Promise<void> {
  if (!isId(id)) throw new Problem('not_found')
  await approvalProblem(sql`select answer_share(${id}::uuid, ${answer})`.execute(tx.sql))
}

/** The giver ends it: the copy is gone from the next request on. */
export async function endShare(tx: Tx, id: string): Promise<void> {
  if (!isId(id)) throw new Problem('not_found')
  await approvalProblem(sql`select revoke_share(${id}::uuid)`.execute(tx.sql))
}

/** The receiver gives it back. */
export async function giveBack(tx: Tx, id: string): Promise<void> {
  if (!isId(id)) throw new Problem('not_found')
  await approvalProblem(sql`select return_share(${id}::uuid)`.execute(tx.sql))
}
