import { expect, test } from 'vitest'
import { newId } from '#platform/db'
import { readOutbox } from '#platform/mail'
import { createRecord } from '#platform/records'
import { formOf, testApp } from '../../../../tests/support/app.ts'
import { openCase } from '../cases/actions/open-case.ts'
import { addTask } from '../steps/actions/add-task.ts'
import { dayPlus } from '../steps/pages/due-words.tsx'
import { today } from '../today.ts'
import { sendReminders } from './reminders.ts'
import { viewAddress } from './views.ts'

/** Words that may stand nowhere outside. */
const canary = 'Zorzal-canary'

async function desk() {
  const app = await testApp()
  const ada = await app.signIn()
  const { orgId } = ada.actor
  const team = newId()
  await app.owner.insertInto('team').values({ org_id: orgId, id: team, name: 'Green' }).execute()
  await app.owner
    .insertInto('team_member')
    .values({ org_id: orgId, team_id: team, account_id: ada.actor.accountId })
    .execute()
  const ids = await ada.within(async (tx) => {
    const { id: caseId } = await openCase(tx, {
      values: { code_name: canary, kind: 'defender' },
      teamId: team,
    })
    const { id: taskId } = await addTask(tx, {
      what: `${canary} task`,
      owner: ada.actor.accountId,
      caseId,
      safe: dayPlus(today(), -2),
      legal: dayPlus(today(), 3),
    })
    const { id: personId } = await createRecord(tx, {
      type: 'person',
      values: { name: { full: `${canary} Person` } },
    })
    const { id: signId } = await createRecord(tx, {
      type: 'check_in',
      values: {
        case: { to: caseId },
        person: { to: personId },
        due: `${dayPlus(today(), -1)}T20:00[UTC]`,
        first_step: `${canary} call`,
      },
    })
    return { caseId, taskId, personId, signId }
  })
  return { app, ada, team, ...ids }
}

test('missed signs head the day, then what is late by its safe day with the legal one beside it', async () => {
  const { ada, caseId } = await desk()
  const page = await (await ada.get('/workspace/day')).text()
  expect(page).toContain('One sign of life is missing.')
  expect(page).toContain('2 days late')
  expect(page.indexOf('No sign: act now')).toBeLessThan(page.indexOf(`${canary} task`))
  expect(page).toContain(`/workspace/case/${caseId}`)
  // The number beside the entry of the menu, on every page.
  expect(await (await ada.get('/workspace/answers')).text()).toContain('My day (1)')
})

test('a calendar says when and nothing else, to who has its address; renewing ends the one before', async () => {
  const { app, ada, caseId, taskId, signId, personId } = await desk()
  const renew = async () => {
    const page = await (await ada.get('/workspace/work/calendar')).text()
    const made = await ada.post('/workspace/work/calendar', {
      ...formOf(page, '/workspace/work/calendar'),
      do: 'renew',
    })
    return /\/calendar\/[\w-]{43}/.exec(await made.text())?.[0] ?? ''
  }
  const first = await renew()
  const answer = await app.fetch(first)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  const text = await answer.text()
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(3)
  const compact = (day: string) => day.replaceAll('-', '')
  expect(text).toContain(`DTSTART;VALUE=DATE:${compact(dayPlus(today(), -2))}`)
  expect(text).toContain(`DTSTART;VALUE=DATE:${compact(dayPlus(today(), 3))}`)
  expect(text).toContain(`DTSTART:${compact(dayPlus(today(), -1))}T200000Z`)
  const summaries = new Set([...text.matchAll(/^SUMMARY:(.*)$/gm)].map(([, words]) => words?.trim()))
  expect(summaries).toEqual(new Set(['Last day', 'To do']))
  for (const secret of [
    canary,
    'Ada',
    'AR-20',
    caseId,
    taskId,
    signId,
    personId,
    ada.actor.orgSlug,
    ada.actor.accountId,
  ])
    expect(text.replace(/\r\n /g, '')).not.toContain(secret)
  // Asked again, the same entries; of another address, other ids.
  const uids = (ics: string) => new Set([...ics.matchAll(/^UID:(.*)$/gm)].map(([, id]) => id))
  expect(uids(await (await app.fetch(first)).text())).toEqual(uids(text))
  const second = await renew()
  expect((await app.fetch(first)).status).toBe(404)
  const again = await (await app.fetch(second)).text()
  expect(uids(again).isDisjointFrom(uids(text))).toBe(true)
  await app.owner
    .updateTable('account')
    .set({ disabled_at: new Date() })
    .where('id', '=', ada.actor.accountId)
    .execute()
  expect((await app.fetch(second)).status).toBe(404)
})

