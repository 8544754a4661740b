import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { attachFile } from '#platform/evidence'
import { createRecord } from '#platform/records'
import { answerOffer, offerShare } from '#platform/sharing'
import { askExport } from '#platform/transfer'
import { modules } from '../../src/modules.ts'
import { type TestApp, type TestPerson, testApp } from '../support/app.ts'

const canary = `canary${randomUUID().slice(0, 8)}`
const routes = modules.flatMap((module) => module.routes ?? [])

let app: TestApp
let owner: TestPerson
let stranger: TestPerson
let ids: Readonly<Record<string, string>>

beforeAll(async () => {
  app = await testApp()
  owner = await app.signIn()
  stranger = await app.signIn()
  const third = await app.signIn()
  ids = await owner.within(async (tx) => {
    const person = await createRecord(tx, {
      type: 'person',
      values: { name: `${canary} person`, whereabouts: canary },
    })
    const edition = await createRecord(tx, {
      type: 'edition',
      values: Object.fromEntries(
        (tx.schema.types.get('edition')?.fields ?? [])
          .filter((field) => field.required || field.name === 'name')
          .map((field) => [field.name, sample(field.type, field.options?.[0]?.code)]),
      ),
    })
    const event = await createRecord(tx, { type: 'event', values: { title: `${canary} event` } })
    const { attachmentId } = await attachFile(tx, app.house.files, {
      recordId: person.id,
      content: (await import('node:stream')).Readable.from([canary]),
      name: `${canary}.txt`,
    })
    const approval = await askExport(tx, { type: 'person', format: 'csv' }, canary)
    const offer = { recordId: person.id, fields: ['name'], purpose: canary, lastDay: '2099-12-31' }
    const made = await offerShare(tx, { ...offer, to: third.actor.orgSlug })
    return {
      person: person.id,
      edition: edition.id,
      event: event.id,
      attachment: attachmentId,
      approval,
      share: 'share' in made ? made.share : '',
    }
  })
  await third.within((tx) => answerOffer(tx, ids['share'] ?? '', 'accepted'))
})

const sample = (type: string, code: string | undefined): unknown =>
  type === 'choice' ? code : type === 'date' ? '2026' : type === 'number' ? 1 : `${canary} edition`

/** The address of a route with the first organisation's ids in it. */
const addressed = (path: string): string =>
  path
    .replace(/:type\b/g, 'person')
    .replace(/:editionId\b/g, ids['edition'] ?? '')
    .replace(/:approvalId\b/g, ids['approval'] ?? '')
    .replace(/:shareId\b/g, ids['share'] ?? '')
    .replace(/:attachment(Id)?\b/g, ids['attachment'] ?? '')
    .replace(
      /:(id|personId|municipalityId|recordId)\b/g,
      path.includes('/event') ? (ids['event'] ?? '') : (ids['person'] ?? ''),
    )
    .replace(/:version\b/g, '1')
    .replace(/:\w+(\{[^}]*\})?\??/g, 'x')

const namesARecord = (path: string) =>
  /:(id|editionId|attachment(Id)?|recordId|approvalId|shareId)\b/.test(path)

describe('whoever is not signed in', () => {
  test.each(
    routes
      .filter((route) => route.may !== 'anyone' && route.may !== 'guest')
      .map((route) => [route.method, route.path] as const),
  )('is asked to sign in by %s %s (claim 11)', async (method, path) => {
    const response = await app.fetch(addressed(path), { method: method.toUpperCase() })
    expect(response.status).toBe(401)
    expect(await response.text()).not.toContain(canary)
  })
})

describe('another organisation', () => {
  test.each(routes.filter((route) => route.method === 'get').map((route) => [route.path] as const))(
    'learns nothing by GET %s (claim 29)',
    async (path) => {
      const response = await stranger.get(addressed(path))
      expect(await response.text()).not.toContain(canary)
      expect(response.status).toBeLessThan(500)
      if (namesARecord(path)) expect(response.status, path).toBeGreaterThanOrEqual(400)
    },
  )

  test.each(
    routes
      .filter((route) => route.method === 'post' && !route.api && namesARecord(route.path))
      .map((route) => [route.path] as const),
  )('changes nothing by POST %s (claim 29)', async (path) => {
    const before = await state()
    const response = await stranger.post(addressed(path), {
      version: '1',
      field: 'name',
      reason: 'x',
      _fields: 'name',
      'f.name.full': 'x',
    })
    expect(response.status, path).not.toBe(401)
    expect(response.status, path).toBeGreaterThanOrEqual(400)
    expect(response.status, path).toBeLessThan(500)
    expect(await response.text()).not.toContain(canary)
    expect(await state()).toEqual(before)
  })
})

