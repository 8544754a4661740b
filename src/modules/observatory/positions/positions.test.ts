import { beforeAll, describe, expect, test } from 'vitest'
import { polityOfCountry } from '#catalogue/polities'
import { newId } from '#platform/db'
import { createRecord } from '#platform/records'
import { type TestApp, type TestPerson, testApp } from '../../../../tests/support/app.ts'
import { unansweredItems } from './day-items.ts'
import { listPositions } from './queries/list-positions.ts'
import { positionsOn } from './queries/read-positions.ts'
import { positionsStatePanel } from './state-panel.tsx'

let app: TestApp
let ada: TestPerson
const ids: string[] = []

const nothing = { state: '', kind: '', year: '', answer: '', asked: false }

beforeAll(async () => {
  app = await testApp()
  ada = await app.signIn()
  await ada.within(async (tx) => {
    const enter = async (values: Readonly<Record<string, unknown>>) =>
      ids.push((await createRecord(tx, { type: 'position', values })).id)
    await enter({
      title: 'Explains its abstention',
      state: ['AR', 'UY'],
      kind: 'explanation_of_vote',
      on: '2024-10-09',
      symbol: 'A/HRC/RES/57/1',
      stance: 'partly',
      quote: '=cmd, said the delegate',
    })
    await enter({
      title: 'Backs the candidacy of Meridia',
      state: ['AR'],
      kind: 'candidacy_backed',
      on: '2023',
      asked: 'Not to back it',
      asked_on: '2023-02-01',
      asked_of: 'Department of Human Rights',
      asked_by: tx.actor.accountId,
      answer_due: '2023-03-01',
    })
    await enter({
      title: 'Convened the ambassador',
      state: ['CL'],
      kind: 'ambassador_convened',
      on: '2022-05',
      asked: 'A public statement',
      asked_by: tx.actor.accountId,
      answer: 'done',
      answered_on: '2022-06-01',
    })
  })
})

const titles = (rows: readonly { readonly title: string }[]) => rows.map(({ title }) => title)

describe('positions', () => {
  test('are listed the latest first, by state, by kind with those under it, by year and answer', async () => {
    await ada.within(async (tx) => {
      const list = async (query: Partial<typeof nothing>) =>
        titles((await listPositions(tx, { ...nothing, ...query }, { limit: 10 })).rows)
      expect(await list({})).toEqual([
        'Explains its abstention',
        'Backs the candidacy of Meridia',
        'Convened the ambassador',
      ])
      expect(await list({ state: 'UY' })).toEqual(['Explains its abstention'])
      expect(await list({ kind: 'done' })).toEqual([
        'Backs the candidacy of Meridia',
        'Convened the ambassador',
      ])
      expect(await list({ year: '2022' })).toEqual(['Convened the ambassador'])
      expect(await list({ year: '2021' })).toEqual([])
      expect(await list({ answer: 'none' })).toEqual(['Backs the candidacy of Meridia'])
      expect(await list({ asked: true, state: 'CL' })).toEqual(['Convened the ambassador'])
    })
  })

  test('pages go on where the one before ended', async () => {
    await ada.within(async (tx) => {
      const first = await listPositions(tx, nothing, { limit: 2 })
      expect(first.count).toBe(3)
      const second = await listPositions(tx, nothing, { limit: 2, after: first.next })
      expect(titles(second.rows)).toEqual(['Convened the ambassador'])
      expect(second.next).toBeNull()
      await expect(listPositions(tx, nothing, { limit: 2, after: "x' or 1" })).rejects.toMatchObject({
        kind: 'malformed',
      })
    })
  })

  test('stand beside the roll call that has their symbol, however it is written', async () => {
    await ada.within(async (tx) => {
      expect(titles(await positionsOn(tx, { symbols: ['', 'a/hrc/res/57/1'] }))).toEqual([
        'Explains its abstention',
      ])
      expect(await positionsOn(tx, { symbols: ['A/HRC/RES/57/11'] })).toEqual([])
      expect(await positionsOn(tx, { symbols: [''] })).toEqual([])
    })
  })

  test('show how their states voted on the same text', async () => {
    const argentina = polityOfCountry('AR')
    if (!argentina) throw new Error('no Argentina')
    await ada.within(async (tx) => {
      const [file, call] = [newId(), newId()]
      await tx.sql
        .insertInto('observatory_file' as never)
        .values({
          org_id: tx.actor.orgId,
          id: file,
          dataset: 'hrc',
          name: 'votes.csv',
          size: 1,
          sha256: 'a'.repeat(64),
          imported_by: tx.actor.accountId,
        } as never)
        .execute()
      const ballots = `${'.'.repeat(argentina.n - 1)}A`
      await tx.sql
        .insertInto('observatory_roll_call' as never)
        .values({
          org_id: tx.actor.orgId,
          id: call,
          file_id: file,
          key: '1',
          body: 'hrc',
          held_on: '2024-10-09',
          symbol: 'A/HRC/RES/57/1',
          kind: 'resolution',
          decided: 'recorded',
          title: 'Situation in Oscania',
          ballots,
          ballot_rows: Array.from(ballots, () => 0),
        } as never)
        .execute()
    })
    const page = await (await ada.get(`/workspace/record/${ids[0]}`)).text()
    expect(page).toContain('Situation in Oscania')
    expect(page).toMatch(/Argentina[\s\S]{0,200}Abstained/)
    expect(page).toMatch(/Uruguay[\s\S]{0,200}Not in the source/)
  })

  test('what was asked and not answered waits on the day of who follows it', async () => {
    await ada.within(async (tx) => {
      const read = (until: string) =>
        unansweredItems.read(tx, { now: new Date(), until, limit: 10, language: 'en' })
      expect((await read('2023-03-01')).map(({ title, due }) => [title, due])).toEqual([
        ['Asked, no answer: Backs the candidacy of Meridia', '2023-03-01'],
      ])
      expect(await read('2023-02-28')).toEqual([])
    })
  })

  test('the page of a state has its latest ones, up to a day', async () => {
    await ada.within(async (tx) => {
      const polity = polityOfCountry('AR')
      if (!polity) throw new Error('no Argentina')
      const render = async (until?: string) =>
        JSON.stringify(
          await positionsStatePanel.render({ tx, polity, language: 'en', ...(until && { until }) }),
        )
      expect(await render()).toContain('Explains its abstention')
      expect(await render('2023-12-31')).not.toContain('Explains its abstention')
      expect(await render('2023-12-31')).toContain('Backs the candidacy')
      expect(await render('2022-12-31')).toContain('until that day')
    })
  })

  test('the list and its CSV hold the same, and a cell is no formula', async () => {
    const page = await ada.get('/workspace/observatory/positions?state=AR&year=20x4')
    expect(page.status).toBe(200)
    const text = await page.text()
    expect(text).toContain('Write a year in four digits')
    expect(text).toContain('Positions: Argentina')
    const csv = await (await ada.get('/workspace/observatory/positions.csv?state=AR')).text()
    expect(csv.trim().split('\r\n')).toHaveLength(3)
    expect(csv).toContain("'=cmd")
  })

  test('another organisation sees none', async () => {
    const other = await app.signIn()
    await other.within(async (tx) => {
      expect((await listPositions(tx, nothing, { limit: 10 })).count).toBe(0)
      expect(await positionsOn(tx, { symbols: ['A/HRC/RES/57/1'] })).toEqual([])
    })
  })
})
