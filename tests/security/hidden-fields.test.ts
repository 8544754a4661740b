import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { attachFile } from '#platform/evidence'
import { createApp } from '#platform/http'
import { cite, createRecord, shippedSchema, updateRecord, withRequest } from '#platform/records'
import { problemPage } from '#web/workspace'
import { modules } from '../../src/modules.ts'
import { type TestApp, type TestPerson, testApp } from '../support/app.ts'
import {
  type World,
  anyWorld,
  canary,
  optionSeen,
  options,
  secretsOf,
  seesClass,
  seesRecord,
  typeOfWorld,
  valueAt,
} from './world.ts'

// More of them by hand: PROPERTY_RUNS=100 PROPERTY_SEED=$RANDOM npx vitest run tests/security/hidden-fields.test.ts
const runs = Number(process.env['PROPERTY_RUNS'] ?? 4)
const seed = Number(process.env['PROPERTY_SEED'] ?? 1977)
const hour = 3_600_000

let app: TestApp

beforeAll(async () => {
  app = await testApp()
})

/** A world put into the database, and a way to ask it as one of its people. */
async function settle(world: World) {
  const type = typeOfWorld(world)
  const house = {
    ...app.house,
    shipped: shippedSchema(
      [...modules.flatMap((module) => module.types ?? []), type],
      modules.flatMap((module) => module.vocabularies ?? []),
    ),
  }
  const faults: unknown[] = []
  const served = createApp({ house, problemPage, report: (_id, error) => faults.push(error) })
  const founder = await app.signIn()
  const org = founder.actor.orgId
  await app.owner
    .updateTable('account')
    .set({ readable_classes: ['identity', 'health', 'location', 'legal'] })
    .where('org_id', '=', org)
    .execute()
  const teams = { mine: randomUUID(), another: randomUUID() }
  for (const [name, id] of Object.entries(teams))
    await app.owner.insertInto('team').values({ org_id: org, id, name }).execute()

  const ids: string[] = []
  const versions: number[] = []
  const files: string[] = []
  await withRequest(house, founder.actor, async (tx) => {
    for (const [record, given] of world.records.entries()) {
      const values = (version: 1 | 2) =>
        Object.fromEntries(
          world.fields.flatMap((field, at) =>
            (version === 1 ? given.filled[at] === 'no' : given.filled[at] !== 'changed')
              ? []
              : [[field.name, valueAt(world, record, field, version).value]],
          ),
        )
      const made = await createRecord(tx, {
        type: 'thing',
        values: { name: canary(world, record, 'name'), ...values(1) },
        visibility: given.visibility,
      })
      ids.push(made.id)
      let { version } = made
      const changed = values(2)
      if (Object.keys(changed).length > 0)
        ({ version } = await updateRecord(tx, { id: made.id, version, values: changed }))
      versions.push(version)
    }
    for (const [record, given] of world.records.entries()) {
      const id = ids[record] ?? ''
      await updateRecord(tx, {
        id,
        version: versions[record] ?? 1,
        values: { other: { to: ids[given.to] ?? '', attributes: { note: canary(world, record, 'note') } } },
      })
      const quoted = given.quoted === null ? undefined : world.fields[given.quoted]
      if (quoted && given.filled[given.quoted ?? 0] !== 'no')
        await cite(tx, { recordId: id, field: quoted.name, quote: canary(world, record, 'quote') })
      if (given.fileClass !== null)
        files.push(
          (
            await attachFile(tx, house.files, {
              recordId: id,
              name: `${canary(world, record, 'file')}.txt`,
              caption: canary(world, record, 'caption'),
              class: given.fileClass,
              content: Readable.from([canary(world, record, 'words')]),
            })
          ).attachmentId,
        )
      if (given.embargo)
        await sql`update record set embargo_until = current_date + 2 where id = ${id}::uuid`.execute(tx.sql)
    }
  })

  const people = []
  for (const given of world.people) {
    const id = randomUUID()
    await app.owner
      .insertInto('account')
      .values({
        org_id: org,
        id,
        kind: 'person',
        name: 'Somebody',
        role: given.role,
        readable_classes: [...given.classes],
      })
      .execute()
    await app.owner
      .insertInto('team_member')
      .values({ org_id: org, team_id: teams.mine, account_id: id })
      .execute()
    people.push({ given, person: await app.signIn({ ...founder.actor, accountId: id }) })
  }
  for (const [at, { given, person }] of people.entries())
    for (const [record, grant] of given.grants.entries()) {
      const until = grant.startsWith('ended') ? new Date(Date.now() - hour) : new Date(Date.now() + hour)
      const common = { org_id: org, record_id: ids[record] ?? '', granted_by: founder.actor.accountId, until }
      if (grant === 'current' || grant === 'ended')
        await app.owner
          .insertInto('record_grant')
          .values({ ...common, account_id: person.actor.accountId })
          .execute()
      if (grant === 'another team')
        await app.owner
          .insertInto('record_team_grant')
          .values({ ...common, team_id: teams.another })
          .onConflict((one) => one.doNothing())
          .execute()
      if (grant === 'team' || grant === 'ended team') {
        // A team of this person's own for each: what one is let into is not another's.
        const own = randomUUID()
        await app.owner
          .insertInto('team')
          .values({ org_id: org, id: own, name: `${at} ${record}` })
          .execute()
        await app.owner
          .insertInto('team_member')
          .values({ org_id: org, team_id: own, account_id: person.actor.accountId })
          .execute()
        await app.owner
          .insertInto('record_team_grant')
          .values({ ...common, team_id: own })
          .execute()
      }
    }
  const ask = async (person: TestPerson, path: string, init: RequestInit = {}) =>
    served.fetch(
      new Request(`http://localhost${path}`, {
        ...init,
        headers: path.startsWith('/api/')
          ? { authorization: `Bearer ${person.token}`, 'content-type': 'application/json' }
          : {
              cookie: `amparo=${person.token}`,
              origin: 'http://localhost',
              ...(init.headers as Record<string, string>),
            },
      }),
    )
  return { ids, files, people, ask, faults, founder }
}

