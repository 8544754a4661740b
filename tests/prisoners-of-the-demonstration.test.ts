import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { findOrganisation } from '#platform/identity'
import { type TestPerson, testApp } from './support/app.ts'
import { loadDemonstration } from '../src/demonstration/load-demonstration.ts'
import { pairOf } from '../src/modules/casework/detention/list-question.ts'
import { readPrisoners } from '../src/modules/casework/detention/queries/prisoners.ts'

let alba: TestPerson
/** Whether what leaves needs a second person, as only the machine's owner can say alone. */
let secondPerson: (said: 'on' | 'off') => Promise<unknown>

beforeAll(async () => {
  const app = await testApp()
  await loadDemonstration(app, () => undefined)
  const orgId = (await findOrganisation(app.owner, 'demo'))?.id ?? ''
  secondPerson = (said) =>
    sql`update org set settings = jsonb_set(settings, '{four_eyes}', ${JSON.stringify(said)}::jsonb) where id = ${orgId}::uuid`.execute(
      app.owner,
    )
  const account = await app.owner
    .selectFrom('account')
    .select(['id', 'name'])
    .where('org_id', '=', orgId)
    .where('role', '=', 'administrator')
    .executeTakeFirstOrThrow()
  alba = await app.signIn({
    orgId,
    orgSlug: 'demo',
    accountId: account.id,
    name: account.name,
    role: 'administrator',
    language: 'en',
  })
})

// The detentions of the demonstration, by hand:
//   Lanskin  from 22 April 2024; under conditions since 15 January 2026
//   Verel    from some day of August 2024 to some day of September 2024; again from 14 to 23 January 2026
//   Dorvat   from 3 February 2025, to this day
//   Neyra    from 19 August 2025, to this day
//   Montalt  from 11 March 2026; at home since some day of May 2026; under conditions since 2 June 2026
//   K.       from 27 October 2026, to this day
//   Toralin  from 16 November 2026, to this day
const byHand = [
  {
    // Lanskin is in. Verel came in by 31 August at the latest; whether he was out by the 15th nobody knows.
    day: '2024-09-15',
    certain: ['Petro Lanskin'],
    possible: ['Jonas Verel'],
    house: [0, 0],
    conditional: [0, 0],
  },
  {
    // Lanskin has been out for five days, under conditions. Verel is in for the second time, until the 23rd.
    day: '2026-01-20',
    certain: ['Casilda Neyra', 'Jonas Verel', 'Selim Dorvat'],
    possible: [],
    house: [0, 0],
    conditional: [1, 1],
  },
  {
    // Montalt was sent home on some day of May: on the 15th he is in prison or at home, and nobody knows which.
    day: '2026-05-15',
    certain: ['Casilda Neyra', 'Selim Dorvat'],
    possible: ['Guifré Montalt'],
    house: [0, 1],
    conditional: [1, 1],
  },
  {
    // The day on which the story stands: Lanskin and Montalt are out under conditions.
    day: '2026-11-21',
    certain: ['Casilda Neyra', 'Neva Toralin', 'Person K.', 'Selim Dorvat'],
    possible: [],
    house: [0, 0],
    conditional: [2, 2],
  },
] as const

test.each(byHand)('the list of $day is the one counted by hand', async ({ day, ...hand }) => {
  const list = await alba.within((tx) => readPrisoners(tx, day))
  const names = (certain: boolean) =>
    list.filter((one) => one.set === 'list' && one.certain === certain).map(({ name }) => name)
  expect(names(true)).toEqual(hand.certain)
  expect(names(false)).toEqual(hand.possible)
  const { least, most } = pairOf(list, 'house_arrest')
  expect([least, most]).toEqual(hand.house)
  expect(Object.values(pairOf(list, 'conditional'))).toEqual(hand.conditional)
})

test('where they are and by what they are counted is of the day too', async () => {
  const dorvat = async (day: string) =>
    (await alba.within((tx) => readPrisoners(tx, day))).find(({ name }) => name === 'Selim Dorvat')
  // 3 February is the first day: 18 days by the 20th; judged on 12 June, moved in October, recognised on 1 July.
  expect(await dorvat('2025-02-20')).toMatchObject({ status: 'detained', days: [18, 18], recognition: null })
  expect(await dorvat('2025-07-01')).toMatchObject({ status: 'imprisoned', recognition: 'conscience' })
  const [before, after] = [await dorvat('2025-09-30'), await dorvat('2025-11-01')]
  expect(before?.place).not.toBe(after?.place)
})