/** What the first organisation has, as a fingerprint. */
const state = async () =>
  (
    await sql`select (select count(*) from record_version where org_id = ${owner.actor.orgId}::uuid) as versions,
      (select count(*) from link where org_id = ${owner.actor.orgId}::uuid) as links,
      (select count(*) from citation where org_id = ${owner.actor.orgId}::uuid) as citations,
      (select count(*) from approval where org_id = ${owner.actor.orgId}::uuid and decision is null and withdrawn_at is null) as approvals,
      (select count(*) from share where org_id = ${owner.actor.orgId}::uuid and ended_at is null) as shares,
      (select count(*) from attachment where org_id = ${owner.actor.orgId}::uuid and until is null) as attachments`.execute(
      app.owner,
    )
  ).rows

describe('the database itself', () => {
  test('has a policy on every table that belongs to an organisation (claim 29)', async () => {
    const { rows } = await sql<{ name: string; rls: boolean; policies: number }>`
      select c.relname as name, c.relrowsecurity as rls, (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`.execute(app.owner)
    expect(rows.length).toBeGreaterThan(15)
    expect(rows.filter((row) => !row.rls || row.policies === 0)).toEqual([])
  })

  test('shows the serving logins nothing while nobody is asking (claim 29)', async () => {
    const { rows: tables } = await sql<{ name: string }>`
      select table_name as name from information_schema.role_table_grants
       where grantee = 'amparo_app' and privilege_type = 'SELECT' and table_schema = 'public'`.execute(
      app.owner,
    )
    expect(tables.length).toBeGreaterThan(15)
    for (const { name } of tables) {
      const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(app.house.db)
      expect(rows, name).toEqual([])
    }
  })

  test('does not take a person of one organisation for one of another (claim 29)', async () => {
    await app.house.db.transaction().execute(async (trx) => {
      await sql`select set_config('amparo.org', ${owner.actor.orgId}, true), set_config('amparo.account', ${stranger.actor.accountId}, true)`.execute(
        trx,
      )
      expect((await sql`select 1 from record`.execute(trx)).rows).toEqual([])
    })
  })

  test('lets the serving login change no version and no ledger entry (claim 26)', async () => {
    for (const statement of [
      'update record_version set reason = null',
      'delete from record_version',
      "update ledger set act = 'x'",
      'delete from ledger',
    ])
      await expect(
        owner.within((tx) => sql.raw(statement).execute(tx.sql)),
        statement,
      ).rejects.toThrow(/permission denied/)
  })
})

test('a restricted record is not there for a colleague without a grant, on any path (claim 12)', async () => {
  const made = await owner.within((tx) =>
    createRecord(tx, { type: 'person', values: { name: `secret${canary}` }, visibility: 'restricted' }),
  )
  const colleague = randomUUID()
  await app.owner
    .insertInto('account')
    .values({
      org_id: owner.actor.orgId,
      id: colleague,
      kind: 'person',
      name: 'Colleague',
      role: 'administrator',
    })
    .execute()
  const other = await app.signIn({ ...owner.actor, accountId: colleague })
  expect((await owner.get(`/workspace/record/${made.id}`)).status).toBe(200)
  for (const path of [
    `/workspace/record/${made.id}`,
    `/workspace/record/${made.id}/history`,
    `/workspace/record/${made.id}/edit`,
    `/workspace/record/${made.id}/merge`,
  ])
    expect((await other.get(path)).status, path).toBe(404)
  // The words asked for come back in the search box; the record's title does not, nor a link to it.
  for (const path of [
    '/workspace',
    `/workspace/records/person?q=secret${canary}`,
    '/workspace/records/person?sort=_title',
    `/workspace/search?q=secret${canary}`,
    '/workspace/records/person?as=cards',
  ])
    expect(await (await other.get(path)).text(), path).not.toContain(made.id)
  const { count } = (await (
    await app.fetch('/api/v1/records/person', { headers: { authorization: `Bearer ${other.token}` } })
  ).json()) as { count: number }
  expect(count).toBe(1)
})
