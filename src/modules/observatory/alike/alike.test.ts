import { describe, expect, test } from 'vitest'
import { polity } from '#catalogue/polities'
import { formOf, type TestPerson, testApp, unescape } from '../../../../tests/support/app.ts'
import { importWorld, worldFiles, worldStates } from './world-for-test.ts'

const base = '/workspace/observatory'

/** Someone whose organisation has read the small world. */
async function reader(): Promise<TestPerson> {
  const person = await (await testApp()).signIn()
  await person.within((tx) => importWorld(tx))
  return person
}

const text = async (answer: Response | Promise<Response>): Promise<string> =>
  unescape(await (await answer).text())

/** Rows of a CSV without quotes or commas in its cells. */
const rowsOf = (csv: string): readonly (readonly string[])[] =>
  csv
    .replace('\uFEFF', '')
    .trim()
    .split('\r\n')
    .map((line) => line.split(','))

/** Votes of the world by roll call and code, straight from the file. */
function worldVotes(): readonly ReadonlyMap<string, number>[] {
  const codes = new Map(worldStates.map((code) => [String(polity(code)?.cow), code]))
  const calls = new Map<string, Map<string, number>>()
  for (const line of worldFiles().votes.trim().split('\n').slice(1)) {
    const [rcid = '', ccode = '', vote = ''] = line.split(',')
    const call = calls.get(rcid) ?? new Map<string, number>()
    calls.set(rcid, call.set(codes.get(ccode) ?? '', Number(vote)))
  }
  return [...calls.values()]
}

/** Mean of 1 - |v - w| / 2 over the divided roll calls, the slow way. */
function agreementByHand(a: string, b: string): number {
  const divided = worldVotes().filter((call) => new Set(call.values()).size > 1)
  return (
    divided.reduce((sum, call) => sum + 1 - Math.abs((call.get(a) ?? 0) - (call.get(b) ?? 0)) / 2, 0) /
    divided.length
  )
}

describe('without votes', () => {
  test('every page says what is missing and where to get it', async () => {
    const person = await (await testApp()).signIn()
    for (const path of ['agreement', 'cohesion', 'compare', 'blocs', 'ideal-points/new'])
      expect(await text(person.get(`${base}/${path}`)), path).toContain('No votes yet')
    expect(await text(person.get(`${base}/ideal-points`))).toContain('Nothing estimated yet')
  })
})

