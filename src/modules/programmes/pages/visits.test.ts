import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { registry } from '#modules/registry'
import { newId } from '#platform/db'
import {
  type NewRecord,
  type Tx,
  type Visibility,
  checkValues,
  classOf,
  insertRecords,
  typeOf,
  valuesOf,
} from '#platform/records'
import { type TestApp, type TestPerson, testApp, unescape } from '../../../../tests/support/app.ts'
import { readEditions, readFigure, readTotals } from '../queries/figures.ts'
import { readPlan } from '../queries/read-plan.ts'
import { programmesTypes } from '../records/index.ts'

interface DemoRecord {
  readonly key: string
  readonly type: string
  readonly visibility: Visibility
  readonly fictitious: boolean
  readonly values: Readonly<Record<string, unknown>>
}

const folder = join(import.meta.dirname, '../../../../demo/records')
const demo = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as readonly DemoRecord[])
  // Cases are of another module, and name colleagues who are not here.
  .filter(({ type }) => [...(registry.types ?? []), ...programmesTypes].some(({ name }) => name === type))

/** The demonstration's records in the organisation of whoever asks; gives the id of each key. */
async function loadDemo(tx: Tx): Promise<(key: string) => string> {
  const ids = new Map(demo.map(({ key }) => [key, newId()]))
  const idOf = (key: string) => ids.get(key) ?? key
  const withIds = (value: unknown): unknown => {
    const { to, ...rest } = value as { to: string }
    return { ...rest, to: idOf(to) }
  }
  const records = demo.map((record): NewRecord => {
    const type = typeOf(tx, record.type)
    const given: Record<string, unknown> = { ...record.values }
    for (const field of type.fields) {
      if (classOf(field) === 'sealed') delete given[field.name]
      if (field.type === 'reference' && given[field.name] !== undefined) {
        const list = valuesOf(given[field.name]).map(withIds)
        given[field.name] = field.multiple ? list : list[0]
      }
    }
    const { values, problems } = checkValues(type, given, tx.schema, true)
    if (problems.length > 0) throw new Error(`${record.key}: ${JSON.stringify(problems)}`)
    const { key, visibility, fictitious } = record
    return { id: idOf(key), type, values, visibility, fictitious }
  })
  await insertRecords(tx, records)
  return idOf
}

let app: TestApp
let ada: TestPerson
let idOf: (key: string) => string

beforeAll(async () => {
  app = await testApp()
  ada = await app.signIn()
  idOf = await ada.within(loadDemo)
}, 60_000)

const page = async (path: string, status = 200): Promise<string> => {
  const response = await ada.get(path)
  expect(response.status, path).toBe(status)
  return unescape(await response.text())
}
const spring = () => `/workspace/visits/${idOf('edition-2026-spring')}`

describe('totals', () => {
  test('of the spring edition: five guests, eight towns, 31 activities, an audience of 2,140', async () => {
    const editions = await ada.within(readEditions)
    expect(editions.map(({ title }) => title)).toEqual([
      'Tardor 2026',
      'Primavera 2026',
      'Tardor 2024',
      'Primavera 2024',
      'Primavera 2023',
    ])
    expect(editions[1]?.figures).toEqual({ invited: 5, came: 5, towns: 8, activities: 31, audience: 2140 })
    expect(editions[0]?.figures).toEqual({ invited: 6, came: 0, towns: 6, activities: 0, audience: 0 })
  })

  test('since 2013: counted by the database as by hand', async () => {
    const { since, figures } = await ada.within(readTotals)
    const of = (type: string) => demo.filter((record) => record.type === type)
    const link = (record: DemoRecord, field: string) => (record.values[field] as { to: string }).to
    const came = new Set(
      of('invitation')
        .filter(({ values }) => values['state'] === 'came')
        .map((record) => link(record, 'person')),
    )
    const countries = new Set(
      of('person')
        .filter(({ key }) => came.has(key))
        .flatMap(({ values }) => valuesOf(values['country'])),
    )
    const towns = new Set(
      of('edition')
        .filter(({ values }) => values['state'] === 'done')
        .flatMap(({ values }) => (values['municipalities'] as { to: string }[]).map(({ to }) => to)),
    )
    expect(since).toBe('2013')
    expect(figures).toEqual({
      invited: 18,
      came: came.size,
      countries: countries.size,
      towns: towns.size,
      declarations: 9,
      activities: 31,
      audience: 2140,
    })
  })

  test('each number opens a list of exactly what it counts', async () => {
    const { figures } = await ada.within(readTotals)
    for (const name of ['invited', 'came', 'countries', 'towns', 'declarations', 'activities'] as const) {
      const list = await ada.within((tx) => readFigure(tx, name, null, null))
      expect(list.rows.length, name).toBe(figures[name])
      expect(list.count, name).toBe(figures[name])
      const html = await page(`/workspace/visits/count/${name}`)
      for (const { title } of list.rows) if (name !== 'countries') expect(html).toContain(title)
    }
    const audience = await ada.within((tx) => readFigure(tx, 'audience', idOf('edition-2026-spring'), null))
    expect(audience.audience).toBe(2140)
    const html = await page('/workspace/visits')
    const links = [...html.matchAll(/<dd><a href="([^"]+)">([\d,]+)<\/a>/g)]
    expect(links.map(([, , number]) => number)).toEqual(
      ['invited', 'came', 'countries', 'towns', 'declarations', 'activities', 'audience'].map((name) =>
        figures[name as keyof typeof figures].toLocaleString('en'),
      ),
    )
    for (const [, href] of links) await page(href ?? '')
  })

  test('a page of a long list begins after the last line of the page before', async () => {
    const all = await ada.within((tx) => readFigure(tx, 'activities', null, null))
    const at = all.rows[9]
    const rest = await ada.within((tx) => readFigure(tx, 'activities', null, at ?? null))
    expect(rest.rows.map(({ key }) => key)).toEqual(all.rows.slice(10).map(({ key }) => key))
    expect(rest.count).toBe(31)
  })

  test('count nothing of another organisation, nor what was deleted', async () => {
    const other = await app.signIn()
    const { since, figures } = await other.within(readTotals)
    expect(since).toBeNull()
    expect(Object.values(figures)).toEqual([0, 0, 0, 0, 0, 0, 0])
    expect(await other.within(readEditions)).toEqual([])
    expect((await other.get(spring())).status).toBe(404)
  })

  test('unknown figures, editions and cursors are refused', async () => {
    await page('/workspace/visits/count/nothing', 404)
    await page(`/workspace/visits/${newId()}`, 404)
    await page('/workspace/visits/nothing', 404)
    await page(`/workspace/visits/${idOf('vallserena')}`, 404)
    await page('/workspace/visits/count/towns?after=x', 400)
  })
})

