import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#platform/db'
import { createRecord } from '#platform/records'
import { shipped } from '../../../open-house.ts'
import { type TestApp, type TestPerson, testApp } from '../../../../tests/support/app.ts'
import { artisticAddress, artisticRowsAddress } from './addresses.ts'
import { type ArtisticQuery, cellKey, countViolations, countYears } from './queries/count-violations.ts'
import { readViolations, yearOf } from './queries/read-violations.ts'
import { inRegion } from './region.ts'
import { codesOf, violationOf } from './violations.ts'

let app: TestApp
let ada: TestPerson

const asked: ArtisticQuery = { region: 'latin-america', year: 2024, by: 'country', exercises: false }

beforeAll(async () => {
  app = await testApp()
  ada = await app.signIn()
  await ada.within(async (tx) => {
    const make = async (type: string, values: Readonly<Record<string, unknown>>) =>
      (await createRecord(tx, { type, values, visibility: 'internal' })).id
    const singer = await make('person', { name: 'Vera Lund', roles: ['artist'], disciplines: ['music'] })
    const farmer = await make('person', { name: 'Ida Holm', roles: ['land_defender'] })
    const house = await make('organisation', { name: 'Teatro del Sur', kind: 'theatre_or_venue' })
    const arrest = await make('event', { title: 'Arrest of a singer', date: '2024-03-02', country: ['CU'] })
    const act = (values: Readonly<Record<string, unknown>>) =>
      make('act', { summary: `Act ${String(values['act_type'])}`, ...values })
    await act({
      act_type: 'arrest_without_warrant',
      victim: { to: singer },
      event: { to: arrest },
      date: '2024-03-02',
      country: ['CU'],
    })
    await act({ act_type: 'death_threat', victim: { to: singer }, date: '2023-12/2024-01', country: ['CU'] })
    await act({ act_type: 'venue_closed', victim: { to: house }, date: '2024', country: ['NI', 'CR'] })
    // Neither an artist nor an act of the thirteen.
    await act({ act_type: 'arrest_without_warrant', victim: { to: farmer }, date: '2024', country: ['CU'] })
    await act({ act_type: 'home_raid', victim: { to: singer }, date: '2024', country: ['CU'] })
    await act({ act_type: 'work_censored', victim: { to: singer }, date: '2024', country: ['FR'] })
    const held = await make('case', {
      code_name: 'Heron',
      kind: 'artist',
      country: ['CU'],
      discipline: ['music'],
      opened: '2024-05-01',
      events: [{ to: arrest }],
      people: [{ to: singer, attributes: { role: 'at_risk' } }],
      artistic_violations: ['detention', 'travel_ban', 'killing'],
    })
    await make('incident', { case: { to: held }, kind: 'threat_call', on: '2024-06-01', what: 'A call' })
    await make('incident', {
      case: { to: held },
      kind: 'arrested',
      on: '2024-03-02',
      what: 'Told by the event',
      event: { to: arrest },
    })
  })
})

