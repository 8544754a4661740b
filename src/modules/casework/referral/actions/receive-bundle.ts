import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { attachFile } from '#platform/evidence'
import type { House } from '#platform/house'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import { type Tx, checkValues, createRecord, readRecord, typeOf, valueClasses } from '#platform/records'
import { moveCase } from '../../cases/actions/move-case.ts'
import { openCase } from '../../cases/actions/open-case.ts'
import {
  type BundledRecord,
  type OpenedBundle,
  isReference,
  sameFingerprint,
  sha256,
} from '../bundle/index.ts'
import { listPartners } from '../queries/partners.ts'
import { knowPartner } from './know-partner.ts'

/** What is known of who signed a bundle: a partner with that key, or nobody yet. */
export async function senderOf(tx: Tx, { manifest }: Pick<OpenedBundle, 'manifest'>): Promise<string | null> {
  return (await listPartners(tx)).find(({ signingKey }) => signingKey === manifest.sender.key)?.name ?? null
}

/** What came of a bundle. */
export interface Received {
  readonly caseId: string
  /** Records that could not be made here, as they are called in the bundle: what they say stands in its paper. */
  readonly leftOut: readonly string[]
}

const problems = {
  fingerprint: {
    en: 'This is not the fingerprint of whoever signed it. Nothing was stored. Ask the sender by another way.',
    es: 'No es la huella de quien lo firmó. No se guardó nada. Pregunte a quien lo envió por otra vía.',
    ca: "No és l'empremta de qui el va signar. No s'ha desat res. Pregunteu a qui el va enviar per una altra via.",
  },
  before: {
    en: 'This bundle was received before.',
    es: 'Este expediente ya se recibió.',
    ca: 'Aquest expedient ja es va rebre.',
  },
  over: {
    en: 'Its last day is over. It is not taken in; delete the file.',
    es: 'Su último día ya pasó. No se incorpora; elimine el archivo.',
    ca: "El seu últim dia ja ha passat. No s'incorpora; elimineu el fitxer.",
  },
}

/**
 * Makes a case at triage of a bundle that `openBundle` has checked, with its people, what belongs to it and its files;
 * where it came from stays with it, and its last day becomes its clock. `fingerprint`: as the sender gave it by another
 * way, asked once for each sender. What this house does not know of types, fields and words is left in the paper.
 */
export async function receiveBundle(
  tx: Tx,
  house: Pick<House, 'files'>,
  opened: OpenedBundle,
  given: { readonly fingerprint: string; readonly teamId?: string },
): Promise<Received> {
  const { manifest, terms, content, files } = opened
  const known = await senderOf(tx, opened)
  if (known === null && !sameFingerprint(given.fingerprint, opened.fingerprint))
    throw new Problem('invalid', { fields: [{ field: 'fingerprint', message: problems.fingerprint }] })
  if (terms.until < new Date().toISOString().slice(0, 10))
    throw new Problem('conflict', { explanation: problems.over })
  const { rows } = await sql`select 1 from received_bundle
    where org_id = ${tx.actor.orgId}::uuid and number = ${manifest.number}::uuid`.execute(tx.sql)
  if (rows.length > 0) throw new Problem('conflict', { explanation: problems.before })
  if (known === null) await knowPartner(tx, { name: manifest.sender.name, signingKey: manifest.sender.key })
  const sender = known ?? manifest.sender.name

  const ids = new Map<string, string>()
  const leftOut: string[] = []
  const made: string[] = []
  const [first, ...others] = content.records
  if (!first) throw new Problem('malformed')
  const ahead = others.filter(({ type }) => tx.schema.types.get(type)?.belongsTo === undefined)
  // Those who are named by others come before them.
  ahead.sort((a, b) => Number(b.type === 'person') - Number(a.type === 'person'))
  for (const one of ahead) {
    const id = await make(tx, one, ids, content.fictitious)
    if (id === null) leftOut.push(one.id)
    else made.push(id)
  }
  const { id: caseId } = await openCase(tx, {
    values: {
      ...ownValues(tx, first, ids),
      code_name: textOr(first.values['code_name'], `${sender} ${content.reference}`.trim()),
      received_until: terms.until,
    },
    made,
    fictitious: content.fictitious,
    ...(given.teamId && { teamId: given.teamId }),
  })
  ids.set('case', caseId)
  const rest = others.filter(({ id }) => !ids.has(id) && !leftOut.includes(id))
  for (const one of ownersFirst(rest))
    if ((await make(tx, one, ids, content.fictitious)) === null) leftOut.push(one.id)
  await moveCase(tx, {
    id: caseId,
    version: (await readRecord(tx, caseId)).version,
    stage: 'triage',
    reason: `${sender} → ${tx.actor.orgSlug}: ${content.reference} (${manifest.number})`,
  })
  const attach = async (recordId: string, name: string, bytes: Uint8Array, cls: string) => {
    await attachFile(tx, house.files, {
      recordId,
      name,
      content: Readable.from([Buffer.from(bytes)]),
      class: valueClasses.find((one) => one === cls && one !== 'sealed') ?? 'open',
    })
  }
  for (const file of content.files)
    await attach(
      ids.get(file.record) ?? caseId,
      file.path.split('/').at(-1) ?? file.path,
      files.get(file.path) ?? Buffer.of(),
      await readable(tx, file.class),
    )
  await attach(caseId, `${content.reference || 'case'}.pdf`, files.get('case.pdf') ?? Buffer.of(), 'open')
  // As it was signed: so that it can be shown later who sent what.
  await attach(caseId, `${content.reference || 'case'}-bundle.zip`, opened.archive, 'open')
  await sql`insert into received_bundle (org_id, number, case_id, sender, signing_key, reference, purpose, until, made,
      sha256, received_by)
    values (${tx.actor.orgId}::uuid, ${manifest.number}::uuid, ${caseId}::uuid, ${sender}, ${manifest.sender.key},
      ${content.reference}, ${terms.purpose}, ${terms.until}::date, ${manifest.made}::date, ${sha256(opened.archive)},
      ${tx.actor.accountId}::uuid)`.execute(tx.sql)
  await writeLedger(tx, 'bundle.receive', caseId, { bundle: manifest.number, leftOut: leftOut.length })
  return { caseId, leftOut }
}

