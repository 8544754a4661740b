import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#platform/access'
import { type Database, connect } from '#platform/db'
import { createOrganisation } from '#platform/identity'
import { withRequest } from '#platform/records'
import { countDue, listDue, readClocks } from '#platform/retention'
import { shipped } from '../../src/open-house.ts'
import { freshDatabase, testServer } from '../support/database.ts'
import { loadRecords, loaded } from './load-records.ts'

// The preview looks at every record once: seconds, whatever their number; a record's own clock is found at once.

let app: Database
let actor: Actor
let close: () => Promise<void>

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
  await superuser.query('vacuum analyze')
  await superuser.end()
  app = connect(database.app, { max: 2 })
  actor = {
    orgId,
    orgSlug: 'load',
    accountId: administratorId,
    name: 'Ada',
    role: 'administrator',
    language: 'en',
  }
  close = async () => {
    await app.destroy()
    await database.drop()
  }
})
afterAll(() => close())

test('previews 300,000 clocks in seconds, and reads one at once', async () => {
  const ground = { db: app, shipped }
  const timed = async <Result>(what: string, most: number, work: () => Promise<Result>) => {
    const from = performance.now()
    const result = await work()
    const took = performance.now() - from
    expect(took, what).toBeLessThan(most)
    return result
  }
  const counts = await timed('counting what is due', 60_000, () =>
    withRequest(ground, actor, (tx) => countDue(tx, '2099-01-01')),
  )
  // Nothing of what was loaded today is due tomorrow: what cannot be is not looked at.
  const soon = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
  const none = await timed('counting what is due tomorrow', 5_000, () =>
    withRequest(ground, actor, (tx) => countDue(tx, soon)),
  )
  expect(none).toEqual([])
  expect(counts.reduce((sum, one) => sum + one.count, 0)).toBeGreaterThan(loaded.people)
  const page = await timed('a page of a hundred', 60_000, () =>
    withRequest(ground, actor, (tx) =>
      listDue(tx, { type: 'person', rule: 'about_people', at: '2099-01-01', limit: 100 }),
    ),
  )
  expect(page).toHaveLength(100)
  const one = await timed('one clock', 2_000, () =>
    withRequest(ground, actor, (tx) => readClocks(tx, 'person', [page[0]?.recordId ?? ''])),
  )
  expect(one.size).toBe(1)
})
