import { newId } from '#platform/db'
import { writeLedger } from '#platform/ledger'
import {
  type NewCitation,
  type NewRecord,
  type Tx,
  type ValueClass,
  fold,
  insertCitations,
  insertRecords,
  requireValid,
  typeOf,
} from '#platform/records'
import type { DirectoryRow, ProposedCode } from '../directory/index.ts'

/** A row as a person confirmed it, or as the parser was sure of it. */
export interface ConfirmedRow {
  readonly row: DirectoryRow
  readonly name: string
  readonly countries: readonly string[]
  readonly rights: readonly string[]
  /** What a person decided on, either way: nothing about it waits any more. Absent: nobody has looked. */
  readonly settled?: readonly ProposedCode[]
}

export interface DirectorySource {
  readonly title: string
  readonly url?: string
  /** The text as it was pasted. */
  readonly text: string
  /** Whether it says where somebody is, in rows that were left out too; told by the rows unless given. */
  readonly confidential?: boolean
}

export interface DirectoryImport {
  readonly importId: string
  /** Null when nothing was new. */
  readonly sourceId: string | null
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
      mapping: JSON.stringify({ directory: { known: [...known.values()] } }),
      counts: JSON.stringify({ created: fresh.length, known: known.size }),
      created_by: tx.actor.accountId,
      finished_at: new Date(),
    })
    .execute()
  const type = typeOf(tx, 'person')
  const records = fresh.map((row): NewRecord & { readonly from: ConfirmedRow } => ({
    id: newId(),
    from: row,
    type,
    visibility: 'internal',
    values: requireValid(type, personValues(row, source), tx.schema, true),
  }))
  const page = records.length > 0 ? sourceOf(tx, rows, source) : null
  await insertRecords(tx, page ? [page, ...records] : records, importId)
  const citations = records.flatMap((record) => (page ? citationsOf(record.id, record.from, page.id) : []))
  for (let at = 0; at < citations.length; at += citationsAtOnce)
    await insertCitations(tx, citations.slice(at, at + citationsAtOnce), 1)
  await writeLedger(tx, 'import.run', importId, { created: records.length, known: known.size })
  return {
    importId,
    sourceId: page?.id ?? null,
    created: records.map(({ id, from }) => ({ id, name: from.name, review: isOpen(from) })),
    known: [...known].map(([row, id]) => ({ id, name: row.name })),
  }
}

// A statement takes 65,535 parameters, a citation twelve of them.
const citationsAtOnce = 2_000

/** Whether a value is left for a person to decide: not taken, and nobody said what to do with it. */
const waits = (confirmed: ConfirmedRow, codes: readonly string[]) => (one: ProposedCode) =>
  !confirmed.settled?.includes(one) && (one.code === null || !codes.includes(one.code))

/** Whether something that the row says was left for a person to decide. */
const isOpen = (confirmed: ConfirmedRow): boolean =>
  (!confirmed.settled && confirmed.row.status === 'review') ||
  confirmed.row.countries.some(waits(confirmed, confirmed.countries)) ||
  confirmed.row.rights.some(waits(confirmed, confirmed.rights))

/** Of rows, the people who are there already under the same name and with a country in common, by id. */
export async function findKnown(
  tx: Tx,
  rows: readonly ConfirmedRow[],
): Promise<ReadonlyMap<ConfirmedRow, string>> {
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
function sourceOf(tx: Tx, rows: readonly ConfirmedRow[], source: DirectorySource): NewRecord {
  const confidential = source.confidential ?? rows.some(({ row }) => row.personStatus)
  const type = typeOf(tx, 'source')
  const values = {
    title: source.title,
    kind: 'web_page',
    ...(source.url && { url: source.url }),
    [confidential ? 'confidential_text' : 'text']: source.text,
  }
  return { id: newId(), type, visibility: 'internal', values: requireValid(type, values, tx.schema, true) }
}

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
  confirmed: ConfirmedRow,
  sourceId: string,
): readonly (NewCitation & { readonly class: ValueClass })[] {
  const { row, countries, rights } = confirmed
  const locator = `line ${row.line}`
  const of = (field: string, values: DirectoryRow['countries'], codes: readonly string[]) =>
    [...new Map(values.map((value) => [value.original, value])).values()].map((value) => {
      const open = values.filter((v) => v.original === value.original && waits(confirmed, codes)(v))
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