describe('with votes', () => {
  test('agreement of all states is what it is by hand, and each pair opens', async () => {
    const person = await reader()
    const csv = await person.get(`${base}/agreement.csv?group=all&parts=1&from=2018`)
    const [head, ...rows] = rowsOf(await csv.text())
    expect(head?.slice(0, 6)).toEqual(['state1', 'name1', 'state2', 'name2', 'agreement', 'n'])
    expect(rows).toHaveLength((worldStates.length * (worldStates.length - 1)) / 2)
    for (const [a = '', , b = '', , agreement] of rows)
      expect(Number(agreement)).toBeCloseTo(agreementByHand(a, b), 7)
    const page = await text(person.get(`${base}/agreement?group=states&states=ARG,Brazil,usa&from=2018`))
    expect(page).toContain(`href="${base}/compare?source=voeten%3Aga&from=2018&a=`)
    expect(page).toContain('whole texts only')
  })

  test('amendments are kept apart unless asked for', async () => {
    const person = await reader()
    const shared = async (query: string) =>
      Number(
        rowsOf(await (await person.get(`${base}/agreement.csv?group=all&from=2018${query}`)).text())[1]?.[5],
      )
    expect(await shared('&parts=1')).toBeGreaterThan(await shared(''))
    expect(await shared('&topic=hr')).toBeLessThan(await shared(''))
    expect(await shared('&sessions=73-74')).toBeLessThan(await shared(''))
  })

  test('a large table is a picture that knows where it was pressed', async () => {
    const person = await reader()
    const query = 'group=states&states=ARG,BRA,USA&order=name&from=2018'
    const picture = await person.get(`${base}/agreement.png?${query}`)
    expect(picture.headers.get('content-type')).toBe('image/png')
    const bytes = Buffer.from(await picture.arrayBuffer())
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    expect(bytes.readUInt32BE(16)).toBe(720)
    const press = await person.get(`${base}/agreement/press?${query}&at.x=10&at.y=700`)
    expect(press.headers.get('location')).toMatch(/compare\?.*a=USA&b=ARG/)
    const beside = await person.get(`${base}/agreement/press?${query}&at.x=nonsense`)
    expect(beside.headers.get('location')).toMatch(/agreement\?/)
  })

  test('cohesion of a group, and the roll calls behind its number', async () => {
    const person = await reader()
    const rows = rowsOf(
      await (await person.get(`${base}/cohesion.csv?group=weog&parts=1&from=2018`)).text(),
    ).slice(1)
    expect(rows.map(([year, group, , , calls]) => [year, group, calls])).toEqual([
      ['2018', 'weog', '30'],
      ['2019', 'weog', '30'],
      ['2020', 'weog', '30'],
    ])
    const page = await text(person.get(`${base}/cohesion?group=weog&group=grulac&parts=1&from=2018`))
    const [, href = ''] = /href="([^"]*cohesion\/roll-calls[^"]*)"/.exec(page) ?? []
    expect(await text(person.get(href))).toMatch(/Cohesion 0\.\d{3}, the mean of 30 roll calls/)
  })

  test('two states: by year, where they part, beside a group', async () => {
    const person = await reader()
    const page = await text(person.get(`${base}/compare?a=ARG&b=CHL&with=grulac&from=2018`))
    expect(page).toContain('Argentina and Chile')
    expect(page).toContain('Beside the majority of: Latin American and Caribbean States')
    expect(page).toContain('Human rights')
    const apart = await text(person.get(`${base}/compare?a=ARG&b=CHL&with=grulac&from=2018&show=b-apart`))
    expect(apart).toContain('Roll calls in which Chile left the majority')
    const differed = rowsOf(
      await (await person.get(`${base}/compare.csv?a=ARG&b=CHL&from=2018`)).text(),
    ).slice(1)
    expect(differed.length).toBeGreaterThan(0)
    for (const row of differed) expect(row.at(-1)).not.toBe(row.at(-2))
  })

  test('blocs are found, or cut as asked; every state is in one', async () => {
    const person = await reader()
    const rows = rowsOf(await (await person.get(`${base}/blocs.csv?count=3&from=2018`)).text()).slice(1)
    expect(new Set(rows.map(([bloc]) => bloc))).toEqual(new Set(['1', '2', '3']))
    const blocOf = new Map(rows.map((row) => [row.at(-7), row[0]]))
    expect(new Set(blocOf.keys())).toEqual(new Set(worldStates))
    expect(blocOf.get('USA')).toBe(blocOf.get('CAN'))
    expect(blocOf.get('USA')).not.toBe(blocOf.get('CUB'))
    expect(await text(person.get(`${base}/blocs`))).toMatch(/The votes fall best into \d+ groups/)
  })

  test('every chart leaves as a picture that says what it is of, and as numbers', async () => {
    const person = await reader()
    for (const page of [
      'agreement?group=all',
      'cohesion?group=oas',
      'compare?a=ARG&b=CHL',
      'blocs?count=3',
    ]) {
      const svg = await text(person.get(`${base}/${page}&format=svg`))
      expect(svg, page).toMatch(/^<svg[\s\S]*roll calls from[\s\S]*<\/svg>$/)
      expect((await text(person.get(`${base}/${page}&format=csv`))).split('\n').length, page).toBeGreaterThan(
        2,
      )
    }
  })

  test('what cannot be read is told', async () => {
    const person = await reader()
    for (const [query, said] of [
      ['agreement?from=last+week', '“last week” is no day and no year'],
      ['agreement?from=2019-02-30', '“2019-02-30” is no day'],
      ['agreement?group=states&states=Atlantis', '“Atlantis” is no state that is known'],
      ['cohesion?group=friends', 'There is no such group'],
    ]) {
      const answer = await person.get(`${base}/${query}`)
      expect(answer.status).toBe(422)
      expect(await text(answer)).toContain(said)
    }
    for (const path of ['agreement?source=none:ga', 'compare?a=XXX&b=ARG', 'blocs?from=1950&to=1951'])
      expect((await person.get(`${base}/${path}`)).status, path).toBe(200)
  })

  test('another organisation sees nothing of it', async () => {
    await reader()
    const other = await (await testApp()).signIn()
    expect(await text(other.get(`${base}/agreement?source=voeten:ga`))).toContain('No votes yet')
  })
})