test('a reminder says how many, once a day, from its hour on', async () => {
  const { app, ada } = await desk()
  const page = await (await ada.get('/workspace/work/calendar')).text()
  const fields = { ...formOf(page, '/workspace/work/reminder'), do: 'set', hour: '8', zone: 'UTC' }
  expect((await ada.post('/workspace/work/reminder', { ...fields, address: 'no address' })).status).toBe(422)
  expect((await ada.post('/workspace/work/reminder', { ...fields, address: 'ada@example.org' })).status).toBe(
    303,
  )
  const kept = await ada.within((tx) =>
    tx.sql
      .selectFrom('work_reminder' as never)
      .selectAll()
      .execute(),
  )
  expect(JSON.stringify(kept)).not.toContain('example.org')
  const own = () => readOutbox(app.owner, 'https://amparo.example', ada.actor.orgSlug)
  await sendReminders(app.owner, app.house, new Date(`${today()}T07:59:00Z`))
  expect(await own()).toHaveLength(0)
  await sendReminders(app.owner, app.house, new Date(`${today()}T08:01:00Z`))
  await sendReminders(app.owner, app.house, new Date(`${today()}T09:00:00Z`))
  const [mail, ...more] = await own()
  expect(more).toEqual([])
  expect(mail?.to).toBe('ada@example.org')
  expect(mail?.text).toMatch(
    /^Things that need you in Amparo: 2\.\s+https:\/\/amparo.example\/workspace\/day\s*$/,
  )
  expect(JSON.stringify(mail)).not.toContain(canary)
})

test('the week of a team shows its own, and its load; of another team nothing', async () => {
  const { app, ada, team } = await desk()
  const page = await (await ada.get('/workspace/week')).text()
  expect(page).toContain('Green')
  expect(page).toContain('Workload')
  const of = await (await ada.get(`/workspace/week?team=${team}&person=${ada.actor.accountId}`)).text()
  expect(of).toContain(`${canary} task`)
  const other = await app.signIn()
  const theirs = await (await other.get(`/workspace/week?team=${team}`)).text()
  expect(theirs).toContain('You are in no team')
  expect(theirs).not.toContain(canary)
})

test('a view is kept for oneself or shared with a team, and leads to pages of work only', async () => {
  const { ada, team } = await desk()
  const page = await (await ada.get('/workspace/day?until=month')).text()
  const saved = await ada.post('/workspace/work/views', {
    ...formOf(page, '/workspace/work/views'),
    name: 'The month',
    team,
  })
  expect(saved.status).toBe(303)
  const again = await (await ada.get('/workspace/week')).text()
  expect(again).toContain('/workspace/day?until=month')
  expect(viewAddress('https://evil.example/')).toBeNull()
  expect(viewAddress('/workspace/people?x=1')).toBeNull()
  expect(viewAddress('/workspace/day?until=week&q=Dora')).toBe('/workspace/day?until=week')
})

test('who works on cases begins at their day', async () => {
  const { app, ada } = await desk()
  const officer = newId()
  await app.owner
    .insertInto('account')
    .values({ org_id: ada.actor.orgId, id: officer, kind: 'person', name: 'Bea', role: 'case_officer' })
    .execute()
  const bea = await app.signIn({ ...ada.actor, accountId: officer, name: 'Bea', role: 'case_officer' })
  expect((await bea.get('/workspace')).headers.get('location')).toBe('/workspace/day')
  expect((await bea.get('/workspace?overview=1')).status).toBe(200)
  expect((await ada.get('/workspace')).status).toBe(200)
})
