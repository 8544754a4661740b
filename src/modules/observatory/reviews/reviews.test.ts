import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type TestPerson, testApp } from '../../../../tests/support/app.ts'
import { importFile } from '../sources/import-file.ts'
import type { DatasetImporter } from '../sources/importer.ts'
import { readHead } from '../sources/read-head.ts'
import { readHeard } from './actions/follow-review.ts'
import { sessionsOf, submissionDeadline } from './calendar.ts'
import { readSent } from './queries/read-sent.ts'
import { chosenReviews, readReviewCounts } from './queries/read-reviews.ts'
import { readRegimeShares } from './queries/regime-shares.ts'
import { matrix } from './readers/matrix.ts'
import { uprInfo, uprPledges } from './readers/upr-info.ts'
import { uhri } from './readers/uhri.ts'
import { findRepeats } from './repeats.ts'

const folder = mkdtempSync(join(tmpdir(), 'amparo-reviews-'))
afterAll(() => rmSync(folder, { recursive: true }))
const write = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const load = async (person: TestPerson, importer: DatasetImporter, path: string) => {
  const head = await readHead(path)
  return person.within((tx) => importFile(tx, importer, { path, head }))
}

const header = 'To,To-Rgrp,To-Org,Text,From,From-Rgrp,From-Org,Response,Action,Issue,Session'
const rows = [
  'Slovenia,EEG,,"Ratify the Convention against Enforced Disappearance, at last",France,WEOG,,Noted,5,International instruments,7',
  'Slovenia,EEG,,Continue its efforts,Cuba,GRULAC,,Accepted,2,General,7',
  'Slovenia,EEG,,Ratify without delay the Convention against Enforced Disappearance,Chile,GRULAC,,Accepted,5,International instruments,20',
  'Slovenia,EEG,,"=Do, not take this for a formula",Peru,GRULAC,,Accepted,4,General,20',
  'Slovenia,EEG,,"=Do, not take this for a formula",Peru,GRULAC,,Accepted,4,General,20',
]
const exportFile = () => write('upr.csv', `${header}\n${rows.join('\n')}\n`)

test('recommendations are counted once, opened to their row, filtered, and taken away', async () => {
  const app = await testApp()
  const ada = await app.signIn()
  const { loaded } = await load(ada, uprInfo, exportFile())
  expect(loaded).toMatchObject({ rows: 4, scope: '7, 20', dataUntil: '2014-11-07' })
  expect(loaded.findings.map(({ count }) => count)).toEqual([1])

  const html = await (await ada.get('/workspace/observatory/reviews/SVN')).text()
  expect(html).toContain('Ratify without delay')
  expect(html).not.toContain('Continue its efforts')
  expect(html).toMatch(/>7 · \d\d %</)
  expect(await (await ada.get('/workspace/observatory/reviews/SVN?session=7')).text()).toContain(
    'Continue its efforts',
  )
  const filtered = await (await ada.get('/workspace/observatory/reviews/SVN?repeated=1&action=5')).text()
  expect(filtered).toContain('1 of 2 recommendations')
  expect(await (await ada.get('/workspace/observatory/reviews/SVN/cycles')).text()).toContain(
    'session=20&amp;action=5',
  )

  const key = /recommendations\/([0-9a-f]{32})/.exec(html)?.[1] ?? ''
  const one = await (await ada.get(`/workspace/observatory/recommendations/${key}`)).text()
  expect(one).toContain('upr.csv')
  expect(one).toContain('from: Chile')
  expect(one).toContain('at last')

  const csv = await (await ada.get('/workspace/observatory/reviews/SVN/pack.csv')).text()
  expect(csv).toContain("'=Do, not take")
  const json = (await (await ada.get('/workspace/observatory/reviews/SVN/pack.json')).json()) as {
    recommendations: { key: string; file: string; row: number; repeats: unknown[] }[]
  }
  expect(json.recommendations.find((row) => row.key === key)).toMatchObject({
    file: 'upr.csv',
    row: 4,
    repeats: [{ session: '7' }],
  })
  const docx = await ada.get('/workspace/observatory/reviews/SVN/pack.docx?session=7')
  expect((await docx.arrayBuffer()).byteLength).toBeGreaterThan(5_000)

  const state = await (await ada.get('/workspace/observatory/states/CHL')).text()
  expect(state).toContain('/workspace/observatory/reviews/CHL/made')
  expect(await (await ada.get('/workspace/observatory/reviews/CHL/made')).text()).toContain(
    'Ratify without delay',
  )
  expect(await (await ada.get('/workspace/observatory/reviews')).text()).toContain(
    '/workspace/observatory/reviews/SVN',
  )
  expect((await ada.get('/workspace/observatory/reviews/XXX')).status).toBe(404)
  expect((await ada.get('/workspace/observatory/recommendations/none')).status).toBe(404)
  expect(app.faults.size).toBe(0)

  // Nobody else's.
  const eve = await app.signIn()
  expect(await (await eve.get('/workspace/observatory/reviews/SVN')).text()).not.toContain(
    'Ratify without delay',
  )
  expect((await eve.get(`/workspace/observatory/recommendations/${key}`)).status).toBe(404)
  expect(await eve.within((tx) => readSent(tx, 'CHL'))).toEqual([])
})

