import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { languages } from '#platform/i18n'
import {
  type FieldDefinition,
  type NewRecord,
  type Tx,
  checkValues,
  classOf,
  createRecord,
  insertRecords,
  updateRecord,
} from '#platform/records'
import { newId } from '#platform/db'
import { type TestApp, testApp } from '../../../../tests/support/app.ts'
import { giveConsent } from '../../../../tests/support/consent.ts'
import { type Crawled, crawl, wrongWithHtml, wrongWithXml } from '../../../../tests/support/crawl.ts'
import { modules } from '../../../modules.ts'
import {
  askToPublish,
  defenders,
  publicEvents,
  publicFields,
  sitePages,
  withdrawPublication,
} from '../index.ts'

const kinds = modules.flatMap((module) => module.publicKinds ?? [])
const source = 'https://example.org/directory'

async function ground() {
  const app = await testApp()
  const member = await app.signIn()
  await app.owner
    .updateTable('org')
    .set({ settings: JSON.stringify({ four_eyes: 'off' }) })
    .where('id', '=', member.actor.orgId)
    .execute()
  return { app, member, site: `/site/${member.actor.orgSlug}` }
}

/** A canary for a field, where its type takes words. */
function canaryOf(type: string, field: FieldDefinition): unknown {
  const word = `canary${type}${field.name}`.replaceAll('_', '')
  const one = {
    text: word,
    long_text: word,
    localized_text: { en: word, es: `${word}es` },
    person_name: { full: word },
    place: { text: word },
    url: `https://example.org/${word}`,
  }[field.type as 'text']
  return one === undefined ? undefined : field.multiple ? [one] : one
}

/** What a record needs besides words to be taken: the first option of every choice, a day, a number. */
function fillingOf(tx: Tx, field: FieldDefinition): unknown {
  const term = tx.schema.vocabularies.get(field.vocabulary ?? '')?.vocabulary.terms[0]?.code
  const one = {
    choice: field.options?.[0]?.code,
    term,
    date: '2026-01-01',
    number: 1,
  }[field.type as 'date']
  return one === undefined ? undefined : field.multiple ? [one] : one
}

/** One record of every type, with a canary in every field that takes words. */
async function everything(tx: Tx): Promise<readonly NewRecord[]> {
  const records: NewRecord[] = []
  for (const type of tx.schema.types.values()) {
    const given = Object.fromEntries(
      type.fields.flatMap((field) => {
        if (classOf(field) === 'sealed') return []
        const value = canaryOf(type.name, field) ?? fillingOf(tx, field)
        return value === undefined ? [] : [[field.name, value]]
      }),
    )
    const { values } = checkValues(type, given, tx.schema, true)
    records.push({
      id: newId(),
      type,
      values,
      visibility: type.belongsTo ? 'internal' : 'public',
      fictitious: false,
    })
  }
  await insertRecords(tx, records)
  return records
}

const starts = (site: string): readonly string[] => [
  '/robots.txt',
  site,
  `${site}/sitemap.xml`,
  ...languages.flatMap((language) => [
    `${site}/${language}`,
    `${site}/${language}/search?q=open`,
    `${site}/${language}/search?q=canary`,
    `${site}/${language}/contents`,
    `${site}/${language}/data/openapi.json`,
    ...kinds.flatMap(({ path }) => [
      `${site}/${language}/${path}`,
      `${site}/${language}/${path}?q=canary`,
      `${site}/${language}/${path}/embed/counter`,
      `${site}/${language}/${path}/embed/map`,
      `${site}/${language}/${path}/embed/chart`,
    ]),
  ]),
]

test('what looks at pages and feeds finds what is wrong with them', () => {
  const page = (body: string) =>
    `<!doctype html><html><head><title>t</title></head><body><main><h1>h</h1>${body}</main></body></html>`
  expect(wrongWithHtml(page('<p>fine <br> <img src="/a" alt=""/></p>'))).toEqual([])
  for (const bad of [
    '<p><div></div></p>',
    '<ul><p></p></ul>',
    '<b><i></b></i>',
    '<img src="/a">',
    '<i id="a"></i><i id="a"></i>',
    '<p onclick="x">x</p>',
    '<script></script>',
    '<label for="nothing">x</label>',
    '<h1>two</h1>',
    '<a href="/a"><a href="/b"></a></a>',
    '<section>',
  ])
    expect(wrongWithHtml(page(bad)), bad).not.toEqual([])
  expect(wrongWithXml('<?xml version="1.0"?>\n<a><b c="1"/>x &amp; y</a>')).toEqual([])
  for (const bad of ['<a>', '<a></b>', '<a/><b/>', '<a>x & y</a>', '<a>1 < 2</a>'])
    expect(wrongWithXml(bad), bad).not.toEqual([])
})

