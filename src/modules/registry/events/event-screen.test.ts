import { describe, expect, test } from 'vitest'
import { newId } from '#platform/db'
import {
  type RecordView,
  createRecord,
  listRecords,
  readCitations,
  readRecord,
  readRecords,
  updateRecord,
} from '#platform/records'
import { type TestPerson, formOf, testApp, unescape } from '../../../../tests/support/app.ts'

const path = '/workspace/events/new'

/** Everything of a type that the person may see. */
const all = (person: TestPerson, type: string): Promise<readonly RecordView[]> =>
  person.within(async (tx) => {
    const { rows } = await listRecords(tx, { type, limit: 100 })
    return readRecords(
      tx,
      rows.map(({ id }) => id),
    )
  })

const counts = async (person: TestPerson) =>
  Object.fromEntries(
    await Promise.all(
      ['event', 'act', 'involvement', 'information', 'intervention', 'person', 'organisation', 'source'].map(
        async (type) => [type, (await all(person, type)).length] as const,
      ),
    ),
  )

const row = (prefix: string, fields: string, values: Record<string, string>) =>
  Object.fromEntries([
    [`${prefix}._fields`, fields],
    ...Object.entries(values).map(([name, value]) => [`${prefix}.${name}`, value] as const),
  ])

const actFields = 'act_type victim date outcome methods'
const partFields = 'perpetrator perpetrator_kind degree certainty'
const sourceFields = 'source kind connection source_reliability information_reliability'
const interventionFields = 'intervening kind date victims asked_of response response_date'

/** Two acts against the same new person, one perpetrator by name, one by kind, a source and an intervention. */
const typed = {
  _fields: 'title kind date country description',
  'f.title': 'Arrests at the bridge',
  'f.kind.0': 'arrest_or_detention',
  'f.date': '1977-05',
  'f.country.0': 'AR',
  visibility: 'internal',
  ...row('act.0', actFields, { act_type: 'arbitrary_detention', 'victim.0.to': 'Ana Ríos' }),
  ...row('act.1', actFields, {
    act_type: 'enforced_disappearance',
    'victim.0.to': 'ANA RIOS',
    date: '1977-06~',
    'methods.0': 'blows',
  }),
  ...row('perpetrator.0', partFields, {
    'perpetrator.0.to': 'Hilandería Sur',
    'perpetrator_kind.0': 'company',
    'degree.0': 'denounced',
    _numbers: '2',
  }),
  ...row('perpetrator.1', partFields, { 'perpetrator_kind.0': 'paramilitary', _numbers: '' }),
  ...row('source.0', sourceFields, {
    'source.0.to': 'Letter of the union',
    kind: 'message',
    connection: 'was_there',
    source_reliability: 'usually_reliable',
    _locator: 'page 2',
    _quote: 'Se la llevaron a las seis.',
  }),
  ...row('intervention.0', interventionFields, {
    'intervening.0.to': 'Hilandería Sur',
    'kind.0': 'habeas_corpus',
    date: '1977-07-01',
  }),
}

const answers = {
  'act.0.victim.0.to': 'new:person:Ana Ríos',
  'perpetrator.0.perpetrator.0.to': 'new:organisation:Hilandería Sur',
  'source.0.source.0.to': 'new:source:Letter of the union',
}

/** Where the kind of the organisation to be made is asked. */
const millKind = '_fresh.organisation.hilanderia-sur.kind'

/** Sends the form, answers what it asks about names, and gives the event's id. */
async function written(person: TestPerson): Promise<string> {
  const asked = await person.post(path, typed)
  expect(asked.status).toBe(422)
  const form = { ...formOf(await asked.text(), path), ...answers }
  expect(form).toHaveProperty([millKind], '')
  const saved = await person.post(path, { ...form, [millKind]: 'business' })
  expect(saved.status).toBe(303)
  return saved.headers.get('location')?.split('/').at(-1) ?? ''
}