describe('ideal points', () => {
  test('are estimated by a job, shown with intervals and what moved a state, and taken away', async () => {
    const app = await testApp()
    const person = await reader()
    const form = formOf(
      await (await person.get(`${base}/ideal-points/new`)).text(),
      `${base}/ideal-points/new`,
    )
    const refused = await person.post(`${base}/ideal-points/new`, { ...form, from: 'soon', high: 'Atlantis' })
    expect(refused.status).toBe(422)
    expect(await text(refused)).toContain('“soon” is no session and no year')
    const asked = await person.post(`${base}/ideal-points/new`, { ...form, parts: '1' })
    const run = asked.headers.get('location') ?? ''
    expect(run).toMatch(/ideal-points\/[0-9a-f-]{36}$/)
    expect(await text(person.get(run))).toContain('Estimating ideal points')
    const worker = await app.work()
    try {
      await expect
        .poll(async () => text(person.get(run)), { timeout: 30_000, interval: 200 })
        .toContain('Where they stood')
    } finally {
      await worker.stop()
    }
    const rows = rowsOf(await (await person.get(`${run}/csv`)).text()).slice(1)
    expect(rows).toHaveLength(3 * worldStates.length)
    const at = (code: string, session: string) =>
      Number(rows.find((row) => row[0] === session && row[1] === code)?.[3])
    expect(at('USA', '73')).toBeGreaterThan(at('ARG', '73'))
    expect(at('ARG', '73')).toBeGreaterThan(at('RUS', '73'))
    // Chile turns in the third session, and its votes say why.
    expect(at('CHL', '75')).toBeLessThan(at('CHL', '74') - 0.3)
    const page = await text(person.get(`${run}?states=Chile,USA`))
    expect(page).toMatch(/-?\d\.\d\d \(-?\d\.\d\d to -?\d\.\d\d\)/)
    const moves = await text(person.get(`${run}/moves?state=CHL&to=75`))
    expect(moves).toContain('Chile: what moved it from session 74 to 75')
    const pulls = [...moves.matchAll(/([↑↓])\u00a0(\d+\.\d\d)/g)]
    expect(pulls.length).toBeGreaterThan(10)
    expect(pulls.slice(0, 8).every(([, way]) => way === '↓')).toBe(true)
    expect((await person.get(`${run}/moves?state=CHL&to=73`)).status).toBe(404)
    const other = await app.signIn()
    expect((await other.get(run)).status).toBe(404)
    await person.post(`${run}/remove`)
    expect((await person.get(run)).status).toBe(404)
  })

  test('one that is ended keeps nothing', async () => {
    const person = await reader()
    const form = formOf(
      await (await person.get(`${base}/ideal-points/new`)).text(),
      `${base}/ideal-points/new`,
    )
    const run = (await person.post(`${base}/ideal-points/new`, form)).headers.get('location') ?? ''
    await person.post(`${run}/cancel`)
    expect(await text(person.get(run))).toContain('The estimate was ended')
  })
})
