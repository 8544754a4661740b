import { beforeAll, describe, expect, test } from 'vitest'
import { createRecord } from '#platform/records'
import { newId } from '#platform/db'
import { type TestApp, type TestPerson, formOf, testApp } from '../../../../tests/support/app.ts'
import { atrocityFactors } from '#catalogue/atrocity-factors'
import { beginAssessment } from './actions/begin-assessment.ts'
import { saveFactors } from './actions/save-factors.ts'
import { assessmentAddress, newAssessment, stepAddress } from './addresses.ts'
import { reviewItems } from './day-items.ts'
import { compareFactors } from './queries/compare.ts'
import { listAssessments, readAssessment } from './queries/read-assessments.ts'
import { preventionStatePanel } from './state-panel.tsx'
import { stateOf } from '../states/state-of.ts'

let app: TestApp
let ada: TestPerson

beforeAll(async () => {
  app = await testApp()
  ada = await app.signIn()
})

const idIn = (address: string | null): string => /assessments\/([0-9a-f-]{36})/.exec(address ?? '')?.[1] ?? ''

/** Goes through the steps as a browser without JavaScript would. */
async function assess(asOf: string, findings: Readonly<Record<string, string>>): Promise<string> {
  const begun = await ada.post(newAssessment, {
    ...formOf(await (await ada.get(`${newAssessment}?state=QO`)).text(), newAssessment),
    'f.as_of': asOf,
    'f.review_on': '2099-01-01',
  })
  const id = idIn(begun.headers.get('location'))
  for (const step of [1, 2, 3]) {
    const address = stepAddress(id, step)
    const form = formOf(await (await ada.get(address)).text(), address)
    const said = Object.entries(findings).filter(([factor]) => `${factor}._version` in form)
    const saved = await ada.post(address, {
      ...form,
      ...Object.fromEntries(
        said.flatMap(([factor, finding]) => [
          [`${factor}.finding`, finding],
          [`${factor}.trend`, 'rising'],
          [`${factor}.reasons`, `Because of ${factor}`],
        ]),
      ),
      _then: 'next',
    })
    expect(saved.headers.get('location')).toBe(stepAddress(id, step + 1))
  }
  const last = stepAddress(id, 4)
  const done = await ada.post(last, {
    ...formOf(await (await ada.get(last)).text(), last),
    'whole.summary': `In words, ${asOf}`,
    _then: 'complete',
  })
  expect(done.headers.get('location')).toBe(assessmentAddress(id))
  return id
}

