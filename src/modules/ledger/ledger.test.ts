import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { PersonRole } from '#platform/access'
import { type LyingEntry, newAuditorKey, verifyLedger } from '#platform/ledger'
import { createRecord } from '#platform/records'
import { type TestApp, type TestPerson, testApp, unescape } from '../../../tests/support/app.ts'
import en from './messages/en.json' with { type: 'json' }
import es from './messages/es.json' with { type: 'json' }
import ca from './messages/ca.json' with { type: 'json' }

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})

/** Somebody of the same organisation. */
async function colleague(
  of: TestPerson,
  role: PersonRole,
  classes: readonly string[] = [],
): Promise<TestPerson> {
  const id = randomUUID()
  await app.owner
    .insertInto('account')
    .values({ org_id: of.actor.orgId, id, kind: 'person', name: role, role, readable_classes: [...classes] })
    .execute()
  return app.signIn({ ...of.actor, accountId: id })
}

const entries = (of: TestPerson, act: string) =>
  app.owner
    .selectFrom('ledger')
    .select(['account_id', 'subject', 'detail'])
    .where('org_id', '=', of.actor.orgId)
    .where('act', '=', act)
    .orderBy('place')
    .execute()

const makePerson = (
  by: TestPerson,
  visibility: 'internal' | 'restricted',
  more: Record<string, unknown> = {},
) =>
  by.within((tx) =>
    createRecord(tx, { type: 'person', values: { name: 'Somebody Secret', ...more }, visibility }),
  )

describe('what is written down', () => {
  test('a restricted record, once a session and day, whatever the page (claim 26)', async () => {
    const ada = await app.signIn()
    const { id } = await makePerson(ada, 'restricted')
    for (const page of ['', '/edit', '/history', ''])
      expect((await ada.get(`/workspace/record/${id}${page}`)).status).toBe(200)
    const read = await entries(ada, 'record.read')
    expect(read).toEqual([
      {
        account_id: ada.actor.accountId,
        subject: id,
        detail: { restricted: true, classes: [], session: expect.any(String) },
      },
    ])
    const again = await app.signIn(ada.actor)
    await again.get(`/workspace/record/${id}`)
    expect(await entries(ada, 'record.read')).toHaveLength(2)
  })

  test('values of a class that is not for everyone, by who was shown them; nothing where all is open (claim 26)', async () => {
    const ada = await app.signIn()
    const located = await makePerson(ada, 'internal', { whereabouts: 'Somewhere' })
    const open = await makePerson(ada, 'internal')
    const reader = await colleague(ada, 'reader')
    const entitled = await colleague(ada, 'reader', ['location'])
    for (const person of [reader, entitled])
      for (const { id } of [located, open]) await person.get(`/workspace/record/${id}`)
    expect(await entries(ada, 'record.read')).toEqual([
      {
        account_id: entitled.actor.accountId,
        subject: located.id,
        detail: { restricted: false, classes: ['location'], session: expect.any(String) },
      },
    ])
  })

  test('a search, without its words where there is no auditor’s key (claim 26)', async () => {
    const ada = await app.signIn()
    await ada.get('/workspace/records/person?q=Zebedee')
    await ada.get('/workspace/search?q=Zebedee')
    await ada.get('/workspace/records/person')
    expect((await entries(ada, 'record.search')).map(({ detail }) => detail)).toEqual([
      { type: 'person' },
      { type: null },
    ])
  })

  test('a denial, though what was refused left nothing else (claim 26)', async () => {
    const ada = await app.signIn()
    const reader = await colleague(ada, 'reader')
    const { id } = await makePerson(ada, 'internal')
    expect((await reader.get('/workspace/ledger')).status).toBe(403)
    expect((await reader.post(`/workspace/record/${id}/delete`, { version: '1' })).status).toBe(403)
    const denied = await entries(ada, 'access.denied')
    expect(
      denied.map(({ account_id, subject, detail }) => [
        account_id,
        subject,
        detail['method'],
        detail['route'],
      ]),
    ).toEqual([
      [reader.actor.accountId, null, 'get', '/workspace/ledger'],
      [reader.actor.accountId, id, 'post', '/workspace/record/:id/delete'],
    ])
    expect((await verifyLedger(app.owner, { id: ada.actor.orgId, slug: '' })).findings).toEqual([])
  })
})