const walk = (app: TestApp, site: string) =>
  crawl((path) => app.fetch(path, { redirect: 'manual' }), starts(site), {
    // The door to the workspace, other organisations of the same test database, and styles that are not built.
    // Of lists narrowed by two filters at once there are thousands: each filter is walked alone.
    skip: new RegExp(`^(/$|/workspace|/assets|/site/(?!${site.slice(6)}))|[?].*&`),
  })

test('a canary in every field of every type is in nothing public, in any language or format, but where it was chosen (claim 13)', async () => {
  const { app, member, site } = await ground()
  const { shown, ids } = await member.within(async (tx) => {
    const records = await everything(tx)
    const person = await createRecord(tx, {
      type: 'person',
      visibility: 'public',
      values: {
        name: 'Open Name',
        roles: ['defender'],
        country: ['AR'],
        rights: ['women'],
        biography: { en: 'Open words.' },
        public_basis: 'consent',
        notes: 'canarypersonnotesown',
        whereabouts: 'canarywhereabouts',
      },
    })
    await giveConsent(tx, person.id)
    await askToPublish(tx, defenders, { recordId: person.id, choice: publicFields })
    const shown: string[] = []
    for (const kind of [sitePages, publicEvents]) {
      const record = records.find(({ type }) => type.name === kind.recordType)
      if (!record) throw new Error(`no record of ${kind.recordType}`)
      await updateRecord(tx, { id: record.id, version: 1, values: {}, visibility: 'public' })
      await askToPublish(tx, kind, { recordId: record.id, choice: [] })
      const { rows } = await sql<{ sources: { field: string }[] }>`
        select sources from publication where record_id = ${record.id}::uuid`.execute(tx.sql)
      for (const { field } of rows[0]?.sources ?? []) shown.push(`${kind.kind}.${field}`)
    }
    return { shown: [...new Set(shown)].sort(), ids: [person.id, ...records.map(({ id }) => id)] }
  })
  // The explicit list: another field here is a decision, not an accident.
  expect(shown).toEqual([
    ...['about', 'begins', 'country', 'ends', 'heading', 'link', 'rights'].map(
      (name) => `public_event.${name}`,
    ),
    ...['heading', 'text'].map((name) => `site_page.${name}`),
  ])
  const { answers } = await walk(app, site)
  expect(answers.length).toBeGreaterThan(120)
  const chosen = /canarysitepage(heading|text)(es)?|canarypublicevent(heading|about|link)(es)?/g
  for (const { path, body, status } of answers) {
    const said = body.replaceAll(chosen, '').replaceAll(/q=canary|value="canary"|“canary”|«canary»/g, '')
    expect(said, `${status} ${path}`).not.toMatch(/canary/i)
    for (const id of ids) expect(body.includes(id), path).toBe(false)
    expect(body.includes(member.actor.orgId) || body.includes(member.actor.accountId), path).toBe(false)
  }
}, 120_000)

/** Pages, feeds and data are what they say they are. */
function checkAnswer({ path, type, body }: Crawled): readonly string[] {
  if (type.startsWith('text/html')) {
    const heavy = Buffer.byteLength(body) > 30 * 1024 ? [`${Buffer.byteLength(body)} bytes`] : []
    return [...wrongWithHtml(body), ...heavy].map((why) => `${path}: ${why}`)
  }
  if (/xml|svg/.test(type)) return wrongWithXml(body).map((why) => `${path}: ${why}`)
  if (type.startsWith('application/json')) JSON.parse(body)
  if (type.startsWith('text/calendar'))
    return /^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r?\n?$/.test(body) ? [] : [`${path}: no calendar`]
  return []
}

