import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { createRecord, deleteRecord, readRecord, retentionProblems, setRetention } from '#platform/records'
import { liftHold, placeHold } from '#platform/retention'
import { type TestApp, type TestPerson, formOf, testApp } from '../../../../tests/support/app.ts'

let app: TestApp
let ada: TestPerson

beforeAll(async () => {
  app = await testApp()
  ada = await app.signIn()
})

const make = (values: Record<string, unknown>, type = 'person') =>
  ada.within((tx) => createRecord(tx, { type, values })).then(({ id }) => id)
const age = async (id: string, years: number) => {
  await sql`update record set updated_at = now() - make_interval(years => ${years}) where id = ${id}::uuid`.execute(
    app.owner,
  )
  await sql`delete from record_activity where record_id = ${id}::uuid`.execute(app.owner)
}
const text = async (person: TestPerson, path: string) => {
  const response = await person.get(path)
  expect(response.status, path).toBe(200)
  return (await response.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}

test('every shipped rule looks at open fields of its type, and says why in three languages', () => {
  const types = [...app.house.shipped.types.values()]
  expect(types.filter((type) => type.retention).length).toBeGreaterThan(8)
  for (const type of types)
    for (const rule of type.retention ?? []) {
      expect(retentionProblems(type, type.retention ?? []), type.name).toEqual([])
      for (const language of ['en', 'es', 'ca'] as const) expect(rule.why[language], type.name).not.toBe('')
    }
})

test('a record’s page says until when it is kept, why, and by which rule; and what holds it (claim 27)', async () => {
  const id = await make({ name: 'Kept' })
  await age(id, 1)
  const year = new Date().getUTCFullYear() + 4
  const shown = await text(ada, `/workspace/record/${id}`)
  expect(shown).toMatch(new RegExp(`Kept until \\w+ \\d+, ${year}: 5 years after the last activity, on`))
  expect(shown).toContain('rule about_people')
  expect((await ada.post(`/workspace/record/${id}/hold`, { reason: '' })).status).toBe(422)
  expect((await ada.post(`/workspace/record/${id}/hold`, { reason: 'The trial at Bahía' })).status).toBe(303)
  expect(await text(ada, `/workspace/record/${id}`)).toContain('The trial at Bahía')
  const refused = await ada.post(`/workspace/record/${id}/delete`, { version: '1' })
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain('legal hold')
  const page = await (await ada.get(`/workspace/record/${id}`)).text()
  const form = formOf(page, `/workspace/record/${id}/hold/lift`)
  expect(
    (await ada.post(`/workspace/record/${id}/hold/lift`, { ...form, reason: 'It is over' })).status,
  ).toBe(303)
  expect((await ada.post(`/workspace/record/${id}/delete`, { version: '1' })).status).toBe(303)
})

test('the trash says what stays in it because it is held', async () => {
  const [held, free] = [await make({ name: 'Held in the trash' }), await make({ name: 'Free in the trash' })]
  for (const id of [held, free]) await ada.within((tx) => deleteRecord(tx, id, 1))
  const trash = () => text(ada, '/workspace/trash')
  expect(await trash()).not.toContain('legal hold')
  const { batch } = await ada.within((tx) => placeHold(tx, [held], { reason: 'The trial' }))
  expect(await trash()).toMatch(/Held in the trash Under legal hold: it stays until the hold is lifted/)
  expect(await trash()).toMatch(/Free in the trash (?!Under)/)
  await ada.within((tx) => liftHold(tx, { batch }, { reason: 'It is over' }))
  expect(await trash()).not.toContain('legal hold')
})

test('what a list finds is put under hold together, and lifted together', async () => {
  const word = `w${randomUUID().slice(0, 8)}`
  const ids = [await make({ name: `${word} one` }), await make({ name: `${word} two` })]
  const path = `/workspace/retention/hold/person?q=${word}`
  expect(await (await ada.get(`/workspace/records/person?q=${word}`)).text()).toContain(path)
  expect(await text(ada, path)).toContain('2 records of “People” are found now')
  expect((await ada.post(path, { reason: 'x' })).status).toBe(422)
  expect((await ada.post(path, { reason: 'A request of the prosecution' })).headers.get('location')).toBe(
    '/workspace/retention/holds?placed=2',
  )
  const page = await (await ada.get('/workspace/retention/holds')).text()
  expect(page).toContain('A request of the prosecution')
  const form = formOf(page, '/workspace/retention/holds/lift')
  expect((await ada.post('/workspace/retention/holds/lift', { ...form, reason: 'Withdrawn' })).status).toBe(
    303,
  )
  for (const id of ids) expect(await text(ada, `/workspace/record/${id}`)).toContain('Withdrawn')
})

test('what has reached its end is looked at, kept or trashed, drawn up, confirmed, carried out and taken back', async () => {
  const own = await app.signIn()
  const create = (values: Record<string, unknown>, type = 'person') =>
    own.within((tx) => createRecord(tx, { type, values })).then(({ id }) => id)
  const [kept, trashed] = [await create({ name: 'Kept on' }), await create({ name: 'Let go' })]
  const place = await create({ name: 'A place of old', kind: 'territory' }, 'place')
  for (const id of [kept, trashed, place]) await age(id, 6)
  // An administrator changes the rules of places: three years, then the trash.
  const rules = '/workspace/settings/retention/place'
  const blank = formOf(await (await own.get(rules)).text(), rules)
  expect((await own.post(rules, { ...blank, '0.period.count': 'x', '0.why.en': 'Why' })).status).toBe(422)
  expect((await own.post(rules, { ...blank, '0.period.count': '3', '0.end': 'trash' })).status).toBe(422)
  const saved = await own.post(rules, {
    ...blank,
    '0.period.count': '3',
    '0.end': 'trash',
    '0.why.en': 'Places change.',
  })
  expect(saved.headers.get('location')).toBe('/workspace/settings/retention?saved')
  expect((await own.post(rules, { ...blank, '0.period.count': '4', '0.why.en': 'Seen before' })).status).toBe(
    409,
  )
  expect(await text(own, '/workspace/settings/retention')).toContain(
    '3 years after the last activity. Then: It goes into the trash. Places change.',
  )

  const due = await (await own.get('/workspace/retention')).text()
  expect(due).toContain('/workspace/retention/due/place/own_1?at=')
  const group = /\/workspace\/retention\/due\/person\/about_people\?at=[\d-]+/.exec(due)?.[0] ?? ''
  expect(await text(own, group)).toContain('Kept on')
  const review = (given: string, id: string) =>
    own.post('/workspace/retention/review', { do: given, id, back: group })
  expect((await review('keep', kept)).headers.get('location')).toBe(`${group}&kept=1`)
  expect((await review('trash', trashed)).headers.get('location')).toBe(`${group}&trashed=1`)
  const left = await text(own, group)
  expect(left).not.toContain('Kept on')
  expect((await own.within((tx) => readRecord(tx, trashed))).deletedAt).not.toBeNull()

  const run = (await own.post('/workspace/retention/run')).headers.get('location') ?? ''
  expect(await text(own, run)).toContain('A place of old')
  expect((await own.post(`${run}/confirm`)).status).toBe(303)
  const worker = await app.work()
  try {
    await expect
      .poll(() => text(own, run), { timeout: 30_000, interval: 200 })
      .toContain('It has been carried out.')
  } finally {
    await worker.stop()
  }
  expect((await own.within((tx) => readRecord(tx, place))).deletedAt).not.toBeNull()
  expect((await own.post(`${run}/undo`)).headers.get('location')).toBe(`${run}?undone=1`)
  expect((await own.within((tx) => readRecord(tx, place))).deletedAt).toBeNull()
  // A day that is none is said beside the field, and today is shown.
  expect(await text(own, '/workspace/retention?at=2027-02-31')).toContain('Write a day such as 2027-01-01.')
  expect((await own.post(`${rules}/shipped`)).status).toBe(303)
})

test('after a restore that put older rules back nothing goes by them until somebody has looked (claim 27)', async () => {
  const own = await app.signIn()
  const place = await own.within((tx) =>
    createRecord(tx, { type: 'place', values: { name: 'Somewhere', kind: 'territory' } }),
  )
  await age(place.id, 6)
  await own.within((tx) =>
    setRetention(tx, app.house.shipped, 'place', [
      {
        name: 'quick',
        after: { event: 'activity' },
        period: { count: 1, unit: 'years' },
        end: 'purge',
        why: { en: 'A test.', es: '', ca: '' },
      },
    ]),
  )
  expect(await text(own, '/workspace/retention')).toContain('It is removed for good')
  await sql`update org set settings = settings || '{"retention_doubt": true}' where id = ${own.actor.orgId}::uuid`.execute(
    app.owner,
  )
  expect(await text(own, '/workspace/settings/retention')).toContain(
    'These rules may be older than they should',
  )
  expect(await text(own, '/workspace/retention')).not.toContain('It is removed for good')
  expect((await own.post('/workspace/retention/run')).status).toBe(404)
  expect((await own.post('/workspace/settings/retention/looked')).status).toBe(303)
  expect(await text(own, '/workspace/settings/retention')).not.toContain('These rules may be older')
})
