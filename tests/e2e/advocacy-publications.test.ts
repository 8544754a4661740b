import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#platform/db'
import { issueSignInLink } from '#platform/identity'
import { launchBrowser } from '../support/browser.ts'
import { type TestServer, startServer } from '../support/server.ts'

let server: TestServer
let browser: Browser
/** Elsa writes; Rita is the second person; a journalist, with no account, has a link. */
let editor: Page
let second: Page
let journalist: Page

const page = async () =>
  (await browser.newContext({ baseURL: server.url, javaScriptEnabled: false, locale: 'en-GB' })).newPage()

async function person(name: string): Promise<Page> {
  const { owner } = server.serving.open
  const org = await owner.selectFrom('org').select('id').where('slug', '=', 'tests').executeTakeFirstOrThrow()
  const accountId = newId()
  await owner
    .insertInto('account')
    .values({
      org_id: org.id,
      id: accountId,
      kind: 'person',
      name,
      role: 'editor',
      readable_classes: ['identity'],
    })
    .execute()
  const made = await page()
  await made.goto(await issueSignInLink(owner, { orgId: org.id, accountId }))
  await made.getByRole('button', { name: 'Sign in' }).click()
  return made
}

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
  ;[editor, second, journalist] = [await person('Elsa'), await person('Rita'), await page()]
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const main = (of: Page) => of.locator('main').innerText()
const create = (of: Page) => of.getByRole('button', { name: 'Create', exact: true }).click()

async function approve(): Promise<void> {
  await second.goto('/workspace/approvals')
  await second.locator('main a[href^="/workspace/approvals/"]').first().click()
  await second.getByRole('button', { name: /^Approve/ }).click()
}

describe('a press release, without JavaScript', () => {
  let address = ''

  test('is written, waits for a second person, and for its hour', async () => {
    await editor.goto('/workspace/publications')
    await editor.getByRole('link', { name: 'New publication' }).click()
    await editor.locator('[name="f.kind"]').selectOption('press_release')
    await editor.locator('[name="f.title.en"]').fill('The hall opens again')
    await editor
      .locator('[name="f.body.en"]')
      .fill('It was closed for a year.\n\n## What we ask\n\n- the canvases')
    await editor.locator('[name="f.embargo.day"]').fill('2090-01-01')
    await editor.locator('[name="f.embargo.time"]').fill('10:00')
    await editor.locator('[name="f.embargo.zone"]').selectOption('Europe/Madrid')
    await create(editor)
    await editor.goto('/workspace/publications')
    await editor.getByRole('link', { name: 'The hall opens again' }).click()
    address = editor.url()
    expect(await main(editor)).toMatch(/Draft\s+Embargoed until 1 January 2090, 10:00 \(Madrid\)/)
    await editor.getByRole('button', { name: 'Ask a second person to approve it' }).click()
    expect(await main(editor)).toContain('It waits for a second person')
    await approve()
    await editor.goto(address)
    expect(await main(editor)).toContain('Approved, waits for its hour')
  })

  test('goes to a journalist by a link of their own, who reads the terms first', async () => {
    await editor.goto('/workspace/records/journalist/new')
    await editor.locator('[name="f.name"], [name="f.name.full"]').first().fill('Berta Coll')
    await editor.getByLabel('Asked for our releases').check()
    await editor.locator('[name="f.basis_on"]').fill('2026-01-10')
    await create(editor)
    await editor.goto(address)
    await editor.getByRole('link', { name: 'Send to journalists' }).click()
    await editor.getByLabel('Berta Coll').check()
    await editor.getByRole('button', { name: 'Make links to hand over' }).click()
    const link = (await editor.locator('code').innerText()).replace(/^https?:\/\/[^/]+/, '')
    await journalist.goto(link)
    expect(await main(journalist)).toContain('Under embargo until 1 January 2090')
    expect(await main(journalist)).not.toContain('The hall')
    await journalist.getByRole('button', { name: 'Read it in English' }).click()
    expect(await main(journalist)).toContain('It was closed for a year.')
    await editor.goto(address)
    expect(await main(editor)).toMatch(/Berta Coll[\s\S]*Read since/)
    await editor.getByRole('button', { name: /End this link/ }).click()
    expect((await journalist.goto(link))?.status()).toBe(404)
  })

  test('is released when its embargo is taken away, and corrected in view of everyone', async () => {
    await editor.goto(address)
    await editor.getByRole('link', { name: 'Edit', exact: true }).click()
    for (const part of ['day', 'time']) await editor.locator(`[name="f.embargo.${part}"]`).fill('')
    await editor.getByRole('button', { name: 'Save' }).click()
    await editor.goto(`${address}#corrections`)
    await editor.getByRole('link', { name: 'Add a correction' }).click()
    await editor.locator('[name="f.words.en"]').fill('It was closed for eleven months.')
    await create(editor)
    await editor.goto(address)
    await editor.getByRole('button', { name: 'Ask to release it as it is now' }).click()
    await approve()
    await editor.goto(address)
    await editor.getByRole('link', { name: 'The public page' }).click()
    expect(await main(editor)).toMatch(/Corrected[\s\S]*eleven months[\s\S]*What we ask/)
  })
})
