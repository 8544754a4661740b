import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { type PersonRole, can, personRoles } from '#platform/access'
import { noteReadings } from '#platform/ledger'
import { createRecord, readRecord } from '#platform/records'
import { modules } from '../../src/modules.ts'
import { type TestApp, type TestPerson, testApp } from '../support/app.ts'

let app: TestApp
let founder: TestPerson

beforeAll(async () => {
  app = await testApp()
  founder = await app.signIn()
})

async function colleague(
  role: PersonRole,
  classes: readonly string[] = [],
  by = founder,
): Promise<TestPerson> {
  const id = randomUUID()
  await app.owner
    .insertInto('account')
    .values({
      org_id: by.actor.orgId,
      id,
      kind: 'person',
      name: `${role} ${id.slice(0, 4)}`,
      role,
      readable_classes: [...classes],
    })
    .execute()
  return app.signIn({ ...by.actor, accountId: id })
}

const make = (
  by: TestPerson,
  values: Record<string, unknown>,
  visibility: 'internal' | 'restricted' = 'internal',
  type = 'person',
) => by.within((tx) => createRecord(tx, { type, values, visibility })).then(({ id }) => id)

const entries = (act: string, subject: string) =>
  app.owner
    .selectFrom('ledger')
    .select(['account_id', 'detail'])
    .where('act', '=', act)
    .where('subject', '=', subject)
    .orderBy('seq')
    .execute()

test('an auditor begins at the ledger', async () => {
  const auditor = await colleague('auditor')
  const response = await auditor.get('/workspace')
  expect([response.status, response.headers.get('location')]).toEqual([303, '/workspace/ledger'])
})

describe('restricted records that only somebody who left could open', () => {
  test('are handed over by an administrator who does not read them, and each is on the ledger (claim 12)', async () => {
    const left = await colleague('case_officer')
    const heir = await colleague('case_officer')
    const record = await make(left, { name: 'Handed over' }, 'restricted')
    const shared = await make(left, { name: 'Somebody else holds it' }, 'restricted')
    await left.within((tx) =>
      tx.sql
        .insertInto('record_grant')
        .values({
          org_id: tx.actor.orgId,
          record_id: shared,
          account_id: heir.actor.accountId,
          granted_by: tx.actor.accountId,
        })
        .execute(),
    )
    const page = `/workspace/people/${left.actor.accountId}`
    expect(await (await founder.get(page)).text()).not.toContain('hand-over')
    await app.owner
      .updateTable('account')
      .set({ disabled_at: new Date() })
      .where('id', '=', left.actor.accountId)
      .execute()
    const offered = await (await founder.get(page)).text()
    expect(offered).toContain('could open 1 restricted record.')
    expect(offered).not.toContain('Handed over')
    for (const [who, status] of [
      ['', 409],
      [founder.actor.accountId, 409],
      [left.actor.accountId, 409],
    ] as const)
      expect((await founder.post(`${page}/hand-over`, { heir: who })).status).toBe(status)
    expect((await heir.post(`${page}/hand-over`, { heir: heir.actor.accountId })).status).toBe(403)
    await expect(
      heir.within((tx) =>
        sql`select hand_over(${left.actor.accountId}::uuid, ${heir.actor.accountId}::uuid)`.execute(tx.sql),
      ),
    ).rejects.toThrow(/administrators only/)
    expect((await heir.get(`/workspace/record/${record}`)).status).toBe(404)
    expect((await founder.post(`${page}/hand-over`, { heir: heir.actor.accountId })).status).toBe(200)
    expect((await heir.get(`/workspace/record/${record}`)).status).toBe(200)
    expect((await founder.get(`/workspace/record/${record}`)).status).toBe(404)
    expect(await entries('grant.give', record)).toEqual([
      {
        account_id: founder.actor.accountId,
        detail: {
          to: `person:${heir.actor.accountId}`,
          from: `person:${left.actor.accountId}`,
          handed_over: true,
        },
      },
    ])
    expect(await entries('grant.give', shared)).toEqual([])
    expect(await (await founder.get(page)).text()).not.toContain('/hand-over')
  })
})