test('every link leads somewhere, every page is HTML, feeds and data packages are what they say, nothing asks a third party (claim 20)', async () => {
  const { app, member, site } = await ground()
  const published = await member.within(async (tx) => {
    const done = []
    for (const [i, name] of ['Neva Toralin', 'ليلى الناصري', 'Ламара Цхадая'].entries()) {
      const atSource = i === 1
      const { id } = await createRecord(tx, {
        type: 'person',
        visibility: 'public',
        fictitious: i === 2,
        values: {
          name,
          roles: ['defender'],
          country: ['AR', 'QM'].slice(0, 1 + (i % 2)),
          rights: ['women', 'expression'],
          public_basis: atSource ? 'public_at_source' : 'consent',
          ...(atSource
            ? { public_source_url: source }
            : { biography: { en: 'Sings & writes <loud>.\n\nAlways.' } }),
        },
      })
      await giveConsent(tx, id)
      await askToPublish(tx, defenders, {
        recordId: id,
        choice: atSource ? ['country', 'rights'] : publicFields,
      })
      done.push({ id, name })
    }
    const event = await createRecord(tx, {
      type: 'public_event',
      visibility: 'public',
      values: {
        name: '=1+1',
        heading: { en: 'Talk & tea' },
        begins: '2030-05-12',
        country: ['AR'],
        link: source,
      },
    })
    await askToPublish(tx, publicEvents, { recordId: event.id, choice: [] })
    const page = await createRecord(tx, {
      type: 'site_page',
      visibility: 'public',
      values: { name: 'About', heading: { es: 'Quiénes somos' }, text: { es: 'Somos pocas.' } },
    })
    await askToPublish(tx, sitePages, { recordId: page.id, choice: [] })
    return done
  })
  const { answers, elsewhere } = await walk(app, site)
  const broken = answers.filter(
    ({ status, path }) =>
      status !== 200 &&
      status !== 303 &&
      status !== 302 &&
      !/\/embed\/|\?q=canary/.test(path) &&
      !kindsWithout(path),
  )
  expect(broken.map(({ status, path }) => `${status} ${path}`)).toEqual([])
  expect(answers.filter(({ status }) => status === 200).flatMap(checkAnswer)).toEqual([])
  // A named source is the only way out, and it is a link that a reader may follow.
  expect([...elsewhere].filter((href) => !href.startsWith('https://example.org/'))).toEqual([])
  const packages = answers.filter(({ path }) => path.endsWith('/datapackage.json'))
  expect(packages.length).toBeGreaterThanOrEqual(9)
  for (const { path, body } of packages) {
    const read = JSON.parse(body) as {
      $schema: string
      name: string
      resources: { path: string; hash: string; bytes: number; schema?: { fields: { name: string }[] } }[]
    }
    expect(read.$schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json')
    expect(read.name).toMatch(/^[a-z0-9._-]+$/)
    for (const resource of read.resources) {
      const file = answers.find((one) => one.path === path.replace('datapackage.json', resource.path))
      expect(file?.status, resource.path).toBe(200)
      const bytes = Buffer.from(file?.body ?? '')
      expect(bytes.length).toBe(resource.bytes)
      expect(resource.hash).toBe(`sha256:${createHash('sha256').update(bytes).digest('hex')}`)
      if (resource.schema && resource.path.endsWith('.csv'))
        expect(file?.body.split('\r\n')[0]).toBe(resource.schema.fields.map(({ name }) => name).join(','))
    }
  }
  // Withdrawing is one mechanism: afterwards none of all those addresses holds the name, and its own are as if never made.
  const gone = published[0]
  await member.within(async (tx) => {
    const { id } = await tx.sql
      .selectFrom('publication')
      .select('id')
      .where('record_id', '=', gone?.id ?? '')
      .executeTakeFirstOrThrow()
    await withdrawPublication(tx, id)
  })
  const never = await (await app.fetch(`${site}/en/defenders/nobody-abc234`)).text()
  for (const { path } of answers) {
    const response = await app.fetch(path)
    const body = Buffer.from(await response.arrayBuffer()).toString('utf8')
    expect(body.includes('Neva Toralin') || body.includes('neva-toralin'), path).toBe(false)
    if (/\/en\/defenders\/neva-toralin/.test(path))
      expect({ status: response.status, body }).toEqual({ status: 404, body: never })
  }
  const after = await walk(app, site)
  expect(JSON.stringify(after.answers)).not.toMatch(/Neva Toralin|neva-toralin/)
  expect(after.answers.find(({ path }) => path === `${site}/en/data/defenders/changes.csv`)?.body).toMatch(
    /,3,0,1\r\n$/,
  )
}, 120_000)

/** Lists of kinds of which this organisation has published nothing are not there. */
const kindsWithout = (path: string): boolean =>
  kinds.some(
    (kind) =>
      !['defender', 'public_event', 'site_page'].includes(kind.kind) &&
      path.split('/')[4]?.split('?')[0] === kind.path,
  )
