import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { type TestServer, signedIn, startServer } from '../support/server.ts'

let server: TestServer
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer({ demo: true }), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

/** Every kind of screen once, from the menu of every module and from one record of every type. */
async function addresses(): Promise<readonly string[]> {
  const { house, owner } = server.serving.open
  const records = await owner
    .selectFrom('record')
    .select(['id', 'type'])
    .distinctOn('type')
    .where('fictitious', '=', true)
    .orderBy('type')
    .orderBy('id')
    .execute()
  const person = records.find((record) => record.type === 'person')?.id
  return [
    ...house.navigation.map((entry) => entry.href),
    ...records.map(({ id }) => `/workspace/record/${id}`),
    `/workspace/record/${person}/edit`,
    `/workspace/record/${person}/history`,
    `/workspace/record/${person}/merge`,
    '/workspace/records/person/new',
    '/workspace/records/person?as=cards',
    '/workspace/records/person?as=map',
    '/workspace/search?q=library',
    '/workspace/trash',
    '/workspace/nothing-here',
  ]
}

test('axe finds nothing on any screen, wide and narrow, and nothing runs off a phone', async () => {
  const { page, context, complaints } = await signedIn(browser, server)
  const found: string[] = []
  for (const address of new Set(await addresses())) {
    const response = await page.goto(address)
    const status = response?.status() ?? 0
    if (status >= 500 || (status >= 400 && !address.endsWith('nothing-here')))
      found.push(`${address}: ${status}`)
    // Without frames there is nothing to put together in another tab, and only what is wrong is written out.
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode(true)
      .options({ resultTypes: ['violations'] })
      .analyze()
    for (const violation of violations)
      found.push(`${address}: ${violation.id}: ${violation.nodes[0]?.html.slice(0, 160)}`)
    await page.setViewportSize({ width: 360, height: 800 })
    const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')
    if (Number(overflow) > 1) found.push(`${address}: ${String(overflow)} px wider than a phone`)
    await page.setViewportSize({ width: 1280, height: 900 })
  }
  expect(found).toEqual([])
  expect(complaints).toEqual([])
  await context.close()
}, 900_000)
