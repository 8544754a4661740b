import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { type PersonRole, can, capabilities, personRoles, roleCapabilities } from '#platform/access'
import { attachFile } from '#platform/evidence'
import { createRecord, updateRecord } from '#platform/records'
import { answerOffer, offerShare } from '#platform/sharing'
import { askExport } from '#platform/transfer'
import { modules } from '../../src/modules.ts'
import { type TestApp, type TestPerson, testApp } from '../support/app.ts'

const canary = `canary${randomUUID().slice(0, 8)}`
const routes = modules
  .flatMap((module) => module.routes ?? [])
  .filter((route) => route.may !== 'anyone' && route.may !== 'guest')
type May = (typeof routes)[number]['may']
/** What the table says: who is signed in at all, or who has the capability. */
const allows = (role: PersonRole, may: May): boolean =>
  may === 'anyone' || may === 'guest' || may === 'member' || can({ role }, may)
const matrix = personRoles.flatMap((role) => routes.map((route) => ({ role, route })))

type Scope = 'internal' | 'restricted' | 'foreign'
type Ids = Readonly<Record<'person' | 'event' | 'edition' | 'attachment' | 'approval' | 'share', string>>

let app: TestApp
let founder: TestPerson
let people: Readonly<Record<PersonRole, TestPerson>>
let objects: Readonly<Record<Scope, Ids>>

beforeAll(async () => {
  app = await testApp()
  founder = await app.signIn()
  const stranger = await app.signIn()
  people = Object.fromEntries(
    await Promise.all(personRoles.map(async (role) => [role, await colleague(role)] as const)),
  ) as Record<PersonRole, TestPerson>
  const [internal, restricted, foreign] = [
    await records(founder, 'internal'),
    await records(founder, 'restricted'),
    await records(stranger, 'internal'),
  ]
  // What the founder's organisation was given is its own to read; what it gave is not, there.
  const given = await shared(founder, stranger, internal.person)
  objects = {
    internal: { ...internal, share: await shared(stranger, founder, foreign.person) },
    restricted: { ...restricted, share: given },
    foreign: { ...foreign, share: given },
  }
})

/** Somebody of the founder's organisation. */
async function colleague(role: PersonRole, classes: readonly string[] = []): Promise<TestPerson> {
  const id = randomUUID()
  await app.owner
    .insertInto('account')
    .values({
      org_id: founder.actor.orgId,
      id,
      kind: 'person',
      name: role,
      role,
      readable_classes: [...classes],
    })
    .execute()
  return app.signIn({ ...founder.actor, accountId: id })
}

/** A record that one organisation gives to another, and that accepts. */
async function shared(from: TestPerson, to: TestPerson, recordId: string): Promise<string> {
  const offer = {
    recordId,
    to: to.actor.orgSlug,
    fields: ['name'],
    purpose: 'a joint appeal',
    lastDay: '2099-12-31',
  }
  const made = await from.within((tx) => offerShare(tx, offer))
  if (!('share' in made)) throw new Error('an open value of an internal record needs no second person')
  await to.within((tx) => answerOffer(tx, made.share, 'accepted'))
  return made.share
}

const records = (by: TestPerson, visibility: 'internal' | 'restricted'): Promise<Omit<Ids, 'share'>> =>
  by.within(async (tx) => {
    const person = await createRecord(tx, {
      type: 'person',
      values: { name: `${canary} ${visibility}`, whereabouts: canary },
      visibility,
    })
    const event = await createRecord(tx, { type: 'event', values: { title: canary }, visibility })
    const edition = await createRecord(tx, {
      type: 'edition',
      values: Object.fromEntries(
        (tx.schema.types.get('edition')?.fields ?? [])
          .filter((field) => field.required || field.name === 'name')
          .map((field) => [
            field.name,
            field.type === 'choice'
              ? field.options?.[0]?.code
              : field.type === 'date'
                ? '2026'
                : field.type === 'number'
                  ? 1
                  : canary,
          ]),
      ),
      visibility,
    })
    const { attachmentId } = await attachFile(tx, app.house.files, {
      recordId: person.id,
      content: Readable.from([canary]),
      name: 'note.txt',
    })
    const approval = await askExport(tx, { type: 'person', format: 'csv' }, canary)
    return { person: person.id, event: event.id, edition: edition.id, attachment: attachmentId, approval }
  })