/** Everything an answer says, a workbook too, without the marks that only put things apart. */
async function wordsOf(answer: Response): Promise<string> {
  const bytes = Buffer.from(await answer.arrayBuffer())
  if (bytes.subarray(0, 2).toString() !== 'PK')
    return `${bytes.toString()}\n${JSON.stringify([...answer.headers])}`
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as never)
  return book.worksheets.map((sheet) => JSON.stringify(sheet.getSheetValues())).join('\n')
}

test('no field that the rule hides is told on any path, in any form, whatever the schema (claims 12, 13)', async () => {
  let hidden = 0
  let shown = 0
  await fc.assert(
    fc.asyncProperty(anyWorld, async (world) => {
      const { ids, files, people, ask, faults } = await settle(world)
      const secrets = secretsOf(world)
      const sortable = world.fields.filter((field) => field.sortable)
      const absent = randomUUID()
      for (const { given, person } of people) {
        const paths = [
          '/workspace',
          '/workspace/ledger',
          '/workspace/ledger/export',
          '/workspace/publishing',
          '/workspace/trash',
          '/workspace/imports',
          '/workspace/records/thing',
          '/workspace/records/thing?as=cards',
          '/workspace/records/thing?as=map',
          ...sortable.flatMap(({ name }) => [
            `/workspace/records/thing?sort=${name}`,
            `/api/v1/records/thing?sort=${name}`,
          ]),
          ...world.fields
            .filter(({ facet }) => facet)
            .flatMap(({ name }) => options.map((code) => `/workspace/records/thing?f.${name}=${code}`)),
          '/workspace/records/thing/new',
          `/workspace/records/thing/new?f.other.to=${ids[0]}`,
          '/workspace/export/thing',
          ...['csv', 'xlsx', 'json', 'ndjson'].map(
            (format) => `/workspace/export/thing/file?format=${format}`,
          ),
          '/api/v1/records/thing',
          '/api/v1/facets/thing',
          ...ids.flatMap((id) => [
            ...['', '/edit', '/history', '/history?from=1&to=2', '/merge', `/merge?with=${ids[0]}`].map(
              (part) => `/workspace/record/${id}${part}`,
            ),
            `/api/v1/records/thing/${id}`,
            `/api/v1/records/thing/${id}/versions`,
            ...[1, 2, 3].map((version) => `/api/v1/records/thing/${id}/versions/${version}`),
          ]),
          ...files.flatMap((id) =>
            ['', '/download', '/preview', '/picture'].map((part) => `/workspace/file/${id}${part}`),
          ),
        ]
        const said = new Map<string, string>()
        for (const path of paths) said.set(path, await wordsOf(await ask(person, path)))
        // What is written back in a refusal: a stale version, a value of the wrong kind, a relation to what may not be seen.
        const session = await person.get('/workspace/me')
        const token = /name="_csrf" value="([^"]+)"/.exec(await session.text())?.[1] ?? ''
        for (const [record, id] of ids.entries()) {
          const form = new URLSearchParams({
            _csrf: token,
            version: '1',
            _fields: 'name',
            'f.name': `${record}`,
          })
          said.set(
            `stale ${record}`,
            await wordsOf(
              await ask(person, `/workspace/record/${id}/edit`, {
                method: 'POST',
                body: form,
                headers: { 'content-type': 'application/x-www-form-urlencoded' },
              }),
            ),
          )
          for (const body of [
            { version: 1, values: { name: 'x' } },
            {
              version: 9,
              values: Object.fromEntries(world.fields.map(({ name }) => [name, { wrong: true }])),
            },
          ])
            said.set(
              `patch ${record} ${body.version}`,
              await wordsOf(
                await ask(person, `/api/v1/records/thing/${id}`, {
                  method: 'PATCH',
                  body: JSON.stringify(body),
                }),
              ),
            )
          if (!seesRecord(world, given, record)) {
            const told = async (to: string) => {
              const answer = await ask(person, '/api/v1/records/thing', {
                method: 'POST',
                body: JSON.stringify({ values: { name: 'points', other: { to } } }),
              })
              return { status: answer.status, body: (await answer.text()).replaceAll(to, 'ID') }
            }
            // Pointing at what one may not see is pointing at nothing.
            expect(await told(id)).toEqual(await told(absent))
          }
        }
        for (const secret of secrets) {
          const may = secret.told(given)
          if (may) shown += 1
          else hidden += 1
          for (const [path, words] of said)
            if (!may && words.includes(secret.text))
              throw new Error(
                `${given.role} [${given.classes.join()}] is told ${secret.text} of record ${secret.record} by ${path}`,
              )
          // The oracle would be worth nothing if nothing were told to anybody.
          if (may && secret.present) {
            const read = said.get(`/api/v1/records/thing/${ids[secret.record]}`) ?? ''
            expect(read, `${given.role} reads ${secret.text}`).toContain(secret.text)
          }
          if (!secret.searched || !secret.present) continue
          const found = (await (await ask(person, `/api/v1/records/thing?q=${secret.text}`)).json()) as {
            items?: { id: string }[]
            count?: number
            similar?: boolean
          }
          const exact = found.similar ? [] : (found.items ?? []).map(({ id }) => id)
          expect(exact, `${given.role} searches ${secret.text}`).toEqual(may ? [ids[secret.record]] : [])
          if (!found.similar) expect(found.count ?? 0).toBe(may ? 1 : 0)
        }
        // Counts and filters say what the rule says.
        const facets = (
          JSON.parse((said.get('/api/v1/facets/thing') ?? '{}').split('\n')[0] ?? '{}') as {
            fields?: Record<string, { key: string; count: number }[]>
          }
        ).fields
        if (!facets) {
          expect(given.role).toBe('auditor')
          continue
        }
        for (const [at, field] of world.fields.entries()) {
          const seen = (code: string) =>
            ids.filter((_, record) => optionSeen(world, given, record, at) === code)
          if (field.facet)
            for (const code of options) {
              expect(
                facets[field.name]?.find(({ key }) => key === code)?.count ?? 0,
                `${field.name} ${code}`,
              ).toBe(seen(code).length)
              const page = (await (
                await ask(person, `/api/v1/records/thing?f.${field.name}=${code}`)
              ).json()) as { items: { id: string }[]; count: number }
              expect(page.count).toBe(seen(code).length)
              expect(page.items.map(({ id }) => id).toSorted()).toEqual(seen(code).toSorted())
            }
          if (field.sortable && !seesClass(given, field.class)) {
            // In the order of what one may not see there is no order, whoever has a value.
            const page = (await (await ask(person, `/api/v1/records/thing?sort=${field.name}`)).json()) as {
              items: { id: string }[]
              count: number
            }
            expect(page.items).toEqual([])
          }
        }
        const all = (await (await ask(person, '/api/v1/records/thing')).json()) as { count: number }
        expect(all.count).toBeGreaterThanOrEqual(
          ids.filter((_, record) => seesRecord(world, given, record)).length,
        )
      }
      expect(faults).toEqual([])
    }),
    { numRuns: runs, seed, endOnFailure: true },
  )
  expect(hidden).toBeGreaterThan(30)
  expect(shown).toBeGreaterThan(30)
}, 300_000)
