import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#platform/db'
import { issueSignInLink } from '#platform/identity'
import { launchBrowser } from '../support/browser.ts'
import { type TestServer, startServer } from '../support/server.ts'

let server: TestServer
let browser: Browser
/** Ines administers a State's office; Teo works in it. */
let first: Page
let second: Page

async function person(name: string, role: 'case_officer' | 'administrator'): Promise<Page> {
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
      role,
      readable_classes: ['identity', 'health', 'location', 'legal'],
    })
    .execute()
  const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false, locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto(await issueSignInLink(owner, { orgId: org.id, accountId }))
  await page.getByRole('button', { name: 'Sign in' }).click()
  return page
}

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
  first = await person('Ines', 'administrator')
  second = await person('Teo', 'case_officer')
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const main = (page: Page) => page.locator('main').innerText()
const day = (from: number): string => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10)

describe('a State’s office, without JavaScript', () => {
  let address = ''

  test('registers an urgent action: its day follows from the rule of the procedure', async () => {
    await first.goto('/workspace/received')
    await first.getByRole('link', { name: 'Register what came in' }).click()
    await first.locator('[name="f.kind"]').selectOption('urgent_action')
    await first.locator('[name="f.body"]').fill('Committee on Enforced Disappearances')
    await first.locator('[name="f.mechanism"]').selectOption('un-ced-urgent')
    await first.locator('[name="f.official_number"]').fill('UA 7/2026')
    await first.locator('[name="f.subject"]').fill('Search for one person')
    await first.locator('[name="f.dated"]').fill(day(-8))
    await first.locator('[name="f.received_on"]').fill(day(-8))
    await first.getByRole('button', { name: 'Create', exact: true }).click()
    await first.goto('/workspace/received')
    expect(await main(first)).toContain('in 6 days')
    await first.getByRole('link', { name: /UA 7\/2026/ }).click()
    address = first.url()
    expect(await main(first)).toContain('by the rule of the procedure')
    expect(await main(first)).toContain('State usually asked for observations within two weeks')
  })

  test('looks the rule up, and the new figure moves the day', async () => {
    await first.goto('/workspace/mechanisms/un-ced-urgent')
    const rule = first.locator('#rule-ced-state-reply')
    await rule.locator('summary').click()
    await rule.getByLabel('At which page').fill('Rules of procedure of the Committee, rule 58')
    await rule.getByLabel('The figure of the page').fill('15')
    await rule.getByRole('button', { name: 'Write it down' }).click()
    expect(await main(first)).toContain('15 days after')
    await first.goto(address)
    expect(await main(first)).toContain('in 7 days')
  })

  test('consults an office, drafts a reply, which another person clears, and notes that it was sent', async () => {
    await first.getByRole('link', { name: 'Consult an office' }).click()
    await first.locator('[name="f.agency_words"]').fill('Search unit')
    await first.getByRole('button', { name: 'Create', exact: true }).click()
    await first.goto(address)
    expect(await main(first)).toContain('Search unit')
    await first.getByLabel('Reply', { exact: true }).fill('The search goes on along the north bank.')
    await first.getByRole('button', { name: 'Save the reply' }).click()
    expect(await main(first)).toContain('Another person than who drafted it clears it.')
    await second.goto(address)
    await second.getByRole('button', { name: 'Clear this reply' }).click()
    await first.goto(address)
    await first.getByRole('button', { name: 'Note that it was sent' }).click()
    expect(await main(first)).toContain('Day, hour and place of the clock are needed.')
    await first.getByLabel('Hour').fill('00:05')
    await first.getByLabel('On the clocks of').selectOption('UTC')
    await first.getByRole('button', { name: 'Note that it was sent' }).click()
    expect(await main(first)).toContain('8 days · in time')
    await first.goto('/workspace/received?show=intime')
    expect(await main(first)).toContain('8 days · in time')
  })
})

test('a session of the catalogue is taken up, gets an item, and stands on the agenda', async () => {
  await first.goto('/workspace/agenda?month=2027-01')
  await first.getByRole('link', { name: 'Take it up' }).first().click()
  await first.getByRole('button', { name: 'Create', exact: true }).click()
  await first.goto('/workspace/agenda?month=2027-01')
  await first.getByRole('link', { name: 'Universal Periodic Review 54' }).click()
  expect(await main(first)).toContain('estimate, never the official day')
  await first.getByRole('link', { name: 'Add an item' }).click()
  await first.locator('[name="f.kind"]').selectOption('statement')
  await first.locator('[name="f.what"]').fill('Our two minutes')
  await first.locator('[name="f.instructions"]').fill('Say where, not who.')
  await first.getByRole('button', { name: 'Create', exact: true }).click()
  await first.goto('/workspace/agenda?view=month&month=2027-01')
  await first.getByRole('link', { name: 'Universal Periodic Review 54' }).first().click()
  expect(await main(first)).toContain('Say where, not who.')
})
