import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newId } from '#platform/db'
import { createRecord, type Tx } from '#platform/records'
import { testApp } from '../../../../tests/support/app.ts'
import { classTable } from '../regimes/class-table.ts'
import { adviceByClass, adviceBySide, mutualPraise, withAction } from './advice.ts'
import { usualValues } from './choice.ts'
import type { PairAdvice } from './queries/read-advice.ts'

const codes = ['CHN', 'CUB', 'FRA', 'URY'] as const
const table = classTable([
  { polity: 'CHN', year: 2010, value: 0 },
  { polity: 'CUB', year: 2010, value: 0 },
  { polity: 'FRA', year: 2010, value: 3 },
])
const autocracies = new Set([0, 1])

test('advice is counted once, by who is who in the year; praise is mutual only where both gave it', () => {
  const small = fc.nat({ max: 4 })
  const pair: fc.Arbitrary<PairAdvice> = fc
    .record({
      sender: fc.constantFrom(...codes),
      receiver: fc.constantFrom(...codes),
      year: fc.constantFrom(2009, 2010, 2012),
      praise: small,
      consider: small,
      general: small,
      specific: small,
    })
    .map((one) => {
      const total = one.praise + one.consider + one.general + one.specific
      return { ...one, total, supported: Math.floor(total / 2) }
    })
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 12 }), (pairs) => {
      const by = adviceBySide(pairs, table, autocracies)
      const sides = ['in', 'out', 'unknown'] as const
      const told = sides.flatMap((from) => sides.map((to) => by(from, to)))
      const all = pairs.reduce((sum, { total }) => sum + total, 0)
      expect(told.reduce((sum, { total }) => sum + total, 0)).toBe(all)
      expect(told.reduce((sum, one) => sum + withAction(one), 0)).toBe(all)
      const own = pairs.filter(({ sender, year }) => sender === 'FRA' && (year === 2010 || year === 2012))
      expect(adviceByClass(pairs, table).sent(3).total).toBe(own.reduce((sum, { total }) => sum + total, 0))
      for (const { a, b, toA, toB } of mutualPraise(pairs, table, autocracies)) {
        expect([a, b]).toEqual(['CHN', 'CUB'])
        expect(Math.min(toA.praise, toB.praise)).toBeGreaterThanOrEqual(2)
      }
    }),
    { numRuns: 60 },
  )
})

test('the lower half of an index is asked about, the upper half where lower is better', () => {
  const classes = [0, 1, 2, 3].map((value) => ({ value, label: { en: '', es: '', ca: '' } }))
  const series = { better: 'higher' } as Parameters<typeof usualValues>[0]['series']
  expect(usualValues({ classes, series })).toEqual([0, 1])
  expect(usualValues({ classes, series: { ...series, better: 'lower' } })).toEqual([2, 3])
})

/** An index of two classes and advice between two states, as importers would leave them. */
async function putWorld(tx: Tx): Promise<void> {
  const org = sql`${tx.actor.orgId}::uuid`
  const by = sql`${tx.actor.accountId}::uuid`
  const [index, upr, series] = [newId(), newId(), newId()]
  const words = (en: string) => ({ en, es: en, ca: en })
  await sql`insert into observatory_file (org_id, id, dataset, name, size, sha256, version, data_until, imported_by) values
    (${org}, ${index}::uuid, 'vdem', 'vdem.csv', 1, ${'a'.repeat(64)}, '15', '2024', ${by}),
    (${org}, ${upr}::uuid, 'upr-info', 'upr.csv', 1, ${'b'.repeat(64)}, '', '2010', ${by})`.execute(tx.sql)
  await sql`insert into observatory_series (org_id, id, dataset, code, label, author, scale, better, classes)
    values (${org}, ${series}::uuid, 'vdem', 'v2x_regime', ${JSON.stringify(words('Regime'))}::jsonb, 'V-Dem', 'order', 'higher',
      ${JSON.stringify({ 0: words('closed autocracy'), 1: words('liberal democracy') })}::jsonb)`.execute(
    tx.sql,
  )
  const values = ['CHN', 'CUB', 'RUS'].map((polity) => ({ polity, value: 0 }))
  await sql`insert into observatory_value (org_id, file_id, series_id, polity, year, value, source_row)
    select ${org}, ${index}::uuid, ${series}::uuid, polity, y, value, 2
      from jsonb_to_recordset(${JSON.stringify([...values, { polity: 'FRA', value: 1 }])}::jsonb) as r(polity text, value int), generate_series(2006, 2024) y`.execute(
    tx.sql,
  )
  const advice = [
    ...[1, 2, 2].map((action) => ['CHN', 'CUB', action] as const),
    ...[2, 2, 5].map((action) => ['CUB', 'CHN', action] as const),
    ['FRA', 'CUB', 5] as const,
  ].map(([sender, polity, action], i) => ({ key: `advice-${i}`, sender, polity, action, row: i + 2 }))
  await sql`insert into observatory_recommendation (org_id, file_id, key, mechanism, polity, session, year, text, senders, response, action, issues, source_row)
    select ${org}, ${upr}::uuid, key, 'upr', polity, '8', 2010, 'Continue, ' || key, array[sender], 'supported', action, '{Torture and other CID treatment}', row
      from jsonb_to_recordset(${JSON.stringify(advice)}::jsonb) as r(key text, sender text, polity text, action int, row int)`.execute(
    tx.sql,
  )
  await sql`insert into observatory_sender (org_id, file_id, key, sender)
    select ${org}, ${upr}::uuid, key, sender from jsonb_to_recordset(${JSON.stringify(advice)}::jsonb) as r(key text, sender text)`.execute(
    tx.sql,
  )
}

