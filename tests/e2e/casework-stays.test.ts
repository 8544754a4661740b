import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#platform/db'
import { issueSignInLink } from '#platform/identity'
import { launchBrowser } from '../support/browser.ts'
import { type TestServer, startServer } from '../support/server.ts'

let server: TestServer
let browser: Browser
/** Olga and Ona follow cases in the team Protection; Petra, in the team Press, must see none of it. */
let olga: Page
let ona: Page
let petra: Page

async function people(): Promise<void> {
  const { owner } = server.serving.open
  const org = await owner.selectFrom('org').select('id').where('slug', '=', 'tests').executeTakeFirstOrThrow()
  const teams = new Map<string, string>()
  for (const name of ['Protection', 'Press']) {
    const id = newId()
    teams.set(name, id)
    await owner.insertInto('team').values({ org_id: org.id, id, name }).execute()
  }
  const person = async (name: string, team: string): Promise<Page> => {
    const accountId = newId()
    await owner
      .insertInto('account')
      .values({
        org_id: org.id,
        id: accountId,
        kind: 'person',
        name,
        role: 'case_officer',
        readable_classes: ['identity', 'health', 'location', 'legal', 'sealed'],
      })
      .execute()
    await owner
      .insertInto('team_member')
      .values({ org_id: org.id, team_id: teams.get(team) ?? '', account_id: accountId })
      .execute()
    const context = await browser.newContext({
      baseURL: server.url,
      javaScriptEnabled: false,
      locale: 'en-GB',
    })
    const page = await context.newPage()
    await page.goto(await issueSignInLink(owner, { orgId: org.id, accountId }))
    await page.getByRole('button', { name: 'Sign in' }).click()
    return page
  }
  olga = await person('Olga', 'Protection')
  ona = await person('Ona', 'Protection')
  petra = await person('Petra', 'Press')
}

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
  await people()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const main = (page: Page) => page.locator('main').innerText()
const fill = async (page: Page, values: Readonly<Record<string, string>>) => {
  for (const [name, value] of Object.entries(values)) {
    const control = page.locator(`[name="${name}"]`).first()
    const tag = await control.evaluate((node) => node.tagName)
    if (tag === 'SELECT')
      await control.selectOption(value.startsWith('=') ? { label: value.slice(1) } : value)
    else if ((await control.getAttribute('type')) === 'radio')
      await page.locator(`[name="${name}"][value="${value}"]`).check()
    else await control.fill(value)
  }
}
const create = (page: Page) => page.getByRole('button', { name: 'Create', exact: true }).click()

