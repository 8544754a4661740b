import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#platform/access'
import { attachFile, listAttachments } from '#platform/evidence'
import { type FileStore, openFileStore } from '#platform/files'
import { type Database, newId } from '#platform/db'
import {
  type FieldDefinition,
  type FieldTypeName,
  type RecordTypeDefinition,
  type Schema,
  type Tx,
  type Values,
  type Visibility,
  checkValues,
  classOf,
  insertCitations,
  insertRecords,
  isEmpty,
  readCitations,
  readRecords,
  shippedSchema,
  updateRecord,
  withRequest,
} from '#platform/records'
import { openTable } from '#platform/tabular'
import { testOrganisation } from '../../../tests/support/organisation.ts'
import {
  type ExportFormat,
  createImport,
  exportFormats,
  exportRecords,
  importLimits,
  previewImport,
  runImport,
} from './index.ts'

const l = (word: string) => ({ en: word, es: word, ca: word })
const terms = ['MX', 'AR', 'a|b', "'quoted", '=1+1', 'back\\slash'].map((code) => ({
  code,
  label: l(`${code} x`),
}))
const vocabularies = [{ name: 'countries', label: l('Countries'), terms }]

let folder: string
let files: FileStore
let db: Database
let source: Actor
let targets: Readonly<Record<string, Actor>>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amparo-round-trip-'))
  files = openFileStore({ home: folder })
  const first = await testOrganisation()
  db = first.app
  source = first.actor
  targets = Object.fromEntries(
    await Promise.all(
      exportFormats.map(async (format) => [format, (await testOrganisation()).actor] as const),
    ),
  )
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const words = fc.oneof(
  fc.string({ maxLength: 30, unit: 'binary' }),
  fc.string({ maxLength: 30, unit: 'grapheme' }),
  fc.constantFrom(
    '=cmd()',
    "'",
    "''x",
    '+1',
    '-',
    '@a',
    'a|b',
    '\\',
    '\\|',
    '|',
    '"',
    ',',
    'a\nb',
    '\t',
    'Оксана',
    'null',
    '[]',
    '{}',
    '1,5',
    '\uFEFFx',
    '_x0041_',
    '\uFFFD',
    'ß‮',
  ),
)
const dates = fc.constantFrom(
  '1976',
  '1976-11',
  '1976-11-30',
  '1976?',
  '1976~',
  '1976-11/1977-02',
  '../1980',
  '1976-XX',
  '197X',
)
const numbers = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer())

function rawValue(type: FieldTypeName, languages: readonly string[]): fc.Arbitrary<unknown> {
  switch (type) {
    case 'text':
    case 'long_text':
      return words
    case 'localized_text':
      return fc.dictionary(fc.constantFrom(...languages), words)
    case 'person_name':
      return fc.record({ full: words, given: words, family: words }, { requiredKeys: ['full'] })
    case 'date':
      return dates
    case 'moment':
      return fc.constantFrom('2026-11-21T20:00[Europe/Madrid]', '1999-12-31T23:59[UTC]')
    case 'number':
      return numbers
    case 'choice':
      return fc.constantFrom('one', 'two|three', "'four")
    case 'term':
      return fc.constantFrom(...terms.map((term) => term.code))
    case 'place':
      return fc
        .tuple(
          fc.record({ text: words, country: fc.constantFrom('MX', 'AR') }, { requiredKeys: [] }),
          fc.option(
            fc.tuple(
              fc.double({ min: -90, max: 90, noNaN: true }),
              fc.double({ min: -180, max: 180, noNaN: true }),
            ),
          ),
        )
        .map(([place, at]) => (at ? { ...place, lat: at[0], lon: at[1], precision: 'town' } : place))
    case 'url':
      return fc.webUrl({ withFragments: true, withQueryParameters: true })
    case 'reference':
      return fc.constant(undefined)
  }
}

const simple: readonly FieldTypeName[] = [
  'text',
  'long_text',
  'localized_text',
  'person_name',
  'date',
  'moment',
  'number',
  'choice',
  'term',
  'place',
  'url',
]
const classes = ['open', 'identity', 'health', 'location', 'legal'] as const

const fieldOf = (
  name: fc.Arbitrary<string>,
  types: readonly FieldTypeName[],
): fc.Arbitrary<FieldDefinition> =>
  fc
    .record({
      name,
      type: fc.constantFrom(...types),
      multiple: fc.boolean(),
      class: fc.constantFrom(...classes),
      keyed: fc.boolean(),
    })
    .map(({ name: called, type, multiple, class: cls, keyed }) => ({
      name: called,
      type,
      label: l(called),
      multiple,
      class: cls,
      facet: keyed && ['choice', 'term', 'reference'].includes(type),
      ...(type === 'choice' && {
        options: ['one', 'two|three', "'four"].map((code) => ({ code, label: l(`${code} y`) })),
      }),
      ...(type === 'term' && { vocabulary: 'countries' }),
    }))