describe('what is not there for somebody', () => {
  test('is written down alike whether it is hidden or does not exist: same answer, same number of queries (claims 8, 26)', async () => {
    const officer = await colleague('case_officer')
    const hidden = await make(founder, { name: 'Hidden' }, 'restricted')
    const absent = randomUUID()
    const visible = await make(founder, { name: 'Visible' })
    const counted = async (id: string, path = '') => {
      let queries = 0
      const plain = pg.Client.prototype.query
      pg.Client.prototype.query = function counting(this: pg.Client, ...given: unknown[]) {
        queries++
        return (plain as (...all: unknown[]) => unknown).apply(this, given)
      } as typeof plain
      try {
        const response = await officer.get(`/workspace/record/${id}${path}`)
        return {
          queries,
          status: response.status,
          body: await response.text(),
          headers: [...response.headers],
        }
      } finally {
        pg.Client.prototype.query = plain
      }
    }
    // Once before: what is asked once a session or process is asked there.
    await counted(randomUUID())
    for (const path of ['', '/history', '/edit', '/merge']) {
      const [one, other] = [await counted(hidden, path), await counted(absent, path)]
      expect(one.queries, path).toBeGreaterThan(3)
      expect(one, path).toEqual(other)
      expect(one.status).toBe(404)
    }
    const told = async (id: string) =>
      (await entries('access.denied', id)).map((entry) => entry.detail as Record<string, unknown>)
    expect((await told(hidden)).map((detail) => detail['hidden'])).toEqual([true, true, true, true])
    expect((await told(absent)).map((detail) => detail['hidden'])).toEqual([false, false, false, false])
    expect((await told(hidden))[0]).toMatchObject({ method: 'get', route: '/workspace/record/:id' })
    expect((await officer.get(`/workspace/record/${visible}/version/99`)).status).toBe(404)
    expect((await told(visible)).every((detail) => detail['hidden'] === false)).toBe(true)
  })
})

test('a record’s page leaves one reading of it on the ledger, however many panels look at it', async () => {
  const reader = await colleague('case_officer', ['identity', 'location', 'health', 'legal'])
  const values = { name: 'Read once', whereabouts: 'a place', address: 'a street' }
  const record = await make(founder, values)
  await founder.within((tx) => readRecord(tx, record))
  expect((await reader.get(`/workspace/record/${record}`)).status).toBe(200)
  const read = async () =>
    (await entries('record.read', record)).filter((entry) => entry.account_id === reader.actor.accountId)
  expect(await read()).toHaveLength(1)
  expect((await reader.get(`/workspace/record/${record}/history`)).status).toBe(200)
  expect((await reader.get(`/workspace/record/${record}`)).status).toBe(200)
  expect(await read()).toHaveLength(1)
  // Less of it is no second reading; more of it is.
  const noting = (classes: readonly string[]) =>
    reader.within((tx) => noteReadings(tx, [{ id: record, restricted: false, classes }]))
  const before = (await read()).length
  await noting(['health', 'identity'])
  await noting(['health'])
  await noting(['identity'])
  expect(await read()).toHaveLength(before + 1)
  await noting(['health', 'identity', 'legal'])
  expect(await read()).toHaveLength(before + 2)
  const event = await make(founder, { title: 'An event' }, 'restricted', 'event')
  await founder.get(`/workspace/record/${event}`)
  await founder.get(`/workspace/record/${event}/edit`)
  expect(await entries('record.read', event)).toHaveLength(1)
})

/** An address as it stands in a page, without what would lead out of the workspace. */
const local = (href: string): string | null => {
  const url = new URL(href.replaceAll('&amp;', '&'), 'http://localhost')
  return url.host === 'localhost' && url.pathname.startsWith('/workspace') ? url.pathname + url.search : null
}

const table = modules
  .flatMap((module) => module.routes ?? [])
  .map((route) => ({
    route,
    matches: new RegExp(`^${route.path.replace(/:[a-z_A-Z]+(\{[^}]*\})?/g, '[^/]+')}$`),
  }))
