import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { can } from '#platform/access'
import { isId, newId } from '#platform/db'
import { renderPdf } from '#platform/documents'
import type { House } from '#platform/house'
import { type Language, label } from '#platform/i18n'
import { writeLedger } from '#platform/ledger'
import { Problem } from '#platform/problem'
import { type RecordView, type Tx, readRecord, valuesOf } from '#platform/records'
import { writeCsv, writeZip } from '#platform/tabular'
import { labelsOf } from '../messages.ts'
import { readPetition } from '../queries/read-petition.ts'
import { packPaper } from './pack-paper.ts'
import { type Delivered, readSignatories, shownCount, shownCountries } from './read-signatories.ts'

/** Something handed over, as it was. */
export interface Delivery {
  readonly id: string
  readonly petitionId: string
  readonly addressee: string | null
  readonly language: string
  readonly counts: {
    readonly signatures: number
    readonly organisations: number
    readonly names: number
    readonly earlierWording: number
  }
  /** Of the whole pack. */
  readonly sha256: string
  readonly size: number
  readonly fileId: string
  readonly madeAt: Date
  readonly madeBy: string
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/**
 * Makes a pack to hand over: the petition as PDF, the names that signers cleared as CSV, and a manifest with the hash of
 * each. It is kept as it is, and on the ledger. Nationals and residents of the states addressed are a number in it; so
 * are those who cleared no name. Who signed an earlier wording is not in it. Throws `forbidden` for who may not export,
 * `conflict` without signatures, or with cleared names that the actor may not read.
 */
export async function makeDelivery(
  tx: Tx,
  house: Pick<House, 'files' | 'secrets'>,
  given: { readonly petitionId: string; readonly addresseeId: string | null; readonly language: Language },
): Promise<string> {
  if (!can(tx.actor, 'export')) throw new Problem('forbidden')
  const petition = await readPetition(tx, given.petitionId)
  const addressee = given.addresseeId ? await readAddressee(tx, given.petitionId, given.addresseeId) : null
  const delivered = await readSignatories(tx, house.secrets, petition)
  if (delivered.signatures === 0) throw new Problem('conflict', { explanation: labelsOf('pack_empty') })
  if (delivered.unread > 0) throw new Problem('forbidden', { explanation: labelsOf('names_not_yours') })
  const date = new Date().toISOString().slice(0, 10)
  const { bytes, hash } = await composePack(tx, petition, addressee, delivered, given.language, date)
  const file = await house.files.add(tx, {
    name: `petition-${date}.zip`,
    content: Readable.from([bytes]),
  })
  const id = newId()
  const counts: Delivery['counts'] = {
    signatures: delivered.signatures,
    organisations: delivered.organisations,
    names: delivered.signatories.length,
    earlierWording: delivered.earlierWording,
  }
  await sql`insert into petition_delivery (org_id, id, petition_id, addressee_id, language, counts, sha256, size, file_id, made_by)
    values (${tx.actor.orgId}::uuid, ${id}::uuid, ${petition.id}::uuid, ${addressee?.id ?? null}::uuid, ${given.language},
      ${JSON.stringify(counts)}::jsonb, ${hash}, ${bytes.length}, ${file.id}::uuid, ${tx.actor.accountId}::uuid)`.execute(
    tx.sql,
  )
  await writeLedger(tx, 'petition.deliver', petition.id, { delivery: id, sha256: hash, ...counts })
  return id
}

async function readAddressee(tx: Tx, petitionId: string, id: string): Promise<RecordView> {
  const record = await readRecord(tx, id)
  const of = (record.values['petition'] as { readonly to?: string } | undefined)?.to
  if (record.type !== 'petition_addressee' || of !== petitionId || record.deletedAt)
    throw new Problem('not_found')
  return record
}

/** The three files, and their archive. Equal contents give equal bytes. */
async function composePack(
  tx: Tx,
  petition: RecordView,
  addressee: RecordView | null,
  delivered: Delivered,
  language: Language,
  date: string,
): Promise<{ readonly bytes: Buffer; readonly hash: string }> {
  const states = valuesOf(petition.values['states']).map(String)
  const csv = await buffer(
    writeCsv(
      ['kind', 'name', 'role', 'organisation', 'country'],
      delivered.signatories.map(({ signer, name, country }) => [
        signer,
        name.name,
        name.role ?? '',
        name.organisation ?? '',
        country && !states.includes(country) ? country : '',
      ]),
    ),
  )
  const sender = await senderName(tx, language)
  const list = { sha256: sha256(csv), size: csv.length }
  const paper = (plain: boolean) =>
    packPaper({ tx, petition, language, date, sender, addressee, delivered, list, plain })
  // Of a sign that no font has nobody is to blame: then names are set in plain letters, and stand whole in the table.
  const pdf = await renderPdf(paper(false)).catch((error: unknown) => {
    if (error instanceof Problem && error.kind === 'invalid') return renderPdf(paper(true))
    throw error
  })
  const files = [
    { name: 'petition.pdf', content: pdf.bytes },
    { name: 'signatories.csv', content: csv },
  ]
  const { told, others } = shownCountries(delivered, states)
  const manifest = {
    format: 'amparo petition delivery 1',
    made: date,
    ...(petition.fictitious && { fictitious: true }),
    language,
    counts: {
      signatures: delivered.signatures,
      organisations: delivered.organisations,
      names: delivered.signatories.length,
      // Null: fewer than five.
      ...(states.length > 0 && {
        nationals_and_residents_of_states_addressed: shownCount(delivered.ofState),
      }),
      countries: Object.fromEntries(told.map(({ country, count }) => [country, count])),
      other_countries_or_not_said: others,
    },
    files: files.map(({ name, content }) => ({ path: name, size: content.length, sha256: sha256(content) })),
  }
  const bytes = await buffer(
    writeZip([
      ...files,
      { name: 'manifest.json', content: Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`) },
    ]),
  )
  return { bytes, hash: sha256(bytes) }
}

async function senderName(tx: Tx, language: Language): Promise<string> {
  const org = await tx.sql
    .selectFrom('org')
    .select(['name', 'slug'])
    .where('id', '=', tx.actor.orgId)
    .executeTakeFirst()
  return (org && (label(org.name, language) || org.slug)) ?? ''
}

interface Row extends Omit<Delivery, 'madeBy'> {
  readonly madeBy: string | null
}

const columns = sql`d.id, d.petition_id as "petitionId", a.title as addressee, d.language, d.counts, d.sha256, d.size,
  d.file_id as "fileId", d.made_at as "madeAt", p.name as "madeBy"`
const tables = sql`petition_delivery d
  left join record a on a.org_id = d.org_id and a.id = d.addressee_id
  left join account p on p.org_id = d.org_id and p.id = d.made_by`

/** What was handed over of a petition, latest first. */
export async function listDeliveries(tx: Tx, petitionId: string): Promise<readonly Delivery[]> {
  const { rows } = await sql<Row>`select ${columns} from ${tables}
    where d.org_id = ${tx.actor.orgId}::uuid and d.petition_id = ${petitionId}::uuid
    order by d.made_at desc limit 100`.execute(tx.sql)
  return rows.map((row) => ({ ...row, madeBy: row.madeBy ?? '' }))
}

/** One delivery; `not_found` for one that the actor does not see. */
export async function readDelivery(tx: Tx, id: string): Promise<Delivery> {
  if (!isId(id)) throw new Problem('not_found')
  const { rows } = await sql<Row>`select ${columns} from ${tables}
    where d.org_id = ${tx.actor.orgId}::uuid and d.id = ${id}::uuid`.execute(tx.sql)
  const row = rows[0]
  if (!row) throw new Problem('not_found')
  return { ...row, madeBy: row.madeBy ?? '' }
}
