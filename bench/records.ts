// Search, lists, facets, opening and saving on the records that bench/generate.ts loaded, at one client and at 16,
// each beside the same question written by hand in SQL under the same policies. Prints JSON.
//   AMPARO_HOME=/tmp/bench node bench/records.ts [--only search] [--pairs 30] [--each 6]
import { parseArgs } from 'node:util'
import { type CompiledQuery, Kysely, PostgresDialect, type Transaction, sql } from 'kysely'
import { Client, Pool } from 'pg'
import { type Tables, withAsker } from '#platform/db'
import {
  type ListQuery,
  type Tx,
  countFacets,
  insertRecords,
  listRecords,
  readBacklinks,
  readCitations,
  readRecord,
  updateRecord,
  withRequest,
} from '#platform/records'
import { noteReadings, noteSearch } from '#platform/ledger'
import { explain, faultsOf } from '../tests/load/plans.ts'
import * as hand from './sample/hand.ts'
import { openBench } from './sample/house.ts'
import { comparePairs, compareTogether, load } from './sample/measure.ts'
import { planted } from './sample/records.ts'
import { schema } from './sample/schema.ts'

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    pairs: { type: 'string', default: '30' },
    each: { type: 'string', default: '6' },
  },
})
const clients = 16
const house = await openBench()
const { reader } = house

/** One thing that people do: by the engine, and by hand. `slot` tells clients at once apart. */
interface Operation {
  readonly name: string
  readonly engine: (tx: Tx, slot: number) => Promise<unknown>
  readonly hand: (trx: Transaction<Tables>, slot: number) => Promise<unknown>
}

const ground = { db: house.app, shipped: schema }
const byEngine = (action: (tx: Tx) => Promise<unknown>) => withRequest(ground, reader, action)
const byHand = (action: (trx: Transaction<Tables>) => Promise<unknown>) =>
  withAsker(house.app, reader, action)

/** The list with its facets, as the workspace's page asks for them. */
const listed = (query: ListQuery) => async (tx: Tx) => {
  const page = await listRecords(tx, query)
  return countFacets(tx, query, page.similar)
}
const people = (query: Omit<ListQuery, 'type'>) => (tx: Tx) => listRecords(tx, { type: 'person', ...query })

/** Sixteen records with 1,000 relations each, so that clients who save at once do not wait for each other. */
const hubs = Array.from({ length: clients }, (_, i) => `019b0000-0000-7000-8000-00000000b${String(100 + i)}`)
async function makeHubs(): Promise<void> {
  const type = schema.types.get('person')
  if (!type) throw new Error('no type person')
  const there = await house.owner
    .selectFrom('record')
    .select('id')
    .where('id', '=', hubs[0] ?? '')
    .execute()
  if (there.length > 0) return
  const some = await house.owner
    .selectFrom('record')
    .select('id')
    .where('type', '=', 'person')
    .where('visibility', '<>', 'restricted')
    .limit(2_000)
    .execute()
  const relatives = some.map(({ id }) => ({ to: id }))
  await withRequest(ground, house.loader, (tx) =>
    insertRecords(
      tx,
      hubs.map((id, i) => ({
        id,
        type,
        visibility: 'internal',
        values: {
          name: { full: 'Central Vinculada de Prueba' },
          relatives: relatives.slice(i * 50, i * 50 + 1_000),
        },
      })),
    ),
  )
}

async function pageKey(pages: number): Promise<readonly [string, string]> {
  return withRequest(ground, reader, async (tx) => {
    let after: string | undefined
    for (let i = 1; i < pages; i++) {
      const page = await listRecords(tx, { type: 'person', sort: '_title', ...(after && { after }) })
      after = page.next ?? undefined
    }
    return JSON.parse(Buffer.from(after ?? '', 'base64url').toString()) as [string, string]
  })
}

/** The version that a client last saw of its record. */
const versionOf = async (trx: Transaction<Tables>, id: string): Promise<number> =>
  (await trx.selectFrom('record').select('version').where('id', '=', id).executeTakeFirstOrThrow()).version

let counter = Date.now()
let outsiders: readonly string[] = []
const another = () => outsiders[counter++ % outsiders.length] ?? ''
const known = new Map<string, readonly { readonly to: string }[]>()
const withAnother = (id: string) => {
  const links = [...(known.get(id) ?? [])]
  const to = another()
  if (!links.some((one) => one.to === to)) links.push({ to })
  known.set(id, links)
  return links
}

