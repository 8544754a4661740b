import { type CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import { Client, Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#platform/access'
import { type Tables, connect } from '#platform/db'
import { createOrganisation } from '#platform/identity'
import {
  type ListQuery,
  type Tx,
  countFacets,
  listRecords,
  readBacklinks,
  readCitations,
  readHistory,
  readRecord,
  updateRecord,
  withRequest,
} from '#platform/records'
import { shipped } from '../../src/open-house.ts'
import { freshDatabase, testServer } from '../support/database.ts'
import { loadRecords, loaded } from './load-records.ts'
import { type TableScan, explain, explainInside, faultsOf } from './plans.ts'

// Every list, facet and search on 300,000 records: the statements that the engine sends, run under EXPLAIN by the app
// login with the actor set, must not read a table from end to end, nor an index in place of it.

interface Ground {
  readonly actor: Actor
  readonly app: Client
  readonly superuser: Client
  readonly engine: Kysely<Tables>
  readonly sent: CompiledQuery[]
  readonly sizes: ReadonlyMap<string, number>
  readonly close: () => Promise<void>
}

let ground: Ground

beforeAll(async () => {
  const database = await freshDatabase()
  const owner = connect(database.owner, { max: 1 })
  const { orgId, administratorId } = await createOrganisation(owner, {
    slug: 'load',
    name: { en: 'Load' },
    administrator: 'Ada',
  })
  await owner.destroy()
  const server = new URL(await testServer())
  server.pathname = `/${database.name}`
  const superuser = new Client({ connectionString: server.href })
  await superuser.connect()
  await loadRecords(superuser, orgId, administratorId)
  const app = new Client({ connectionString: database.app })
  await app.connect()
  const sent: CompiledQuery[] = []
  const pool = new Pool({ connectionString: database.app, max: 2 })
  pool.on('error', () => undefined)
  const engine = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    log: (event) => void (event.level === 'query' && sent.push(event.query)),
  })
  const sizes = await superuser.query<{ name: string; n: number }>(
    "select relname as name, reltuples::bigint::int as n from pg_class where relnamespace = 'public'::regnamespace",
  )
  ground = {
    actor: {
      orgId,
      orgSlug: 'load',
      accountId: administratorId,
      name: 'Ada',
      role: 'administrator',
      language: 'en',
    },
    app,
    superuser,
    engine,
    sent,
    sizes: new Map(sizes.rows.map(({ name, n }) => [name, n])),
    close: async () => {
      await Promise.all([app.end(), superuser.end(), engine.destroy()])
      await database.drop()
    },
  }
}, 300_000)

afterAll(() => ground?.close())

/** Lets the engine do it, then runs each statement that it sent under EXPLAIN, in a transaction that is undone. */
async function scansOfAction(action: (tx: Tx) => Promise<unknown>): Promise<readonly TableScan[]> {
  const { actor, app, engine, sent } = ground
  sent.length = 0
  const undone = new Error('undone')
  await withRequest({ db: engine, shipped }, actor, async (tx) => {
    await action(tx)
    throw undone
  }).catch((error: unknown) => {
    if (error !== undone) throw error
  })
  const statements = sent.filter(({ sql }) => !/^(begin|commit|rollback|start transaction)/i.test(sql.trim()))
  expect(statements.length).toBeGreaterThan(1)
  await app.query('begin')
  try {
    await app.query("select set_config('amparo.org', $1, true), set_config('amparo.account', $2, true)", [
      actor.orgId,
      actor.accountId,
    ])
    const scans: TableScan[] = []
    for (const statement of statements) scans.push(...(await explain(app, statement)))
    return scans
  } finally {
    await app.query('rollback')
  }
}

const faults = (scans: readonly TableScan[]) => {
  expect(scans.length).toBeGreaterThan(0)
  return faultsOf(scans, ground.sizes)
}

const people = (query: Omit<ListQuery, 'type'>): ListQuery => ({ type: 'person', ...query })