describe('the table of an edition', () => {
  test('names every guest, town and activity, by person and by town', async () => {
    const plan = await ada.within((tx) => readPlan(tx, idOf('edition-2026-spring')))
    expect(plan.activities).toHaveLength(31)
    for (const view of ['', '?view=town']) {
      const html = await page(`${spring()}${view}`)
      for (const { title } of plan.activities) expect(html).toContain(title)
      for (const { person, town } of plan.stays) {
        expect(html).toContain(person.title)
        expect(html).toContain(town.title)
      }
    }
    expect(await page(spring())).toContain('No clashes found')
    expect(await page(`${spring()}?most=2`)).toContain('3 things to look at')
  })

  test('marks each activity that must not be announced, and says who is barred from leaving', async () => {
    const html = await page(spring())
    const [weeks = ''] = html.split('class="visit-days"')
    const plan = await ada.within((tx) => readPlan(tx, idOf('edition-2026-spring')))
    const cells = plan.activities
      .filter(({ publicity }) => publicity === 'never')
      .reduce((sum, { people }) => sum + people.length, 0)
    expect(cells).toBeGreaterThan(0)
    expect(weeks.split('<span class="pub pub-never">Not to be announced</span>').length - 1).toBe(cells)
    const autumn = await page(`/workspace/visits/${idOf('edition-2026-autumn')}`)
    expect(autumn).toContain('Awaiting a visa: 2')
    expect(autumn).toContain('Barred from leaving the country: 1')
    expect(
      await page(`/workspace/record/${plan.activities.find((a) => a.publicity === 'never')?.id}`),
    ).toContain('Not to be announced')
  })

  test('a cell leads to a new form with what is known filled in, and writes nothing', async () => {
    const html = await page(spring())
    const count = () => ada.within(async (tx) => (await readEditions(tx))[1]?.figures.activities)
    const before = await count()
    const href = [...html.matchAll(/href="(\/workspace\/records\/activity\/new\?[^"]+)"/g)]
      .map(([, found]) => found ?? '')
      .find((found) => found.includes(idOf('alma-quirell')) && found.includes('2026-04-15'))
    const form = await page(href ?? '')
    for (const part of [
      `value="${idOf('edition-2026-spring')}"`,
      `value="${idOf('alma-quirell')}"`,
      `value="${idOf('portclar')}"`,
      'value="2026-04-15"',
      'Alma Quirell (Person)',
    ])
      expect(form).toContain(part)
    expect(form).toMatch(/<option[^>]*value="speaker"[^>]*selected/)
    expect(await count()).toBe(before)
  })

  test('an address fills in only open fields of the type, and only records that the field takes', async () => {
    const town = idOf('portclar')
    const form = await page(
      `/workspace/records/stay/new?v.needs=secret&v.lodging=secret&v.nothing=secret&v.person=${town}&v.municipality=${town}&v.edition=x`,
    )
    // The address itself stands in the links to other languages; the form is what counts.
    expect(form.split('<form data-confirm-leave')[1]).not.toContain('secret')
    expect(form.split(`value="${town}"`).length - 1).toBe(1)
  })
})

