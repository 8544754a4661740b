import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Actor } from '#platform/access'
import { writeLedger } from '#platform/ledger'
import {
  type FieldDefinition,
  type Ground,
  type ListQuery,
  type RecordView,
  type Schema,
  type Tx,
  typeOf,
  withRequest,
} from '#platform/records'
import { isSealed } from '#platform/vault'
import { writeCsv, writeJson, writeNdjson, writeXlsx } from '#platform/tabular'
import { toCells } from './cells.ts'
import { type FileGround, exportArchive } from './export-archive.ts'
import { type Beside, readCarried } from './export-citations.ts'
import { type PackedIds, packedIds } from './packed-ids.ts'
import { builtInColumn, citationsMember, exportedFields, ownHeader, tableColumns } from './own-format.ts'
import { readAll, readExactly } from './read-all.ts'
import { type ExportPermit, classesOf, permitExport, permitted } from './export-approval.ts'

export const exportFormats = ['csv', 'xlsx', 'json', 'ndjson', 'zip'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** What a person takes away. */
export interface ExportRequest {
  readonly type: string
  /** Which records; all of the type unless told. A search by words gives its best 10,000. */
  readonly query?: Omit<ListQuery, 'type' | 'sort' | 'after' | 'limit'>
  readonly format: ExportFormat
  /** Languages of the texts; all of the organisation's unless told. What is left out stays as it is on coming back. */
  readonly languages?: readonly string[]
  /** Only open values, and no restricted records: needs no second person. */
  readonly open?: boolean
  /** The approval by which restricted records and values of protected classes leave; for `streamExport`. */
  readonly approval?: string
  /** Told of every page of records written. */
  readonly progress?: (written: number) => void
}

/**
 * The records as a file, byte by byte as it is read, in memory that does not grow with their number. The
 * transaction has to stay open until the last byte: `streamExport` sees to that, and to the ledger.
 */
export async function exportRecords(
  tx: Tx,
  request: ExportRequest,
  permit: ExportPermit = {},
  ground?: FileGround,
): Promise<Readable> {
  const type = typeOf(tx, request.type)
  const schema = inLanguages(tx.schema, request.languages)
  const classes = await classesOf(tx, permit)
  const fields = exportedFields(type, classes)
  // Nobody was asked: of what lies beside the records only what is open leaves. What was approved is what was there then.
  const beside: Beside = {
    classes: permit.unasked ? new Set(['open']) : classes,
    ...(permit.approval !== undefined && { before: permit.approval }),
  }
  const found = permit.exactly
    ? readExactly(tx, [...permit.exactly.keys()])
    : readAll(tx, { ...request.query, type: request.type })
  const pages = mapPages(found, (page) => permitted(tx, permit, page))
  const records = flat(pages, request.progress)
  switch (request.format) {
    case 'csv':
      return writeCsv(tableColumns(type, fields, schema), rows(records, fields, schema))
    case 'xlsx':
      return writeXlsx(tableColumns(type, fields, schema), rows(records, fields, schema), {
        sheet: type.name,
      })
    case 'json':
      return writeJson(objects())
    case 'ndjson':
      return writeNdjson(objects())
    case 'zip': {
      if (!ground) throw new Error('an archive needs the files')
      const ids = packedIds()
      const noted = noting(records, ids)
      return exportArchive(
        tx,
        ground,
        writeCsv(tableColumns(type, fields, schema), rows(noted, fields, schema)),
        ids,
        beside,
      )
    }
  }

  async function* objects() {
    for await (const [record, citations] of withCitations(pages)) {
      yield {
        [ownHeader(type.name)]: record.id,
        ...Object.fromEntries(
          fields.map((field) => [field.name, jsonValue(field, record.values[field.name], schema)]),
        ),
        [builtInColumn(type, 'visibility')]: record.visibility,
        [builtInColumn(type, 'fictitious')]: record.fictitious,
        // There in every record: what the first ones lack is not a column of a JSON file.
        [citationsMember]: citations,
      }
    }
  }

  async function* withCitations(source: AsyncIterable<readonly RecordView[]>) {
    let written = 0
    for await (const page of source) {
      const found = await readCarried(
        tx,
        page.map((record) => record.id),
        beside,
      )
      const ofRecord = Map.groupBy(found, (one) => one.record)
      for (const record of page) {
        const citations = (ofRecord.get(record.id) ?? []).map(({ record: _, ...one }) => one)
        yield [record, citations] as const
      }
      written += page.length
      request.progress?.(written)
    }
  }
}

async function* noting(records: AsyncIterable<RecordView>, ids: PackedIds): AsyncGenerator<RecordView> {
  for await (const record of records) {
    ids.push(record.id)
    yield record
  }
}

async function* mapPages(
  pages: AsyncIterable<readonly RecordView[]>,
  keep: (page: readonly RecordView[]) => readonly RecordView[],
): AsyncGenerator<readonly RecordView[]> {
  for await (const page of pages) yield keep(page)
}

async function* flat(
  pages: AsyncIterable<readonly RecordView[]>,
  progress: ((written: number) => void) | undefined,
): AsyncGenerator<RecordView> {
  let written = 0
  for await (const page of pages) {
    yield* page
    written += page.length
    progress?.(written)
  }
}

async function* rows(
  records: AsyncIterable<RecordView>,
  fields: readonly FieldDefinition[],
  schema: Schema,
): AsyncGenerator<readonly string[]> {
  for await (const record of records)
    yield [
      record.id,
      ...fields.flatMap((field) => toCells(field, record.values[field.name], schema)),
      record.visibility,
      record.fictitious ? 'yes' : 'no',
    ]
}

const inLanguages = (schema: Schema, languages: readonly string[] | undefined): Schema =>
  languages ? { ...schema, languages: schema.languages.filter((lang) => languages.includes(lang)) } : schema

/**
 * A value as a member of a JSON record. Every field is there, `null` for none, and a text says '' for a language that
 * it lacks: what is there and empty is cleared on coming back, what is not there stays.
 */
const jsonValue = (field: FieldDefinition, value: unknown, schema: Schema): unknown => {
  if (isSealed(value) || field.type !== 'localized_text' || field.multiple) return value ?? null
  const text = (value ?? {}) as Readonly<Record<string, string>>
  return Object.fromEntries(schema.languages.map((lang) => [lang, text[lang] ?? '']))
}

/**
 * The export that leaves the house. What is not for everyone needs a second person: see `permitExport`. Its entry in the ledger is committed before the first byte, so that whoever has
 * the file is known even if the line breaks. Ends the transaction with the stream, however that ends.
 */
export async function streamExport(
  ground: Ground | FileGround,
  actor: Actor,
  request: ExportRequest,
): Promise<Readable> {
  const permit = await withRequest(ground, actor, async (tx) => {
    typeOf(tx, request.type)
    const given = await permitExport(tx, request)
    await writeLedger(tx, 'export.run', null, {
      type: request.type,
      format: request.format,
      filtered: Object.keys(request.query ?? {}).length > 0,
      ...(given.approval !== undefined && { approval: given.approval }),
      ...(given.open && { open: true }),
      ...(given.alone && { alone: true }),
    })
    return given
  })
  const out = new PassThrough()
  withRequest(ground, actor, async (tx) => {
    await pipeline(await exportRecords(tx, request, permit, 'files' in ground ? ground : undefined), out)
  }).catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))))
  return out
}
