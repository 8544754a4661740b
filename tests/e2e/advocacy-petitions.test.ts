import type { Browser, Page } from 'playwright-core'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#platform/access'
import { connect } from '#platform/db'
import { createRecord, withRequest } from '#platform/records'
import { petitionKind } from '../../src/modules/advocacy/petitions/public/kinds.tsx'
import { askToPublish } from '../../src/modules/publishing/index.ts'
import { launchBrowser } from '../support/browser.ts'
import { type TestServer, startServer } from '../support/server.ts'
import { type SmtpServer, startSmtpServer } from '../support/smtp-server.ts'

let post: SmtpServer
let server: TestServer
let browser: Browser
let page: Page
let path: string

/** A petition that anyone may sign, made by the only person of its organisation. */
async function publicPetition(): Promise<string> {
  const { owner, house } = server.serving.open
  const { id: orgId } = await owner.selectFrom('org').select('id').executeTakeFirstOrThrow()
  await sql`update org set settings = settings || '{"four_eyes":"off"}'::jsonb`.execute(owner)
  const account = await owner
    .selectFrom('account')
    .select('id')
    .where('role', '=', 'administrator')
    .executeTakeFirstOrThrow()
  const actor: Actor = {
    ...{ orgId, orgSlug: 'tests', accountId: account.id, name: 'Ada' },
    role: 'administrator',
    language: 'en',
  }
  return withRequest(house, actor, async (tx) => {
    const { id } = await createRecord(tx, {
      type: 'petition',
      visibility: 'public',
      values: {
        name: 'Release them',
        kind: 'public',
        heading: { en: 'Release the singer' },
        text: { en: 'We ask for her release.' },
        closes: '2099-12-31T20:00[Europe/Madrid]',
      },
    })
    const asked = await askToPublish(tx, petitionKind, { recordId: id, choice: [] })
    if ('approval' in asked) throw new Error('an organisation of one person asks nobody')
    const { rows } = await sql<{ slug: string }>`select slug from publication`.execute(tx.sql)
    return `/site/tests/en/petitions/${rows[0]?.slug ?? ''}`
  })
}

beforeAll(async () => {
  post = await startSmtpServer()
  ;[server, browser] = await Promise.all([startServer({ mail: post.url }), launchBrowser()])
  path = await publicPetition()
  const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false, locale: 'en-GB' })
  page = await context.newPage()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
  await post?.close()
})

const main = () => page.locator('main').innerText()

/** The page of the petition, not as the browser kept it for half a minute. */
async function petition(): Promise<string> {
  await page.goto(path)
  await page.reload()
  return main()
}

/** Fills the form in as a person does: nobody is taken for one within three seconds. */
async function sign(name: string, address: string): Promise<string> {
  await page.goto(`${path}/sign`)
  await page.getByLabel(/name/i).first().fill(name)
  await page.locator('[name="address"]').fill(address)
  await page.waitForTimeout(3_200)
  await page.getByRole('button', { name: /sign/i }).click()
  return main()
}

/** The link that the last mail to an address carries. */
async function mailedLink(address: string): Promise<string> {
  for (let tries = 0; tries < 150; tries++) {
    const mail = post.received.findLast(({ to }) => to.includes(address))
    const found = /\/confirm\/en\/[A-Za-z0-9_-]{43}/.exec(mail?.data.replace(/=\r\n/g, '') ?? '')
    if (found) return found[0]
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`no mail to ${address}`)
}

describe('a petition, without JavaScript', () => {
  let taken = ''
  let link = ''

  test('is offered a signature, which counts for nothing until its address answers', async () => {
    taken = await sign('Ana Prueba', 'ana@example.org')
    link = await mailedLink('ana@example.org')
    // As programs that look at mail do.
    for (const _ of [1, 2]) expect((await fetch(server.url + link)).status).toBe(200)
    expect(await petition()).toContain('0 signatures')
  })

  test('counts it once the person of the mail has pressed the button, however often', async () => {
    await page.goto(link)
    await page.locator('main button').click()
    const said = await main()
    await page.goto(link)
    await page.locator('main button').click()
    expect(await main()).toBe(said)
    expect(await petition()).toContain('1 signature')
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from signature where state = 'confirmed'`.execute(server.serving.open.owner)
    expect(rows).toEqual([{ n: 1 }])
  })

  test('answers an address that signed as it answers any other', async () => {
    expect(await sign('Ana Prueba', 'Ana+again@example.org')).toBe(taken)
    expect(await petition()).toContain('1 signature')
  })

  test('loses no reading of a page when the program ends', async () => {
    for (const _ of [1, 2, 3]) await fetch(`${server.url}/site/tests/en/contents`)
    await server.stop()
    const owner = connect(server.database.owner, { max: 1 })
    const { rows } = await sql<{ readers: number }>`
      select readers from page_count where page = '/contents'`.execute(owner)
    await owner.destroy()
    expect(rows).toEqual([{ readers: 3 }])
  })
})
