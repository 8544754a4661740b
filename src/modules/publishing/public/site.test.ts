import { countries } from '#catalogue/countries'
import { rights } from '#catalogue/rights'
import { describe, expect, test } from 'vitest'
import type { Actor } from '#platform/access'
import { type Language, languages } from '#platform/i18n'
import { type Tx, createRecord, readRecord, typeOf, updateRecord } from '#platform/records'
import { type TestApp, testApp } from '../../../../tests/support/app.ts'
import { giveConsent } from '../../../../tests/support/consent.ts'
import { publishWithSecond, secondPerson } from '../../../../tests/support/second-person.ts'
import { publicFields, withdrawPublication } from '../index.ts'

const source = 'https://example.org/directory?a=1&b=2'

async function ground() {
  const app = await testApp()
  const member = await app.signIn()
  return { app, member, site: `/site/${member.actor.orgSlug}` }
}

interface Answer {
  readonly status: number
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

async function ask(app: TestApp, path: string, init?: RequestInit): Promise<Answer> {
  const response = await app.fetch(path, init)
  return {
    status: response.status,
    body: await response.text(),
    headers: Object.fromEntries(response.headers),
  }
}

const add = async (
  tx: Tx,
  name: string,
  values: Readonly<Record<string, unknown>> = {},
  fictitious = false,
) => {
  const { id } = await createRecord(tx, {
    type: 'person',
    visibility: 'public',
    fictitious,
    values: { name, roles: ['defender'], public_basis: 'consent', ...values },
  })
  await giveConsent(tx, id)
  const choice = values['public_basis'] === 'public_at_source' ? ['country', 'rights'] : publicFields
  return { record: id, ...(await publishWithSecond(tx, { recordId: id, choice })) }
}

/** Seventy people of thirty-odd countries and every right, in three scripts. */
async function many(tx: Tx): Promise<readonly string[]> {
  const slugs: string[] = []
  const names = ['Ixchel Ramos Tum', 'ليلى الناصري', 'Ламара Цхадая', 'Ngozi Adébáyọ̀']
  for (let i = 0; i < 70; i++) {
    const { slug } = await add(tx, `${names[i % names.length]} ${String.fromCharCode(65 + (i % 26))}${i}`, {
      country: [countries[(i * 7) % 36]?.code, countries[(i * 5) % 36]?.code],
      rights: [0, 1, 2, 3].map((n) => rights[(i * 3 + n) % rights.length]?.code),
      biography: { en: 'Words. '.repeat(150), es: 'Palabras. '.repeat(150) },
      ...(i % 2 && { public_basis: 'public_at_source', public_source_url: source }),
    })
    slugs.push(slug)
  }
  return slugs
}

/** What must hold of every page: no script, no cookie, light, no id twice, every control with its label. */
function checkPage({ status, body, headers }: Answer, language: Language) {
  expect(status).toBe(200)
  expect(body).not.toMatch(/<script|javascript:|\son\w+=|<iframe|style="/i)
  expect(headers).not.toHaveProperty('set-cookie')
  expect(headers['cache-control']).toBe('public, max-age=30, must-revalidate')
  expect(Buffer.byteLength(body)).toBeLessThan(30 * 1024)
  expect(body).toContain(`<html lang="${language}">`)
  expect(body).not.toContain('noindex')
  expect(body.match(/<h1/g)).toHaveLength(1)
  const ids = [...body.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1])
  expect(new Set(ids).size).toBe(ids.length)
  for (const [, id] of body.matchAll(/<(?:input|select|textarea)(?![^>]*type="hidden")[^>]*\sid="([^"]*)"/g))
    expect(body).toContain(`<label class="hidden" for="${id}"`)
  for (const [, src] of body.matchAll(/\s(?:src|srcSet|srcset|href)="(https?:[^"]*)"/g))
    expect(src).toBe(source.replaceAll('&', '&amp;'))
}

test('an organisation that has published nothing does not show that it is here', async () => {
  const { app, site } = await ground()
  const nothing = await ask(app, '/site/nobody-at-all/en')
  for (const path of ['/en', '/en/defenders', '/en/defenders/x', '/en/defenders/map.svg', ''])
    expect((await ask(app, site + path, { headers: { 'accept-language': 'en' } })).body).toBe(nothing.body)
})

test('every page in every language is light, without scripts, cookies or anything from elsewhere (claim 20)', async () => {
  const { app, member, site } = await ground()
  const slugs = await member.within(many)
  for (const language of languages) {
    const base = `${site}/${language}`
    const filtered = '/defenders?country=AF&right=women'
    for (const path of [
      '',
      '/defenders',
      filtered,
      '/defenders?q=ngozi',
      `/defenders/${slugs[0]}`,
      `/defenders/${slugs[1]}`,
    ])
      checkPage(await ask(app, base + path), language)
    const map = await ask(app, `${base}/defenders/map.svg`)
    expect(map.headers['content-type']).toContain('image/svg+xml')
    expect(map.body).toMatch(/^<svg [\s\S]*<path/)
    expect(map.body).not.toMatch(/<script|href/)
  }
  expect([...app.faults]).toEqual([])
})

test('the directory is read to its end by key, each person once, in the order of the names', async () => {
  const { app, member, site } = await ground()
  await member.within(many)
  const seen: string[] = []
  let next: string | undefined = `${site}/en/defenders`
  while (next) {
    const { body }: Answer = await ask(app, next)
    seen.push(...[...body.matchAll(/href="[^"]*\/defenders\/([\w-]+)"/g)].map((match) => match[1] ?? ''))
    next = /<a href="([^"]*)" rel="next"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
  }
  expect(seen).toHaveLength(70)
  expect(new Set(seen).size).toBe(70)
})

test('a person is found by name in any spelling, and by country and right with true counts', async () => {
  const { app, member, site } = await ground()
  await member.within(async (tx) => {
    await add(tx, 'Ламара Цхадая', { country: ['GE'], rights: ['memory', 'women'] })
    await add(tx, 'Ngozi Adébáyọ̀', { country: ['NG', 'GE'], rights: ['women'] })
    await add(tx, 'Teodor Vašek', { country: ['CZ'], rights: ['expression'] })
  })
  const names = async (search: string) =>
    [
      ...(await ask(app, `${site}/en/defenders${search}`)).body.matchAll(/class="whole"[^>]*><bdi>([^<]*)/g),
    ].map((match) => match[1])
  expect(await names('')).toEqual(['Ламара Цхадая', 'Ngozi Adébáyọ̀', 'Teodor Vašek'])
  expect(await names('?q=lamara')).toEqual(['Ламара Цхадая'])
  expect(await names('?q=ЛАМАРА')).toEqual(['Ламара Цхадая'])
  expect(await names('?q=vasek+teo')).toEqual(['Teodor Vašek'])
  expect(await names('?q=%25')).toEqual([])
  expect(await names('?country=GE')).toEqual(['Ламара Цхадая', 'Ngozi Adébáyọ̀'])
  expect(await names('?country=GE&right=memory')).toEqual(['Ламара Цхадая'])
  expect(await names("?country=GE'%20or%201=1--&after=broken")).toHaveLength(3)
  const { body } = await ask(app, `${site}/en/defenders?country=GE`)
  expect(body).toMatch(/>Georgia<\/a><span>2<\/span>/)
  // The countries are counted without their own filter, the rights within it.
  expect(body).toMatch(/>Czechia<\/a><span>1<\/span>/)
  expect(body).toMatch(/\?country=GE&amp;right=women"[^>]*>[^<]*<\/a><span>2<\/span>/)
  expect(body).not.toContain('right=expression')
})

test('a page points to itself in the other languages, by configured addresses only', async () => {
  const { app, member, site } = await ground()
  const { slug } = await member.within((tx) => add(tx, 'Dora'))
  const path = `${site}/ca/defenders/${slug}`
  const { body } = await ask(app, path)
  expect(body).toContain(`<link rel="canonical" href="${path}"/>`)
  for (const code of languages)
    expect(body).toContain(
      `<link rel="alternate" hrefLang="${code}" href="${site}/${code}/defenders/${slug}"/>`,
    )
  const { createApp } = await import('#platform/http')
  const { problemPage } = await import('#web/workspace')
  const house = { ...app.house, origins: ['https://defenders.example'] }
  const configured = createApp({ house, problemPage, report: () => undefined })
  const forged = await configured.fetch(new Request(`http://evil.example${path}`))
  const page = await forged.text()
  expect(page).toContain(`<link rel="canonical" href="https://defenders.example${path}"/>`)
  expect(page).not.toContain('evil.example')
})

describe('a profile', () => {
  test('shows who gave consent and who is only public at a source, each said so', async () => {
    const { app, member, site } = await ground()
    const [consenting, quoted] = await member.within(async (tx) => [
      await add(tx, 'Neva', { biography: { en: 'Sings in public.', es: 'Canta.' } }, true),
      await add(tx, 'Dora', {
        country: ['CO'],
        biography: { en: 'canary-biography' },
        public_basis: 'public_at_source',
        public_source_url: source,
      }),
    ])
    const page = await ask(app, `${site}/en/defenders/${consenting?.slug}`)
    expect(page.body).toContain('Sings in public.')
    expect(page.body).toMatch(/class="stamp stamp-band">Fictitious/)
    const other = await ask(app, `${site}/ca/defenders/${consenting?.slug}`)
    expect(other.body).toMatch(/<div class="prose" lang="\w\w"/)
    const cited = (await ask(app, `${site}/en/defenders/${quoted?.slug}`)).body
    expect(cited).toContain('Public at its source; no consent is held here.')
    expect(cited).toContain(`href="${source.replaceAll('&', '&amp;')}" rel="noreferrer noopener external"`)
    expect(cited).not.toContain('canary')
    expect(cited).not.toContain('Fictitious')
  })

  test('has nothing of any other field in any public answer in any language (claim 13)', async () => {
    const { app, member, site } = await ground()
    const { slug, record } = await member.within(async (tx) => {
      const other = await createRecord(tx, {
        type: 'organisation',
        values: { name: 'canary-organisation', kind: 'association' },
        visibility: 'public',
      })
      const values: Record<string, unknown> = {}
      for (const field of typeOf(tx, 'person').fields) {
        if ((publicFields as readonly string[]).includes(field.name) || field.name === 'public_basis')
          continue
        if (field.class === 'sealed') continue
        const one = ['text', 'long_text', 'person_name'].includes(field.type)
          ? `canary-${field.name}`
          : field.type === 'place'
            ? { text: `canary-${field.name}` }
            : field.name === 'affiliations'
              ? { to: other.id }
              : undefined
        if (one !== undefined) values[field.name] = field.multiple ? [one] : one
      }
      expect(Object.keys(values).length).toBeGreaterThan(15)
      return add(tx, 'Open Name', {
        ...values,
        name: 'Open Name',
        country: ['CO'],
        rights: ['women'],
        biography: { en: 'Open words.' },
      })
    })
    for (const language of languages)
      for (const path of [
        '',
        '/defenders',
        '/defenders?q=open',
        '/defenders?q=canary',
        `/defenders/${slug}`,
        '/defenders/map.svg',
      ]) {
        const { status, body, headers } = await ask(app, `${site}/${language}${path}`)
        const all = body.replaceAll('q=canary', '').replaceAll('value="canary"', '') + JSON.stringify(headers)
        expect(status).toBe(200)
        expect(all).not.toMatch(/canary/i)
        expect(all).not.toContain(record)
        expect(all).not.toContain(member.actor.orgId)
        expect(all).not.toContain(member.actor.accountId)
      }
  })

  test('that was withdrawn answers byte for byte as one that never was, at once (claim 8)', async () => {
    const { app, member, site } = await ground()
    const [gone, stays] = await member.within(async (tx) => [
      await add(tx, 'Dora Gone', { country: ['CO'] }),
      await add(tx, 'Neva Stays', { country: ['AR'] }),
    ])
    const path = `${site}/en/defenders/${gone?.slug}`
    const before = await ask(app, path)
    expect(before.status).toBe(200)
    expect((await ask(app, `${site}/en/defenders`)).body).toContain('Dora Gone')
    await member.within((tx) => withdrawPublication(tx, gone?.id ?? ''))
    const after = await ask(app, path)
    const conditional = await ask(app, path, { headers: { 'if-none-match': before.headers['etag'] ?? '' } })
    const never = await ask(app, `${site}/en/defenders/dora-never-abc234`)
    const nowhere = await ask(app, `/site/no-such-place/en/defenders/${gone?.slug}`)
    expect(after.status).toBe(404)
    expect(after).toEqual(never)
    expect(after).toEqual(nowhere)
    expect(after).toEqual(conditional)
    expect(after.headers['cache-control']).toBe('no-store')
    for (const rest of ['', '/defenders', '/defenders?country=CO', '/defenders?q=dora'])
      expect((await ask(app, `${site}/en${rest}`)).body).not.toMatch(/Dora|Colombia/)
    expect((await ask(app, `${site}/en/defenders/${stays?.slug}`)).status).toBe(200)
  })

  test('withdrawn while it is being asked for is given to nobody who asks after that, from no kept page', async () => {
    const { app, member, site } = await ground()
    const people = await member.within(async (tx) => [
      await add(tx, 'Dora Gone', { country: ['CO'] }),
      await add(tx, 'Neva Stays'),
    ])
    const paths = [
      '',
      '/defenders',
      `/defenders/${people[0]?.slug}`,
      '/feed.atom',
      '/data/defenders/defenders.json',
    ]
    let withdrawn = false
    let after = 0
    const reader = async () => {
      // Every address once after the withdrawal, whatever came before.
      for (let i = 0, left = paths.length; left > 0; i++) {
        const late = withdrawn
        const { body } = await ask(app, `${site}/en${paths[i % paths.length]}`)
        if (!late) continue
        left--
        after++
        expect(body).not.toContain('Dora Gone')
      }
    }
    const withdrawing = (async () => {
      await new Promise((resolve) => setTimeout(resolve, 200))
      await member.within((tx) => withdrawPublication(tx, people[0]?.id ?? ''))
      withdrawn = true
    })()
    await Promise.all([withdrawing, ...Array.from({ length: 8 }, reader)])
    expect(after).toBe(8 * paths.length)
  })

  test('loses at once what its record loses, also from a page that was kept', async () => {
    const { app, member, site } = await ground()
    const { slug, record } = await member.within((tx) => add(tx, 'Dora', { country: ['CO', 'MX'] }))
    const path = `${site}/en/defenders/${slug}`
    expect((await ask(app, path)).body).toContain('Mexico')
    await member.within(async (tx) => {
      const { version } = await readRecord(tx, record)
      await updateRecord(tx, { id: record, version, values: { country: ['CO'] } })
    })
    const { body } = await ask(app, path)
    expect(body).toContain('Colombia')
    expect(body).not.toContain('Mexico')
  })

  test('is asked for again only when it changed', async () => {
    const { app, member, site } = await ground()
    const { slug } = await member.within((tx) => add(tx, 'Dora'))
    const path = `${site}/en/defenders/${slug}`
    const first = await ask(app, path)
    const again = await ask(app, path, { headers: { 'if-none-match': first.headers['etag'] ?? '' } })
    expect(again).toMatchObject({ status: 304, body: '', headers: { etag: first.headers['etag'] } })
    expect((await ask(app, path, { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
  })
})

test('two organisations never see each other (claim 29)', async () => {
  const { app, member, site } = await ground()
  const other = await app.signIn()
  await member.within((tx) => add(tx, 'Ours'))
  const theirs = await other.within((tx) => add(tx, 'Theirs'))
  expect((await ask(app, `${site}/en/defenders`)).body).not.toContain('Theirs')
  expect((await ask(app, `${site}/en/defenders/${theirs.slug}`)).status).toBe(404)
  await expect(member.within((tx) => withdrawPublication(tx, theirs.id))).rejects.toMatchObject({
    kind: 'not_found',
  })
})

/** A second person opens the list of what waits, and approves all of it by the page's own form. */
async function approveAll(app: TestApp, first: Actor): Promise<void> {
  const second = await app.signIn(await secondPerson(first))
  const page = await (await second.get('/workspace/approvals')).text()
  const approval = [...page.matchAll(/name="approval" value="([^"]*)"/g)].map(([, id = '']) => id)
  expect(approval.length).toBeGreaterThan(0)
  expect((await second.post('/workspace/approvals/decide', { approval, verdict: 'approved' })).status).toBe(
    303,
  )
}

describe('in the workspace', () => {
  const signedIn = async (actor?: Actor) => {
    const app = await testApp()
    return { app, member: await app.signIn(actor) }
  }

  test('a record says what the public sees, why it cannot be published, and publishes what was previewed', async () => {
    const { app, member } = await signedIn()
    const { id } = await member.within((tx) =>
      createRecord(tx, {
        type: 'person',
        values: { name: 'Dora', notes: 'canary', biography: { en: 'Hers.' } },
      }),
    )
    const path = `/workspace/record/${id}`
    const refused = await (await member.get(path)).text()
    expect(refused).toContain('The record is not marked as public')
    expect(refused).toContain('There is no ground')
    expect(refused).not.toContain(`action="${path}/publish"`)
    await member.within(async (tx) => {
      await updateRecord(tx, {
        id,
        version: 1,
        values: { public_basis: 'consent', roles: ['community_leader'] },
        visibility: 'public',
      })
      await giveConsent(tx, id)
    })
    const narrowed = await (await member.get(`${path}?choose=1&public=country`)).text()
    expect(narrowed).toContain(`action="${path}/publish"`)
    const stale = await member.post(`${path}/publish`, { basis: 'consent', version: '1', field: 'biography' })
    expect(stale.status).toBe(409)
    const done = await member.post(`${path}/publish`, {
      basis: 'consent',
      version: '2',
      field: ['country', 'notes'],
    })
    expect(done.status).toBe(303)
    const waits = await (await member.get(path)).text()
    expect(waits).toMatch(/Ada asked on [^<]* for this to be published/)
    expect(waits).not.toMatch(/Public since/)
    await approveAll(app, member.actor)
    const shown = await (await member.get(path)).text()
    expect(shown).toMatch(/Public since/)
    expect(shown).not.toContain('without a second person')
    expect(shown).toContain('Biography (en)')
    const address = /href="(\/site\/[^"]*)"/.exec(shown)?.[1] ?? ''
    expect((await ask(app, address)).body).not.toMatch(/Hers|canary/)
    const publication = /name="publication" value="([^"]*)"/.exec(shown)?.[1] ?? ''
    expect((await member.post('/workspace/publishing/withdraw', { publication, record: id })).status).toBe(
      303,
    )
    expect((await ask(app, address)).status).toBe(404)
    expect([...app.faults]).toEqual([])
  })

  test('several are chosen by name, confirmed line by line, and published', async () => {
    const { app, member } = await signedIn()
    const [one, two] = await member.within(async (tx) => [
      await createRecord(tx, {
        type: 'person',
        values: { name: 'Chosen One', roles: ['defender'], public_basis: 'consent' },
      }),
      await createRecord(tx, {
        type: 'person',
        values: { name: 'Without Source', roles: ['defender'], public_basis: 'public_at_source' },
      }),
      await createRecord(tx, {
        type: 'person',
        values: { name: 'Not Offered', roles: ['defender'], public_basis: 'none' },
      }),
    ])
    await member.within((tx) => giveConsent(tx, one?.id ?? ''))
    const list = await (await member.get('/workspace/publishing')).text()
    expect(list).toContain('Chosen One')
    expect(list).not.toContain('Not Offered')
    const person = [one?.id ?? '', two?.id ?? '']
    const confirm = await (
      await member.post('/workspace/publishing/confirm', { person, field: 'country' })
    ).text()
    expect(confirm).toContain('Publish this person?')
    expect(confirm).toMatch(/Cannot be published[\s\S]*Without Source/)
    expect((await member.post('/workspace/publishing/confirm', {})).status).toBe(422)
    const done = await member.post('/workspace/publishing', { person: `${one?.id} 1`, field: 'country' })
    expect(done.status).toBe(303)
    expect((await ask(app, `/site/${member.actor.orgSlug}/es/defenders`)).status).toBe(404)
    await approveAll(app, member.actor)
    const after = await (await member.get('/workspace/publishing')).text()
    expect(after).toMatch(/Withdraw this profile<span class="hidden">: Chosen One/)
    expect((await ask(app, `/site/${member.actor.orgSlug}/es/defenders`)).body).toContain('Chosen One')
  })
})