/** Whatever is named by others of these comes before them; where they name each other, in the order given. */
function ownersFirst(records: readonly BundledRecord[]): readonly BundledRecord[] {
  const byId = new Map(records.map((one) => [one.id, one]))
  const ordered = new Set<BundledRecord>()
  const begun = new Set<BundledRecord>()
  const visit = (one: BundledRecord): void => {
    if (begun.has(one)) return
    begun.add(one)
    for (const value of Object.values(one.values))
      for (const reference of Array.isArray(value) ? value : [value]) {
        const named = isReference(reference) ? byId.get((reference as { to: string }).to) : undefined
        if (named) visit(named)
      }
    ordered.add(one)
  }
  for (const one of records) visit(one)
  return [...ordered]
}

const textOr = (value: unknown, otherwise: string): string =>
  typeof value === 'string' && value.trim() !== '' ? value : otherwise

/** The class, where the receiver may read it; the narrowest that they read otherwise would hide it from themselves. */
async function readable(tx: Tx, cls: string): Promise<string> {
  const { rows } = await sql<{ may: boolean }>`select ${cls} = any(readable_classes()) as may`.execute(tx.sql)
  if (cls !== 'open' && !rows[0]?.may)
    throw new Problem('forbidden', {
      explanation: {
        en: 'It holds information of a class that you may not read. Somebody who may has to receive it.',
        es: 'Contiene información de una clase que usted no puede leer. Debe recibirlo quien pueda.',
        ca: "Conté informació d'una classe que no podeu llegir. L'ha de rebre algú que pugui.",
      },
    })
  return cls
}

/** The values that this house knows how to keep: fields of the type that forms may set, relations to what was made here. */
function ownValues(
  tx: Tx,
  record: BundledRecord,
  ids: ReadonlyMap<string, string>,
): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = {}
  for (const field of typeOf(tx, record.type).fields) {
    const value = record.values[field.name]
    if (value === undefined || field.managed || field.class === 'sealed') continue
    if (field.type !== 'reference') {
      values[field.name] = value
      continue
    }
    const references = (Array.isArray(value) ? value : [value]).flatMap((one: unknown) => {
      const to = isReference(one) ? ids.get((one as { to: string }).to) : undefined
      return to === undefined ? [] : [{ ...(one as object), to }]
    })
    if (references.length > 0) values[field.name] = field.multiple ? references : references[0]
  }
  // A word that this house does not have is left out.
  const { problems } = checkValues(typeOf(tx, record.type), values, tx.schema, false)
  for (const { field } of problems) delete values[field.split('.')[0] ?? '']
  return values
}

/** Makes one record; null where this house cannot keep it. */
async function make(
  tx: Tx,
  record: BundledRecord,
  ids: Map<string, string>,
  fictitious: boolean,
): Promise<string | null> {
  if (!tx.schema.types.has(record.type)) return null
  const type = typeOf(tx, record.type)
  const values = ownValues(tx, record, ids)
  // A value that this type needs cannot be made up.
  if (checkValues(type, values, tx.schema, true).problems.length > 0) return null
  const { id } = await createRecord(tx, { type: record.type, values, visibility: 'restricted', fictitious })
  ids.set(record.id, id)
  return id
}
