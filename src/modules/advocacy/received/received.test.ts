import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newId } from '#platform/db'
import { createRecord, readRecord } from '#platform/records'
import { type TestApp, type TestPerson, testApp } from '../../../../tests/support/app.ts'
import { consultationItems, receivedItems } from './day-items.ts'
import { readReceived, summaryOf } from './queries/read-received.ts'

const canary = 'Quelonia-canary'
const now = new Date()
const day = (from: number): string => new Date(now.getTime() + from * 86_400_000).toISOString().slice(0, 10)

async function colleague(app: TestApp, ada: TestPerson): Promise<TestPerson> {
  const accountId = newId()
  const person = { name: 'Bea', role: 'case_officer' as const }
  await app.owner
    .insertInto('account')
    .values({
      org_id: ada.actor.orgId,
      id: accountId,
      kind: 'person',
      ...person,
      readable_classes: ['identity', 'health', 'location', 'legal'],
    })
    .execute()
  return app.signIn({ ...ada.actor, accountId, ...person })
}

/** An urgent action of the Committee that came in eight days ago, with an office consulted. */
async function office() {
  const app = await testApp()
  const ada = await app.signIn()
  const bea = await colleague(app, ada)
  const id = await ada.within(async (tx) => {
    const made = await createRecord(tx, {
      type: 'communication_received',
      values: {
        kind: 'urgent_action',
        body: 'Committee on Enforced Disappearances',
        mechanism: 'un-ced-urgent',
        official_number: 'UA 1/2026',
        subject: 'Search for one person',
        asked: canary,
        owner: ada.actor.accountId,
        dated: day(-8),
        received_on: day(-8),
      },
    })
    await createRecord(tx, {
      type: 'consultation',
      values: {
        communication: { to: made.id },
        agency_words: 'Search unit',
        asked_on: day(-7),
        due: day(-1),
        state: 'awaited',
      },
    })
    return made.id
  })
  const at = `/workspace/received/${id}`
  const post = async (who: TestPerson, name: string, values: Readonly<Record<string, string>>) => {
    const page = await who.get(at)
    const version = /name="version" value="(\d+)"/.exec(await page.text())?.[1] ?? '0'
    return who.post(`${at}/${name}`, { ...values, version })
  }
  return { app, ada, bea, id, at, post }
}

test('a reply is drafted, cleared by another person, noted as sent and measured; each refusal says what is missing', async () => {
  const { ada, bea, id, post } = await office()
  expect((await post(ada, 'reply', { reply: '  ' })).status).toBe(422)
  expect((await post(ada, 'reply', { reply: 'First answer' })).status).toBe(303)
  const own = await post(ada, 'clear', {})
  expect(own.status).toBe(422)
  expect(await own.text()).toContain('Another person than who drafted it')
  // Not before it is cleared.
  const sending = { day: day(0), time: '00:05', zone: 'UTC', through: 'note_verbale', receipt: 'N 7' }
  expect((await post(ada, 'send', sending)).status).toBe(422)
  expect((await post(bea, 'clear', {})).status).toBe(303)
  // What is changed after it was cleared has to be cleared again.
  expect((await post(ada, 'reply', { reply: 'Second answer' })).status).toBe(303)
  expect((await post(ada, 'send', sending)).status).toBe(422)
  expect((await post(bea, 'clear', {})).status).toBe(303)
  expect((await post(ada, 'send', { ...sending, day: day(-30) })).status).toBe(422)
  expect((await post(ada, 'send', { ...sending, time: '' })).status).toBe(422)
  expect((await post(ada, 'send', sending)).status).toBe(303)
  expect((await post(ada, 'reply', { reply: 'Third answer' })).status).toBe(409)
  const all = await ada.within((tx) => readReceived(tx, { limit: 10 }))
  expect(all.map(({ state, measured }) => [state, measured])).toEqual([['sent', { days: 8, inTime: true }]])
  expect(summaryOf(all, day(0))).toEqual({ open: 0, late: 0, sent: 1, inTime: 1, judged: 1, median: 8 })
  const kept = await ada.within((tx) => readRecord(tx, id))
  expect(kept.values).toMatchObject({ reply: 'Second answer', sent_through: 'note_verbale', receipt: 'N 7' })
})

test('the database itself refuses a reply cleared by its drafter, in another’s name, or changed once sent', async () => {
  const { ada, bea, id, post } = await office()
  await post(ada, 'reply', { reply: 'Answer' })
  const set = (who: TestPerson, values: object) =>
    who.within((tx) =>
      sql`update record set values = values || ${JSON.stringify(values)}::jsonb, version = version + 1
        where org_id = ${who.actor.orgId}::uuid and id = ${id}::uuid`.execute(tx.sql),
    )
  const { reply_digest } = (await ada.within((tx) => readRecord(tx, id))).values
  const cleared = { state: 'cleared', cleared_digest: reply_digest }
  await expect(set(ada, { ...cleared, cleared_by: ada.actor.accountId })).rejects.toThrow(/second person/)
  await expect(set(ada, { ...cleared, cleared_by: bea.actor.accountId })).rejects.toThrow(/own name/)
  await expect(set(ada, { state: 'sent', sent_at: '2026-01-01T10:00[UTC]' })).rejects.toThrow(/second person/)
  await post(bea, 'clear', {})
  await post(ada, 'send', { day: day(0), time: '00:05', zone: 'UTC', through: 'mail' })
  await expect(set(ada, { sent_at: '2026-01-01T10:00[UTC]' })).rejects.toThrow(/not changed/)
  await expect(set(ada, { state: 'drafted' })).rejects.toThrow(/not changed/)
})

test('it stands on the day of who follows it by the day to be ready, and with the office that has not answered', async () => {
  const { ada, bea, id } = await office()
  const asked = { now, until: day(30), limit: 50, language: 'en' as const }
  const items = await ada.within((tx) => receivedItems.read(tx, asked))
  expect(items).toMatchObject([{ id, legal: day(6), due: day(3), title: 'Reply due: Search for one person' }])
  expect(await ada.within((tx) => consultationItems.read(tx, asked))).toMatchObject([
    { title: 'Answer awaited: Search unit', due: day(-1) },
  ])
  expect(await bea.within((tx) => receivedItems.read(tx, asked))).toEqual([])
})

test('the list shows it as due this week, in three languages, and no page gives the class identity to who may not read it', async () => {
  const { app, ada, at } = await office()
  const list = await (await ada.get('/workspace/received')).text()
  expect(list).toContain('UA 1/2026')
  expect(list).toMatch(/in 6 days/)
  expect(list).not.toContain(canary)
  const accountId = newId()
  await app.owner
    .insertInto('account')
    .values({
      org_id: ada.actor.orgId,
      id: accountId,
      kind: 'person',
      name: 'Rex',
      role: 'reader',
      readable_classes: [],
    })
    .execute()
  const rex = await app.signIn({ ...ada.actor, accountId, name: 'Rex', role: 'reader' })
  const page = await (await rex.get(at)).text()
  expect(page).toContain('Search for one person')
  expect(page).not.toContain(canary)
  expect((await rex.post(`${at}/reply`, { reply: 'x', version: '1' })).status).toBe(403)
  expect(await (await ada.get(at)).text()).toContain(canary)
})
