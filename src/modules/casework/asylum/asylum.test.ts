import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newId } from '#platform/db'
import { dayAt } from '#platform/deadlines'
import { createRecord, listRecords } from '#platform/records'
import { type TestApp, type TestPerson, formOf, testApp } from '../../../../tests/support/app.ts'
import { openCase } from '../cases/actions/open-case.ts'
import { dayPlus } from '../steps/pages/due-words.tsx'
import { asylumItems } from './day-items.ts'
import { readBook } from './procedures/book.ts'
import { readRequests } from './queries/read-requests.ts'

/** The day that it is in Buenos Aires: what is left of a certificate is counted there. */
const here = () => dayAt(Date.now(), 'America/Argentina/Buenos_Aires')
const canary = 'Teru-canary'

async function colleague(app: TestApp, ada: TestPerson, name: string): Promise<TestPerson> {
  const { orgId } = ada.actor
  const accountId = newId()
  await app.owner
    .insertInto('account')
    .values({
      org_id: orgId,
      id: accountId,
      kind: 'person',
      name,
      role: 'case_officer',
      readable_classes: ['identity', 'health', 'location', 'legal'],
    })
    .execute()
  return app.signIn({ ...ada.actor, accountId, name, role: 'case_officer' })
}

/** A case of Ada's with a request in Argentina; `more`: what else belongs to the request. */
async function desk() {
  const app = await testApp()
  const ada = await app.signIn()
  const team = newId()
  await app.owner.insertInto('team').values({ org_id: ada.actor.orgId, id: team, name: 'Green' }).execute()
  await app.owner
    .insertInto('team_member')
    .values({ org_id: ada.actor.orgId, team_id: team, account_id: ada.actor.accountId })
    .execute()
  const ids = await ada.within(async (tx) => {
    const { id: caseId } = await openCase(tx, {
      values: { code_name: canary, kind: 'defender' },
      teamId: team,
    })
    const { id: personId } = await createRecord(tx, {
      type: 'person',
      visibility: 'restricted',
      values: { name: { full: `${canary} Person` } },
    })
    const { id: requestId } = await createRecord(tx, {
      type: 'asylum_request',
      values: {
        case: { to: caseId },
        person: { to: personId },
        procedure: 'ar-conare-asylum',
        state: 'pending',
        received_on: '2026-03-09',
        made_at: 'territory',
      },
    })
    return { caseId, personId, requestId }
  })
  const add = (type: string, values: Readonly<Record<string, unknown>>) =>
    ada.within(async (tx) => {
      const { id } = await createRecord(tx, {
        type: `asylum_${type}`,
        values: { request: { to: ids.requestId }, ...values },
      })
      return id
    })
  return { app, ada, add, ...ids }
}

const text = async (answer: Response | Promise<Response>) => (await answer).text()

test('a certificate that ends in nine days stands on my day and on the case, with safe day, last day and why', async () => {
  const { ada, add, caseId, requestId } = await desk()
  const ends = dayPlus(here(), 9)
  await add('certificate', { kind: 'provisional', issued_on: dayPlus(ends, -90) })
  const page = await text(ada.get(`/workspace/case/${caseId}`))
  expect(page).toContain('9 days left')
  expect(page).toContain('90 days after: certificate issued')
  expect(page).toContain('Renewal not asked for yet')
  // The words of the rule, where they come from, and with which state of the rules it was counted.
  expect(page).toContain('Provisional stay certificate, renewed every 90 days during the procedure')
  expect(page).toMatch(/Counted with: rules .*5 days of margin/)
  expect(await text(ada.get(`/workspace/record/${requestId}`))).toContain('9 days left')
  const items = await ada.within((tx) =>
    asylumItems.read(tx, { now: new Date(), until: dayPlus(here(), 4), limit: 50, language: 'en' }),
  )
  const item = items.find(({ title }) => title.startsWith('Provisional'))
  // What the authority should have decided by now is asked after; it is nobody's last day.
  expect(items[0]).toMatchObject({ title: 'Viability', due: '2026-03-25' })
  expect(items[0]).not.toHaveProperty('legal')
  expect(item).toMatchObject({
    due: dayPlus(ends, -5),
    legal: ends,
    caseId,
    title: 'Provisional residence ends',
  })
  expect(item?.detail).toContain('90 days after: certificate issued')
  expect(await text(ada.get('/workspace/day?until=week'))).toContain('Provisional residence ends')
  // Renewed, it waits no more.
  await add('decision', { kind: 'viable', step: 'viability', decided_on: '2026-03-20' })
  await add('certificate', { kind: 'provisional', issued_on: here() })
  expect(
    await ada.within((tx) =>
      asylumItems.read(tx, { now: new Date(), until: dayPlus(here(), 30), limit: 50, language: 'es' }),
    ),
  ).toEqual([])
})

