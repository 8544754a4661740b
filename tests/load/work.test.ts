import { type CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import { Client, Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#platform/access'
import { type Tables, connect } from '#platform/db'
import { createOrganisation } from '#platform/identity'
import { type Tx, withRequest } from '#platform/records'
import { modules } from '../../src/modules.ts'
import { shipped } from '../../src/open-house.ts'
import {
  type ReceivedQuery,
  readReceived,
} from '../../src/modules/advocacy/received/queries/read-received.ts'
import { readAwaited, readTasks } from '../../src/modules/casework/steps/work.ts'
import { freshDatabase } from '../support/database.ts'
import { loadWork, work, workPerson, workTeam } from './load-work.ts'
import { type TableScan, explain, faultsOf } from './plans.ts'

// My day, the team's week and what is asked and unanswered, on 10,000 restricted cases with 50,000 tasks: the statements
// that are sent, under EXPLAIN by the app login with the actor set, must go by an index and never through the whole.

interface Ground {
  readonly actor: Actor
  readonly app: Client
  readonly engine: Kysely<Tables>
  readonly sent: CompiledQuery[]
  readonly sizes: ReadonlyMap<string, number>
  readonly close: () => Promise<void>
}

let ground: Ground

beforeAll(async () => {
  const database = await freshDatabase()
  const owner = connect(database.owner, { max: 1 })
  const { orgId } = await createOrganisation(owner, {
    slug: 'work',
    name: { en: 'Work' },
    administrator: 'Ada',
  })
  await owner.destroy()
  const loader = new Client({ connectionString: database.owner })
  await loader.connect()
  await loadWork(loader, orgId)
  const sizes = await loader.query<{ name: string; n: number }>(
    "select relname as name, reltuples::bigint::int as n from pg_class where relnamespace = 'public'::regnamespace",
  )
  await loader.end()
  const app = new Client({ connectionString: database.app })
  await app.connect()
  const sent: CompiledQuery[] = []
  const pool = new Pool({ connectionString: database.app, max: 2 })
  pool.on('error', () => undefined)
  const engine = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    log: (event) => void (event.level === 'query' && sent.push(event.query)),
  })
  ground = {
    actor: {
      orgId,
      orgSlug: 'work',
      accountId: workPerson(1),
      name: 'Person 1',
      role: 'case_officer',
      language: 'en',
    },
    app,
    engine,
    sent,
    sizes: new Map(sizes.rows.map(({ name, n }) => [name, n])),
    close: async () => {
      await Promise.all([app.end(), engine.destroy()])
      await database.drop()
    },
  }
}, 600_000)

afterAll(() => ground?.close())

async function scansOfAction(action: (tx: Tx) => Promise<unknown>): Promise<readonly TableScan[]> {
  const { actor, app, engine, sent } = ground
  sent.length = 0
  await withRequest({ db: engine, shipped }, actor, action)
  const statements = sent.filter(({ sql }) => !/^(begin|commit|rollback|start transaction)/i.test(sql.trim()))
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

const now = new Date()
const day = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10)

test('the desk is as large as it says', () => {
  expect(ground.sizes.get('work_item')).toBe((work.tasks * 3) / 5 + work.steps / 4 + work.missing)
})

test('one person: tasks by their day, answers by their age', async () => {
  let found = 0
  const scans = await scansOfAction(async (tx) => {
    found += (await readTasks(tx, { ownerId: tx.actor.accountId, until: day(7), undated: true, limit: 200 }))
      .length
    found += (await readAwaited(tx, { ownerId: tx.actor.accountId, until: day(7), limit: 200 })).length
  })
  expect(found).toBeGreaterThan(100)
  expect(faults(scans)).toEqual([])
})

test("a team's week", async () => {
  let found = 0
  const scans = await scansOfAction(async (tx) => {
    found = (await readTasks(tx, { teamId: workTeam(2), from: day(0), until: day(6), limit: 400 })).length
  })
  expect(found).toBeGreaterThan(0)
  expect(faults(scans)).toEqual([])
})

test('all that is asked and unanswered that one sees', async () => {
  const scans = await scansOfAction((tx) => readAwaited(tx, { limit: 200 }))
  expect(faults(scans)).toEqual([])
})

test('what a State office received: its own, all that is to be answered, and all', async () => {
  const found: number[] = []
  const scans = await scansOfAction(async (tx) => {
    const read = async (query: ReceivedQuery) => found.push((await readReceived(tx, query)).length)
    await read({ ownerId: tx.actor.accountId, open: true, limit: 200 })
    await read({ open: true, limit: 200 })
    await read({ limit: 100 })
  })
  for (const count of found) expect(count).toBeGreaterThan(50)
  expect(faults(scans)).toEqual([])
})

test('what all rooms put on the day', async () => {
  const sources = modules.flatMap((module) => module.dayItems ?? [])
  const scans = await scansOfAction(async (tx) => {
    for (const source of sources) await source.read(tx, { now, until: day(7), limit: 200, language: 'en' })
  })
  expect(faults(scans)).toEqual([])
})
