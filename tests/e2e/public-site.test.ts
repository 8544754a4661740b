import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportSite } from '#modules/publishing'
import { createApp } from '#platform/http'
import { readSite } from '#web/site'
import { problemPage } from '#web/workspace'
import { launchBrowser } from '../support/browser.ts'
import { type TestServer, startServer } from '../support/server.ts'

let server: TestServer
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer({ demo: true }), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

/** One page of every type: the lists and one thing of every kind, and what stands beside them. */
async function addresses(): Promise<readonly string[]> {
  const { house } = server.serving.open
  const things = await house.publicDb
    .selectFrom('publication')
    .select(['kind', 'slug'])
    .distinctOn('kind')
    .orderBy('kind')
    .orderBy('slug')
    .execute()
  return [
    ...['', '/countries', '/countries/QM', '/search?q=library', '/contents', '/data', '/data/defenders'],
    ...[
      '/defenders?country=AR',
      '/defenders/embed/map',
      '/defenders/embed/chart',
      '/defenders/embed/counter',
    ],
    ...things.flatMap(({ kind, slug }) => {
      const found = house.publicKinds.find((one) => one.kind === kind)
      return found
        ? [
            `/${found.path}`,
            `/${found.path}/${slug}`,
            ...(found.Embed ? [`/${found.path}/${slug}/embed`] : []),
          ]
        : []
    }),
  ]
}

test('axe finds nothing on any public page, wide and narrow, without scripts and without asking anyone else', async () => {
  const context = await browser.newContext({ baseURL: server.url, viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url) && !request.url().startsWith('data:'))
      complaints.push(`asked ${request.url()}`)
    if (request.resourceType() === 'script') complaints.push(`script ${request.url()}`)
  })
  const found: string[] = []
  for (const [i, address] of (await addresses()).entries()) {
    const at = `/site/demo/${['en', 'es', 'ca'][i % 3]}${address}`
    const response = await page.goto(at)
    if (response?.status() !== 200) found.push(`${at}: ${response?.status()}`)
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode(true)
      .options({ resultTypes: ['violations'] })
      .analyze()
    for (const violation of violations)
      found.push(`${at}: ${violation.id}: ${violation.nodes[0]?.html.slice(0, 160)}`)
    await page.setViewportSize({ width: 360, height: 800 })
    const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')
    if (Number(overflow) > 1) found.push(`${at}: ${String(overflow)} px wider than a phone`)
    await page.setViewportSize({ width: 1280, height: 900 })
  }
  expect(found).toEqual([])
  expect(complaints).toEqual([])
  await context.close()
}, 120_000)

test('the copy on disk is complete with the network off: every link is a file, every picture and style is there', async () => {
  const { house } = server.serving.open
  const site = await readSite(house.publicDb, 'demo', null)
  if (!site) throw new Error('the demonstration has no site')
  const app = createApp({
    house: { ...house, static: true },
    problemPage,
    report: (_id, error) => console.error(error),
  })
  const folder = mkdtempSync(join(tmpdir(), 'amparo-copy-'))
  try {
    const files: string[] = []
    for await (const { path, body } of exportSite({
      ...site,
      fetch: async (path) => app.fetch(new Request(`http://site.invalid${path}`)),
    })) {
      files.push(path)
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), body)
    }
    expect(new Set(files).size).toBe(files.length)
    expect(files.filter((path) => path.endsWith('.html')).length).toBeGreaterThan(100)
    const broken: string[] = []
    for (const path of files.filter((one) => one.endsWith('.html'))) {
      const html = readFileSync(join(folder, path), 'utf8')
      for (const [, link = ''] of html.matchAll(/\s(?:href|src|srcSet|srcset)="([^"#]+)/g)) {
        if (/^(https?:|data:|mailto:)/.test(link)) continue
        if (
          link.startsWith('/') ||
          !existsSync(join(folder, dirname(path), decodeURIComponent(link.replaceAll('&amp;', '&'))))
        )
          broken.push(`${path}: ${link}`)
      }
    }
    expect(broken).toEqual([])
    const context = await browser.newContext({ offline: true, javaScriptEnabled: false })
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    page.on('requestfailed', (request) => asked.push(`failed ${request.url()}`))
    await page.goto(pathToFileURL(join(folder, 'index.html')).href)
    await page.getByRole('link', { name: 'Español' }).click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Demostración')
    await page.getByRole('link', { name: 'Personas defensoras de derechos humanos' }).first().click()
    expect(page.url()).toContain('/es/defenders/index.html')
    await page.locator('article a').first().click()
    const name = await page.getByRole('heading', { level: 1 }).textContent()
    await page.getByRole('link', { name: 'English' }).click()
    expect(page.url()).toMatch(/\/en\/defenders\/[\w-]+\/index\.html$/)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(name)
    await page.getByRole('link', { name: 'Everything on this site' }).click()
    expect(await page.getByRole('link').count()).toBeGreaterThan(40)
    expect(asked.filter((url) => !url.startsWith('file://') && !url.startsWith('data:'))).toEqual([])
    expect(asked.some((url) => url.endsWith('.css'))).toBe(true)
    expect(asked.some((url) => url.endsWith('.svg'))).toBe(true)
    await context.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 120_000)
