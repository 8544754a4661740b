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

describe('a working day, without JavaScript', () => {
  test('begins at my day', () => {
    expect(new URL(officer.url()).pathname).toBe('/workspace/day')
  })

  test('a call is logged from the case with what was asked and what comes next', async () => {
    await officer.goto('/workspace/cases/new?kind=defender')
    await officer.getByLabel('Code name').fill('Curlew')
    await officer.locator('[name="team"]').selectOption({ label: 'Protection' })
    await officer.getByRole('button', { name: 'Open the case' }).click()
    await officer.getByRole('link', { name: 'Log a step' }).last().click()
    await officer.locator('[name="f.counterpart"]').selectOption('embassy')
    await officer.locator('[name="f.with_words"]').fill('The duty consul')
    await officer.locator('[name="f.asked"]').fill('A visit on Monday')
    await officer.locator('[name="f.answer"]').selectOption('awaited')
    await officer.locator('[name="f.next_what"]').fill('Ring the consulate')
    await officer.locator('[name="f.next_safe"]').fill(day(-1))
    await officer.locator('[name="f.next_legal"]').fill(day(-3))
    await officer.getByRole('button', { name: 'Save the step' }).click()
    // The safe day is after the legal one: it comes back as it was typed.
    expect(await officer.getByRole('alert').innerText()).toContain('never after the legal one')
    expect(await officer.locator('[name="f.asked"]').inputValue()).toBe('A visit on Monday')
    await officer.locator('[name="f.next_legal"]').fill(day(2))
    await officer.getByRole('button', { name: 'Save the step' }).click()
    const page = await main(officer)
    expect(page).toContain('A visit on Monday')
    expect(page).toContain('Ring the consulate')
  })

  test('it stands on my day, late by its safe day, and is postponed with a reason', async () => {
    await officer.goto('/workspace/day')
    expect(await main(officer)).toContain('1 day late')
    await officer.getByLabel('Choose: Ring the consulate').check()
    await officer.locator('summary', { hasText: 'With those chosen' }).click()
    await officer.locator('#day-tasks-reason').fill('It is closed today')
    await officer.locator('#day-tasks-safe').fill(day(1))
    await officer.getByRole('button', { name: 'Postpone' }).click()
    const page = await main(officer)
    expect(page).toContain('1 task was changed.')
    expect(page).not.toContain('1 day late')
  })

  test('somebody of another team sees none of it anywhere', async () => {
    for (const path of [
      '/workspace/day',
      '/workspace/week',
      '/workspace/answers?whose=all',
      '/workspace/records/task',
      '/workspace/records/step',
      '/workspace/search?q=consul',
    ]) {
      await other.goto(path)
      const page = await main(other)
      expect(page, path).not.toContain('Curlew')
      expect(page, path).not.toContain('Ring the consulate')
      expect(page, path).not.toContain('A visit on Monday')
    }
  })

  test('the answer is noted from the list of what is awaited', async () => {
    await officer.goto('/workspace/answers')
    await officer.locator('summary', { hasText: 'Note the answer' }).first().click()
    await officer.getByLabel('In what words').fill('On Tuesday at ten')
    await officer.getByRole('button', { name: 'Note the answer' }).click()
    expect(await main(officer)).toContain('Nothing is awaited')
  })
})
