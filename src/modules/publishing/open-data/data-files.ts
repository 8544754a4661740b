import { createHash } from 'node:crypto'
import { text } from 'node:stream/consumers'
import type { PublicColumn, PublicKind, PublicTerm } from '#platform/house'
import { type Language, label } from '#platform/i18n'
import { writeCsv } from '#platform/tabular'
import {
  type Place,
  type PublishedThing,
  readAllPublished,
  readChanges,
  siteLabels,
  sitePath,
} from '#web/site'
import { labelsOf } from '../messages.ts'
import { suppressSmall } from './suppress.ts'

type Data = Readonly<Record<string, unknown>>
type Value = string | number | boolean | readonly string[] | null

/** A file of a list as open data. */
export interface DataFile {
  readonly name: string
  readonly type: string
  readonly body: string
}

interface Column {
  readonly name: string
  readonly type: PublicColumn<Data>['type']
  readonly description: string
  readonly value: (thing: PublishedThing) => Value
}

const codes = (data: Data, key: string): readonly string[] =>
  Array.isArray(data[key]) ? (data[key] as readonly PublicTerm[]).map(({ code }) => code) : []

/** The columns of a kind's list: those that every list has, and its own. */
function columnsOf(place: Place, kind: PublicKind): readonly Column[] {
  const { language, site, origin } = place
  const say = (words: Parameters<typeof label>[0]) => label(words, language)
  const day = (at: Date) => at.toISOString().slice(0, 10)
  const entry = (thing: PublishedThing) => kind.entry(thing.data, language)
  return [
    { name: 'id', type: 'string', description: say(labelsOf('data_id')), value: ({ slug }) => slug },
    { name: 'title', type: 'string', description: say(labelsOf('name')), value: (one) => entry(one).title },
    {
      name: 'date',
      type: 'string',
      description: say(labelsOf('data_date')),
      value: (one) => entry(one).date ?? null,
    },
    {
      name: 'countries',
      type: 'string',
      description: say(labelsOf('data_countries')),
      value: ({ data }) => codes(data, 'country'),
    },
    {
      name: 'rights',
      type: 'string',
      description: say(labelsOf('data_rights')),
      value: ({ data }) => codes(data, 'rights'),
    },
    {
      name: 'fictitious',
      type: 'boolean',
      description: say(labelsOf('fictitious')),
      value: ({ data }) => data['fictitious'] === true,
    },
    {
      name: 'published',
      type: 'date',
      description: say(labelsOf('since')),
      value: (one) => day(one.firstAt),
    },
    {
      name: 'updated',
      type: 'date',
      description: say(labelsOf('data_updated')),
      value: (one) => day(one.publishedAt),
    },
    ...(kind.columns ?? []).map((column) => ({
      name: column.name,
      type: column.type,
      description: say(column.description),
      value: ({ data }: PublishedThing) => column.value(data),
    })),
    {
      name: 'url',
      type: 'url',
      description: say(labelsOf('public_page')),
      value: ({ slug }) => origin + sitePath(site, language, `/${kind.path}/${slug}`),
    },
  ]
}

const cell = (value: Value): string =>
  value === null ? '' : Array.isArray(value) ? value.join(' | ') : String(value)

const csv = (columns: readonly string[], rows: readonly (readonly string[])[]): Promise<string> =>
  text(writeCsv(columns, rows, { mark: false }))

/** How many there are in all, by country and by right, small numbers hidden. */
function countsOf(things: readonly PublishedThing[]): readonly (readonly string[])[] {
  const group = (key: 'country' | 'rights') => {
    const found = new Map<string, number>()
    for (const { data } of things)
      for (const code of codes(data, key)) found.set(code, (found.get(code) ?? 0) + 1)
    return suppressSmall(
      [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, count]) => ({ key: code, count })),
    ).map(({ key: code, count }) => [key, code, count === null ? '' : String(count)])
  }
  return [['total', '', String(things.length)], ...group('country'), ...group('rights')]
}

const hashOf = (body: string) => `sha256:${createHash('sha256').update(body).digest('hex')}`

/**
 * A kind's published list as open data, made from the projection as it is now and kept nowhere: CSV, JSON, counts,
 * changes in numbers, and the Data Package (version 2) that describes them with their checksums. Null where nothing of
 * the kind is public.
 */