const addressed = (path: string, ids: Ids): string =>
  path
    .replace(/:type\b/g, 'person')
    .replace(/:editionId\b/g, ids.edition)
    .replace(/:approvalId\b/g, ids.approval)
    .replace(/:shareId\b/g, ids.share)
    .replace(/:attachment(Id)?\b/g, ids.attachment)
    .replace(
      /:(id|personId|municipalityId|recordId)\b/g,
      path.includes('/workspace/event') ? ids.event : ids.person,
    )
    .replace(/:version\b/g, '1')
    .replace(/:\w+(\{[^}]*\})?\??/g, 'x')

const namesARecord = (path: string) =>
  /:(id|editionId|attachment(Id)?|recordId|approvalId|shareId)\b/.test(path)

const ask = (person: TestPerson, route: (typeof routes)[number], path: string): Promise<Response> =>
  route.method === 'get'
    ? person.get(path)
    : route.api
      ? app.fetch(path, {
          method: route.method.toUpperCase(),
          headers: { authorization: `Bearer ${person.token}`, 'content-type': 'application/json' },
          body: '{}',
        })
      : person.post(path, { version: '1', field: 'name', _fields: 'name', 'f.name.full': 'x' })

/** What the founder's organisation has, as a fingerprint. */
const state = async () =>
  (
    await sql`select (select count(*) from record_version where org_id = ${founder.actor.orgId}::uuid) as versions,
      (select count(*) from record where org_id = ${founder.actor.orgId}::uuid and deleted_at is null) as records,
      (select count(*) from citation where org_id = ${founder.actor.orgId}::uuid) as citations,
      (select count(*) from approval where org_id = ${founder.actor.orgId}::uuid and decision is null and withdrawn_at is null) as approvals,
      (select count(*) from share where ended_at is null) as shares,
      (select count(*) from publication where org_id = ${founder.actor.orgId}::uuid) as publications,
      (select count(*) from account where org_id = ${founder.actor.orgId}::uuid) as accounts,
      (select count(*) from record_grant where org_id = ${founder.actor.orgId}::uuid) as grants,
      (select count(*) from attachment where org_id = ${founder.actor.orgId}::uuid and until is null) as attachments,
      (select schema_version from org where id = ${founder.actor.orgId}::uuid) as schema`.execute(app.owner)
  ).rows

test('the table in the code and the table in the database are one (claim 11)', async () => {
  const { rows } = await sql<{ role: string; held: string[] }>`
    select role, array_agg(capability order by capability) as held from role_capability group by role`.execute(
    app.owner,
  )
  expect(Object.fromEntries(rows.map(({ role, held }) => [role, held]))).toEqual(
    Object.fromEntries(Object.entries(roleCapabilities).map(([role, held]) => [role, held.toSorted()])),
  )
})

test.each(personRoles)('the database answers for %s what the code answers', async (role) => {
  for (const capability of capabilities) {
    const { rows } = await people[role].within((tx) =>
      sql<{ yes: boolean }>`select may(${capability}) as yes`.execute(tx.sql),
    )
    expect(rows[0]?.yes, capability).toBe(can({ role }, capability))
  }
})

