import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createRecord } from '#platform/records'
import { keepVisits } from '#web/site'
import { testApp } from '../../../../tests/support/app.ts'
import { publishWithSecond } from '../../../../tests/support/second-person.ts'
import { sitePages, withdrawPublication } from '../index.ts'

async function ground() {
  const app = await testApp()
  const member = await app.signIn()
  const page = await member.within(async (tx) => {
    const { id } = await createRecord(tx, {
      type: 'site_page',
      visibility: 'public',
      values: { name: 'About', heading: { en: 'About us' }, text: { en: 'We are few.' } },
    })
    return publishWithSecond(tx, { recordId: id, choice: [] }, sitePages)
  })
  return { app, member, page, site: `/site/${member.actor.orgSlug}/en` }
}

test('an organisation arranges its front page, its menu and its colour without code, and what is odd is refused', async () => {
  const { app, member, page, site } = await ground()
  const front = async () => (await app.fetch(site)).text()
  expect(await front()).not.toContain('We are few.')
  const add = (fields: Readonly<Record<string, string>>) => member.post('/workspace/site/add', fields)
  expect((await add({ block: 'text', what: `http://localhost${site}/pages/${page.slug}` })).status).toBe(303)
  expect((await add({ block: 'counter' })).status).toBe(303)
  expect((await add({ block: 'links', what: 'https://example.org/a | Elsewhere' })).status).toBe(303)
  expect(await front()).toMatch(
    /We are few\.[\s\S]*class="figures"[\s\S]*href="https:\/\/example.org\/a" rel="noreferrer/,
  )
  expect((await member.post('/workspace/site/blocks', { move: 'up 2' })).status).toBe(303)
  expect(await front()).toMatch(/example.org\/a[\s\S]*class="figures"/)
  expect((await member.post('/workspace/site/blocks', { move: 'remove 0' })).status).toBe(303)
  expect(await front()).not.toContain('We are few.')
  for (const odd of [
    { block: 'script' },
    { block: 'latest' },
    { block: 'links', what: 'javascript:alert(1) | x' },
  ])
    expect((await add(odd)).status, JSON.stringify(odd)).toBe(422)
  const look = {
    accent: 'plum',
    menu: `/pages/${page.slug} | About | Quiénes somos | Qui som`,
    domain: '',
    onion: '',
  }
  expect((await member.post('/workspace/site', { ...look, domain: 'https://no' })).status).toBe(422)
  expect((await member.post('/workspace/site', look)).status).toBe(303)
  expect(await front()).toMatch(/<body class="site accent-plum">[\s\S]*>About<\/a>/)
  expect(await (await member.get('/workspace/site')).text()).toContain('Quiénes somos')
  expect([...app.faults]).toEqual([])
})

test('a host of its own opens its site alone; who comes to it by TLS is told of the onion address', async () => {
  const { app, member, site } = await ground()
  const other = await ground()
  const onion = `${'b'.repeat(56)}.onion`
  const host = `${member.actor.orgSlug}.example`
  expect((await member.post('/workspace/site', { accent: 'petrol', domain: host, onion })).status).toBe(303)
  expect((await other.member.post('/workspace/site', { accent: 'petrol', domain: host })).status).toBe(409)
  const { createApp } = await import('#platform/http')
  const { problemPage } = await import('#web/workspace')
  const house = createApp({ house: app.house, problemPage, report: () => undefined })
  const at = (url: string) => house.fetch(new Request(url, { headers: { host: new URL(url).host } }))
  expect((await at(`https://${host}/`)).headers.get('location')).toBe(site)
  const page = await at(`https://${host}${site}`)
  expect(page.headers.get('onion-location')).toBe(`http://${onion}${site}`)
  expect(await page.text()).toContain(`<link rel="canonical" href="https://${host}${site}"/>`)
  expect((await at(`http://${onion}${site}`)).headers.has('onion-location')).toBe(false)
  // There it is not told who else is in the house; elsewhere they are found as before.
  const [, , slug = ''] = other.site.split('/')
  for (const path of [
    other.site,
    `/site/${slug}`,
    `/site/${slug}/sitemap.xml`,
    `${other.site}/pages/${other.page.slug}`,
  ]) {
    expect((await at(`https://${host}${path}`)).status, path).toBe(404)
    expect((await at(`http://${onion}${path}`)).status, path).toBe(404)
    expect((await at(`http://localhost${path}`)).status, path).toBeLessThan(400)
  }
  expect(await (await at(`https://${host}/robots.txt`)).text()).toContain(
    `Sitemap: https://${host}/site/${member.actor.orgSlug}/sitemap.xml`,
  )
})

test('what stands in other people’s sites may be framed, and nothing else may', async () => {
  const { app, site } = await ground()
  const framed = await app.fetch(`${site}/pages/embed/counter`)
  expect(framed.headers.get('content-security-policy')).toContain('frame-ancestors *')
  expect(framed.headers.get('content-security-policy')).toContain("script-src 'self'")
  expect(framed.headers.has('set-cookie')).toBe(false)
  expect((await app.fetch(site)).headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
})

test('what is counted of readers is a day, a page and a number, and goes with the page', async () => {
  const { app, member, page, site } = await ground()
  const path = `/pages/${page.slug}`
  for (const language of ['en', 'es', 'ca'])
    await app.fetch(`/site/${member.actor.orgSlug}/${language}${path}?from=mail`, {
      headers: {
        'user-agent': 'Somebody/1.0',
        referer: 'https://elsewhere.example/',
        'x-forwarded-for': '192.0.2.7',
      },
    })
  await app.fetch(`${site}/nothing-here`)
  await app.fetch(`${site}/feed.atom`)
  await keepVisits(app.house)
  await keepVisits(app.house)
  const rows = async () =>
    (
      await sql<
        Record<string, unknown>
      >`select * from page_count where org_id = ${member.actor.orgId}::uuid`.execute(app.owner)
    ).rows
  expect(await rows()).toEqual([
    { org_id: member.actor.orgId, day: expect.anything(), page: path, readers: 3 },
  ])
  expect(await (await member.get('/workspace/site')).text()).toContain(path)
  await member.within((tx) => withdrawPublication(tx, page.id))
  expect(await rows()).toEqual([])
})
