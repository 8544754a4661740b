import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createOrganisation, issueSignInLink } from '#platform/identity'
import { launchBrowser } from '../support/browser.ts'
import { type TestServer, startServer } from '../support/server.ts'

let server: TestServer
let browser: Browser
const contexts: BrowserContext[] = []

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer({ demo: true }), launchBrowser()])
  await createOrganisation(server.serving.open.owner, {
    slug: 'friends',
    name: { en: 'Friends of the demonstration' },
    administrator: 'Flora Riba',
  })
})
afterAll(async () => {
  for (const context of contexts) await context.close()
  await browser?.close()
  await server?.close()
})

/** A tab of that person, who has no JavaScript. */
async function tabOf(name: string): Promise<Page> {
  const { owner } = server.serving.open
  const account = await owner
    .selectFrom('account')
    .select(['id', 'org_id'])
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false, locale: 'en-GB' })
  contexts.push(context)
  const page = await context.newPage()
  await page.goto(await issueSignInLink(owner, { orgId: account.org_id, accountId: account.id }))
  await page.getByRole('button').first().click()
  return page
}

const textOf = (page: Page) => page.locator('main').innerText()
/** Whose public page it is about. */
const nameShown = async (page: Page) =>
  (await page.getByRole('heading', { level: 1 }).innerText()).replace('What the public sees: ', '')

test('a profile is asked for by one, approved by another who sees exactly it, and public only then', async () => {
  const [alba, clara] = [await tabOf('Alba Ferrer'), await tabOf('Clara Vidal')]
  await alba.goto('/workspace/publishing')
  await alba.locator('main table a').first().click()
  const record = alba.url().split('#')[0] ?? ''
  const name = await nameShown(alba)
  const site = (await alba.getByRole('link', { name: 'Open the public page' }).getAttribute('href')) ?? ''
  await alba.getByRole('button', { name: 'Withdraw this profile' }).click()
  expect((await alba.request.get(site)).status()).toBe(404)
  await alba.getByLabel('What the second person should know').fill('She asked for it by letter.')
  await alba.getByRole('button', { name: 'Ask for this to be published' }).click()
  expect(await textOf(alba)).toContain('It waits for a second person')
  expect(await textOf(alba)).not.toContain('Public since')
  await alba.getByRole('link', { name: 'See the request' }).click()
  expect(await textOf(alba)).toContain('Someone else has to decide')
  expect(await alba.getByRole('button', { name: 'Approve' }).count()).toBe(0)

  await clara.goto('/workspace')
  expect(await textOf(clara)).toContain('1 request waits for your decision')
  await clara.getByRole('link', { name: 'Look at it' }).click()
  const shown = await textOf(clara)
  expect(shown).toContain(name)
  expect(shown).toContain('She asked for it by letter.')
  await clara.getByRole('link', { name: 'See it alone' }).click()
  await clara.getByLabel('Your words').fill('I read every line.')
  await clara.getByRole('button', { name: 'Approve' }).click()
  expect(await textOf(clara)).toContain('Nothing waits for you')

  await alba.goto(record)
  expect(await textOf(alba)).toContain('Public since')
  const now = (await alba.getByRole('link', { name: 'Open the public page' }).getAttribute('href')) ?? ''
  expect(now).not.toBe(site)
  expect((await alba.request.get(now)).status()).toBe(200)
})

test('protected values are taken away once, after somebody else has approved exactly them', async () => {
  const [bruno, alba] = [await tabOf('Bruno Casas'), await tabOf('Alba Ferrer')]
  await bruno.goto('/workspace/export/person')
  expect(await textOf(bruno)).toContain('Without what is protected')
  await bruno.getByLabel('What you need it for').fill('The annual report')
  await bruno.getByRole('button', { name: 'Ask for it' }).click()
  const request = bruno.url()
  await alba.goto(request)
  expect(await textOf(alba)).toContain('The annual report')
  await alba.getByRole('button', { name: 'Approve' }).click()
  await bruno.goto(request)
  const [download] = await Promise.all([
    bruno.waitForEvent('download'),
    bruno.getByRole('button', { name: 'Take it away' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^person-.*\.csv$/)
  await bruno.goto(request)
  expect(await textOf(bruno)).toContain('Approved and done')
  expect(await bruno.getByRole('button', { name: 'Take it away' }).count()).toBe(0)
})

test('a record is offered, accepted, and gone when the giver ends it', async () => {
  const [alba, flora] = [await tabOf('Alba Ferrer'), await tabOf('Flora Riba')]
  await alba.goto('/workspace/publishing')
  await alba.locator('main table a').first().click()
  const name = await nameShown(alba)
  const record = alba.url().replace(/\/public\b.*$/, '')
  await alba.goto(record)
  await alba.getByRole('link', { name: 'Share with another organisation' }).click()
  await alba.getByRole('button', { name: 'Offer it' }).click()
  expect(await alba.getByRole('alert').innerText()).toContain('Mark at least one field')
  await alba.getByLabel('Their short name').fill('friends')
  await alba.getByLabel('Name', { exact: true }).check()
  await alba.getByLabel('What for').fill('A joint appeal')
  await alba.getByLabel('Last day').fill('2099-12-31')
  await alba.getByRole('button', { name: 'Offer it' }).click()
  expect(await textOf(alba)).toContain('no answer yet')

  await flora.goto('/workspace/shared')
  expect(await textOf(flora)).toContain('Demonstration offers a record')
  expect(await textOf(flora)).not.toContain(name)
  await flora.getByRole('button', { name: 'Accept' }).click()
  const copy = flora.url()
  expect(await textOf(flora)).toContain('From Demonstration, until December 31, 2099')
  expect(await flora.getByRole('heading', { level: 1 }).innerText()).toBe(name)

  await alba.goto(record)
  await alba.getByRole('button', { name: /^End it now/ }).click()
  expect(await textOf(alba)).toContain('ended here')
  expect((await flora.goto(copy))?.status()).toBe(404)
})