let made = 0
const recordType: fc.Arbitrary<RecordTypeDefinition> = fc
  .tuple(
    fc
      .array(fc.integer(), { minLength: 1, maxLength: 7 })
      .chain((slots) =>
        fc.tuple(
          ...slots.map((_, i) =>
            fieldOf(fc.constantFrom(`field_${i}`, ...(i === 0 ? ['visibility'] : [])), simple),
          ),
        ),
      ),
    fc.array(fieldOf(fc.constantFrom('said', 'role', 'when'), simple), { maxLength: 2 }),
    fc.boolean(),
  )
  .map(([fields, attributes, multiple]) => {
    const name = `thing_${process.pid}_${++made}`
    const unique = attributes.filter(
      (one, i) => attributes.findIndex((other) => other.name === one.name) === i,
    )
    return {
      name,
      label: l(name),
      plural: l(name),
      title: ['field_1'],
      fields: [
        ...fields,
        {
          name: 'others',
          type: 'reference',
          label: l('Others'),
          targets: [name],
          multiple,
          facet: true,
          attributes: unique,
        },
        { name: 'parent', type: 'reference', label: l('Parent'), class: 'legal' },
      ],
    }
  })

interface Thing {
  readonly id: string
  readonly values: Values
  readonly visibility: Visibility
  readonly fictitious: boolean
  /** Of which field, and of which of the records it is the source. */
  readonly citations: readonly {
    readonly field: number
    readonly source: number | null
    readonly words: readonly string[]
    readonly class: (typeof classes)[number]
  }[]
  readonly files: readonly {
    readonly name: string
    readonly content: Uint8Array
    readonly caption: string
    readonly class: (typeof classes)[number]
  }[]
}

/** Text as a person can have written it into a citation. */
const written = words.map((text) =>
  text
    .toWellFormed()
    .replace(/\r/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .trim(),
)

/** Some valid records of a type, pointing at one another in any direction. */
const things = (type: RecordTypeDefinition, schema: Schema): fc.Arbitrary<readonly Thing[]> => {
  const values = (fields: readonly FieldDefinition[]) =>
    fc.record(
      Object.fromEntries(
        fields.map((field) => {
          const one = rawValue(field.type, schema.languages)
          return [field.name, field.multiple ? fc.array(one, { maxLength: 4 }) : one]
        }),
      ),
      { requiredKeys: [] },
    )
  const [others, parent] = type.fields.slice(-2)
  const link = fc.record({ to: fc.nat(9), attributes: values(others?.attributes ?? []) })
  return fc
    .array(
      fc.record({
        raw: values(type.fields.slice(0, -2)),
        others: fc.array(link, { maxLength: 3 }),
        parent: fc.option(fc.nat(9)),
        visibility: fc.constantFrom<Visibility>('public', 'internal', 'restricted'),
        fictitious: fc.boolean(),
        citations: fc.array(
          fc.record({
            field: fc.nat(20),
            source: fc.option(fc.nat(9)),
            words: fc.tuple(written, written, written, written),
            class: fc.constantFrom(...classes),
          }),
          { maxLength: 2 },
        ),
        files: fc.array(
          fc.record({
            name: written,
            content: fc.uint8Array({ maxLength: 200 }),
            caption: written,
            class: fc.constantFrom(...classes),
          }),
          { maxLength: 1 },
        ),
      }),
      { minLength: 1, maxLength: 8 },
    )
    .map((drafts) => {
      const ids = drafts.map(() => newId())
      const at = (n: number) => ids[n % ids.length] ?? ''
      return drafts.map((draft, i) => {
        // An attribute whose raw form is not valid is left out, as a person would be asked to mend it.
        const clean = (raw: Record<string, unknown>, fields: readonly FieldDefinition[]) =>
          good({ ...type, fields }, raw, schema)
        const links = draft.others.map((one) => ({
          to: at(one.to),
          attributes: clean(one.attributes, others?.attributes ?? []),
        }))
        const raw = {
          ...clean(draft.raw, type.fields.slice(0, -2)),
          ...(links.length > 0 && { others: others?.multiple ? links : links[0] }),
          ...(draft.parent !== null && parent && { parent: { to: at(draft.parent) } }),
        }
        return {
          id: at(i),
          values: good(type, raw, schema),
          visibility: draft.visibility,
          fictitious: draft.fictitious,
          citations: draft.citations,
          files: draft.files,
        }
      })
    })
}

/** The values that are valid, in canonical form. */
function good(type: RecordTypeDefinition, raw: Record<string, unknown>, schema: Schema): Values {
  const { values, problems } = checkValues(type, raw, schema, false)
  const bad = new Set(problems.map((one) => one.field))
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => !bad.has(name) && !isEmpty(value)),
  )
}