const routeOf = (method: string, path: string) =>
  table.find((one) => one.route.method === method && one.matches.test(path))?.route

describe('nobody is shown a button or a link that will be refused', () => {
  const offered = async (person: TestPerson, from: readonly string[], most: number) => {
    const seen = new Set<string>()
    const waiting = [...from]
    const found: { readonly page: string; readonly method: string; readonly path: string }[] = []
    // One address of each route is enough: another record looks alike.
    const kinds = new Set<string>()
    while (waiting.length > 0 && seen.size < most) {
      const at = waiting.shift() ?? ''
      if (seen.has(at)) continue
      seen.add(at)
      const response = await person.get(at)
      if (response.status !== 200 || !response.headers.get('content-type')?.includes('html')) continue
      const html = await response.text()
      for (const [, attributes = ''] of html.matchAll(/<form\b([^>]*)>/g)) {
        const path = local(/\baction="([^"]*)"/.exec(attributes)?.[1] ?? at)
        if (path) found.push({ page: at, method: /method="post"/i.test(attributes) ? 'post' : 'get', path })
      }
      for (const [, href = ''] of html.matchAll(/(?:<a\b[^>]*\bhref|\bformaction)="([^"]*)"/gi)) {
        const path = local(href)
        if (!path || path.includes('/language/')) continue
        found.push({ page: at, method: 'get', path })
        const route = routeOf('get', path.split('?')[0] ?? '')
        const kind = `${route?.path} ${path.split('/')[3]}`
        if (!kinds.has(kind)) {
          kinds.add(kind)
          waiting.push(path.split('#')[0] ?? path)
        }
      }
    }
    return { found, pages: seen.size }
  }

  /** A record with something in every field that its type asks for. */
  const filled = (type: string, values: Record<string, unknown>) =>
    founder
      .within(async (tx) => {
        const required = (tx.schema.types.get(type)?.fields ?? []).filter((field) => field.required)
        const given = required.map((field) => [
          field.name,
          field.type === 'choice'
            ? field.options?.[0]?.code
            : field.type === 'term'
              ? ((codes) => (field.multiple ? codes : codes[0]))(
                  [...(tx.schema.vocabularies.get(field.vocabulary ?? '')?.byCode.keys() ?? [])].slice(0, 1),
                )
              : field.type === 'date'
                ? '2026-10-02'
                : field.type === 'number'
                  ? 2026
                  : 'Something',
        ])
        return createRecord(tx, { type, values: { ...Object.fromEntries(given), ...values } })
      })
      .then(({ id }) => id)
  const visit = async () => {
    const town = await filled('municipality', { name: 'A town' })
    const guest = await make(founder, { name: 'A guest' })
    const id = await filled('edition', { name: 'An edition', dates: '2026-10-01/2026-10-03' })
    await filled('stay', { edition: { to: id }, person: { to: guest }, municipality: { to: town } })
    return id
  }
  let edition: string
  beforeAll(async () => {
    edition = await visit()
  })

  test.each(personRoles)('%s', async (role) => {
    const person = await colleague(role, ['identity', 'location'])
    const ids = [
      await make(founder, { name: 'Shown', whereabouts: 'x' }),
      await make(founder, { title: 'Shown' }, 'internal', 'event'),
      edition,
    ]
    const { found, pages } = await offered(
      person,
      [
        can({ role }, 'read') ? '/workspace' : '/workspace/ledger',
        ...ids.map((id) => `/workspace/record/${id}`),
        `/workspace/visits/${edition}`,
      ],
      120,
    )
    expect(pages).toBeGreaterThan(2)
    expect(found.length).toBeGreaterThan(5)
    const refused = found.filter(({ method, path }) => {
      const may = routeOf(method, path.split('?')[0] ?? '')?.may
      return may && may !== 'anyone' && may !== 'guest' && may !== 'member' && !can({ role }, may)
    })
    expect([...new Set(refused.map(({ page, method, path }) => `${page}: ${method} ${path}`))]).toEqual([])
  })
})