describe('a refuge stay, without JavaScript', () => {
  let caseAddress = ''
  let address = ''

  const move = async (page: Page, stage: string, reason: string) => {
    await page.goto(address)
    await page.locator('summary', { hasText: 'Move to another stage' }).click()
    await page.locator('#stage').selectOption({ label: stage })
    await page.locator('#reason').fill(reason)
    await page.getByRole('button', { name: 'Move the stay' }).click()
  }
  const edit = async (values: Readonly<Record<string, string>>) => {
    await olga.goto(address)
    await olga.getByRole('link', { name: 'Edit', exact: true }).click()
    await fill(olga, values)
    await olga.getByRole('button', { name: 'Save' }).click()
  }
  const add = async (section: string, values: Readonly<Record<string, string>>) => {
    await olga.goto(address)
    await olga.locator(`#${section}`).getByRole('link', { name: 'Add' }).click()
    await fill(olga, values)
    await create(olga)
    // From the part, back to its stay.
    await olga.getByRole('link', { name: /Part of the refuge stay/ }).click()
    expect(olga.url()).toContain(address.split('/').at(-1))
  }

  test('is proposed from the case: a nomination by a trusted partner', async () => {
    for (const name of ['Harbour Network', 'The Margin']) {
      await olga.goto('/workspace/records/organisation/new')
      await fill(olga, { 'f.name': name, 'f.kind': 'association' })
      await create(olga)
    }
    await olga.goto('/workspace/cases')
    await olga.getByRole('link', { name: 'New case' }).click()
    await olga.locator('main').getByRole('link', { name: 'Journalist' }).click()
    await olga.getByLabel('Code name').fill('Lighthouse')
    await olga.locator('[name="f.people.0.to"]').fill('Neva Toralin')
    await olga.locator('[name="team"]').selectOption({ label: 'Protection' })
    await olga.getByRole('button', { name: 'Open the case' }).click()
    await olga.getByLabel(/Create: Person “Neva Toralin”/).check()
    await olga.locator('[name="team"]').selectOption({ label: 'Protection' })
    await olga.getByRole('button', { name: 'Open the case' }).click()
    caseAddress = olga.url()
    await olga.getByRole('link', { name: 'Propose a refuge stay' }).click()
    expect(await main(olga)).toContain('Neva Toralin')
    await olga.getByRole('button', { name: 'Propose a refuge stay' }).click()
    expect(await olga.getByRole('alert').innerText()).toContain('Nominated by')
    await fill(olga, {
      'f.nominated_by.0.to': 'Harbour Network',
      'f.trusted_since': 'Five guests before, all as it had said.',
      'f.guest_agrees': 'yes',
    })
    await olga.getByRole('button', { name: 'Propose a refuge stay' }).click()
    address = new URL(olga.url()).pathname
    expect(await main(olga)).toMatch(/RS-\d{4}-0001/)
    expect(await main(olga)).toContain('A reference check that confirms')
  })

  test('goes no further than its gates, and on when they are open', async () => {
    await move(olga, 'Needs', 'Go on.')
    expect(await olga.getByRole('alert').innerText()).toContain('A reference check that confirms')
    await add('refuge-reference', {
      'f.asked.0.to': 'The Margin',
      'f.on': '2026-10-02',
      'f.by': '=Olga',
      'f.result': 'confirms',
    })
    await move(olga, 'Needs', 'Confirmed.')
    expect(await main(olga)).toContain('The needs: when and with whom')
    await edit({
      'f.needs_on': '2026-10-03',
      'f.needs_with': 'guest',
      'f.people': '1',
      'f.able_to_return': 'yes',
    })
    await move(olga, 'Selection', 'Known.')
    expect(await main(olga)).toContain('Two members of the selection')
  })

  test('is selected by members who declared to have no conflict of interest', async () => {
    for (const page of [olga, ona]) {
      await page.goto(address)
      await page.getByLabel('I have none').check()
      await page.locator('#opinion').selectOption('receive')
      await page.getByRole('button', { name: 'Give your voice' }).click()
      expect(await page.getByRole('alert').innerText()).toContain('Say why')
      await page.locator('#reasons').fill('Threatened for her work, and able to go back.')
      await page.getByRole('button', { name: 'Give your voice' }).click()
    }
    await move(olga, 'Offer', 'By the criteria.')
    await edit({
      'f.offered_on': '2026-10-05',
      'f.from': '2026-10-20',
      'f.until': '2026-11-10',
      'f.answer': 'accepted',
    })
    await move(olga, 'Preparation', 'She accepts.')
    expect(await main(olga)).toContain('Lodging for every night of the stay')
  })

  test('is prepared: a place, the journey, papers, money, and what may be said', async () => {
    await olga.goto('/workspace/records/refuge_host/new')
    await fill(olga, { 'f.code_name': 'House Two', 'f.kind': 'residence' })
    await create(olga)
    await olga.goto('/workspace/records/refuge_capacity/new')
    await fill(olga, { 'f.host.0.to': 'House Two', 'f.places': '1', 'f.from': '2026-10-01' })
    await create(olga)
    await olga.goto(address)
    await olga.locator('#refuge-lodging').getByRole('link', { name: 'Add' }).click()
    // It begins with the days and the people of the stay.
    expect(await olga.locator('[name="f.until"]').inputValue()).toBe('2026-11-10')
    await fill(olga, { 'f.host.0.to': 'House Two' })
    await create(olga)
    await add('refuge-leg', { 'f.direction': 'out', 'f.on': '2026-10-19', 'f.state': 'booked' })
    await add('refuge-paper', { 'f.kind': 'passport', 'f.state': 'granted', 'f.valid_until': '2029-01-01' })
    await add('refuge-paper', { 'f.kind': 'visa', 'f.state': 'granted', 'f.valid_until': '2026-11-09' })
    await add('refuge-paper', { 'f.kind': 'insurance', 'f.state': 'not_needed' })
    await add('refuge-cost', {
      'f.purpose': 'travel',
      'f.what': 'Tickets',
      'f.currency': 'EUR',
      'f.planned': '900.5',
      'f.spent': '812.25',
      'f.funder.0.to': 'Harbour Network',
    })
    expect(await main(olga)).toContain('88.25')
    expect(await main(olga)).toContain('A travel document ends before the stay does')
    await olga.locator('#refuge-paper').getByRole('link', { name: 'Visa' }).click()
    await olga.getByRole('link', { name: 'Edit', exact: true }).click()
    await fill(olga, { 'f.valid_until': '2026-12-31' })
    await olga.getByRole('button', { name: 'Save' }).click()
    await edit({
      'f.exposure_on': '2026-10-10',
      'f.exposure_before': 'nothing',
      'f.exposure_during': 'nothing',
      'f.exposure_after': 'unnamed',
      'f.arrived_on': '2026-10-20',
    })
    await move(olga, 'The stay', 'She is here.')
    expect(await main(olga)).toContain('Rest: at least one time of it')
    await olga.goto('/workspace/refuge-places?month=2026-10')
    expect(await main(olga)).toContain('House Two')
    expect(await main(olga)).not.toContain('Toralin')
  })

  test('ends with a plan for afterwards and the risk assessed again, and is followed up', async () => {
    await add('refuge-activity', { 'f.kind': 'rest', 'f.what': 'First week', 'f.from': '2026-10-20' })
    await move(olga, 'Return', 'Two weeks are left.')
    await move(olga, 'Follow-up', 'Home.')
    expect(await olga.getByRole('alert').innerText()).toContain('The risk assessed again')
    await edit({
      'f.return_kind': 'home',
      'f.return_on': '2026-11-10',
      'f.risk_on': '2026-11-05',
      'f.risk_outcome': 'with_measures',
      'f.left_on': '2026-11-10',
    })
    await move(olga, 'Follow-up', 'Home.')
    const text = await main(olga)
    for (const day of ['10 December 2026', '10 February 2027', '10 May 2027']) expect(text).toContain(day)
    await olga.goto(caseAddress)
    expect(await main(olga)).toContain('Follow-up after a stay')
    await olga.goto(address)
    await olga.locator('#refuge-follow-up summary', { hasText: 'Note how they are' }).first().click()
    await olga.locator('#refuge-follow-up [name="standing"]').first().selectOption('danger')
    await olga.locator('#refuge-follow-up').getByRole('button', { name: 'Note how they are' }).first().click()
    expect(await main(olga)).toContain('In danger again')
  })

  test('and a second person of another team sees none of it anywhere', async () => {
    const hidden = /Lighthouse|Toralin|RS-\d{4}-0001|House Two/
    for (const path of [
      '/workspace/refuge-stays',
      '/workspace/refuge-places?month=2026-10',
      '/workspace/records/refuge_stay',
      '/workspace/records/refuge_lodging',
      '/workspace/records/refuge_host',
      '/workspace/records/refuge_follow_up',
      '/workspace/search?q=tickets',
      '/workspace/day',
    ]) {
      const response = await petra.goto(path)
      expect(response?.status(), path).toBe(200)
      expect(await petra.locator('body').innerText(), path).not.toMatch(hidden)
    }
    expect((await petra.goto(address))?.status()).toBe(404)
    // She sees how many places there are, and that they are taken: numbers alone.
    await petra.goto('/workspace/refuge-places?month=2026-10&view=table')
    expect(await main(petra)).toMatch(/Other hosts\s+October 2026\s+31\s+12\s+0/)
  })
})