describe('role × route × object', () => {
  test('is made of every address there is (claim 11)', () => {
    expect(routes.length).toBeGreaterThan(60)
    expect(matrix.length).toBe(routes.length * personRoles.length)
  })

  test.each(personRoles)(
    '%s: is refused what the role may not, by every address (claim 11)',
    async (role) => {
      const before = await state()
      const refused = routes.filter((route) => !allows(role, route.may))
      for (const route of refused) {
        const name = `${route.method} ${route.path}`
        const response = await ask(people[role], route, addressed(route.path, objects.internal))
        expect(response.status, name).toBe(403)
        expect(await response.text(), name).not.toContain(canary)
      }
      expect(await state()).toEqual(before)
    },
  )

  test.each(personRoles)('%s: opens what the role may (claim 11)', async (role) => {
    const allowed = routes.filter((route) => route.method === 'get' && allows(role, route.may))
    expect(allowed.length).toBeGreaterThan(1)
    for (const route of allowed) {
      const response = await ask(people[role], route, addressed(route.path, objects.internal))
      const name = `${route.path} ${response.status}`
      expect([401, 403], name).not.toContain(response.status)
      expect(response.status, name).toBeLessThan(500)
    }
  })

  test.each(
    personRoles.flatMap((role) =>
      (['restricted', 'foreign'] as const).map((scope) => [role, scope] as const),
    ),
  )('%s: finds nothing of a record that is %s, and changes nothing (claims 11, 12)', async (role, scope) => {
    const before = await state()
    for (const route of routes.filter(({ path }) => namesARecord(path))) {
      const response = await ask(people[role], route, addressed(route.path, objects[scope]))
      const name = `${route.method} ${route.path} ${response.status}`
      // A session that ended meanwhile would prove nothing.
      expect(response.status, name).not.toBe(401)
      expect(response.status, name).toBeGreaterThanOrEqual(400)
      expect(response.status, name).toBeLessThan(500)
      expect(await response.text(), name).not.toContain(canary)
    }
    expect(await state()).toEqual(before)
  })
})

const contentTables = [
  'record',
  'record_part',
  'record_version',
  'link',
  'citation',
  'record_key',
  'record_search',
  'merge',
  'file',
  'attachment',
  'import',
  'import_finding',
  'publication',
  'record_grant',
  'record_team_grant',
]