test('the page names the index, counts seats and advice, opens both, and shows what was noted', async () => {
  const ada = await (await testApp()).signIn()
  const start = '/workspace/observatory/autocracies'
  expect(await (await ada.get(start)).text()).toContain('Who is an autocracy is not ours to say')
  await ada.within(async (tx) => {
    await putWorld(tx)
    await createRecord(tx, {
      type: 'reprisal',
      values: {
        state: 'QO',
        reported_on: '2026-09',
        report: 'A/HRC/0/1',
        paragraph: 'para. 7',
        kind: ['travel'],
      },
    })
    await createRecord(tx, {
      type: 'ngo_committee_action',
      values: {
        ngo: 'Open Shelf',
        session: '2026',
        on: '2026-01',
        outcome: 'deferred',
        state: ['QN'],
        source: 'Minutes',
      },
    })
  })
  const page = await (await ada.get(start)).text()
  expect(page).toContain('closed autocracy (V-Dem 15)')
  // Two of three and two of three, and one specific from outside.
  expect(page).toContain('83.3%')
  expect(page).toContain('3 of 3')
  expect(page).toContain('A/HRC/0/1, para. 7')
  expect(page).toContain('Open Shelf')
  const record = /\/workspace\/record\/[0-9a-f-]{36}/.exec(page)?.[0] ?? ''
  expect((await ada.get(record)).status).toBe(200)
  const members = await (await ada.get(`${start}/members?year=2012`)).text()
  expect(members).toContain('states/CUB')
  expect((await ada.get(`${start}/members?year=1990`)).status).toBe(404)
  const between = await (await ada.get(`${start}/between?from=CHN&to=CUB`)).text()
  expect(between).toContain('3 recommendations')
  expect(between).toContain('Continue, advice-0')
  expect((await ada.get(`${start}/between?from=CHN&to=XXX`)).status).toBe(404)
  const csv = await (await ada.get(`${start}/advice.csv`)).text()
  expect(csv).toContain('"China","Cuba","3","3","3","0","0","0","3"')

  const says = await (await ada.get('/workspace/observatory/states/CUB')).text()
  expect(says).toContain('3 recommendations, 1 of them for a specific act')
  const theme = await (await ada.get('/workspace/observatory/states/CUB/says/torture')).text()
  expect(theme).toContain('Continue, advice-3')
  expect((await ada.get('/workspace/observatory/states/CUB/says/nothing')).status).toBe(404)
  expect((await ada.get('/workspace/observatory/states/CUB/says/torture/table.csv')).status).toBe(200)

  const bob = await (await testApp()).signIn()
  expect(await (await bob.get(start)).text()).toContain('Who is an autocracy is not ours to say')
  expect(await (await bob.get(`${start}/between?from=CHN&to=CUB`)).text()).toContain('0 recommendations')
})