const lists: readonly (readonly [string, ListQuery])[] = [
  ['all', people({})],
  ['by title', people({ sort: '_title' })],
  ['by a field of its own', people({ sort: 'name' })],
  ['one country', people({ filters: { country: ['MX'] } })],
  ['a country, a role', people({ filters: { country: ['CU'], roles: ['lawyer'] } })],
  ['several countries, by title', people({ filters: { country: ['MX', 'CU'] }, sort: '_title' })],
  ['a role that a quarter has', people({ filters: { roles: ['victim'] } })],
  ['a value that nobody has', people({ filters: { country: ['ZZ'] } })],
  ['between two dates', { type: 'event', dates: { field: 'date', from: '1990-01', to: '1990-06' } }],
  ['from a date on', { type: 'event', dates: { field: 'date', from: '1960' } }],
  ['up to a date', { type: 'event', dates: { field: 'date', to: '2010' } }],
  [
    'between two dates in a country',
    { type: 'event', filters: { country: ['MX'] }, dates: { field: 'date', from: '1990', to: '1991' } },
  ],
  ['a rare word', people({ text: 'apellido77' })],
  ['a common word', people({ text: 'maria' })],
  ['a common word by title', people({ text: 'maria', sort: '_title' })],
  ['a word in a country', people({ text: 'oksana', filters: { country: ['MX'] } })],
  ['misspelt', people({ text: 'oxsana morreno' })],
]

describe('on 300,000 records', () => {
  test.each(lists)('list and facets by index: %s', async (_name, query) => {
    const found = await scansOfAction(async (tx) => {
      const page = await listRecords(tx, query)
      await countFacets(tx, query, page.similar)
      if (page.next !== null) await listRecords(tx, { ...query, after: page.next })
    })
    expect(faults(found)).toEqual([])
  })

  test.each([
    ['a rare word', 'apellido77', false],
    ['a word that an eighth of all has', 'maria', false],
    ['a word that nobody has', 'nadie', false],
    ['several words', 'oksana moreno apellido77', false],
    ['misspelt', 'oxsana morreno', true],
  ])('search by index, inside: %s', async (_name, text, similar) => {
    const { superuser, actor } = ground
    await superuser.query(
      "select set_config('amparo.org', $1, false), set_config('amparo.account', $2, false)",
      [actor.orgId, actor.accountId],
    )
    const found = await explainInside(superuser, 'select * from search_records($1, $2, $3, $4)', [
      text,
      similar,
      ['person'],
      10_001,
    ])
    expect(found.map(({ table }) => table)).toContain('record_search')
    expect(faults(found)).toEqual([])
  })

  test('a page far in is found by its key', async () => {
    const { actor, engine } = ground
    const next = await withRequest({ db: engine, shipped }, actor, async (tx) => {
      let page = await listRecords(tx, people({ sort: '_title', limit: 500 }))
      for (let i = 0; i < 20; i++)
        page = await listRecords(
          tx,
          people({ sort: '_title', limit: 500, ...(page.next && { after: page.next }) }),
        )
      return page.next
    })
    expect(next).not.toBeNull()
    const found = await scansOfAction((tx) =>
      listRecords(tx, people({ sort: '_title', ...(next !== null && { after: next }) })),
    )
    expect(faults(found)).toEqual([])
    // Of the keys, the page and no more; the rest is the count.
    expect(found.filter(({ table }) => table === 'record_key').every(({ examined }) => examined <= 200)).toBe(
      true,
    )
  })

  test('a record with a thousand relations, what points at it, its citations and history', async () => {
    const found = await scansOfAction(async (tx) => {
      const record = await readRecord(tx, loaded.hubId)
      expect(record.linked.size).toBe(loaded.hubLinks)
      expect(await readBacklinks(tx, loaded.hubId)).toHaveLength(loaded.hubBacklinks)
      await readCitations(tx, loaded.hubId)
      await readHistory(tx, loaded.hubId)
    })
    expect(faults(found)).toEqual([])
  })

  test('saving it, with a value changed and with a relation added', async () => {
    const found = await scansOfAction(async (tx) => {
      const record = await readRecord(tx, loaded.hubId)
      await updateRecord(tx, { id: record.id, version: 1, values: { notes: 'seen' } })
      const relatives = record.values['relatives'] as readonly { readonly to: string }[]
      const another = '01900000-0000-7000-8000-0000000186a1'
      await updateRecord(tx, {
        id: record.id,
        version: 2,
        values: { relatives: [...relatives, { to: another }] },
      })
    })
    expect(faults(found)).toEqual([])
  })

  test('what would read a table from end to end is seen', async () => {
    const end = await scansOfAction((tx) =>
      tx.sql.selectFrom('record').select('id').where('title', 'like', '%x').execute(),
    )
    expect(faults(end)).not.toEqual([])
    const index = await scansOfAction((tx) =>
      tx.sql
        .selectFrom('record_key')
        .select((e) => e.fn.max('key').as('key'))
        .where('type', '=', 'person')
        .execute(),
    )
    expect(faults(index)).not.toEqual([])
  })
})
