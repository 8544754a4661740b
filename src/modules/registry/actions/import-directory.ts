import { newId } from '#platform/db'
import { writeLedger } from '#platform/ledger'
import {
  type NewCitation,
  type NewRecord,
  type Tx,
  type ValueClass,
  createRecord,
  fold,
  insertCitations,
  insertRecords,
  requireValid,
  typeOf,
} from '#platform/records'
import type { DirectoryRow } from '../directory/index.ts'

/** A row as a person confirmed it, or as the parser was sure of it. */
export interface ConfirmedRow {
  readonly row: DirectoryRow
  readonly name: string
  readonly countries: readonly string[]
  readonly rights: readonly string[]
}

export interface DirectorySource {
  readonly title: string
  readonly url?: string
  /** The text as it was pasted. */
  readonly text: string
}

export interface DirectoryImport {
  readonly importId: string
  readonly sourceId: string
  readonly created: readonly { readonly id: string; readonly name: string; readonly review: boolean }[]
  /** Rows whose person is already there under the same name and country. */
  readonly known: readonly { readonly id: string; readonly name: string }[]
}

/** What the parser is sure of; the rest waits beside the record for a person. */
export const certainPart = (row: DirectoryRow): ConfirmedRow => ({
  row,
  name: row.name.value,
  countries: row.countries.flatMap((one) => (one.status === 'certain' && one.code ? [one.code] : [])),
  rights: row.rights.flatMap((one) => (one.status === 'certain' && one.code ? [one.code] : [])),
})

/**
 * Makes a person of each row, and one source for all, which every value cites with the words as written.
 * Nothing becomes public: the persons are internal, and marked as public at their source without consent held here.
 * A person already there (same folded name, a country in common) is left as it is and reported.
 */
export async function importDirectory(
  tx: Tx,
  rows: readonly ConfirmedRow[],
  source: DirectorySource,
): Promise<DirectoryImport> {
  const importId = newId()
  const known = await findKnown(tx, rows)
  const fresh = rows.filter((row) => !known.has(row))
  await tx.sql
    .insertInto('import')
    .values({
      org_id: tx.actor.orgId,
      id: importId,
      type: 'person',
      source_name: source.title,
      state: 'done',
      counts: JSON.stringify({ created: fresh.length, known: known.size }),
      created_by: tx.actor.accountId,
      finished_at: new Date(),
    })
    .execute()
  const { id: sourceId } = await createSource(tx, rows, source)
  const type = typeOf(tx, 'person')
  const records = fresh.map((row): NewRecord & { readonly from: ConfirmedRow } => ({
    id: newId(),
    from: row,
    type,
    visibility: 'internal',
    values: requireValid(type, personValues(row, source), tx.schema, true),
  }))
  await insertRecords(tx, records, importId)
  await insertCitations(
    tx,
    records.flatMap((record) => citationsOf(record.id, record.from, sourceId)),
    1,
  )
  await writeLedger(tx, 'import.run', importId, { created: records.length, known: known.size })
  return {
    importId,
    sourceId,
    created: records.map(({ id, from }) => ({ id, name: from.name, review: isOpen(from) })),
    known: [...known].map(([row, id]) => ({ id, name: row.name })),
  }
}

/** Whether something that the row says was left for a person to decide. */
const isOpen = (confirmed: ConfirmedRow): boolean =>
  confirmed.row.countries.some((one) => one.code === null || !confirmed.countries.includes(one.code)) ||
  confirmed.row.rights.some((one) => one.code === null || !confirmed.rights.includes(one.code))

async function findKnown(tx: Tx, rows: readonly ConfirmedRow[]): Promise<ReadonlyMap<ConfirmedRow, string>> {
  const names = rows.map((row) => fold(row.name).slice(0, 200))
  if (names.length === 0) return new Map()
  const found = await tx.sql
    .selectFrom('record_key as k')
    .innerJoin('record_key as c', (join) =>
      join
        .onRef('c.org_id', '=', 'k.org_id')
        .onRef('c.record_id', '=', 'k.record_id')
        .on('c.field', '=', 'country'),
    )
    .select(['k.record_id', 'k.key as name', 'c.key as country'])
    .where('k.org_id', '=', tx.actor.orgId)
    .where('k.type', '=', 'person')
    .where('k.field', '=', '_title')
    .where('k.key', 'in', names)
    .execute()
  const known = new Map<ConfirmedRow, string>()
  for (const row of rows) {
    const same = found.find(
      (one) => one.name === fold(row.name).slice(0, 200) && row.countries.includes(one.country),
    )
    if (same) known.set(row, same.record_id)
  }
  return known
}

// "Nicaragua, exiled in Catalonia" says where someone is: the page that says it is kept as what it contains.
const createSource = (tx: Tx, rows: readonly ConfirmedRow[], source: DirectorySource) =>
  createRecord(tx, {
    type: 'source',
    values: {
      title: source.title,
      kind: 'web_page',
      ...(source.url && { url: source.url }),
      [rows.some(({ row }) => row.personStatus) ? 'confidential_text' : 'text']: source.text,
    },
  })

const personValues = (row: ConfirmedRow, source: DirectorySource) => ({
  name: row.name,
  roles: ['defender'],
  country: row.countries,
  rights: row.rights,
  public_basis: 'public_at_source',
  ...(source.url && { public_source_url: source.url }),
  ...(row.row.personStatus && { original_words: row.row.personStatus.original }),
})

function citationsOf(
  recordId: string,
  { row, countries, rights }: ConfirmedRow,
  sourceId: string,
): readonly (NewCitation & { readonly class: ValueClass })[] {
  const locator = `line ${row.line}`
  const of = (field: string, values: DirectoryRow['countries'], confirmed: readonly string[]) =>
    [...new Map(values.map((value) => [value.original, value])).values()].map((value) => {
      const open = values.filter(
        (v) => v.original === value.original && (v.code === null || !confirmed.includes(v.code)),
      )
      const candidates = open.flatMap((v) => v.candidates ?? (v.code ? [v.code] : []))
      return {
        recordId,
        sourceId,
        field,
        locator,
        quote: value.original,
        class: 'open' as const,
        ...(open.length > 0 && {
          note: `to confirm${candidates.length > 0 ? `: ${candidates.join(', ')}` : ''}`,
        }),
      }
    })
  return [
    { recordId, sourceId, field: 'name', locator, quote: row.name.value, class: 'open' },
    ...of('country', row.countries, countries),
    ...of('rights', row.rights, rights),
    ...(row.personStatus
      ? [
          {
            recordId,
            sourceId,
            field: 'original_words',
            locator,
            quote: row.personStatus.original,
            class: 'location' as const,
          },
        ]
      : []),
  ]
}