describe('the screen of an event', () => {
  test('asks about each unknown name once, keeps all that was typed, and writes nothing', async () => {
    const person = await (await testApp()).signIn()
    const response = await person.post(path, typed)
    expect(response.status).toBe(422)
    const html = await response.text()
    const form = formOf(html, path)
    expect(form).toMatchObject({
      'f.title': 'Arrests at the bridge',
      'act.0.act_type': 'arbitrary_detention',
      'act.1.victim.0.to': 'ANA RIOS',
      'act.1.date': '1977-06~',
      'act.1.methods.0': 'blows',
      'perpetrator.0._numbers': '2',
      'source.0._quote': 'Se la llevaron a las seis.',
    })
    expect(unescape(html).match(/value="new:person:Ana Ríos"/g)).toHaveLength(1)
    expect(unescape(html)).not.toContain('new:person:ANA RIOS')
    expect(unescape(html).match(/value="new:organisation:Hilandería Sur"/g)).toHaveLength(1)
    expect(Object.values(await counts(person)).every((count) => count === 0)).toBe(true)
  })

  test('writes everything in one go, as ordinary records that point to each other', async () => {
    const person = await (await testApp()).signIn()
    const id = await written(person)
    expect(await counts(person)).toEqual({
      event: 1,
      act: 2,
      involvement: 2,
      information: 1,
      intervention: 1,
      person: 1,
      organisation: 1,
      source: 1,
    })
    const [ana] = await all(person, 'person')
    const [mill] = await all(person, 'organisation')
    const [letter] = await all(person, 'source')
    expect(mill?.values).toMatchObject({ kind: 'business', name: 'Hilandería Sur' })
    expect(letter?.values).toMatchObject({ kind: 'message', reliability: 'usually_reliable' })
    const acts = await all(person, 'act')
    const detention = acts.find(({ values }) => values['act_type'] === 'arbitrary_detention')
    const disappearance = acts.find(({ values }) => values['act_type'] === 'enforced_disappearance')
    expect(detention?.values).toMatchObject({
      victim: { to: ana?.id },
      event: { to: id },
      date: '1977-05',
      country: ['AR'],
      summary: expect.stringMatching(/.+: Ana Ríos$/),
    })
    expect(disappearance?.values).toMatchObject({
      victim: { to: ana?.id },
      date: '1977-06~',
      methods: ['blows'],
    })
    const parts = await all(person, 'involvement')
    const company = parts.find(({ values }) => values['perpetrator'] !== undefined)
    const unnamed = parts.find(({ values }) => values['perpetrator'] === undefined)
    expect(company?.values).toMatchObject({
      acts: [{ to: disappearance?.id }],
      perpetrator: { to: mill?.id },
    })
    expect(unnamed?.values['acts']).toHaveLength(2)
    const [information] = await all(person, 'information')
    expect(information?.values).toMatchObject({ about: [{ to: id }], source: [{ to: letter?.id }] })
    const [intervention] = await all(person, 'intervention')
    expect(intervention?.values).toMatchObject({ intervening: [{ to: mill?.id }], events: [{ to: id }] })
    const citations = [...(await person.within((tx) => readCitations(tx, id))).values()].flat()
    expect(citations).toMatchObject([
      { sourceId: letter?.id, locator: 'page 2', quote: 'Se la llevaron a las seis.' },
    ])
  })

  test('takes a name that one record bears, and asks when two do', async () => {
    const person = await (await testApp()).signIn()
    const make = (name: string) =>
      person.within((tx) => createRecord(tx, { type: 'person', values: { name } }))
    const only = await make('Bruno Paz')
    await make('Ana Ríos')
    await make('Ana Rios')
    const two = {
      _fields: 'title',
      'f.title': 'T',
      ...row('act.0', actFields, { act_type: 'arbitrary_detention', 'victim.0.to': 'bruno  paz' }),
      ...row('act.1', actFields, { act_type: 'arbitrary_detention', 'victim.0.to': 'Ana Ríos' }),
    }
    const response = await person.post(path, two)
    expect(response.status).toBe(422)
    const html = await response.text()
    const found = [
      ...html.matchAll(
        /name="act\.1\.victim\.0\.to"[^>]*value="([^"]*)"|value="([^"]*)"[^>]*name="act\.1\.victim\.0\.to"/g,
      ),
    ]
    // Two persons, to create a person, to create an organisation, none of these.
    expect(found).toHaveLength(5)
    const chosen =
      found.map((one) => one[1] ?? one[2] ?? '').find((value) => /^[0-9a-f-]{36}$/.test(value)) ?? ''
    const saved = await person.post(path, { ...formOf(html, path), 'act.1.victim.0.to': chosen })
    expect(saved.status).toBe(303)
    const victims = (await all(person, 'act')).map(({ values }) => (values['victim'] as { to: string }).to)
    expect(victims.sort()).toEqual([only.id, chosen].sort())
    expect(await all(person, 'person')).toHaveLength(3)
  })

  test('an error in one row names the row and writes nothing at all', async () => {
    const person = await (await testApp()).signIn()
    const response = await person.post(path, {
      _fields: 'title',
      'f.title': 'Only the title is right',
      ...row('act.0', actFields, { act_type: 'arbitrary_detention', 'victim.0.to': 'new:person:Eva Sol' }),
      ...row('perpetrator.0', partFields, { 'perpetrator_kind.0': 'police', _numbers: '1, 7' }),
      ...row('intervention.0', interventionFields, { 'kind.0': 'appeal', date: 'some day' }),
    })
    expect(response.status).toBe(422)
    const html = unescape(await response.text())
    expect(html).toContain('Perpetrator 1, Which acts: There is no number 7.')
    expect(html).toContain('href="#intervention.0.date"')
    expect(formOf(html, path)).toMatchObject({
      'act.0.victim.0.to': 'new:person:Eva Sol',
      'perpetrator.0._numbers': '1, 7',
      'intervention.0.date': 'some day',
    })
    expect(Object.values(await counts(person)).every((count) => count === 0)).toBe(true)
  })

  test('adds and removes rows without scripts, and never lets numbers slide to another act', async () => {
    const person = await (await testApp()).signIn()
    const added = await person.post(path, { ...typed, _add: 'act' })
    expect(added.status).toBe(200)
    const three = formOf(await added.text(), path)
    expect(three).toMatchObject({ 'act.1.date': '1977-06~', 'act.2.act_type': '' })
    const removed = await person.post(path, { ...typed, _remove: 'act.0' })
    const one = formOf(await removed.text(), path)
    expect(one).toMatchObject({ 'act.0.date': '1977-06~', 'perpetrator.0._numbers': '1' })
    const gone = await person.post(path, { ...typed, _remove: 'act.1' })
    expect(formOf(await gone.text(), path)['perpetrator.0._numbers']).toBe('?2')
    const nested = await person.post(path, { ...typed, _add: 'act.1.methods' })
    expect(formOf(await nested.text(), path)).toHaveProperty(['act.1.methods.1'], '')
    expect((await counts(person))['event']).toBe(0)
  })

  test('saves an untouched form without a new version of anything', async () => {
    const person = await (await testApp()).signIn()
    const id = await written(person)
    const edit = `/workspace/event/${id}/edit-all`
    const form = formOf(await (await person.get(edit)).text(), edit)
    expect(form).toMatchObject({
      'act.0.date': '',
      'perpetrator.1._numbers': '1, 2',
      'source.0._locator': 'page 2',
    })
    expect((await person.post(edit, form)).status).toBe(303)
    for (const type of ['event', 'act', 'involvement', 'information', 'intervention'])
      expect((await all(person, type)).map(({ version }) => version)).toEqual(
        (await all(person, type)).map(() => 1),
      )
    const citations = [...(await person.within((tx) => readCitations(tx, id))).values()].flat()
    expect(citations).toHaveLength(1)
  })

  test('changes, adds, and moves a marked row to the trash', async () => {
    const person = await (await testApp()).signIn()
    const id = await written(person)
    const edit = `/workspace/event/${id}/edit-all`
    const form = formOf(await (await person.get(edit)).text(), edit)
    const gone = String(form['act.0._id'])
    const response = await person.post(edit, {
      ...form,
      'f.date': '1977-08',
      'act.0._trash': 'yes',
      'act.1.outcome': 'alive_detained',
      ...row('act.2', actFields, { act_type: 'arbitrary_detention', 'victim.0.to': 'Ana Ríos' }),
    })
    expect(response.status).toBe(303)
    expect((await person.within((tx) => readRecord(tx, gone))).deletedAt).not.toBeNull()
    const acts = await all(person, 'act')
    expect(acts).toHaveLength(2)
    expect(acts.find(({ version }) => version === 2)?.values).toMatchObject({
      outcome: 'alive_detained',
      date: '1977-06~',
    })
    // The new act takes the event's new date, and the same person.
    expect(acts.find(({ version }) => version === 1)?.values).toMatchObject({ date: '1977-08' })
    expect(await all(person, 'person')).toHaveLength(1)
    // Those involved in the act that went are no longer said to be; nobody was given the new act in silence.
    for (const part of await all(person, 'involvement')) expect(part.values['acts']).toHaveLength(1)
  })

  test('takes information that is also about someone else off the event, and leaves it where it was', async () => {
    const person = await (await testApp()).signIn()
    const id = await written(person)
    const [information] = await all(person, 'information')
    const [ana] = await all(person, 'person')
    await person.within((tx) =>
      updateRecord(tx, {
        id: information?.id ?? '',
        version: 1,
        values: { about: [{ to: id }, { to: ana?.id }] },
      }),
    )
    const edit = `/workspace/event/${id}/edit-all`
    const form = formOf(await (await person.get(edit)).text(), edit)
    expect((await person.post(edit, { ...form, 'source.0._trash': 'yes' })).status).toBe(303)
    const after = await person.within((tx) => readRecord(tx, information?.id ?? ''))
    expect(after).toMatchObject({ deletedAt: null, values: { about: [{ to: ana?.id }] } })
    expect([...(await person.within((tx) => readCitations(tx, id))).values()].flat()).toEqual([])
  })

  test('shows both when somebody else saved meanwhile, and loses nothing', async () => {
    const person = await (await testApp()).signIn()
    const id = await written(person)
    const edit = `/workspace/event/${id}/edit-all`
    const form = formOf(await (await person.get(edit)).text(), edit)
    const actId = String(form['act.1._id'])
    await person.within((tx) =>
      updateRecord(tx, { id: actId, version: 1, values: { outcome: 'alive_detained', date: '1977-09' } }),
    )
    const mine = { ...form, 'act.1.date': '1977-10', 'f.title': 'A better title' }
    const stale = await person.post(edit, mine)
    expect(stale.status).toBe(409)
    const html = await stale.text()
    expect(html).toContain('September 1977')
    expect(html).toContain('October 1977')
    const again = formOf(html, edit)
    expect(again).toMatchObject({
      'f.title': 'A better title',
      'act.1._version': '2',
      'act.1.date': '1977-10',
      'act.1.outcome': 'alive_detained',
    })
    expect((await all(person, 'event'))[0]?.title).toBe('Arrests at the bridge')
    expect((await person.post(edit, again)).status).toBe(303)
    expect((await person.within((tx) => readRecord(tx, actId))).values).toMatchObject({
      date: '1977-10',
      outcome: 'alive_detained',
    })
    expect((await all(person, 'event'))[0]?.title).toBe('A better title')
  })

  test('restricts what is written beside a restricted event', async () => {
    const app = await testApp()
    const person = await app.signIn()
    const asked = await person.post(path, { ...typed, visibility: 'restricted' })
    const form = { ...formOf(await asked.text(), path), ...answers }
    expect((await person.post(path, { ...form, [millKind]: 'business' })).status).toBe(303)
    const kinds = [
      'event',
      'act',
      'involvement',
      'information',
      'intervention',
      'person',
      'organisation',
      'source',
    ]
    for (const type of kinds)
      for (const record of await all(person, type))
        expect([type, record.visibility]).toEqual([type, 'restricted'])
  })

  test('shows what is added beside a restricted event to those who may see the event, and to nobody else', async () => {
    const app = await testApp()
    const ada = await app.signIn()
    const colleague = async (name: string) => {
      const id = newId()
      await app.owner
        .insertInto('account')
        .values({
          org_id: ada.actor.orgId,
          id,
          kind: 'person',
          name,
          role: 'case_officer',
          readable_classes: ['identity'],
        })
        .execute()
      return app.signIn({ ...ada.actor, accountId: id, name, role: 'case_officer' })
    }
    const [bea, carles] = [await colleague('Bea'), await colleague('Carles')]
    const { id } = await ada.within((tx) =>
      createRecord(tx, { type: 'event', values: { title: 'Kept close' }, visibility: 'restricted' }),
    )
    await ada.within((tx) =>
      tx.sql
        .insertInto('record_grant')
        .values({ org_id: ada.actor.orgId, record_id: id, account_id: bea.actor.accountId })
        .execute(),
    )
    const edit = `/workspace/event/${id}/edit-all`
    const form = formOf(await (await ada.get(edit)).text(), edit)
    const saved = await ada.post(edit, {
      ...form,
      ...row('act.0', actFields, { act_type: 'arbitrary_detention', 'victim.0.to': 'new:person:Dora Vila' }),
    })
    expect(saved.status).toBe(303)
    const page = await bea.get(`/workspace/record/${id}`)
    expect(await page.text()).toContain('Dora Vila')
    expect((await carles.get(`/workspace/record/${id}`)).status).toBe(404)
    expect(await all(carles, 'act')).toEqual([])
    expect(await all(carles, 'person')).toEqual([])
    expect((await carles.get(edit)).status).toBe(404)
  })
})