await makeHubs()
const page100 = await pageKey(100)
outsiders = (
  await house.owner
    .selectFrom('record')
    .select('id')
    .where('type', '=', 'person')
    .where('visibility', '<>', 'restricted')
    .orderBy('id', 'desc')
    .limit(5_000)
    .execute()
).map(({ id }) => id)
for (const id of hubs) {
  const record = await withRequest(ground, reader, (tx) => readRecord(tx, id))
  known.set(id, record.values['relatives'] as readonly { readonly to: string }[])
}

const hubOf = (slot: number) => hubs[slot % hubs.length] ?? ''
const search = (name: string, text: string): Operation => ({
  name: `search: ${name}`,
  engine: people({ text }),
  // What the ledger asks for is no part of the question: both write it by the same function.
  hand: async (trx) => {
    await noteSearch({ sql: trx, actor: reader }, 'person', text)
    await hand.search(trx, reader, text)
  },
})
const filters = [
  ['country', 'NI'],
  ['rights', 'women'],
  ['roles', 'defender'],
] as const
const chosen = { country: ['NI'], rights: ['women'], roles: ['defender'] }

const operations: readonly Operation[] = [
  search('rare word', planted.rareName.toLowerCase()),
  search('common word', 'maria'),
  search('misspelt, rare', 'zubizaretagoitya'),
  search('misspelt, common', 'martha morena gonsales'),
  search('transliterated', 'oksana shevchuk'),
  {
    name: 'search in a country, with facets',
    engine: listed({ type: 'person', text: 'moreno', filters: { country: ['AR'] } }),
    // The search inside is the same function for both: what is compared is what is made of it.
    hand: async (trx) => {
      await noteSearch({ sql: trx, actor: reader }, 'person', 'moreno')
      await sql`with h as materialized (select s.record_id, s.rank from search_records('moreno', false, '{person}', 10001) s
          join record_key k on k.org_id = ${reader.orgId}::uuid and k.record_id = s.record_id and k.field = 'country' and k.key = 'AR')
        select (select count(*)::int from h) as n, r.id, r.title, r.values, r.visibility, r.fictitious, r.updated_at
          from (select * from h order by rank desc, record_id limit 51) p
          join record r on r.org_id = ${reader.orgId}::uuid and r.id = p.record_id order by p.rank desc, r.id`.execute(
        trx,
      )
      await sql`with s as materialized (select record_id from search_records('moreno', false, '{person}', 10001)),
          h as materialized (select s.record_id from s join record_key k on k.org_id = ${reader.orgId}::uuid
             and k.record_id = s.record_id and k.field = 'country' and k.key = 'AR')
        select k.field, k.key, count(*)::int from h join record_key k on k.org_id = ${reader.orgId}::uuid and k.record_id = h.record_id
           and k.field = any('{roles,rights,gender,occupation,disciplines,affiliations,public_basis}') group by 1, 2
        union all
        select k.field, k.key, count(*)::int from s join record_key k on k.org_id = ${reader.orgId}::uuid and k.record_id = s.record_id
           and k.field = 'country' group by 1, 2`.execute(trx)
    },
  },
  {
    name: 'list by title, page 1',
    engine: people({ sort: '_title' }),
    hand: (trx) => hand.byTitle(trx, reader, null),
  },
  {
    name: 'list by title, page 100',
    engine: people({ sort: '_title', after: Buffer.from(JSON.stringify(page100)).toString('base64url') }),
    hand: (trx) => hand.byTitle(trx, reader, page100),
  },
  {
    name: 'list of a country, right and role, with facets',
    engine: listed({ type: 'person', filters: chosen }),
    hand: (trx) => hand.filtered(trx, reader, filters),
  },
  {
    name: 'list of a common role (more than 10,000), with facets',
    engine: listed({ type: 'person', filters: { roles: ['victim'] } }),
    hand: (trx) => hand.filtered(trx, reader, [['roles', 'victim']]),
  },
  {
    name: 'list of events between two dates',
    engine: (tx) => listRecords(tx, { type: 'event', dates: { field: 'date', from: '1990', to: '1990-06' } }),
    hand: (trx) => hand.between(trx, reader, '241990-01-01', '241990-06-300'),
  },
  {
    name: 'list of everyone (more than 10,000), with facets',
    engine: listed({ type: 'person' }),
    hand: (trx) => hand.everyone(trx, reader),
  },
  {
    name: 'open a record with 1,000 links to others and 1,000 from others',
    engine: async (tx) => {
      await readRecord(tx, planted.hubId)
      await readBacklinks(tx, planted.hubId)
      await readCitations(tx, planted.hubId)
    },
    hand: async (trx) => {
      await hand.open(trx, reader, planted.hubId)
      await noteReadings({ sql: trx }, [{ id: planted.hubId, restricted: false, classes: ['identity'] }])
    },
  },
  {
    name: 'save a record with 1,000 links, one value changed',
    engine: async (tx, slot) => {
      const id = hubOf(slot)
      await updateRecord(tx, {
        id,
        version: await versionOf(tx.sql, id),
        values: { notes: `nota ${counter++}` },
      })
    },
    hand: async (trx, slot) => {
      await versionOf(trx, hubOf(slot))
      await hand.saveValue(trx, reader, hubOf(slot), `nota ${counter++}`)
    },
  },
  {
    name: 'save a record with 1,000 links, one added',
    engine: async (tx, slot) => {
      const id = hubOf(slot)
      await updateRecord(tx, {
        id,
        version: await versionOf(tx.sql, id),
        values: { relatives: withAnother(id) },
      })
    },
    hand: async (trx, slot) => {
      const id = hubOf(slot)
      await versionOf(trx, id)
      await hand.saveLinks(trx, reader, id, withAnother(id))
    },
  },
]