test('every number of the page opens to as many rows', async () => {
  const page = async (path: string) => {
    const answer = await alba.get(path)
    expect(answer.status, path).toBe(200)
    return (await answer.text()).replaceAll('&amp;', '&')
  }
  const peopleOn = (text: string) => /<caption>(\d+) (?:people|person)/.exec(text)?.[1] ?? '0'
  const list = await page('/workspace/prisoners?at=2026-05-15')
  const figures = [...list.matchAll(/<dt>([^<]+)<\/dt><dd><a href="([^"]+)">([^<]+)</g)]
  expect(figures.map(([, label, , value]) => [label, value])).toEqual([
    ['In prison, for certain', '2'],
    ['In prison, at most', '3'],
    ['Under house arrest, apart', '0 to 1'],
    ['Out under conditions, apart', '1'],
  ])
  for (const [, , href = '', value = ''] of figures)
    expect(peopleOn(await page(href)), href).toBe(value.split(' ').at(-1))
  const facets = [...list.matchAll(/<a href="([^"]+)" dir="auto">[^<]+<\/a><span>([^<]+)</g)]
  expect(facets.length).toBeGreaterThan(8)
  for (const [, href = '', value = ''] of facets)
    expect(peopleOn(await page(href)), href).toBe(value.split('–').at(-1))

  const months = await page('/workspace/prisoners/months?from=2025-12&to=2026-11')
  const numbers = [...months.matchAll(/<a href="(\/workspace\/prisoners[^"]*count=[^"]+)">(\d+)</g)]
  expect(numbers.length).toBeGreaterThan(15)
  for (const [, href = '', value = ''] of numbers) expect(peopleOn(await page(href)), href).toBe(value)
  // January: Verel came in; Lanskin and Verel went out, each by his own cause.
  const out = await page('/workspace/prisoners/moves?month=2026-01&way=out&count=lower')
  expect(out).toContain('Conditional release')
  expect(out).toContain('Banished on release')
})

test('the method stands on the page, on the sheet and in the file; in three languages', async () => {
  for (const path of ['', '/months', '/sheet'])
    expect(await (await alba.get(`/workspace/prisoners${path}`)).text()).toContain(
      'House arrest is counted apart',
    )
  expect(await (await alba.get('/workspace/prisoners?with=house')).text()).toContain(
    'House arrest is counted with it, because it was asked',
  )
  for (const [language, title] of [
    ['ca', 'A la presó el 20 de gener de 2026'],
    ['es', 'En prisión el 20 de enero de 2026'],
    ['en', 'In prison on 20 January 2026'],
  ] as const) {
    await alba.get(`/workspace/language/${language}?back=/workspace`)
    expect(await (await alba.get('/workspace/prisoners?at=2026-01-20')).text()).toContain(title)
  }
})

test('the file has the rows of the page; what is restricted, and where people are, needs a second person', async () => {
  const rows = async () => {
    const answer = await alba.get('/workspace/prisoners/file?at=2026-11-21&count=upper')
    expect(answer.headers.get('content-type')).toContain('text/csv')
    return parse((await answer.text()).replace('\uFEFF', ''), { columns: true }) as Record<string, string>[]
  }
  const open = await rows()
  expect(open.map((row) => row['Person'])).toEqual(['Casilda Neyra', 'Selim Dorvat'])
  expect(open[1]).toMatchObject({ 'Days, at least': '657', Place: '', Certain: 'yes' })
  expect(open[1]?.['Counted as']).toBe('21 November 2026; prison; In prison, at most')
  await secondPerson('off')
  const all = await rows()
  await secondPerson('on')
  expect(all.map((row) => row['Person'])).toEqual([
    'Casilda Neyra',
    'Neva Toralin',
    'Person K.',
    'Selim Dorvat',
  ])
  expect(all[3]?.['Place']).toBe('Ostrel Penal Colony')
})

test('a day that is none is said to be none', async () => {
  const answer = await alba.get('/workspace/prisoners?at=2026-02-31')
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Write a whole day')
  expect((await alba.get('/workspace/prisoners/months?from=2026-13')).status).toBe(422)
})