describe('sheets', () => {
  const person = (key: string, query = '') => page(`${spring()}/person/${idOf(key)}/print${query}`)
  const town = (key: string, query = '') => page(`${spring()}/town/${idOf(key)}/print${query}`)

  test('have no menu, script, form or picture, and are stamped', async () => {
    for (const html of [await person('alma-quirell'), await town('vallserena')]) {
      expect(html).not.toMatch(/<(nav|script|form|img|button|input|svg|a)\b/)
      expect(html).toMatch(/class="stamp">(Fictitious|Ficticio)</)
    }
  })

  test("a guest's sheet is in the guest's language, else in the one asked for", async () => {
    expect(await person('alma-quirell')).toContain('<html lang="es"')
    expect(await person('tarek-olvani')).toContain('<html lang="en"')
    const html = await person('alma-quirell', '?lang=ca')
    for (const part of [
      '<html lang="ca"',
      'Trobada amb entitats de memòria',
      '18:00–19:30',
      'Tarek Olvani',
      "No s'anuncia",
      "No se'n diu res fins que s'hagi acabat",
      '+999 555 01 42',
      'Voluntariat del servei lingüístic',
      'De Portclar a Montaspre',
    ])
      expect(html).toContain(part)
  })

  test('each says the rule of every activity in words; where people sleep is on none', async () => {
    const plan = await ada.within((tx) => readPlan(tx, idOf('edition-2026-spring')))
    const places = new Set<unknown>(plan.activities.map(({ place }) => place))
    const lodging = demo
      .filter(({ type }) => type === 'stay')
      .flatMap(({ values }) => [values['lodging'], values['travel']])
      // A guest may sleep where an activity is held.
      .filter((text) => typeof text === 'string' && !places.has(text))
    expect(lodging.length).toBeGreaterThan(0)
    const towns = [...new Map(plan.stays.map((stay) => [stay.town.id, stay.town])).values()]
    for (const one of towns) {
      const html = await page(`${spring()}/town/${one.id}/print?lang=en`)
      const own = plan.activities.filter((activity) => activity.town.id === one.id)
      for (const { title } of own) expect(html).toContain(title)
      for (const [publicity, words] of [
        ['announce', 'May be announced'],
        ['afterwards', 'Only afterwards'],
        ['never', 'Not to be announced'],
      ]) {
        const count = own.filter((activity) => activity.publicity === publicity).length
        // Once a line, and once among the rules.
        expect(html.split(`pub-${publicity}">${words}<`).length - 1).toBe(count === 0 ? 0 : count + 1)
      }
      for (const text of lodging) expect(html).not.toContain(text)
    }
  })

  test('needs are printed for the town only where marked so, and only for who may read them', async () => {
    const html = await town('vallserena')
    expect(html).toContain('No menja porc.')
    expect(html).not.toContain('Pressió arterial')
    await app.owner
      .updateTable('account')
      .set({ readable_classes: ['location'] })
      .where('id', '=', ada.actor.accountId)
      .execute()
    try {
      const less = await town('vallserena')
      expect(less).not.toContain('No menja porc.')
      expect(less).not.toContain('+999')
      expect(less).toContain('to be written in by hand')
      expect(await person('alma-quirell', '?lang=ca')).not.toContain('Voluntariat')
    } finally {
      await app.owner
        .updateTable('account')
        .set({ readable_classes: ['identity', 'health', 'location', 'legal'] })
        .where('id', '=', ada.actor.accountId)
        .execute()
    }
  })

  test('there is none for who does not take part', async () => {
    await page(`${spring()}/person/${idOf('singer')}/print`, 404)
    await page(`${spring()}/town/${idOf('aiguabruna')}/print`, 404)
    await page(`${spring()}/person/${newId()}/print`, 404)
  })

  test('calendars hold the activities, and of those not to be announced only the time', async () => {
    const response = await ada.get(`${spring()}/person/${idOf('tarek-olvani')}/calendar.ics`)
    expect(response.headers.get('content-type')).toContain('text/calendar')
    expect(response.headers.get('content-disposition')).toContain('calendar.ics')
    const text = await response.text()
    const plan = await ada.within((tx) => readPlan(tx, idOf('edition-2026-spring')))
    const own = plan.activities.filter(({ people }) => people.some(({ id }) => id === idOf('tarek-olvani')))
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(own.length)
    for (const { title, publicity } of own)
      if (publicity === 'never') expect(text.replaceAll('\r\n ', '')).not.toContain(title)
    expect((await ada.get(`${spring()}/town/${idOf('portclar')}/calendar.ics`)).status).toBe(200)
  })
})