/** What of an operation's statements is not by index, looked at as the app login. */
async function faultsBy(operation: Operation): Promise<readonly string[]> {
  const sent: CompiledQuery[] = []
  const pool = new Pool({ connectionString: house.urls.app, max: 1 })
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    log: (event) => void (event.level === 'query' && sent.push(event.query)),
  })
  const client = new Client({ connectionString: house.urls.app })
  await client.connect()
  const undone = new Error('undone')
  try {
    await withRequest({ db, shipped: schema }, reader, async (tx) => {
      await operation.engine(tx, 0)
      throw undone
    }).catch((error: unknown) => {
      if (error !== undone) throw error
    })
    const { rows } = await sql<{ name: string; n: number }>`
      select relname as name, reltuples::bigint::int as n from pg_class where relnamespace = 'public'::regnamespace`.execute(
      house.owner,
    )
    const sizes = new Map(rows.map(({ name, n }) => [name, n]))
    await client.query('begin')
    await client.query("select set_config('amparo.org', $1, true), set_config('amparo.account', $2, true)", [
      reader.orgId,
      reader.accountId,
    ])
    const faults: string[] = []
    for (const statement of sent)
      if (!/^(begin|commit|rollback)/i.test(statement.sql))
        faults.push(
          ...faultsOf(
            // A table that is all but empty is read as it is; there are no citations here.
            (await explain(client, statement)).filter(({ table }) => (sizes.get(table) ?? 0) > 1_000),
            sizes,
          ),
        )
    await client.query('rollback')
    return faults
  } finally {
    await Promise.all([db.destroy(), client.end()])
  }
}

const counted = await house.owner
  .selectFrom('record')
  .select(sql<number>`count(*)::int`.as('n'))
  .executeTakeFirstOrThrow()
const figures = []
for (const operation of operations.filter(({ name }) => name.includes(options.only))) {
  const { engine, hand: written, name } = operation
  const pairs = await comparePairs(
    () => byEngine((tx) => engine(tx, 0)),
    () => byHand((trx) => written(trx, 0)),
    Number(options.pairs),
  )
  const crowd = await compareTogether(
    clients,
    Number(options.each),
    (client) => byEngine((tx) => engine(tx, client)),
    (client) => byHand((trx) => written(trx, client)),
  )
  const figure = {
    name,
    oneClient: pairs.one,
    byHand: pairs.other,
    ratio: pairs.ratio,
    together: {
      clients,
      engine: crowd.one,
      byHand: crowd.other,
      ratio: crowd.ratio,
      perSecond: crowd.perSecond,
    },
    notByIndex: await faultsBy(operation),
    loadAverage: load(),
  }
  console.error(
    `${name}: ${pairs.one.p50}/${pairs.one.p95} ms, ratio ${pairs.ratio}; at ${clients}: ${crowd.one.p50}/${crowd.one.p95} ms, ratio ${crowd.ratio}; ${figure.notByIndex.join('; ') || 'by index'}; load ${figure.loadAverage}`,
  )
  figures.push(figure)
}
console.log(JSON.stringify({ records: counted.n, figures }, null, 2))
await house.close()