/** What lies beside the records: where their values come from, and their files. */
async function layBeside(tx: Tx, type: RecordTypeDefinition, records: readonly Thing[]): Promise<void> {
  for (const { id, citations, files: given } of records) {
    await insertCitations(
      tx,
      citations.map((one) => {
        const field = type.fields[one.field % type.fields.length]
        const [quote = '', locator = '', reliability = '', note = ''] = one.words
        return {
          recordId: id,
          field: field?.name ?? '',
          class: field && classOf(field) !== 'open' ? classOf(field) : one.class,
          ...(one.source !== null && { sourceId: records[one.source % records.length]?.id ?? id }),
          ...(quote && { quote }),
          ...(locator && { locator }),
          ...(reliability && { reliability }),
          ...(note && { note }),
        }
      }),
      1,
    )
    for (const { content, ...one } of given)
      await attachFile(tx, files, { ...one, recordId: id, content: Readable.from([Buffer.from(content)]) })
  }
}

const state = async (tx: Tx, ids: readonly string[], format: ExportFormat) => {
  const states = []
  for (const { id, values, visibility, fictitious, deletedAt } of await readRecords(tx, ids)) {
    // A table of records alone has no place for what lies beside them.
    const citations =
      format === 'csv' || format === 'xlsx' ? [] : [...(await readCitations(tx, id)).values()].flat()
    const attached = format === 'zip' ? await listAttachments(tx, files, id) : []
    states.push({
      id,
      values,
      visibility,
      fictitious,
      deletedAt,
      citations,
      files: attached.map(({ id: of, class: cls, caption, file }) => ({ of, cls, caption, file })),
    })
  }
  return states
}

describe('import(export(x)) = x', () => {
  // A workbook is read in a thread of its own, which takes its time to start.
  const formats = [
    ['csv', 12],
    ['json', 6],
    ['ndjson', 8],
    ['xlsx', 4],
    ['zip', 8],
  ] as const
  test.each(formats)(
    'as %s, for records of any type, into another organisation and over what was changed',
    async (format, numRuns) => {
      const schema = shippedSchema([], vocabularies)
      await fc.assert(
        fc.asyncProperty(
          recordType.chain((type) =>
            things(type, { ...schema, types: new Map([[type.name, type]]) }).map((records) => ({
              type,
              records,
            })),
          ),
          async ({ type, records }) => {
            const ground = { db, shipped: shippedSchema([type], vocabularies), files }
            const ids = records.map((one) => one.id)
            await withRequest(ground, source, (tx) =>
              insertRecords(
                tx,
                records.map((one) => ({ ...one, type })),
              ),
            )
            await withRequest(ground, source, (tx) => layBeside(tx, type, records))
            const before = await withRequest(ground, source, (tx) => state(tx, ids, format))
            const path = join(folder, `${type.name}.${format}`)
            await withRequest(ground, source, async (tx) =>
              pipeline(
                await exportRecords(tx, { type: type.name, format }, {}, ground),
                createWriteStream(path),
              ),
            )
            const open = () => openTable(path, { fileName: path, tempDir: folder, limits: importLimits })
            const bring = async (actor: Actor) => {
              const importId = await withRequest(ground, actor, (tx) =>
                createImport(tx, {
                  type: type.name,
                  sourceName: path,
                  plan: { columns: [], onProblem: 'stop' },
                }),
              )
              return runImport(ground, actor, importId, { open, files })
            }
            const target = targets[format] as Actor
            const looked = await withRequest(ground, target, (tx) =>
              previewImport(tx, { open, onProblem: 'stop' }),
            )
            const report = await bring(target)
            expect(
              report.findings.filter((one) => one.kind === 'refused' || one.field.startsWith('@')),
            ).toEqual([])
            expect(report).toMatchObject({ written: true, own: true, counts: { created: records.length } })
            expect(looked.counts).toMatchObject({ created: records.length, refused: 0 })
            const after = await withRequest(ground, target, (tx) => state(tx, ids, format))
            expect(after).toEqual(
              // Importing never publishes.
              before.map((one) => ({
                ...one,
                visibility: one.visibility === 'public' ? 'internal' : one.visibility,
              })),
            )
            const again = await bring(target)
            expect(again.counts).toMatchObject({ created: 0, updated: 0, unchanged: records.length })
            // Over what somebody has emptied meanwhile, in the first organisation.
            await withRequest(ground, source, async (tx) => {
              for (const one of await readRecords(tx, ids))
                await updateRecord(tx, {
                  id: one.id,
                  version: one.version,
                  values: Object.fromEntries(type.fields.map((field) => [field.name, undefined])),
                })
            })
            await bring(source)
            expect(await withRequest(ground, source, (tx) => state(tx, ids, format))).toEqual(before)
          },
        ),
        { numRuns },
      )
    },
    180_000,
  )
})