test('a newer edition takes the place of an older one, and the address of a recommendation stays', async () => {
  const app = await testApp()
  const ada = await app.signIn()
  await load(ada, uprInfo, exportFile())
  const before = await ada.within((tx) => readSent(tx, 'CHL'))
  const html = await (await ada.get('/workspace/observatory/reviews/SVN')).text()
  const key = /recommendations\/([0-9a-f]{32})/.exec(html)?.[1] ?? ''
  const newer = rows.map((row) => row.replace('Chile,GRULAC,,Accepted', 'Chile,GRULAC,,Noted')).join('\n')
  await load(ada, uprInfo, write('newer.csv', `${header}\n${newer}\n`))
  const after = await ada.within((tx) => readSent(tx, 'CHL'))
  expect([before[0]?.supported, after[0]?.supported, after[0]?.total]).toEqual([1, 0, 1])
  const page = await (await ada.get(`/workspace/observatory/recommendations/${key}`)).text()
  expect(page).toContain('newer.csv')
  expect(page).toContain('older edition')
  // Files whose sessions overlap: the newer one speaks for the session.
  await load(ada, uprInfo, write('part.csv', `${header}\n${rows[2]?.replace('Chile', 'Peru')}\n`))
  const counts = chosenReviews(await ada.within((tx) => readReviewCounts(tx, { polity: 'SVN' })))
  expect(counts.map(({ session, total }) => [session, total])).toEqual([
    ['7', 2],
    ['20', 1],
  ])
})

test('what is heard is noted down as ours, answered, taken out; strange lines stay to be mended', async () => {
  const app = await testApp()
  const ada = await app.signIn()
  await load(ada, uprInfo, exportFile())
  const path = '/workspace/observatory/reviews/SVN/live'
  expect((await ada.get(path)).status).toBe(200)
  const heard =
    'Chile: Ratify the Convention against Enforced Disappearance\nStop it (France, Peru)\nAtlantis: Rise\n'
  const answer = await ada.post(path, { session: '48', heard })
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toContain('Line 3')
  expect(html).toMatch(/<textarea[^>]*>Atlantis: Rise<\/textarea>/)
  expect(html).toMatch(/>20 · \d\d %</)
  const [first = ''] = [...html.matchAll(/name="answer\.([0-9a-f]{32})"/g)].map(([, key]) => key ?? '')
  const keys = [...html.matchAll(/name="answer\.([0-9a-f]{32})"/g)].map(([, key]) => key ?? '')
  expect(keys).toHaveLength(2)
  await ada.post(`${path}/notes`, { session: '48', [`answer.${first}`]: 'supported', remove: keys[1] ?? '' })
  const counts = await ada.within((tx) => readReviewCounts(tx, { polity: 'SVN', family: 'live' }))
  expect(counts).toMatchObject([{ session: '48', total: 1, supported: 1, dataset: 'upr-live' }])
  expect((await ada.post(path, { session: '48', heard: ' ' })).status).toBe(422)
  // Rows of a file cannot be changed, whatever is posted.
  const row = /recommendations\/([0-9a-f]{32})/.exec(
    await (await ada.get('/workspace/observatory/reviews/SVN?session=20')).text(),
  )?.[1]
  await ada.post(`${path}/notes`, { session: '48', [`answer.${row}`]: 'pending', remove: row ?? '' })
  const kept = await ada.within((tx) => readReviewCounts(tx, { polity: 'SVN', family: 'upr-info' }))
  expect(kept.map(({ total }) => total)).toEqual([2, 2])
  expect(app.faults.size).toBe(0)
})

