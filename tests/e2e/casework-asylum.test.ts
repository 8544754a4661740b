import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#platform/db'
import { issueSignInLink } from '#platform/identity'
import { launchBrowser } from '../support/browser.ts'
import { type TestServer, startServer } from '../support/server.ts'

let server: TestServer
let browser: Browser
/** Olga follows the case in Protection; Petra, in Press, must see none of it; Rosa administers. */
let officer: Page
let other: Page
let administrator: Page

async function person(name: string, team: string, role: 'case_officer' | 'administrator'): Promise<Page> {
  const { owner } = server.serving.open
  const org = await owner.selectFrom('org').select('id').where('slug', '=', 'tests').executeTakeFirstOrThrow()
  const [accountId, teamId] = [newId(), newId()]
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
  await owner.insertInto('team').values({ org_id: org.id, id: teamId, name: team }).execute()
  await owner
    .insertInto('team_member')
    .values({ org_id: org.id, team_id: teamId, account_id: accountId })
    .execute()
  const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false, locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto(await issueSignInLink(owner, { orgId: org.id, accountId }))
  await page.getByRole('button', { name: 'Sign in' }).click()
  return page
}

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
  officer = await person('Olga', 'Protection', 'case_officer')
  other = await person('Petra', 'Press', 'case_officer')
  administrator = await person('Rosa', 'Direction', 'administrator')
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const main = (page: Page) => page.locator('main').innerText()
const panel = (page: Page) => page.locator('#asylum')

describe('an asylum request, without JavaScript', () => {
  let address = ''

  test('is opened in the case of the person, who is then known to the case alone', async () => {
    await officer.goto('/workspace/cases')
    await officer.getByRole('link', { name: 'New case' }).click()
    await officer.getByRole('link', { name: 'defender' }).first().click()
    await officer.getByLabel('Code name').fill('Heron')
    await officer.locator('[name="f.people.0.to"]').fill('Jonas Verel')
    await officer.locator('[name="f.people.0.a.role"]').selectOption('at_risk')
    await officer.locator('[name="team"]').selectOption({ label: 'Protection' })
    await officer.getByRole('button', { name: 'Open the case' }).click()
    await officer.getByLabel(/Create: Person “Jonas Verel”/).check()
    await officer.locator('[name="team"]').selectOption({ label: 'Protection' })
    await officer.getByRole('button', { name: 'Open the case' }).click()
    address = officer.url()
    await officer.getByRole('link', { name: 'New asylum request' }).click()
    await officer.locator('[name="f.procedure"]').selectOption('ar-conare-asylum')
    await officer.locator('[name="f.received_on"]').fill('2026-03-09')
    await officer.locator('[name="f.made_at"]').selectOption('territory')
    await officer.getByRole('button', { name: 'Create', exact: true }).click()
    await officer.goto(address)
    expect(await panel(officer).innerText()).toContain(
      '10 working days after: request received, 9 March 2026',
    )
    expect(await panel(officer).innerText()).toContain('Expected by 23 March 2026')
  })

  test('gets its list of documents, and its certificate with the day on which it ends and why', async () => {
    await officer.goto(address)
    await panel(officer).locator('summary', { hasText: 'Begin the list of documents' }).click()
    await panel(officer).getByRole('button', { name: 'Begin the list of documents' }).click()
    expect(await main(officer)).toContain('0 of 7 got')
    await officer.goto(address)
    await panel(officer).getByRole('link', { name: 'Certificate', exact: true }).click()
    await officer.locator('[name="f.issued_on"]').fill('2026-09-01')
    await officer.getByRole('button', { name: 'Create', exact: true }).click()
    await officer.goto(address)
    const words = await panel(officer).innerText()
    expect(words).toContain('30 November 2026')
    expect(words).toContain('90 days after: certificate issued, 1 September 2026')
  })

  test('is refused: the term to appeal has no day until the administrator notes where it was looked up', async () => {
    await officer.goto(address)
    await panel(officer).getByRole('link', { name: 'Decision', exact: true }).click()
    await officer.locator('[name="f.kind"]').selectOption('rejected')
    await officer.locator('[name="f.notified_on"]').fill('2026-11-16')
    await officer.locator('[name="f.notified_by"]').selectOption('electronic')
    await officer.getByRole('button', { name: 'Create', exact: true }).click()
    await officer.goto(address)
    expect(await panel(officer).innerText()).toContain('Ask counsel today')

    await administrator.goto('/workspace/asylum/procedure/ar-conare-asylum')
    const rule = administrator.locator('#rule-conare-appeal')
    expect(await rule.innerText()).toContain('Not verified')
    await rule.locator('summary').click()
    await rule.getByLabel('At which page or article').fill('Law 26.165, art. 50')
    await rule.getByRole('button', { name: 'Note the check' }).click()
    expect(await administrator.getByRole('alert').innerText()).toContain('Write the figure')
    await rule.getByLabel('Figure found').fill('5')
    await rule.getByRole('button', { name: 'Note the check' }).click()
    expect(await rule.innerText()).toContain('Checked by us')
    // It says nothing of anybody: who looks after the rules does not thereby see a request.
    await administrator.goto('/workspace/asylum')
    expect(await main(administrator)).not.toContain('Heron')

    await officer.goto(address)
    const words = await panel(officer).innerText()
    expect(words).toContain('24 November 2026')
    expect(words).toContain('5 working days after: decision notified, 16 November 2026')
    await officer.goto('/workspace/day?until=month')
    expect(await main(officer)).toContain('Judicial appeal')
  })

  test('is seen by nobody of another team, by no address', async () => {
    for (const path of [
      '/workspace/asylum',
      '/workspace/records/asylum_request',
      '/workspace/day?until=month',
    ]) {
      await other.goto(path)
      expect(await main(other), path).not.toMatch(/Heron|Verel|30 November/)
    }
    expect((await other.goto(address))?.status()).toBe(404)
  })
})