describe('the screen', () => {
  test('shows the auditor who did what, and no content of records (claims 12, 26)', async () => {
    const ada = await app.signIn()
    const { id } = await makePerson(ada, 'restricted')
    await ada.get(`/workspace/record/${id}`)
    const auditor = await colleague(ada, 'auditor')
    const page = await auditor.get('/workspace/ledger')
    const html = await page.text()
    expect(page.status).toBe(200)
    expect(html).toContain('Read restricted material')
    expect(html).toContain(id.slice(-8))
    expect(html).not.toContain('Somebody Secret')
    expect(html).not.toContain(`/workspace/record/${id}`)
    expect(await (await ada.get('/workspace/ledger')).text()).toContain(`/workspace/record/${id}`)
    for (const role of ['reader', 'editor', 'case_officer', 'researcher'] as const)
      expect((await (await colleague(ada, role)).get('/workspace/ledger')).status, role).toBe(403)
  })

  test('filters by act, person and day, and pages by place without leaving one out', async () => {
    const ada = await app.signIn()
    await app.owner.transaction().execute(async (trx) => {
      await sql`insert into ledger (org_id, act, account_id)
        select ${ada.actor.orgId}::uuid, case when n % 2 = 0 then 'export.run' else 'record.merge' end,
               case when n % 3 = 0 then ${ada.actor.accountId}::uuid end from generate_series(1, 240) n`.execute(
        trx,
      )
    })
    const places = async (path: string): Promise<string[]> => {
      const found: string[] = []
      for (let at: string | undefined = path; at; ) {
        const html = unescape(await (await ada.get(at)).text())
        found.push(...[...html.matchAll(/data-label="Place">(\d+)</g)].map((match) => match[1] ?? ''))
        at = /<a href="([^"]+)" rel="next"/.exec(html)?.[1]
      }
      return found
    }
    const all = await app.owner
      .selectFrom('ledger')
      .select(['place', 'act', 'account_id'])
      .where('org_id', '=', ada.actor.orgId)
      .orderBy('place', 'desc')
      .execute()
    expect(await places('/workspace/ledger')).toEqual(all.map(({ place }) => place))
    expect(await places('/workspace/ledger?act=export.run')).toEqual(
      all.filter(({ act }) => act === 'export.run').map(({ place }) => place),
    )
    expect(await places(`/workspace/ledger?account=${ada.actor.accountId}&act=record.merge`)).toEqual(
      all
        .filter((e) => e.act === 'record.merge' && e.account_id === ada.actor.accountId)
        .map(({ place }) => place),
    )
    expect(await places('/workspace/ledger?account=none')).toHaveLength(
      all.filter((e) => e.account_id === null).length,
    )
    const today = new Date().toISOString().slice(0, 10)
    expect((await places(`/workspace/ledger?from=${today}&to=${today}`)).length).toBe(all.length)
    expect(await places('/workspace/ledger?to=2001-01-01')).toEqual([])
    for (const wrong of ['from=2026-02-31', 'before=x', 'account=me', "act='"])
      expect((await ada.get(`/workspace/ledger?${wrong}`)).status, wrong).toBe(400)
  })

  test('opens the words of searches with the auditor’s key, which stays nowhere (claim 26)', async () => {
    const ada = await app.signIn()
    const { identity, recipient } = await newAuditorKey()
    await app.owner
      .updateTable('org')
      .set({ settings: JSON.stringify({ auditor_recipient: recipient }) })
      .where('id', '=', ada.actor.orgId)
      .execute()
    await ada.get('/workspace/records/person?q=Zebedee%20%3Cb%3E')
    const [search] = await entries(ada, 'record.search')
    expect(JSON.stringify(search)).not.toContain('Zebedee')
    const auditor = await colleague(ada, 'auditor')
    expect(await (await auditor.get('/workspace/ledger')).text()).not.toContain('Zebedee')
    const opened = await auditor.post('/workspace/ledger', { identity: ` ${identity}\n` })
    const html = await opened.text()
    expect(opened.status).toBe(200)
    expect(html).toContain('Zebedee &lt;b&gt;')
    expect(html).not.toContain(identity)
    const { identity: other } = await newAuditorKey()
    expect(await (await auditor.post('/workspace/ledger', { identity: other })).text()).toContain(
      'encrypted to another key',
    )
    expect((await auditor.post('/workspace/ledger', { identity: 'AGE-SECRET-KEY-1' })).status).toBe(422)
    const { rows } = await sql<{
      found: boolean
    }>`select exists (select 1 from ledger l where l::text like ${`%${identity}%`})
      or exists (select 1 from org o where o::text like ${`%${identity}%`}) as found`.execute(app.owner)
    expect(rows).toEqual([{ found: false }])
  })

  test('gives the whole ledger as lines that verify by themselves, and is on it first', async () => {
    const ada = await app.signIn()
    await makePerson(ada, 'restricted')
    const answer = await ada.get('/workspace/ledger/export')
    expect(answer.headers.get('content-disposition')).toContain('attachment')
    const lines = (await answer.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as LyingEntry)
    expect(lines.at(-1)).toMatchObject({ act: 'ledger.export', account: ada.actor.accountId })
    expect(lines.map(({ place }) => Number(place))).toEqual(lines.map((_, i) => i + 1))
    // By the README alone, as somebody else would.
    let previous = '0'.repeat(64)
    for (const { org, place, seq, at, account, act, subject, detail, hash } of lines) {
      const parts = ['amparo ledger 1', org, place, seq, at, account, act, subject, detail, previous]
      const bytes = parts.map((one) => (one === null ? '-,' : `${Buffer.byteLength(one)}:${one},`)).join('')
      previous = createHash('sha256').update(bytes).digest('hex')
      expect(hash).toBe(previous)
    }
  })
})

test('every phrase is there in the three languages', () => {
  expect(Object.keys(es)).toEqual(Object.keys(en))
  expect(Object.keys(ca)).toEqual(Object.keys(en))
})
