import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { type TestServer, signedIn, startServer } from '../support/server.ts'

let server: TestServer
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

describe.each([true, false])('with JavaScript %s', (javaScriptEnabled) => {
  const tag = javaScriptEnabled ? 'scripted' : 'plain'

  test('a person writes, finds, mends and compares a record', async () => {
    const { page, context, complaints } = await signedIn(browser, server, { javaScriptEnabled })
    await page.goto('/workspace/records/person/new')
    await page.getByLabel('Whole name, as it is said').first().fill(`Núria Òdena ${tag}`)
    await page.getByLabel('Year of birth').fill('circa 1976')
    await page.getByRole('button', { name: 'Create', exact: true }).click()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(`Núria Òdena ${tag}`)

    await page.goto(`/workspace/records/person?q=nuria+odena+${tag}`)
    await page.getByRole('link', { name: `Núria Òdena ${tag}` }).click()
    await page.getByRole('link', { name: 'Edit', exact: true }).click()
    await page.getByLabel('Year of birth').fill('31/02/1976')
    await page.getByRole('button', { name: 'Save' }).click()
    expect(await page.getByRole('alert').innerText()).toContain('Year of birth')
    expect(await page.getByLabel('Year of birth').inputValue()).toBe('31/02/1976')
    await page.getByLabel('Year of birth').fill('1977')
    await page.getByLabel('Why this change').fill('birth certificate')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('link', { name: 'History' }).click()
    const history = await page.locator('main').innerText()
    expect(history).toContain('birth certificate')
    expect(history).toContain('1977')
    expect(complaints).toEqual([])
    await context.close()
  })

  test('two people edit the same record, and nothing is lost', async () => {
    const one = await signedIn(browser, server, { javaScriptEnabled })
    await one.page.goto('/workspace/records/person/new')
    await one.page.getByLabel('Whole name, as it is said').first().fill(`Amparo Vidal ${tag}`)
    await one.page.getByRole('button', { name: 'Create', exact: true }).click()
    const address = one.page.url()
    const other = await signedIn(browser, server, { javaScriptEnabled })
    await one.page.goto(`${address}/edit`)
    await other.page.goto(`${address}/edit`)
    await one.page.getByLabel('Place of birth').fill('Girona')
    await one.page.getByRole('button', { name: 'Save' }).click()
    await other.page.getByLabel('Year of birth').fill('1980')
    await other.page.getByRole('button', { name: 'Save' }).click()
    const notice = await other.page.locator('main').innerText()
    expect(notice).toContain('Someone else saved this record')
    expect(notice).toContain('Girona')
    expect(await other.page.getByLabel('Year of birth').inputValue()).toBe('1980')
    expect(await other.page.getByLabel('Place of birth').inputValue()).toBe('Girona')
    await other.page.getByRole('button', { name: 'Save' }).click()
    const both = await other.page.locator('main').innerText()
    expect(both).toContain('Girona')
    expect(both).toContain('1980')
    await one.context.close()
    await other.context.close()
  })

  test('rows are added and removed, and a name that is not there yet can be made', async () => {
    const { page, context, complaints } = await signedIn(browser, server, { javaScriptEnabled })
    await page.goto('/workspace/records/person/new')
    await page.getByLabel('Whole name, as it is said').first().fill(`Marta Soler ${tag}`)
    const names = page.locator('fieldset', { hasText: 'Other names' }).last()
    await names.getByRole('textbox').first().fill('Marteta')
    await names.getByRole('button', { name: 'Add another' }).click()
    const second = page.locator('fieldset', { hasText: 'Other names' }).last().getByRole('textbox').nth(1)
    await second.fill('La Sole')
    await page.locator('[id="f.relatives.0"]').fill(`Pere Soler ${tag}`)
    await page.getByRole('button', { name: 'Create', exact: true }).click()
    await page.getByRole('radio', { name: /Create: Person/ }).check()
    await page.getByRole('button', { name: 'Create', exact: true }).click()
    const shown = await page.locator('main').innerText()
    for (const words of ['Marteta', 'La Sole', `Pere Soler ${tag}`]) expect(shown).toContain(words)
    expect(complaints).toEqual([])
    await context.close()
  })

  test('a record goes to the trash and comes back', async () => {
    const { page, context } = await signedIn(browser, server, { javaScriptEnabled })
    await page.goto('/workspace/records/organisation/new')
    await page.locator('[id^="f.name"]').first().fill(`Biblioteca ${tag}`)
    const kind = page.locator('[id="f.kind"], [id="f.kind.0"]').first()
    await kind
      .evaluate((element) => element.tagName)
      .then((tagName) => (tagName === 'SELECT' ? kind.selectOption({ index: 1 }) : undefined))
    await page.getByRole('button', { name: 'Create', exact: true }).click()
    await page.getByText('Move to the trash').first().click()
    await page.getByRole('button', { name: 'Move to the trash' }).click()
    expect(await page.locator('main').innerText()).toContain('This record is in the trash')
    await page.getByRole('button', { name: 'Take out of the trash' }).click()
    expect(await page.getByRole('link', { name: 'Edit', exact: true }).isVisible()).toBe(true)
    await context.close()
  })
})

test('the interface speaks the three languages, and the choice stays', async () => {
  const { page, context } = await signedIn(browser, server)
  await page.goto('/workspace/records/person')
  await page.getByRole('link', { name: 'Català' }).click()
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Persones')
  expect(await page.locator('html').getAttribute('lang')).toBe('ca')
  await page.goto('/workspace')
  await page.getByRole('link', { name: 'Español' }).click()
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Inicio')
  await page.getByRole('link', { name: 'English' }).click()
  await context.close()
})
