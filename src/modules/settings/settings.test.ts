import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { newId } from '#platform/db'
import { createRecord, listRecords } from '#platform/records'
import { type TestApp, type TestPerson, formOf, testApp } from '../../../tests/support/app.ts'
import { testOrganisation } from '../../../tests/support/organisation.ts'
import { orderAsked } from './pages/order-asked.ts'
import ca from './messages/ca.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }
import es from './messages/es.json' with { type: 'json' }

let app: TestApp
beforeAll(async () => {
  vi.setConfig({ testTimeout: 60_000 })
  app = await testApp()
}, 60_000)

const page = async (person: TestPerson, path: string, status = 200): Promise<string> => {
  const response = await person.get(path)
  expect([path, response.status]).toEqual([path, status])
  return response.text()
}

/** Sends a form as the page shows it, with these fields filled in. */
async function send(
  person: TestPerson,
  path: string,
  action: string,
  fields: Record<string, string | readonly string[]>,
  status = 303,
): Promise<string> {
  const shown = formOf(await page(person, path), action.replaceAll('&', '&amp;'))
  const response = await person.post(action, { ...shown, ...fields })
  if (response.status !== status) throw new Error(`${response.status}: ${await response.text()}`)
  return status === 303 ? (response.headers.get('location') ?? '') : response.text()
}

const labels = (name: string, en: string, es: string, ca: string) => ({
  [`${name}.en`]: en,
  [`${name}.es`]: es,
  [`${name}.ca`]: ca,
})

const S = '/workspace/settings'

async function workshops(person: TestPerson): Promise<void> {
  const to = await send(person, `${S}/types/new`, `${S}/types/new`, {
    ...labels('label', 'Workshop', 'Taller', 'Taller'),
    ...labels('plural', 'Workshops', 'Talleres', 'Tallers'),
  })
  expect(to).toBe(`${S}/type/workshop`)
}