export async function dataFiles(place: Place, kind: PublicKind): Promise<readonly DataFile[] | null> {
  if (!place.kinds.includes(kind)) return null
  const { site, house } = place
  const things: PublishedThing[] = []
  for await (const thing of readAllPublished(house.publicDb, site.orgId, kind.kind)) things.push(thing)
  const columns = columnsOf(place, kind)
  const names = columns.map(({ name }) => name)
  const list: DataFile = {
    name: `${kind.path}.csv`,
    type: 'text/csv; charset=utf-8',
    body: await csv(
      names,
      things.map((thing) => columns.map((column) => cell(column.value(thing)))),
    ),
  }
  const json: DataFile = {
    name: `${kind.path}.json`,
    type: 'application/json; charset=utf-8',
    body: `${JSON.stringify(
      things.map((thing) => Object.fromEntries(columns.map((column) => [column.name, column.value(thing)]))),
      null,
      1,
    )}\n`,
  }
  const counts: DataFile = {
    name: 'counts.csv',
    type: 'text/csv; charset=utf-8',
    body: await csv(['group', 'code', 'count'], countsOf(things)),
  }
  const months = await readChanges(house.publicDb, site.orgId, kind.kind)
  const changes: DataFile = {
    name: 'changes.csv',
    type: 'text/csv; charset=utf-8',
    body: await csv(
      ['month', 'added', 'changed', 'withdrawn'],
      months.map(({ month, ...n }) => [month, String(n.added), String(n.changed), String(n.withdrawn)]),
    ),
  }
  const described = {
    name: 'datapackage.json',
    type: 'application/json; charset=utf-8',
    body: `${JSON.stringify(describe(place, kind, columns, { list, json, counts, changes, things, months }), null, 1)}\n`,
  }
  return [described, list, json, counts, changes]
}

interface Made {
  readonly list: DataFile
  readonly json: DataFile
  readonly counts: DataFile
  readonly changes: DataFile
  readonly things: readonly PublishedThing[]
  readonly months: Awaited<ReturnType<typeof readChanges>>
}

const fieldTypes = {
  string: { type: 'string' },
  url: { type: 'string', format: 'uri' },
  date: { type: 'date' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  boolean: { type: 'boolean', trueValues: ['true'], falseValues: ['false'] },
} as const satisfies Readonly<Record<Column['type'], object>>

function describe(place: Place, kind: PublicKind, columns: readonly Column[], made: Made) {
  const { site, language, origin } = place
  const { list, json, counts, changes, things, months } = made
  const sum = (of: 'added' | 'changed' | 'withdrawn') => months.reduce((all, one) => all + one[of], 0)
  const updated = things.reduce((last, one) => (one.publishedAt > last ? one.publishedAt : last), new Date(0))
  const resource = (file: DataFile, more: object) => ({
    name: file.name
      .replace(/\.(csv|json)$/, (_, end: string) => (file === json ? `-${end}` : ''))
      .toLowerCase(),
    path: file.name,
    mediatype: file.type.split(';')[0],
    encoding: 'utf-8',
    bytes: Buffer.byteLength(file.body),
    hash: hashOf(file.body),
    ...more,
  })
  const field = (name: string, type: string) => ({ name, type })
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: `${site.slug}-${kind.path}-${language}`.toLowerCase(),
    title: `${label(kind.label, language)} · ${label(site.name, language) || site.slug}`,
    description: label(kind.about ?? siteLabels('map_method'), language),
    ...(origin && { homepage: origin + sitePath(site, language, `/${kind.path}`) }),
    created: updated.toISOString(),
    // Equal contents have an equal version, whenever they are asked for.
    version: hashOf(list.body).slice(7, 19),
    contributors: [{ title: label(site.name, language) || site.slug, roles: ['publisher'] }],
    'amparo:rows': things.length,
    'amparo:changes': { added: sum('added'), changed: sum('changed'), withdrawn: sum('withdrawn') },
    'amparo:smallCounts': 'Counts from 1 to 4 are left empty.',
    'amparo:formulaCells': "Cells that begin with = + - @ tab or ' have one ' in front.",
    resources: [
      resource(list, {
        type: 'table',
        format: 'csv',
        schema: {
          $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
          fieldsMatch: ['exact'],
          primaryKey: ['id'],
          missingValues: [''],
          fields: columns.map(({ name, type, description }) => ({ name, ...fieldTypes[type], description })),
        },
      }),
      resource(json, { format: 'json' }),
      resource(counts, {
        type: 'table',
        format: 'csv',
        schema: {
          missingValues: [''],
          fields: [field('group', 'string'), field('code', 'string'), field('count', 'integer')],
        },
      }),
      resource(changes, {
        type: 'table',
        format: 'csv',
        schema: {
          primaryKey: ['month'],
          fields: [
            field('month', 'yearmonth'),
            field('added', 'integer'),
            field('changed', 'integer'),
            field('withdrawn', 'integer'),
          ],
        },
      }),
    ],
  }
}

/** The name of the packed list. */
export const packageName = (kind: PublicKind, language: Language): string => `${kind.path}-${language}.zip`