test('lines are read with the state before or behind', () => {
  expect(readHeard('Bosnia and Herzegovina: Do it\n\nDo that (Iran (Islamic Republic of))')).toEqual({
    heard: [
      { senders: ['BIH'], text: 'Do it', line: 1 },
      { senders: ['IRN'], text: 'Do that', line: 3 },
    ],
    strange: [],
  })
  expect(readHeard('Chile, Perú: Hacerlo').heard[0]?.senders).toEqual(['CHL', 'PER'])
  expect(readHeard('Chile and Narnia: Do it').strange).toHaveLength(1)
})

describe('repeats', () => {
  const of = (key: string, session: string, text: string, issues: readonly string[] = []) => ({
    key,
    session,
    text,
    issues,
    compiler: 'x',
  })
  const earlier = [
    of(
      'a',
      '7',
      'Ratify the International Convention for the Protection of All Persons from Enforced Disappearance',
      ['i'],
    ),
    of('b', '7', 'Improve the conditions of detention in prisons', ['d']),
    of('c', '7', 'Continue the fight against trafficking in persons', ['t']),
  ]
  const last = of(
    'z',
    '20',
    'Accede to and ratify the Convention for the protection of all persons from enforced disappearances (Chile)',
    ['i'],
  )
  test('are the likest of each earlier session, with how alike', () => {
    const [best, ...others] = findRepeats([last], earlier).get('z') ?? []
    expect(best?.earlier.key).toBe('a')
    expect(best?.likeness).toBeGreaterThan(0.7)
    expect(others).toEqual([])
  })
  test('never later ones, nor those of another subject of the same compiler', () => {
    expect(findRepeats(earlier, [last]).size).toBe(0)
    expect(findRepeats([{ ...last, issues: ['else'] }], earlier).size).toBe(0)
    expect(findRepeats([{ ...last, issues: ['else'], compiler: 'y' }], earlier).size).toBe(1)
  })
  test('a text equals itself', () =>
    expect(
      findRepeats([{ ...(earlier[1] as (typeof earlier)[number]), key: 'q', session: '20' }], earlier).get(
        'q',
      )?.[0]?.likeness,
    ).toBeCloseTo(1))
})

test('the calendar: sessions of a state, and a deadline that says when it is our estimate', () => {
  const [first] = sessionsOf('SVN')
  expect(first?.session).toBe(7)
  expect(submissionDeadline({ ...(first as NonNullable<typeof first>), start: '2027-01-25' })).toEqual({
    day: '2026-06-25',
    estimated: true,
  })
})

const data = '../shared/data'
describe.skipIf(!existsSync(`${data}/upr`))('one real file of each kind', () => {
  test('comes into the tables, and sources stay apart', async () => {
    const app = await testApp()
    const ada = await app.signIn()
    const info = await load(ada, uprInfo, `${data}/upr/upr-info_sessions_17-20.csv.gz`)
    const pledges = await load(ada, uprPledges, `${data}/upr/upr-info_voluntary-pledges.csv.gz`)
    const list = await load(ada, matrix, `${data}/upr/ohchr_thematic_lists/UPR20_Slovenia_2014.txt`)
    const sample = await load(ada, uhri, `${data}/upr/uhri_export_sample.json`)
    expect([info, pledges, list, sample].map(({ loaded }) => [loaded.rows, loaded.scope])).toEqual([
      [7_984, '18-20'],
      [944, '1-19'],
      [163, 'SVN 20'],
      [1, 'en'],
    ])
    const counts = await ada.within((tx) => readReviewCounts(tx, { polity: 'SVN' }))
    expect(
      counts
        .filter(({ session }) => session === '20')
        .map(({ dataset }) => dataset)
        .toSorted(),
    ).toEqual(['ohchr-matrix', 'upr-info'])
    expect(chosenReviews(counts).map(({ dataset }) => dataset)).toEqual(['upr-info'])
    expect(await ada.within((tx) => readRegimeShares(tx))).toBeNull()
    const again = await load(ada, uprInfo, `${data}/upr/upr-info_sessions_17-20.csv.gz`)
    expect(again.known).toBe(true)
  })
})