describe('an administrator', () => {
  test('adds a type and a field with options, and everyone lists, filters and finds by them at once', async () => {
    const person = await app.signIn()
    await workshops(person)
    const add = `${S}/type/workshop/field/new?type=choice`
    const incomplete = await send(
      person,
      add,
      add,
      {
        ...labels('label', 'Kind', 'Tipo', ''),
        ...labels('options.0.label', 'One day', 'Un día', 'Un dia'),
        flags: ['facet', 'listed'],
      },
      422,
    )
    // What was typed is there again, with what is missing.
    expect(incomplete).toContain('value="One day"')
    expect(incomplete).toContain('href="#label.ca"')
    await send(person, add, add, {
      ...labels('label', 'Kind', 'Tipo', 'Tipus'),
      ...labels('options.0.label', 'One day', 'Un día', 'Un dia'),
      ...labels('options.1.label', 'A week', 'Una semana', 'Una setmana'),
      flags: ['facet', 'listed'],
    })
    const home = await page(person, '/workspace')
    expect(home).toContain('href="/workspace/records/workshop"')
    const form = await page(person, '/workspace/records/workshop/new')
    expect(form).toContain('A week')
    const created = await person.post('/workspace/records/workshop/new', {
      ...formOf(form, '/workspace/records/workshop/new'),
      'f.name': 'Seguridad digital',
      'f.kind': 'a_week',
    })
    expect(created.status).toBe(303)
    const list = await page(person, '/workspace/records/workshop?f.kind=a_week&q=seguridad')
    expect(list).toContain('Seguridad digital')
    expect(list).toContain('A week')
    // By the API and in an exported file as well.
    const api = (await (await person.get('/api/v1/records/workshop?f.kind=a_week')).json()) as object
    expect(JSON.stringify(api)).toContain('Seguridad digital')
    const facets = await (await person.get('/api/v1/facets/workshop')).text()
    expect(facets).toContain('a_week')
    const csv = await (await person.get('/workspace/export/workshop/file?format=csv')).text()
    expect(csv).toMatch(/name.*kind[\s\S]*Seguridad digital.*a_week/)
    // And in the organisation next door there is nothing of it.
    await page(await app.signIn(), '/workspace/records/workshop', 404)
  })

  test('adds a field to a shipped type and puts it first; the form follows', async () => {
    const person = await app.signIn()
    const add = `${S}/type/person/field/new?type=text`
    await send(person, add, add, labels('label', 'Nickname', 'Apodo', 'Sobrenom'))
    const order = formOf(await page(person, `${S}/type/person`), `${S}/type/person`)
    const names = String(order['_names']).split(' ')
    expect(names.at(-1)).toBe('nickname')
    await send(person, `${S}/type/person`, `${S}/type/person`, { 'position.nickname': '1' })
    const after = formOf(await page(person, `${S}/type/person`), `${S}/type/person`)
    expect(String(after['_names']).split(' ')).toEqual(['nickname', ...names.slice(0, -1)])
    await send(person, `${S}/type/person`, `${S}/type/person`, { _down: 'nickname' })
    const moved = formOf(await page(person, `${S}/type/person`), `${S}/type/person`)
    expect(String(moved['_names']).split(' ').indexOf('nickname')).toBe(1)
    // Someone else's order, seen before: nothing is overwritten in silence.
    const stale = await person.post(`${S}/type/person`, after)
    expect(stale.status).toBe(409)
  })

  test('makes a field a filter: the records that are there are counted, those that they may not open too', async () => {
    const person = await app.signIn()
    await workshops(person)
    const add = `${S}/type/workshop/field/new?type=choice`
    await send(person, add, add, {
      ...labels('label', 'Kind', 'Tipo', 'Tipus'),
      ...labels('options.0.label', 'One day', 'Un día', 'Un dia'),
    })
    await person.within((tx) =>
      createRecord(tx, { type: 'workshop', values: { name: 'One', kind: 'one_day' } }),
    )
    // A colleague with a restricted record that the administrator does not see.
    const colleague = newId()
    await app.owner
      .insertInto('account')
      .values({
        org_id: person.actor.orgId,
        id: colleague,
        kind: 'person',
        name: 'Bea',
        role: 'administrator',
      })
      .execute()
    const other = await app.signIn({ ...person.actor, accountId: colleague, name: 'Bea' })
    await other.within((tx) =>
      createRecord(tx, {
        type: 'workshop',
        values: { name: 'Two', kind: 'one_day' },
        visibility: 'restricted',
      }),
    )
    const field = `${S}/type/workshop/field/kind`
    await send(person, field, field, { flags: ['facet'] })
    const worker = await app.work()
    const count = (who: TestPerson) =>
      who.within(
        async (tx) => (await listRecords(tx, { type: 'workshop', filters: { kind: ['one_day'] } })).count,
      )
    try {
      await vi.waitFor(async () => expect([await count(person), await count(other)]).toEqual([1, 2]), {
        timeout: 20_000,
        interval: 100,
      })
    } finally {
      await worker.stop()
    }
    expect([...app.faults.values()]).toEqual([])
    const jobs = await person.within((tx) =>
      tx.sql
        .selectFrom('job')
        .select(['payload', 'done', 'result', 'account_id'])
        .where('kind', '=', 'schema.reindex')
        .execute(),
    )
    expect(jobs.find((job) => job.account_id === colleague)).toMatchObject({
      done: '0',
      result: { type: 'workshop' },
    })
    expect(await page(person, '/workspace')).toContain(`href="${S}"`)
  })

  test('adds terms under each other, retires one, and two people do not overwrite each other', async () => {
    const person = await app.signIn()
    await send(
      person,
      `${S}/vocabularies/new`,
      `${S}/vocabularies/new`,
      labels('label', 'Rooms', 'Salas', 'Sales'),
    )
    const add = `${S}/vocabulary/rooms/new`
    await send(person, add, add, labels('label', 'House', 'Casa', 'Casa'))
    await send(person, add, add, { ...labels('label', 'Kitchen', 'Cocina', ''), parent: 'house' })
    const tree = await page(person, `${S}/vocabulary/rooms?q=cocina`)
    expect(tree).toContain('House ›')
    expect(tree).toContain('1 term has no words in Català')
    const term = `${S}/vocabulary/rooms/term?code=kitchen`
    const seen = formOf(await page(person, term), term)
    await send(person, term, term, labels('label', 'Kitchen', 'Cocina', 'Cuina'))
    const late = await person.post(term, { ...seen, 'label.es': 'Cocina comedor' })
    expect(late.status).toBe(409)
    const text = await late.text()
    expect(text).toContain('ca: Cuina')
    expect(text).toContain('value="Cocina comedor"')
    await send(person, term, term, { _retire: 'yes' })
    expect(await page(person, `${S}/vocabulary/rooms`)).toContain('No longer offered')
    expect(await page(person, S)).toContain('rooms.kitchen')
    const circle = await person.post(`${S}/vocabulary/rooms/term?code=house`, {
      ...formOf(
        await page(person, `${S}/vocabulary/rooms/term?code=house`),
        `${S}/vocabulary/rooms/term?code=house`,
      ),
      parent: 'kitchen',
    })
    expect(circle.status).toBe(422)
  })

  test('imports a thesaurus after looking at it, and again without change', async () => {
    const person = await app.signIn()
    const microthesaurus = {
      key: 'languages',
      label: { en: 'Languages', es: 'Idiomas', fr: 'Langues' },
      terms: [
        { code: '01', parent: null, en: 'Romance', es: 'Romances', fr: 'Romanes' },
        { code: '0101', parent: '01', en: 'Catalan', es: 'Catalán', fr: 'Catalan' },
      ],
    }
    const file = new File([JSON.stringify(microthesaurus)], 'mt.json', { type: 'application/json' })
    const look = async () => (await person.post(`${S}/thesaurus/preview`, { file })).text()
    const preview = await look()
    expect(preview).toContain('1 list with 2 terms')
    expect(preview).toContain('2 terms have no words in Català')
    const form = formOf(preview, `${S}/thesaurus`)
    // The product has a list of that name: it is not changed by accident.
    expect(form['name.0']).toBe('languages_imported')
    const bad = await person.post(`${S}/thesaurus`, { ...form, 'name.0': 'Ñ' })
    expect(bad.status).toBe(422)
    expect(await bad.text()).toContain('name="waiting"')
    const done = await person.post(`${S}/thesaurus`, form)
    expect(done.headers.get('location')).toBe(`${S}/vocabulary/languages_imported?imported=1.2.0.0`)
    expect(await page(person, `${S}/vocabulary/languages_imported?imported=1.2.0.0`)).toContain('Romance')
    const again = await person.post(`${S}/thesaurus`, formOf(await look(), `${S}/thesaurus`))
    expect(again.headers.get('location')).toContain('imported=1.0.0.2')
    const changes = await person.within((tx) =>
      tx.sql.selectFrom('ledger').select('detail').where('act', '=', 'schema.change').execute(),
    )
    expect(changes).toHaveLength(1)
    const nonsense = await person.post(`${S}/thesaurus/preview`, { file: new File(['a;b'], 'list.csv') })
    expect([nonsense.status, (await nonsense.text()).includes('list.csv:')]).toEqual([422, true])
  })

  test('sees every screen in every language', async () => {
    const { actor, owner } = await testOrganisation()
    for (const language of ['es', 'ca', 'en'] as const) {
      await owner.updateTable('account').set({ language }).where('id', '=', actor.accountId).execute()
      const person = await app.signIn(actor)
      for (const path of [
        S,
        `${S}/types`,
        `${S}/types/new`,
        `${S}/type/person`,
        `${S}/type/person/field`,
        ...['choice', 'term', 'reference', 'date', 'localized_text'].map(
          (kind) => `${S}/type/person/field/new?type=${kind}`,
        ),
        `${S}/type/person/field/name`,
        `${S}/vocabularies`,
        `${S}/vocabularies/new`,
        `${S}/vocabulary/act_types`,
        `${S}/vocabulary/countries?q=arg`,
        `${S}/vocabulary/countries/term?code=AR`,
        `${S}/vocabulary/countries/new`,
        `${S}/thesaurus`,
      ])
        expect(await page(person, path)).not.toContain('undefined')
      for (const path of [
        `${S}/type/nothing`,
        `${S}/type/person/field/nothing`,
        `${S}/vocabulary/x${randomUUID()}`,
        `${S}/vocabulary/countries/term?code=QQ`,
      ])
        await page(person, path, 404)
    }
  })
})

test('the order asked for: numbers, then one step', () => {
  const order = (given: Record<string, string>) =>
    orderAsked({ get: (name) => ({ _names: 'a b c d', ...given })[name] ?? '' }).join('')
  expect(order({})).toBe('abcd')
  expect(order({ 'position.d': '1' })).toBe('dabc')
  expect(order({ 'position.a': '3' })).toBe('bcad')
  expect(order({ 'position.a': '9', 'position.c': 'x' })).toBe('bcda')
  expect(order({ _up: 'c' })).toBe('acbd')
  expect(order({ _down: 'a', 'position.d': '1' })).toBe('dbac')
  expect(order({ _up: 'a' })).toBe('abcd')
  expect(order({ _down: 'd' })).toBe('abcd')
})

test('every phrase is there in the three languages', () => {
  for (const other of [es, ca]) expect(Object.keys(other)).toEqual(Object.keys(en))
  for (const phrases of [en, es, ca])
    expect(Object.values(phrases).every((one) => one.trim() !== '')).toBe(true)
})