describe('in SQL itself', () => {
  test.each(contentTables)('the auditor reads no row of %s (claim 11)', async (table) => {
    const { rows } = await people.auditor.within((tx) =>
      sql`select 1 from ${sql.table(table)} limit 1`.execute(tx.sql),
    )
    expect(rows).toEqual([])
  })

  test('an auditor finds nothing by searching', async () => {
    const search = sql`select * from search_records(${canary}, false, null, 10)`
    expect((await founder.within((tx) => search.execute(tx.sql))).rows.length).toBeGreaterThan(0)
    expect((await people.auditor.within((tx) => search.execute(tx.sql))).rows).toEqual([])
  })

  test('a reader inserts, changes and deletes nothing', async () => {
    const reader = people.reader
    const { person } = objects.internal
    for (const statement of [
      sql`update record set title = 'x' where id = ${person}::uuid`,
      sql`delete from record where id = ${person}::uuid`,
      sql`update attachment set until = 1`,
      sql`delete from record_key`,
    ])
      expect((await reader.within((tx) => statement.execute(tx.sql))).numAffectedRows ?? 0n).toBe(0n)
    await expect(
      reader.within((tx) => createRecord(tx, { type: 'person', values: { name: 'x' } })),
    ).rejects.toThrow(/row-level security/)
    await expect(
      reader.within((tx) => updateRecord(tx, { id: person, version: 1, values: { name: 'x' } })),
    ).rejects.toThrow()
    await expect(
      reader.within((tx) =>
        sql`insert into record_grant (org_id, record_id, account_id)
          values (${reader.actor.orgId}::uuid, ${objects.restricted.person}::uuid, ${reader.actor.accountId}::uuid)`.execute(
          tx.sql,
        ),
      ),
    ).rejects.toThrow(/row-level security/)
  })

  test('nobody lets themselves into a restricted record, nor learns who holds it (claim 12)', async () => {
    const officer = people.case_officer
    await expect(
      officer.within((tx) =>
        sql`insert into record_grant (org_id, record_id, account_id)
          values (${officer.actor.orgId}::uuid, ${objects.restricted.person}::uuid, ${officer.actor.accountId}::uuid)`.execute(
          tx.sql,
        ),
      ),
    ).rejects.toThrow(/row-level security/)
    const { rows } = await officer.within((tx) =>
      sql`select 1 from record_grant where record_id = ${objects.restricted.person}::uuid`.execute(tx.sql),
    )
    expect(rows).toEqual([])
  })

  test('nobody changes their own role, classes or name, nor another person’s language', async () => {
    const officer = people.case_officer
    for (const column of ['role', 'readable_classes', 'name', 'disabled_at', 'login'])
      await expect(
        officer.within((tx) => sql`update account set ${sql.ref(column)} = null`.execute(tx.sql)),
        column,
      ).rejects.toThrow(/permission denied/)
    await officer.within((tx) => sql`update account set language = 'ca'`.execute(tx.sql))
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from account
      where org_id = ${founder.actor.orgId}::uuid and language = 'ca'`.execute(app.owner)
    expect(rows[0]?.n).toBe(1)
  })

  test('nobody makes a link that signs somebody in', async () => {
    await expect(
      people.administrator.within((tx) =>
        sql`insert into sign_in_link (org_id, token_hash, account_id, expires_at)
          values (${founder.actor.orgId}::uuid, '\\x00', ${founder.actor.accountId}::uuid, now() + interval '1 hour')`.execute(
          tx.sql,
        ),
      ),
    ).rejects.toThrow(/permission denied/)
  })

  test('a class of value is read by those who were given it (claim 13)', async () => {
    const values = sql`select 1 from record_part where record_id = ${objects.internal.person}::uuid and class = 'location'`
    const given = await colleague('researcher', ['location'])
    expect((await given.within((tx) => values.execute(tx.sql))).rows).toHaveLength(1)
    expect((await people.researcher.within((tx) => values.execute(tx.sql))).rows).toEqual([])
  })

  test('a team’s grant lets its members in, until it ends (claim 12)', async () => {
    const officer = await colleague('case_officer')
    const record = objects.restricted.person
    const teamId = randomUUID()
    const sees = async () => {
      const read = await officer.get(`/workspace/record/${record}`)
      const hits = await officer.within((tx) =>
        sql`select 1 from search_records(${canary}, false, null, 50) s where s.record_id = ${record}::uuid`.execute(
          tx.sql,
        ),
      )
      const keys = await officer.within((tx) =>
        sql`select 1 from record_key where record_id = ${record}::uuid limit 1`.execute(tx.sql),
      )
      expect(hits.rows.length).toBe(read.status === 200 ? 1 : 0)
      expect(keys.rows.length).toBe(read.status === 200 ? 1 : 0)
      return read.status === 200
    }
    await founder.within(async (tx) => {
      const org = tx.actor.orgId
      await tx.sql.insertInto('team').values({ org_id: org, id: teamId, name: teamId }).execute()
      await tx.sql
        .insertInto('record_team_grant')
        .values({ org_id: org, record_id: record, team_id: teamId, granted_by: tx.actor.accountId })
        .execute()
    })
    expect(await sees()).toBe(false)
    await founder.within((tx) =>
      tx.sql
        .insertInto('team_member')
        .values({ org_id: tx.actor.orgId, team_id: teamId, account_id: officer.actor.accountId })
        .execute(),
    )
    expect(await sees()).toBe(true)
    await founder.within((tx) =>
      tx.sql
        .updateTable('record_team_grant')
        .set({ until: new Date(Date.now() - 1000) })
        .execute(),
    )
    expect(await sees()).toBe(false)
  })

  test('a person’s grant ends at its hour; the last who may open a record cannot be taken away', async () => {
    const officer = await colleague('case_officer')
    const record = objects.restricted.event
    const grant = (until: Date | null) =>
      founder.within((tx) =>
        tx.sql
          .insertInto('record_grant')
          .values({ org_id: tx.actor.orgId, record_id: record, account_id: officer.actor.accountId, until })
          .onConflict((conflict) =>
            conflict.columns(['org_id', 'record_id', 'account_id']).doUpdateSet({ until }),
          )
          .execute(),
      )
    await grant(new Date(Date.now() + 60_000))
    expect((await officer.get(`/workspace/record/${record}`)).status).toBe(200)
    await grant(new Date(Date.now() - 1000))
    expect((await officer.get(`/workspace/record/${record}`)).status).toBe(404)
    await expect(
      founder.within((tx) => tx.sql.deleteFrom('record_grant').where('record_id', '=', record).execute()),
    ).rejects.toThrow(/the last who may open it/)
  })
})
