import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#platform/db'
import { issueSignInLink } from '#platform/identity'
import { launchBrowser } from '../support/browser.ts'
import { type TestServer, startServer } from '../support/server.ts'

let server: TestServer
let browser: Browser
/** Olga follows the case; Petra, in no team of it, must see none of it. */
let officer: Page
let other: Page

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
      role: 'case_officer',
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
  officer = await person('Olga')
  other = await person('Petra')
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const main = (page: Page) => page.locator('main').innerText()
const create = (page: Page) => page.getByRole('button', { name: 'Create', exact: true }).click()

describe('a prisoner, without JavaScript', () => {
  let address = ''

  test('is taken in, and the arrest goes onto the list of its day', async () => {
    await officer.goto('/workspace/cases/new?kind=prisoner')
    await officer.getByLabel('Code name').fill('Quiet water')
    await officer.locator('[name="f.people.0.to"]').fill('Nadia Ferrin')
    await officer.locator('[name="f.people.0.a.role"]').selectOption('at_risk')
    await officer.getByRole('button', { name: 'Open the case' }).click()
    await officer.getByLabel(/Create: Person “Nadia Ferrin”/).check()
    await officer.getByRole('button', { name: 'Open the case' }).click()
    address = officer.url()
    await officer.locator('#detention').getByRole('link', { name: 'Add a detention' }).click()
    await officer.locator('[name="f.from"]').fill('2026-03')
    await officer.locator('[name="f.status"]').selectOption('detained')
    await create(officer)
    await officer.goto('/workspace/prisoners?at=2026-03-15')
    expect(await main(officer)).toMatch(/Nadia Ferrin\s+possibly/)
    await officer.getByLabel('On the day').fill('2026-04-01')
    await officer.getByRole('button', { name: 'Show' }).click()
    expect(await main(officer)).toContain('Nadia Ferrin')
    expect(await main(officer)).not.toContain('possibly')
  })

  test('is sent home: the case says so, the list no longer counts her but apart, and the month says why', async () => {
    await officer.goto(address)
    await officer.getByRole('link', { name: 'Change of status or place' }).click()
    await officer.locator('[name="f.on"]').fill('2026-05-10')
    await officer.locator('[name="f.status"]').selectOption('house_arrest')
    await officer.locator('[name="f.cause"]').selectOption('health')
    await create(officer)
    await officer.goto(address)
    // 31 March to 10 May at least, 1 March to 10 May at most.
    expect(await officer.locator('#detention').innerText()).toContain('40 to 70 days in prison')
    await officer.goto('/workspace/prisoners?at=2026-06-01')
    expect(await main(officer)).toContain('Nobody on this list')
    await officer.getByLabel('House arrest', { exact: true }).check()
    await officer.getByRole('button', { name: 'Show' }).click()
    expect(await main(officer)).toContain('Nadia Ferrin')
    expect(await main(officer)).toContain('House arrest is counted with it, because it was asked')
    await officer.goto('/workspace/prisoners/months?from=2026-03&to=2026-06')
    expect(await main(officer)).toContain('House arrest: For health')
  })

  test('is assessed by a person, with reasons, and counted as what the organisation decided', async () => {
    await officer.goto(address)
    await officer.getByRole('link', { name: 'Assess a criterion' }).click()
    await officer.getByLabel(/^a\. Against a fundamental guarantee/).check()
    await officer.getByLabel('Met', { exact: true }).check()
    await create(officer)
    expect(await officer.getByRole('alert').innerText()).toContain('Reasons')
    await officer.locator('[name="f.reasons"]').fill('Held for a poem.')
    await create(officer)
    await officer.goto(address)
    await officer.getByRole('link', { name: 'Decide', exact: true }).click()
    await officer.getByLabel('Prisoner of conscience').check()
    await officer.locator('[name="f.decided_by"]').fill('The board')
    await officer.locator('[name="f.reasons"]').fill('Criterion a is met.')
    await create(officer)
    await officer.goto(address)
    const panel = await officer.locator('#detention').innerText()
    expect(panel).toContain('Prisoner of conscience, decided by The board')
    expect(panel).toContain('Held for a poem.')
  })

  test('is not there for who is not of the case: list, months, rows, sheet, search', async () => {
    for (const path of [
      '/workspace/prisoners?at=2026-04-01',
      '/workspace/prisoners/months?from=2026-03&to=2026-06',
      '/workspace/prisoners/moves?month=2026-05&way=out&count=lower',
      '/workspace/prisoners/sheet?at=2026-04-01',
      '/workspace/records/detention',
      '/workspace/records/detention_change',
      '/workspace/records/pace_finding',
      '/workspace/records/prisoner_decision',
      '/workspace/search?q=poem',
    ]) {
      await other.goto(path)
      const page = await main(other)
      for (const word of ['Nadia', 'Quiet water', 'poem.', '10 May 2026'])
        expect(page, path).not.toContain(word)
    }
    await other.goto('/workspace/prisoners?at=2026-04-01')
    expect(await main(other)).toContain('Nobody on this list')
  })
})
