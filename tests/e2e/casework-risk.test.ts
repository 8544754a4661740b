import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TwoTeams, openTwoTeams } from '../support/two-teams.ts'

let teams: TwoTeams
let officer: Page
let other: Page

beforeAll(async () => {
  teams = await openTwoTeams()
  ;({ officer, other } = teams)
})
afterAll(() => teams?.close())

const main = (page: Page) => page.locator('main').innerText()
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

describe('risk, plan and incidents, without JavaScript', () => {
  let address = ''

  test('an incident is noted from the case and drawn in time', async () => {
    await officer.goto('/workspace/cases/new?kind=defender')
    await officer.getByLabel('Code name').fill('Wren')
    await officer.locator('[name="team"]').selectOption({ label: 'Protection' })
    await officer.getByRole('button', { name: 'Open the case' }).click()
    address = officer.url()
    await officer.getByRole('link', { name: 'Note an incident' }).click()
    await officer.locator('[name="f.kind"]').selectOption('watched')
    await officer.locator('[name="f.on"]').fill('2026-10?')
    await officer.locator('[name="f.what"]').fill('A grey van on three evenings.')
    await officer.locator('[name="f.reliability"]').selectOption('usually_reliable')
    await officer.locator('main form button.primary').first().click()
    await officer.goto(`${address}/incidents`)
    const page = await main(officer)
    expect(page).toContain('A grey van on three evenings.')
    expect(page).toContain('October 2026')
    expect(await officer.locator('main svg').count()).toBeGreaterThan(0)
  })

  test('the risk is assessed: without its review it is not kept; a danger overrides', async () => {
    await officer.goto(address)
    await officer.getByRole('link', { name: 'Assess the risk' }).click()
    await officer.locator('[name="f.made_with"][value="person"]').check()
    await officer.locator('[name="f.danger"][value="yes"]').check()
    await officer.locator('[name="f.danger_words"]').fill('The van came to the door today.')
    await officer.locator('[name="f.act_now"]').fill('Olga calls her brother.')
    await officer.locator('[name="r0.name"]').fill('Watched at home')
    await officer.locator('[name="r0.level"]').selectOption('high')
    await officer.locator('[name="r0.reasons"]').fill('Three evenings and today.')
    await officer.getByRole('button', { name: 'Add a capacity' }).click()
    expect(await officer.locator('[name="r0.reasons"]').inputValue()).toBe('Three evenings and today.')
    await officer.getByRole('button', { name: 'Keep the assessment' }).click()
    expect(await officer.getByRole('alert').innerText()).toContain('To be reviewed by')
    await officer.locator('[name="f.review_on"]').fill(day(3))
    await officer.getByRole('button', { name: 'Keep the assessment' }).click()
    expect(await main(officer)).toContain('Watched at home')
    await officer.goto(address)
    expect(await main(officer)).toContain('Olga calls her brother.')
    await officer.goto('/workspace/day')
    expect((await main(officer)).indexOf('Act now: clear and present danger')).toBeGreaterThan(-1)
  })

  test('a measure of the plan names its factor and stands on the day of who sees to it', async () => {
    await officer.goto(`${address}/risk`)
    await officer.getByRole('link', { name: 'Add a measure' }).click()
    await officer.locator('[name="factor"]').selectOption({ label: 'Watched at home' })
    await officer.locator('[name="f.what"]').fill('A second lock')
    await officer.locator('[name="f.safe"]').fill(day(1))
    await officer.getByRole('button', { name: 'Keep the measure' }).click()
    expect(await main(officer)).toContain('A second lock')
    await officer.goto('/workspace/day')
    expect(await main(officer)).toContain('A second lock')
  })

  test('assessed again the danger is over, and what changed is told', async () => {
    await officer.goto(`${address}/risk`)
    await officer.getByRole('link', { name: 'Assess the risk' }).click()
    expect(await main(officer)).toContain('Last time, on')
    await officer.locator('[name="f.made_with"][value="person"]').check()
    await officer.locator('[name="f.danger"][value="no"]').check()
    await officer.locator('[name="f.review_on"]').fill(day(30))
    await officer.locator('[name="r0.level"]').selectOption('low')
    await officer.locator('[name="r0.changed_why"]').fill('The complaint was heard.')
    await officer.getByRole('button', { name: 'Keep the assessment' }).click()
    await officer.getByRole('button', { name: 'Compare' }).click()
    expect(await main(officer)).toContain('The complaint was heard.')
    await officer.goto(address)
    expect(await main(officer)).not.toContain('Act now')
  })

  test('who is of another team finds none of it', async () => {
    for (const path of ['', '/risk', '/incidents', '/risk/new', '/plan/new'])
      expect((await other.goto(`${address}${path}`))?.status(), path).toBe(404)
    for (const path of ['/workspace/day', '/workspace/records/incident', '/workspace/records/risk_factor'])
      expect((await other.goto(path), await main(other)), path).not.toMatch(/Wren|Watched|second lock/)
  })
})
