import { describe, expect, test } from 'vitest'
import { mechanismOf } from '#catalogue/mechanisms'
import { createRecord } from '#platform/records'
import { testApp } from '../../../../tests/support/app.ts'
import { agendaItems } from './day-items.ts'
import { filingWindows } from './filing.ts'
import { weeksOf } from './pages/month-table.tsx'
import { catalogueEntries } from './queries/read-agenda.ts'

const canary = 'Salangana-canary'

describe('days to file before a session', () => {
  const none = { opens: '', closes: '' }
  test('of the periodic review are an estimate, and nothing but the official day once it is known', () => {
    const review = mechanismOf('un-upr-stakeholder')
    expect(filingWindows('upr', review, { from: '2027-01-25', ...none })).toMatchObject([
      { rule: 'upr-planning', day: '2026-06-25', estimate: true, hard: false },
    ])
    expect(
      filingWindows('upr', review, { from: '2027-01-25', opens: '', closes: '2026-07-10' }),
    ).toMatchObject([{ rule: 'official', day: '2026-07-10', hard: true, estimate: false }])
  })

  test('of the Council are fourteen days before; of the Commission the unchecked fifty are not hard', () => {
    expect(
      filingWindows('hrc', mechanismOf('un-hrc-ngo-statement'), { from: '2027-02-22', ...none }),
    ).toMatchObject([{ rule: 'hrc-written', day: '2027-02-08', hard: true }])
    expect(filingWindows('iachr', mechanismOf('ia-hearing'), { from: '2027-03-31', ...none })).toMatchObject([
      { rule: 'ia-hearing-rule50', day: '2027-02-09', hard: false, checked: false },
    ])
  })

  test('are none where there is no procedure or no day', () => {
    expect(filingWindows('court', null, { from: '2027-03-31', ...none })).toEqual([])
    expect(filingWindows('upr', mechanismOf('un-upr-stakeholder'), { from: '', ...none })).toEqual([])
  })
})

test('the catalogue’s sessions are on it with the days that were published, and say which dates nobody checked', () => {
  const all = catalogueEntries(mechanismOf)
  const of = (id: string) => all.find(({ catalogue }) => catalogue === id)
  expect(of('upr-41')).toMatchObject({ from: '2022-11-07', checked: true })
  expect(of('upr-41')?.windows).toMatchObject([{ rule: 'official', day: '2022-03-31' }])
  expect(of('upr-41')?.states).toContain('BR')
  expect(of('upr-54')).toMatchObject({ checked: false })
  expect(of('upr-54')?.windows).toMatchObject([{ day: '2026-06-25', estimate: true }])
  expect(of('iachr-192')?.windows.map(({ rule, day }) => [rule, day])).toContainEqual([
    'official',
    '2024-12-03',
  ])
})

test('a month has whole weeks from Monday', () => {
  const weeks = weeksOf('2026-11')
  expect(weeks[0]?.[0]).toBe('2026-10-26')
  expect(weeks.at(-1)?.at(-1)).toBe('2026-12-06')
  expect(weeks.every((week) => week.length === 7)).toBe(true)
  expect(weeksOf('2027-02').flat()).toHaveLength(28)
})

test('a session taken up takes the place of the catalogue’s, stands on the day of who follows it, and shows its items to who may read them', async () => {
  const app = await testApp()
  const ada = await app.signIn()
  const list = await (await ada.get('/workspace/agenda?month=2027-01')).text()
  expect(list).toContain('Universal Periodic Review 54')
  expect(list).toContain('dates not checked')
  const id = await ada.within(async (tx) => {
    const made = await createRecord(tx, {
      type: 'session',
      values: {
        body: 'upr',
        name: 'Review of winter',
        catalogue_session: 'upr-54',
        from: '2027-01-25',
        to: '2027-02-05',
        owner: ada.actor.accountId,
        filing_closes: '2026-12-01',
      },
    })
    await createRecord(tx, {
      type: 'session_item',
      values: {
        session: { to: made.id },
        kind: 'statement',
        what: 'Our two minutes',
        at: '2027-01-26T10:00[Europe/Zurich]',
        instructions: canary,
      },
    })
    return made.id
  })
  const after = await (await ada.get('/workspace/agenda?month=2027-01')).text()
  expect(after).toContain('Review of winter')
  expect(after).not.toContain('Universal Periodic Review 54')
  const month = await (await ada.get('/workspace/agenda?view=month&month=2027-02')).text()
  expect(month).toContain('Review of winter')
  const page = await (await ada.get(`/workspace/agenda/${id}`)).text()
  expect(page).toContain(canary)
  expect(page).toContain('1 December 2026')
  const asked = {
    now: new Date('2026-11-21T12:00:00Z'),
    until: '2027-02-01',
    limit: 20,
    language: 'en' as const,
  }
  expect(await ada.within((tx) => agendaItems.read(tx, asked))).toMatchObject([
    { title: 'Day to file: Review of winter', due: '2026-12-01', legal: '2026-12-01' },
    { title: 'Review of winter', due: '2027-01-25' },
  ])
  expect((await ada.get('/workspace/agenda/nothing')).status).toBe(404)
  expect((await ada.get('/workspace/agenda?month=2027-13&view=month')).status).toBe(200)
})
