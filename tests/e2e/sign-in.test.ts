import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { type TestServer, signedIn, startServer } from '../support/server.ts'

let browser: Browser
let server: TestServer

beforeAll(async () => {
  ;[browser, server] = await Promise.all([launchBrowser(), startServer()])
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

/** Where a person begins: some with the overview, some with their day. */
const inside = /\/workspace(\/day)?$/

const passphrase = 'four words of nothing'

/** An administrator invites; gives the link as shown. */
async function invite(page: Page, login: string): Promise<string> {
  await page.goto('/workspace/people')
  await page.getByRole('link', { name: 'Invite a person' }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(`Bea ${login}`)
  await page.getByRole('textbox', { name: 'Name to sign in with' }).fill(login)
  await page.getByRole('radio', { name: 'Case officer' }).check()
  await page.getByRole('button', { name: 'Make the invitation' }).click()
  return page.getByRole('textbox', { name: 'Link' }).inputValue()
}

async function accept(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByLabel('New passphrase').fill(passphrase)
  await page.getByLabel('The same once more').fill(passphrase)
  await page.getByRole('button', { name: 'Set the passphrase and sign in' }).click()
  await page.waitForURL('**/workspace/me')
}

async function byPassphrase(page: Page, login: string): Promise<void> {
  await page.getByLabel('Name to sign in with').fill(login)
  await page.getByLabel('Passphrase').fill(passphrase)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** Somebody else's browser; what it complains of fails the test. */
async function stranger(javaScriptEnabled = true) {
  const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled, locale: 'en-GB' })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return { context, page, complaints }
}

test.each([true, false])(
  'is invited, signs in, out and in again, with JavaScript %s',
  async (javaScriptEnabled) => {
    const admin = await signedIn(browser, server, { javaScriptEnabled })
    const login = `bea-${javaScriptEnabled}`
    const link = await invite(admin.page, login)
    const bea = await stranger(javaScriptEnabled)
    await accept(bea.page, link)
    await bea.page.getByRole('button', { name: 'Sign out' }).click()
    await bea.page.waitForURL('**/sign-in')
    await byPassphrase(bea.page, login)
    await bea.page.waitForURL(inside)
    await bea.page.goto('/workspace/me')
    expect(await bea.page.getByText('passphrase', { exact: true }).count()).toBeGreaterThan(0)
    expect(await bea.page.getByText('This one').count()).toBe(1)
    expect([...admin.complaints, ...bea.complaints]).toEqual([])
    await Promise.all([admin.context.close(), bea.context.close()])
  },
)

test('what was being written when the session ended is there again after signing in (claim 15)', async () => {
  const admin = await signedIn(browser, server)
  const bea = await stranger(false)
  await accept(bea.page, await invite(admin.page, 'writer'))
  await bea.page.goto('/workspace/records/person/new')
  const name = bea.page.locator('input[name="f.name.full"]')
  await name.fill('María Ñandú “a draft”')
  await server.serving.open.owner
    .updateTable('session')
    .set({ seen_at: new Date(Date.now() - 2 * 3_600_000) })
    .execute()
  await bea.page.getByRole('button', { name: 'Create' }).first().click()
  await bea.page.getByText('What you were writing is kept').waitFor()
  await byPassphrase(bea.page, 'writer')
  await bea.page.getByRole('button', { name: 'Go on writing' }).click()
  expect(await name.inputValue()).toBe('María Ñandú “a draft”')
  await bea.page.getByRole('button', { name: 'Create' }).first().click()
  await bea.page.waitForURL('**/workspace/record/*')
  expect(await bea.page.getByRole('heading', { level: 1 }).textContent()).toBe('María Ñandú “a draft”')
  await Promise.all([admin.context.close(), bea.context.close()])
})

describe('a passkey', () => {
  /** An authenticator as a laptop has one; `verified: false` is one that does not know who holds it. */
  async function authenticator(context: BrowserContext, page: Page, verified = true): Promise<CDPSession> {
    const client = await context.newCDPSession(page)
    await client.send('WebAuthn.enable')
    await client.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: verified,
        automaticPresenceSimulation: true,
      },
    })
    return client
  }

  test('is added, signs in alone, is a second factor, and is refused once removed (claim 16)', async () => {
    const admin = await signedIn(browser, server)
    const cleo = await stranger()
    await authenticator(cleo.context, cleo.page)
    await accept(cleo.page, await invite(admin.page, 'cleo'))
    for (const label of ['office laptop', 'second of the same']) {
      const form = cleo.page.locator('form[data-passkey=add]')
      await form.getByLabel('Name for this passkey').fill(label)
      await form.getByLabel('Present passphrase').fill(passphrase)
      await form.getByRole('button', { name: 'Add a passkey' }).click()
      if (label === 'office laptop') await cleo.page.getByText('Not used yet').waitFor()
      // The same authenticator is not taken twice.
      else await cleo.page.getByText('The passkey was not accepted').waitFor()
    }
    await cleo.page.goto('/workspace/me')
    await cleo.page.getByRole('button', { name: 'Sign out' }).click()
    await cleo.page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await cleo.page.waitForURL(inside)

    await cleo.page.getByRole('button', { name: 'Sign out' }).click()
    await byPassphrase(cleo.page, 'cleo')
    await cleo.page.getByRole('heading', { name: 'Second factor' }).waitFor()
    await cleo.page.getByRole('button', { name: 'Use a passkey' }).click()
    await cleo.page.waitForURL(inside)

    await cleo.page.goto('/workspace/me')
    await cleo.page.getByRole('button', { name: 'Remove office laptop' }).click()
    await cleo.page.waitForURL('**/workspace/me#passkeys')
    await cleo.page.getByRole('button', { name: 'Sign out' }).click()
    await cleo.page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await cleo.page.getByText('The passkey was not accepted').waitFor()
    expect(new URL(cleo.page.url()).pathname).toBe('/sign-in-passkey')
    expect(cleo.complaints).toEqual([])
    await Promise.all([admin.context.close(), cleo.context.close()])
  })

  test('of somebody else is no second factor, and an answer is good once (claim 16)', async () => {
    const admin = await signedIn(browser, server)
    const [dan, eve] = [await stranger(), await stranger()]
    for (const [one, login] of [
      [dan, 'dan'],
      [eve, 'eve'],
    ] as const) {
      await authenticator(one.context, one.page)
      await accept(one.page, await invite(admin.page, login))
      const form = one.page.locator('form[data-passkey=add]')
      await form.getByLabel('Present passphrase').fill(passphrase)
      await form.getByRole('button', { name: 'Add a passkey' }).click()
      await one.page.getByText('Not used yet').waitFor()
      await one.page.getByRole('button', { name: 'Sign out' }).click()
      await one.page.waitForURL('**/sign-in')
    }
    await byPassphrase(eve.page, 'dan')
    await eve.page.getByRole('button', { name: 'Use a passkey' }).click()
    await eve.page.getByText('The passkey was not accepted').waitFor()
    const sent = eve.page.waitForRequest((request) => request.method() === 'POST')
    await eve.page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    const answer = (await sent).postData() ?? ''
    await eve.page.waitForURL(inside)
    const again = await fetch(`${server.url}/sign-in-passkey`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: server.url },
      body: answer,
      redirect: 'manual',
    })
    expect(again.status).toBe(401)
    await Promise.all([admin.context.close(), dan.context.close(), eve.context.close()])
  })

  test('has to verify who holds it (claim 16)', async () => {
    const admin = await signedIn(browser, server)
    const fay = await stranger()
    await authenticator(fay.context, fay.page, false)
    await accept(fay.page, await invite(admin.page, 'fay'))
    const form = fay.page.locator('form[data-passkey=add]')
    await form.getByLabel('Present passphrase').fill(passphrase)
    await form.getByRole('button', { name: 'Add a passkey' }).click()
    await fay.page.getByText('The passkey was not accepted').waitFor()
    await Promise.all([admin.context.close(), fay.context.close()])
  })

  test('is the business of the pages that offer it alone', async () => {
    const admin = await signedIn(browser, server)
    const loaded = () => admin.page.locator('script[src*=passkey]').count()
    await admin.page.goto('/workspace')
    expect(await loaded()).toBe(0)
    await admin.page.goto('/workspace/me')
    expect(await loaded()).toBe(1)
    await admin.context.close()
  })
})