describe('assessments', () => {
  let first = ''
  let second = ''
  beforeAll(async () => {
    first = await assess('2026-01-15', { 'rf-01': 'partly', 'rf-07': 'not_seen' })
    second = await assess('2026-06-15', { 'rf-01': 'present', 'rf-11': 'unknown' })
  })

  test('are made in steps, and are then complete, fictitious where the state is, and restricted', async () => {
    const page = await (await ada.get(assessmentAddress(second))).text()
    expect(page).toContain('In words, 2026-06-15')
    expect(page).toContain('Because of rf-01')
    expect(page.match(/not looked at/g)).toHaveLength(12)
    await ada.within(async (tx) => {
      const { record, complete, factors } = await readAssessment(tx, second)
      expect(record).toMatchObject({ visibility: 'restricted', fictitious: true })
      expect(complete).toBe(true)
      expect([...factors.values()].map(({ visibility }) => visibility)).toEqual(['restricted', 'restricted'])
    })
  })

  test('are compared over time, in words', async () => {
    const page = await (
      await ada.get(`/workspace/observatory/prevention/compare?before=${second}&after=${first}`)
    ).text()
    // The earlier one is put first, however they were asked for.
    expect(page).toMatch(/<th[^>]*>15 January 2026<\/th><th[^>]*>15 June 2026</)
    expect(page).toMatch(/Partly present[\s\S]*Present[\s\S]*<strong>changed/)
    expect(page).toContain('not looked at this time')
    expect(page).toContain('looked at for the first time')
    const csv = await (
      await ada.get(`/workspace/observatory/prevention/compare/csv?before=${first}&after=${second}`)
    ).text()
    expect(csv.trim().split('\r\n')).toHaveLength(15)
  })

  test('of states stand beside each other as of a day', async () => {
    const on = async (day: string) =>
      (await ada.get(`/workspace/observatory/prevention/states?on=${day}`)).text()
    expect(await on('2026-03-01')).toContain(first)
    expect(await on('2026-07-01')).not.toContain(first)
    expect(await on('2025-12-31')).toContain('No complete assessment')
    expect(await on('31.12.2025')).toContain('Write a day such as')
  })

  test('stay as they were made once they are complete', async () => {
    expect((await ada.get(stepAddress(second, 1))).status).toBe(409)
    await expect(
      ada.within(async (tx) =>
        saveFactors(tx, await readAssessment(tx, second), [
          { factor: 'rf-02', version: null, values: { finding: 'present' } },
        ]),
      ),
    ).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('say what is wrong, and keep what was typed', async () => {
    const wrong = await ada.post(newAssessment, {
      ...formOf(await (await ada.get(newAssessment)).text(), newAssessment),
      'f.state': 'QN',
      'f.as_of': '2999-01-01',
      'f.review_on': '2998-01-01',
      'f.with': 'The council of the valley',
    })
    expect(wrong.status).toBe(422)
    const text = await wrong.text()
    expect(text).toContain('This day has not come yet.')
    expect(text).toContain('It is looked at again after')
    expect(text).toContain('The council of the valley')
    const id = await ada.within((tx) =>
      beginAssessment(tx, { state: 'QN', as_of: '2026-01-01', review_on: '2026-02-01' }, '2026-06-01'),
    )
    const address = stepAddress(id, 1)
    const form = formOf(await (await ada.get(address)).text(), address)
    const unsaid = await ada.post(address, {
      ...form,
      'rf-02.reasons': 'Known, but what of it?',
      _then: 'next',
    })
    expect(unsaid.status).toBe(422)
    expect(await unsaid.text()).toContain('Known, but what of it?')
    expect((await ada.get(stepAddress(id, 9))).status).toBe(404)
    // Somebody else was quicker.
    await ada.within(async (tx) =>
      saveFactors(tx, await readAssessment(tx, id), [
        { factor: 'rf-02', version: null, values: { finding: 'present' } },
      ]),
    )
    const late = await ada.post(address, { ...form, 'rf-02.finding': 'not_seen', _then: 'next' })
    expect(late.status).toBe(422)
    expect(await late.text()).toContain('Somebody else changed this factor')
  })

  test('evidence is named by its title, one more row at a time', async () => {
    const { id, event } = await ada.within(async (tx) => ({
      id: await beginAssessment(
        tx,
        { state: 'QM', as_of: '2026-01-01', review_on: '2026-02-01' },
        '2026-06-01',
      ),
      event: (await createRecord(tx, { type: 'event', values: { title: 'Closure of the valley road' } })).id,
    }))
    const address = stepAddress(id, 2)
    const form = formOf(await (await ada.get(address)).text(), address)
    const named = {
      ...form,
      'rf-07.finding': 'partly',
      'rf-07.evidence.0.to': 'closure of the valley road',
      'rf-07.evidence_on': '2025/2026',
    }
    const grown = await (await ada.post(address, { ...named, _add: 'rf-07.evidence' })).text()
    expect(grown).toContain('rf-07.evidence.1.to')
    await ada.post(address, { ...named, _then: 'leave' })
    await ada.within(async (tx) => {
      const factor = (await readAssessment(tx, id)).factors.get('rf-07')
      expect(factor?.values).toMatchObject({ evidence: [{ to: event }], evidence_on: '2025/2026' })
    })
    expect(await (await ada.get(assessmentAddress(id))).text()).toContain('Closure of the valley road')
  })

  test('stand on the page of the state and on the day of who made them', async () => {
    await ada.within(async (tx) => {
      const state = stateOf('QO')
      if (!state) throw new Error('no QO')
      const panel = JSON.stringify(await preventionStatePanel.render({ tx, polity: state, language: 'es' }))
      expect(panel).toContain(second)
      expect(panel).not.toContain(first)
      const items = await reviewItems.read(tx, {
        now: new Date(),
        until: '2099-01-01',
        limit: 9,
        language: 'en',
      })
      expect(items.map(({ id }) => id)).toEqual([second])
    })
  })

  test('are seen by nobody who was not let in, and by no other organisation', async () => {
    const accountId = newId()
    await app.owner
      .insertInto('account')
      .values({
        org_id: ada.actor.orgId,
        id: accountId,
        kind: 'person',
        name: 'Ben',
        role: 'case_officer',
        readable_classes: ['identity', 'location'],
      })
      .execute()
    const ben = await app.signIn({ ...ada.actor, accountId, name: 'Ben', role: 'case_officer' })
    const cara = await app.signIn()
    for (const other of [ben, cara]) {
      expect((await other.get(assessmentAddress(second))).status).toBe(404)
      expect((await other.get(`${assessmentAddress(second)}/csv`)).status).not.toBe(200)
      expect(await other.within((tx) => listAssessments(tx))).toEqual([])
      expect(await (await other.get('/workspace/observatory/prevention')).text()).not.toContain(second)
    }
  })

  test('no kind of publication takes them', () => {
    const types = app.house.publicKinds.map(({ recordType }) => recordType)
    for (const type of ['country_assessment', 'assessment_factor', 'focal_point'])
      expect(types).not.toContain(type)
  })
})

test('the same finding with another trend is told as such', () => {
  const one = (trend: 'rising' | 'steady') => new Map([['a', { finding: 'present' as const, trend }]])
  expect(compareFactors(['a'], one('steady'), one('rising'))[0]?.change).toBe('trend')
  expect(compareFactors(['a'], one('steady'), one('steady'))[0]?.change).toBe('same')
})

test('what was not looked at is not taken for not seen', () => {
  const of = (finding: 'present' | 'not_seen') => ({ finding })
  const changes = compareFactors(
    ['a', 'b', 'c', 'd', 'e'],
    new Map([
      ['a', of('present')],
      ['b', of('present')],
      ['c', of('not_seen')],
    ]),
    new Map([
      ['a', of('present')],
      ['c', of('present')],
      ['d', of('not_seen')],
    ]),
  ).map(({ change }) => change)
  expect(changes).toEqual(['same', 'not_assessed', 'changed', 'newly_assessed', 'neither'])
  expect(atrocityFactors).toHaveLength(14)
})