test('a term that nobody verified gives no day; checked by an administrator it does, and can be taken back', async () => {
  const { app, ada, add, caseId, requestId } = await desk()
  const eva = await colleague(app, ada, 'Eva')
  const decision = await add('decision', {
    kind: 'rejected',
    step: 'decision',
    decided_on: '2026-11-12',
    notified_on: '2026-11-16',
    notified_by: 'electronic',
  })
  const before = await text(ada.get(`/workspace/case/${caseId}`))
  expect(before).toContain('Nobody has verified this term, and it is running. Ask counsel today.')
  const items = () =>
    ada.within((tx) =>
      asylumItems.read(tx, { now: new Date(), until: '2026-12-31', limit: 50, language: 'en' }),
    )
  expect(await items()).toMatchObject([{ title: 'Judicial appeal', due: '2026-11-16' }])
  expect((await items())[0]).not.toHaveProperty('legal')

  const address = '/workspace/asylum/procedure/ar-conare-asylum'
  const form = formOf(await text(ada.get(address)), `${address}/check`)
  const check = { ...form, rule: 'conare-appeal', on: '2026-11-20', by: 'Ada', page: 'Ley 26.165, art. 50' }
  // Without the figure that the page gives there would be no date.
  const refused = await ada.post(`${address}/check`, { ...check, amount: '' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Write the figure that the page gives')
  expect((await ada.post(`${address}/check`, { ...check, amount: '5', page: ' ' })).status).toBe(422)
  expect((await ada.post(`${address}/check`, { ...check, amount: '5', on: '2999-01-01' })).status).toBe(422)
  expect((await eva.post(`${address}/check`, { ...check, amount: '5' })).status).toBe(403)
  expect((await ada.post(`${address}/check`, { ...check, amount: '5' })).status).toBe(303)
  expect(await text(ada.get(address))).toContain(
    'Checked on 20 November 2026 by Ada, at: Ley 26.165, art. 50',
  )
  expect(await items()).toMatchObject([{ due: '2026-11-19', legal: '2026-11-24' }])

  // Filed, it waits no more; and the case says when.
  await add('appeal', { decision: { to: decision }, filed_on: '2026-11-20', outcome: 'pending' })
  expect(await items()).toEqual([])
  expect(await text(ada.get(`/workspace/record/${requestId}`))).toContain('Appeal filed on 20 November 2026')

  expect((await ada.post(`${address}/uncheck`, { rule: 'conare-appeal', reason: '' })).status).toBe(422)
  expect(
    (await ada.post(`${address}/uncheck`, { rule: 'conare-appeal', reason: 'It was the draft' })).status,
  ).toBe(303)
  const again = await text(ada.get(address))
  expect(again).not.toContain('Checked on 20 November')
  expect(again).toContain('It was the draft')
})

test('a day is set by hand with a reason or not at all, and given back', async () => {
  const { ada, add, requestId } = await desk()
  const decision = await add('decision', {
    kind: 'rejected',
    step: 'decision',
    notified_on: '2026-11-16',
  })
  const key = `conare-appeal:${decision}`
  const action = `/workspace/asylum/request/${requestId}/day`
  const page = await text(ada.get(`${action}?date=${key}`))
  const form = { ...formOf(page, action), do: 'set', day: '2026-11-23' }
  expect((await ada.post(action, { ...form, reason: '' })).status).toBe(422)
  expect((await ada.post(action, { ...form, day: 'soon', reason: 'x' })).status).toBe(422)
  expect((await ada.post(action, { ...form, reason: 'The notice names the day' })).status).toBe(303)
  const shown = await text(ada.get(`/workspace/record/${requestId}`))
  expect(shown).toContain('Set by hand: The notice names the day')
  expect(shown).toContain('23 November 2026')
  // The generic form makes none: which rule it is for is not asked there.
  await expect(
    ada.within((tx) =>
      createRecord(tx, {
        type: 'asylum_day',
        values: { request: { to: requestId }, day: '2026-12-01', reason: 'Because' },
      }),
    ),
  ).rejects.toMatchObject({ kind: 'invalid' })
  expect((await ada.post(action, { date: key, do: 'unset' })).status).toBe(303)
  expect(await text(ada.get(`/workspace/record/${requestId}`))).not.toContain('The notice names the day')
})

test('days of the calendar are added and opened with a reason; nothing that was decided can be changed', async () => {
  const { app, ada, requestId } = await desk()
  const eva = await colleague(app, ada, 'Eva')
  const address = '/workspace/asylum/calendar/AR'
  const viability = async () =>
    (
      await ada.within((tx) => readRequests(tx, { ids: [requestId], limit: 1 }, () => readBook(tx)))
    )[0]?.dates.find(({ clock }) => clock?.rule.id === 'conare-viability')
  expect(await viability()).toMatchObject({ legal: '2026-03-23', latest: '2026-03-25' })
  const form = formOf(await text(ada.get(address)), `${address}/day`)
  const day = { ...form, date: '2026-03-12', as: 'closed', name: 'Strike of the public service' }
  expect((await ada.post(`${address}/day`, { ...day, reason: '' })).status).toBe(422)
  expect((await eva.post(`${address}/day`, { ...day, reason: 'No' })).status).toBe(403)
  expect((await ada.post(`${address}/day`, { ...day, reason: 'Resolution 12' })).status).toBe(303)
  expect(await viability()).toMatchObject({ legal: '2026-03-25', latest: '2026-03-26' })
  await ada.post(`${address}/day`, { ...day, date: '2026-03-23', as: 'open', reason: 'The office opens' })
  await ada.post(`${address}/day`, { ...day, as: 'shipped', reason: 'The strike was called off' })
  expect(await viability()).toMatchObject({ legal: '2026-03-23', latest: '2026-03-23' })
  const page = await text(eva.get(`${address}?year=2026`))
  expect(page).toContain('The strike was called off')
  expect(page).toContain('Resolution 12')
  expect(page).not.toContain(`action="${address}/day"`)
  for (const change of [
    sql`update procedure_book set reason = 'x'`,
    sql`delete from procedure_book`,
    sql`insert into procedure_book (org_id, kind, key, version, data, reason, account_id)
      values (${ada.actor.orgId}::uuid, 'day', 'AR/2026-03-12', 7, null, 'x', ${ada.actor.accountId}::uuid)`,
    sql`insert into procedure_book (org_id, kind, key, version, data, reason, account_id)
      values (${ada.actor.orgId}::uuid, 'day', 'AR/2026-05-05', 1, null, 'x', ${eva.actor.accountId}::uuid)`,
  ])
    await expect(ada.within((tx) => change.execute(tx.sql))).rejects.toThrow()
  await expect(
    eva.within((tx) =>
      sql`insert into procedure_book (org_id, kind, key, version, data, reason, account_id)
        values (${ada.actor.orgId}::uuid, 'margin', 'margin', 1, '{"days": 0}', 'x', ${eva.actor.accountId}::uuid)`.execute(
        tx.sql,
      ),
    ),
  ).rejects.toThrow()
  // Another organisation has its own book.
  const zoe = await app.signIn()
  expect(await text(zoe.get(`${address}?year=2026`))).not.toContain('Resolution 12')
})

test('a procedure of another country is added in the browser, rule by rule, and counted', async () => {
  const { ada, caseId, personId } = await desk()
  const create = '/workspace/asylum/procedures/new'
  const fields = {
    ...formOf(await text(ada.get(create)), create),
    id: 'qn-asylum',
    country: 'qn',
    zone: 'Europe/Madrid',
    name: 'Asylum in Nordavia',
    body: 'Refugee Office',
    law: 'Act 4 of 2011',
    steps: ['registration', 'interview', 'decision', 'appeal'],
    reason: 'Two people asked there',
  }
  expect((await ada.post(create, { ...fields, zone: 'Europe/Nowhere' })).status).toBe(422)
  expect((await ada.post(create, { ...fields, id: 'ar-conare-asylum' })).status).toBe(422)
  expect((await ada.post(create, fields)).status).toBe(303)
  const address = '/workspace/asylum/procedure/qn-asylum'
  const rule = {
    ...formOf(await text(ada.get(address)), `${address}/rule`),
    id: 'appeal-10',
    text: 'Ten working days from notification',
    step: 'appeal',
    anchor: 'decision.notificationDate',
    direction: 'after',
    amount: '10',
    unit: 'working-days',
    kind: 'deadline',
    hard: 'yes',
    reason: 'Told by counsel there',
  }
  expect((await ada.post(`${address}/rule`, { ...rule, amount: 'ten' })).status).toBe(422)
  expect((await ada.post(`${address}/rule`, rule)).status).toBe(303)
  const requestId = await ada.within(async (tx) => {
    const { id } = await createRecord(tx, {
      type: 'asylum_request',
      values: { case: { to: caseId }, person: { to: personId }, procedure: 'qn-asylum', state: 'pending' },
    })
    await createRecord(tx, {
      type: 'asylum_decision',
      values: { request: { to: id }, kind: 'rejected', step: 'decision', notified_on: '2026-11-02' },
    })
    return id
  })
  // No calendar of that country is shipped: no date, and the reason said.
  expect(await text(ada.get(`/workspace/record/${requestId}`))).toContain(
    'working days need a holiday calendar',
  )
  const calendar = '/workspace/asylum/calendar/QN'
  const bounds = { from: '2026-01-01', to: '2026-12-31', reason: 'Official gazette' }
  expect((await ada.post(`${calendar}/bounds`, { ...bounds, to: '2025-01-01' })).status).toBe(422)
  expect((await ada.post(`${calendar}/bounds`, bounds)).status).toBe(303)
  // 3 to 6, 9 to 13, 16 November: ten working days.
  expect(await text(ada.get(`/workspace/record/${requestId}`))).toContain(
    'Not verified: perhaps 16 November 2026',
  )
  const check = {
    rule: 'appeal-10',
    on: '2026-11-20',
    by: 'Ada',
    page: 'Act 4, art. 12',
    amount: '',
    unit: '',
    direction: '',
    hard: '',
  }
  expect((await ada.post(`${address}/check`, check)).status).toBe(303)
  const page = await text(ada.get(`/workspace/record/${requestId}`))
  expect(page).not.toContain('perhaps 16 November')
  expect(page).toMatch(/<b>16 November 2026<\/b>/)
})

test('the usual documents are put on the list once, and nothing twice', async () => {
  const { ada, add, requestId } = await desk()
  await add('paper', { what: 'identity', state: 'got' })
  const papers = () =>
    ada.within(
      async (tx) => (await readRequests(tx, { ids: [requestId], limit: 1 }, () => readBook(tx)))[0]?.papers,
    )
  const action = `/workspace/asylum/request/${requestId}/papers`
  await ada.post(action)
  await ada.post(action)
  const list = (await papers())?.map(({ values }) => String(values['what']))
  expect(list).toContain('statement')
  expect(new Set(list).size).toBe(list?.length)
})

test('who is not let into the case sees no request, no date, no paper: on no page, list, day or number', async () => {
  const { app, ada, add, caseId, requestId } = await desk()
  const eva = await colleague(app, ada, 'Eva')
  const parts = [
    requestId,
    await add('certificate', { kind: 'provisional', issued_on: dayPlus(here(), -85), kept: canary }),
    await add('interview', { step: 'interview', on: dayPlus(here(), 2), held: 'planned', place: canary }),
    await add('paper', { what: 'identity', state: 'wanted', which: canary }),
    await add('decision', { kind: 'rejected', step: 'decision', notified_on: '2026-11-16', reasons: canary }),
    await add('event', { step: 'report', on: '2026-10-01', notes: canary }),
  ]
  // The case's own follower is Ada; named as whose request it is, Eva sees it no more for that.
  await app.owner
    .updateTable('record')
    .set({ values: sql`values || ${JSON.stringify({ owner: eva.actor.accountId })}::jsonb` })
    .where('id', '=', requestId)
    .execute()
  expect(await text(ada.get('/workspace/asylum'))).toContain(canary)
  for (const path of ['/workspace/asylum', '/workspace/day?until=month', '/workspace/records/asylum_request'])
    expect(await text(eva.get(path)), path).not.toContain(canary)
  expect(await text(eva.get('/workspace/asylum'))).toContain('Nothing is waited for')
  for (const id of parts) expect((await eva.get(`/workspace/record/${id}`)).status).toBe(404)
  expect((await eva.get(`/workspace/case/${caseId}`)).status).toBe(404)
  const day = `/workspace/asylum/request/${requestId}/day`
  expect((await eva.get(`${day}?date=conare-appeal:${parts[4]}`)).status).toBe(404)
  expect(
    (await eva.post(day, { date: `conare-appeal:${parts[4]}`, day: '2026-12-01', reason: 'x' })).status,
  ).toBe(404)
  expect((await eva.post(`/workspace/asylum/request/${requestId}/papers`)).status).toBe(404)
  await eva.within(async (tx) => {
    expect(await readRequests(tx, { limit: 50 }, () => readBook(tx))).toEqual([])
    expect(
      await asylumItems.read(tx, { now: new Date(), until: '2099-12-31', limit: 50, language: 'en' }),
    ).toEqual([])
    for (const type of ['request', 'certificate', 'interview', 'paper', 'decision', 'event'])
      expect((await listRecords(tx, { type: `asylum_${type}` })).rows).toEqual([])
  })
})
