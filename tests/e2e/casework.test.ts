import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TwoTeams, openTwoTeams } from '../support/two-teams.ts'

let teams: TwoTeams
let officer: Page
let other: Page

beforeAll(async () => {
  teams = await openTwoTeams(['identity', 'health', 'location', 'legal', 'sealed'])
  ;({ officer, other } = teams)
})
afterAll(() => teams?.close())

const main = (page: Page) => page.locator('main').innerText()
const open = async (page: Page, summary: string) =>
  page.locator('summary', { hasText: summary }).first().click()

describe('a person at risk, without JavaScript', () => {
  let address = ''

  test('is taken in by an officer: a case with a number, a code name, its team, nothing public', async () => {
    await officer.goto('/workspace/cases')
    await officer.getByRole('link', { name: 'New case' }).click()
    await officer.getByRole('link', { name: 'Artist' }).click()
    await officer.getByRole('button', { name: 'Open the case' }).click()
    expect(await officer.getByRole('alert').innerText()).toContain('Code name')
    await officer.getByLabel('Code name').fill('Starling')
    await officer.getByLabel('Summary').fill('Taken from her home at dawn.')
    await officer.locator('[name="f.people.0.to"]').fill('Neva Toralin')
    await officer.locator('[name="f.people.0.a.role"]').selectOption('at_risk')
    await officer.locator('[name="team"]').selectOption({ label: 'Protection' })
    await officer.getByRole('button', { name: 'Open the case' }).click()
    // She is in no record yet: the officer says that she is to be one.
    await officer.getByLabel(/Create: Person “Neva Toralin”/).check()
    await officer.locator('[name="team"]').selectOption({ label: 'Protection' })
    await officer.getByRole('button', { name: 'Open the case' }).click()
    address = officer.url()
    const page = await main(officer)
    expect(page).toMatch(/AR-\d{4}-0001 · Starling/)
    expect(page).toContain('Publicity not decided: nothing public')
    expect(page).toContain('There is no safe contact plan yet')
    expect(page).toContain('Neva Toralin')
  })

  test('is triaged, with the reason in the line of the case', async () => {
    await officer.goto(address)
    await open(officer, 'Move to another stage')
    await officer.locator('[name="stage"]').selectOption('triage')
    await officer.getByRole('button', { name: 'Move the case' }).click()
    expect(await main(officer)).toContain('Say why')
    await officer.locator('#reason').fill('Counsel was turned away twice.')
    await officer.getByRole('button', { name: 'Move the case' }).click()
    expect(await main(officer)).toContain('Counsel was turned away twice.')
  })

  test('is verified by two sources independent of each other before anything is planned', async () => {
    await officer.goto(address)
    const move = async (stage: string, reason: string) => {
      await open(officer, 'Move to another stage')
      await officer.locator('[name="stage"]').selectOption(stage)
      await officer.locator('#reason').fill(reason)
      await officer.getByRole('button', { name: 'Move the case' }).click()
    }
    await move('verification', 'Two people saw it.')
    await move('plan', 'We go on.')
    expect(await main(officer)).toContain('Two sources independent of each other are needed first')
    for (const title of ['Message of counsel', 'Call of a neighbour']) {
      await officer.goto('/workspace/records/source/new')
      await officer.locator('[name="f.title"]').fill(title)
      await officer.locator('[name="f.kind"]').selectOption('message')
      await officer.getByLabel('Restricted').check()
      await officer.getByRole('button', { name: 'Create', exact: true }).click()
    }
    for (const [i, title] of ['Message of counsel', 'Call of a neighbour'].entries()) {
      await officer.goto(address)
      await officer.getByRole('link', { name: 'Edit', exact: true }).click()
      if (i > 0) await officer.locator('button[name="_add"][value="f.sources"]').click()
      await officer.locator(`[name="f.sources.${i}.to"]`).fill(title)
      await officer.locator(`[name="f.sources.${i}.a.independence"]`).selectOption('independent')
      await officer.getByRole('button', { name: 'Save' }).click()
    }
    expect(await main(officer)).toContain('the standard of reasonable grounds is met')
    await move('plan', 'Counsel and the neighbour agree.')
    expect(await main(officer)).toContain('Stage: Plan')
  })

  test('gives consent, by the family, and silence is asked for', async () => {
    await officer.goto(address)
    await officer.getByRole('link', { name: 'Add a consent' }).click()
    await officer.getByLabel('Act for them').check()
    await officer.getByLabel('Advocacy').check()
    await officer.getByLabel('Letter').check()
    await officer.getByLabel('Spoken').check()
    await officer.locator('[name="f.language"]').selectOption('en')
    await officer.getByLabel('The family').check()
    await officer.getByRole('button', { name: 'Create', exact: true }).click()
    expect(await officer.getByRole('alert').innerText()).toContain('Why not the person')
    await officer.locator('[name="f.why_not_person"]').fill('She is held and may not be visited.')
    await officer.getByRole('button', { name: 'Create', exact: true }).click()
    expect(await main(officer)).toContain('Since')
    await officer.goto(address)
    await open(officer, 'Decide on publicity')
    await officer.getByLabel('Quiet: nothing public').check()
    await officer.locator('input[name="publicity_by"][value="family"]').check()
    await officer.locator('[name="publicity_words"]').fill('Nothing while she is held.')
    await officer.getByRole('button', { name: 'Record the decision' }).click()
    expect(await main(officer)).toContain('Quiet: nothing public')
  })

  test('is expected to give a sign, which is noted when it comes', async () => {
    await officer.goto(address)
    await officer.getByRole('link', { name: 'Agree on a sign' }).click()
    await officer.locator('[name="f.due.day"]').fill('2020-01-01')
    await officer.locator('[name="f.due.time"]').fill('20:00')
    await officer.locator('[name="f.due.zone"]').selectOption('Europe/Madrid')
    await officer.locator('[name="f.first_step"]').fill('Call the sister.')
    await officer.getByRole('button', { name: 'Create', exact: true }).click()
    await officer.goto(address)
    expect(await main(officer)).toMatch(/Missed: 1 January 2020, 20:00 \(Madrid\)/)
    await officer.locator('#signs summary', { hasText: 'Heard from them' }).click()
    await officer.locator('#signs [name="how"]').fill('She wrote one word.')
    await officer.locator('#signs').getByRole('button', { name: 'Heard from them' }).click()
    expect(await main(officer)).toContain('No sign is waited for')
  })

  test('and a second person of another team sees none of it anywhere', async () => {
    const hidden = /Starling|Toralin|neighbour|Message of counsel|AR-\d{4}-0001/
    for (const path of [
      '/workspace',
      '/workspace/cases?whose=all',
      '/workspace/records/case',
      '/workspace/records/case?q=starling',
      '/workspace/records/person',
      '/workspace/records/person?q=toralin',
      '/workspace/records/consent',
      '/workspace/records/check_in',
      '/workspace/records/source',
      '/workspace/trash',
    ]) {
      const response = await other.goto(path)
      expect(response?.status(), path).toBe(200)
      expect(await other.locator('body').innerText(), path).not.toMatch(hidden)
    }
    for (const path of [
      address,
      address.replace('/case/', '/record/'),
      `${address.replace('/case/', '/record/')}/history`,
    ]) {
      const response = await other.goto(path)
      expect(response?.status(), path).toBe(404)
      expect(await other.locator('body').innerText(), path).not.toMatch(hidden)
    }
  })
})