describe('artistic freedom', () => {
  test('counts acts, cases and incidents once, by violation and country', async () => {
    const table = countViolations(await ada.within(readViolations), asked)
    const at = (violation: Parameters<typeof cellKey>[0], country: string) =>
      table.counts.get(cellKey(violation, country))
    // The arrest is told by the act: neither the case nor the incident tells it again.
    expect(at('detained', 'CU')).toBe(1)
    expect(at('travel', 'CU')).toBe(1)
    expect(at('threatened', 'CU')).toBe(1)
    expect(at('killed_or_disappeared', 'CU')).toBe(1)
    expect(at('destroyed', 'NI')).toBe(1)
    expect(at('destroyed', 'CR')).toBe(1)
    expect(table.sums.get('destroyed')).toBe(1)
    expect(table.total).toBe(5)
    expect(table.columns).not.toContain('FR')
  })

  test('by discipline, by year, and elsewhere', async () => {
    const all = await ada.within(readViolations)
    const disciplines = countViolations(all, { ...asked, by: 'discipline' })
    expect(disciplines.columnSums.get('music')).toBe(4)
    expect(disciplines.columnSums.get('')).toBe(1)
    expect(countYears(all, asked)).toEqual({ years: [[2024, 5]], without: 1 })
    expect(countViolations(all, { ...asked, region: 'weog' }).sums.get('censored')).toBe(1)
    expect(countViolations(all, { ...asked, exercises: true }).total).toBe(0)
  })

  test('each number opens to what it counts', async () => {
    const page = await (await ada.get(`${artisticAddress}?year=2024`)).text()
    const link = /href="([^"]*rows[^"]*violation=detained[^"]*at=CU[^"]*)"/
      .exec(page)?.[1]
      ?.replaceAll('&amp;', '&')
    const rows = await (await ada.get(link ?? '')).text()
    expect(rows).toContain('Act arrest_without_warrant')
    expect(rows).not.toContain('venue_closed')
    const all = await (await ada.get(`${artisticRowsAddress}?year=2024&violation=nonsense&at=CU`)).text()
    expect(all).toContain('Cuba (4)')
    const csv = await (await ada.get(`${artisticAddress}.csv?year=2024`)).text()
    expect(csv).toContain('Costa Rica')
  })

  test('the measure of cultural expression stands beside it, with its row', async () => {
    await ada.within(async (tx) => {
      const [file, series] = [newId(), newId()]
      const insert = (table: string, values: Readonly<Record<string, unknown>>) =>
        tx.sql
          .insertInto(table as never)
          .values({ org_id: tx.actor.orgId, ...values } as never)
          .execute()
      await insert('observatory_file', {
        id: file,
        dataset: 'vdem-freedoms',
        name: 'freedoms.csv',
        size: 1,
        sha256: 'b'.repeat(64),
        imported_by: tx.actor.accountId,
      })
      await insert('observatory_series', {
        id: series,
        dataset: 'vdem-freedoms',
        code: 'v2clacfree',
        label: JSON.stringify({ en: 'Academic and cultural expression', es: 'x', ca: 'x' }),
        author: 'V-Dem 12',
        scale: 'number',
      })
      for (const [year, value] of [
        [2020, -2.5],
        [2021, -2.81],
      ] as const)
        await insert('observatory_value', {
          file_id: file,
          series_id: series,
          polity: 'CUB',
          year,
          value,
          source_row: year,
        })
    })
    const page = await (await ada.get(`${artisticAddress}?year=2024`)).text()
    expect(page).toContain('-2.81')
    expect(page).toContain('freedoms.csv, row 2021')
    expect(page).toContain('V-Dem 12')
  })

  test('another organisation, and who may not see a record, count nothing', async () => {
    const other = await app.signIn()
    expect(await other.within(readViolations)).toEqual([])
    await ada.within((tx) =>
      createRecord(tx, {
        type: 'case',
        values: {
          code_name: 'Egret',
          kind: 'artist',
          country: ['CU'],
          artistic_violations: ['attack'],
          opened: '2024-01-01',
        },
      }),
    )
    const accountId = newId()
    await app.owner
      .insertInto('account')
      .values({
        org_id: ada.actor.orgId,
        id: accountId,
        kind: 'person',
        name: 'Ben',
        role: 'case_officer',
        readable_classes: [],
      })
      .execute()
    const ben = await app.signIn({ ...ada.actor, accountId, name: 'Ben', role: 'case_officer' })
    const titles = async (person: TestPerson) =>
      (await person.within(readViolations)).map(({ title }) => title).join()
    expect(await titles(ada)).toContain('Egret')
    expect(await titles(ben)).not.toContain('Egret')
  })
})

test('every code that counts is a term of its vocabulary; the nearest above a type counts', () => {
  const terms = (name: string) => shipped.vocabularies.get(name)
  for (const [type, name] of [
    ['act', 'act_types'],
    ['case', 'artistic_violations'],
    ['incident', 'incident_kinds'],
  ] as const)
    for (const code of codesOf(type)) expect(terms(name)?.byCode.has(code), `${name}: ${code}`).toBe(true)
  const line = (code: string) => terms('act_types')?.withAncestors(code) ?? []
  expect(violationOf('act', line('prolonged_remand'))).toBe('imprisoned')
  expect(violationOf('act', line('arrest_without_warrant'))).toBe('detained')
  expect(violationOf('act', line('home_raid'))).toBeNull()
  expect(codesOf('case')).toHaveLength(terms('artistic_violations')?.vocabulary.terms.length ?? 0)
})

test('a date counts in the year in which all of it lies; exercises lie in every region', () => {
  expect(yearOf('2024-05')).toBe(2024)
  expect(yearOf('2024?')).toBe(2024)
  expect(yearOf('2023-12/2024-01')).toBeNull()
  expect(yearOf('2024/..')).toBeNull()
  expect(yearOf(null)).toBeNull()
  const within = inRegion('latin-america', null)
  expect(['CU', 'BR', 'HT', 'QO', 'JM', 'ES'].map(within)).toEqual([true, true, true, true, false, false])
})
