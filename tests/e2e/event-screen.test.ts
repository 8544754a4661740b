import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
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

/** What has the focus, by id or else by name and value. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    return element?.id || [element?.getAttribute('name'), element?.getAttribute('value')].join('=')
  })

/** Goes on with the Tab key to a control further down, and sees that the focus can be seen. */
async function tabTo(page: Page, id: string): Promise<void> {
  const passed: string[] = []
  for (let i = 0; i < 150; i++) {
    await page.keyboard.press('Tab')
    const now = await focused(page)
    if (now === id) {
      const outline = await page.evaluate(() => {
        const style = document.activeElement ? getComputedStyle(document.activeElement) : null
        return style ? `${style.outlineStyle} ${style.outlineWidth}` : ''
      })
      expect(outline).toMatch(/^(?!none)\w+ [1-9]/)
      return
    }
    passed.push(now)
  }
  throw new Error(`the Tab key never came to ${id}; it passed ${passed.join(', ')}`)
}

/** Tab, then letters: text into a field, or the beginning of an option of a list. */
async function write(page: Page, id: string, text: string): Promise<void> {
  await tabTo(page, id)
  await page.keyboard.type(text)
}

describe.each([true, false])('with JavaScript %s', (javaScriptEnabled) => {
  const tag = javaScriptEnabled ? 'scripted' : 'plain'
  // Nothing alike, so that the second run is asked about its own names and not about those of the first.
  const victim = javaScriptEnabled ? 'Delia Cruz' : 'Bernat Oller'
  const source = javaScriptEnabled ? 'Testimony of a neighbour' : 'Llista de presos'

  test('an event is written with everything that belongs to it, by keyboard alone', async () => {
    const { page, context, complaints } = await signedIn(browser, server, { javaScriptEnabled })
    await page.goto('/workspace/events/new')
    await write(page, 'f.title', `Night at the mill, ${tag}`)
    await write(page, 'f.date', '1976-06-10/1976-06-12')
    await write(page, 'act.0.act_type', 'Arbitrary det')
    await write(page, 'act.0.victim.0', victim)
    await tabTo(page, 'add.act')
    await page.keyboard.press('Enter')
    await page.waitForSelector('[id="act.1.act_type"]')
    // The focus stands in the new row, with and without scripts.
    expect(await focused(page)).toBe('act.1.act_type')
    await page.keyboard.type('Enforced dis')
    await write(page, 'act.1.victim.0', victim)
    await write(page, 'perpetrator.0.perpetrator_kind.0', 'Landowner')
    await write(page, 'perpetrator.0._numbers', '1')
    await tabTo(page, 'add.perpetrator')
    await page.keyboard.press('Space')
    await page.waitForSelector('[id="perpetrator.1.perpetrator.0"]')
    expect(await focused(page)).toBe('perpetrator.1.perpetrator.0')
    await write(page, 'perpetrator.1.perpetrator_kind.0', 'Paramil')
    await write(page, 'source.0.source.0', source)
    await write(page, 'source.0.kind', 'Interview')
    await write(page, 'source.0._quote', 'They came in two lorries.')
    await tabTo(page, 'add.intervention')
    await page.keyboard.press('Enter')
    await page.waitForSelector('[id="intervention.0.intervening.0"]')
    await write(page, 'intervention.0.kind', 'Habeas')
    await tabTo(page, 'save')
    await page.keyboard.press('Enter')

    // Two names are not in the records yet: each is asked about once, and everything typed is still there.
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').getByRole('link').count()).toBe(2)
    expect(await page.inputValue('[id="act.1.victim.0"]')).toBe(victim)
    expect(await page.inputValue('[id="source.0._quote"]')).toBe('They came in two lorries.')
    if (javaScriptEnabled) expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await tabTo(page, 'act.0.victim.0')
    await page.keyboard.press('Space')
    await tabTo(page, 'source.0.source.0')
    await page.keyboard.press('Space')
    await tabTo(page, 'save')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/workspace/record/*')

    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(`Night at the mill, ${tag}`)
    const lines = await page.locator('#who-did-what tbody tr').allInnerTexts()
    expect(lines).toHaveLength(2)
    expect(lines[0]).toContain('Landowner')
    expect(lines[0]).toContain('Paramilitaries')
    expect(lines[1]).toContain('Enforced disappearance')
    expect(lines[1]).not.toContain('Landowner')
    expect(await page.locator('#timeline tbody tr').count()).toBeGreaterThan(2)
    expect(await page.locator('#relations svg.graph').count()).toBe(1)
    if (javaScriptEnabled) expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await page.goto(`/workspace/records/person?q=${encodeURIComponent(victim)}`)
    expect(await page.getByRole('link', { name: victim }).count()).toBe(1)
    expect(complaints).toEqual([])
    await context.close()
  }, 180_000)

  test('lists inside rows grow, and an added row can be taken away again', async () => {
    const { page, context, complaints } = await signedIn(browser, server, { javaScriptEnabled })
    await page.goto('/workspace/events/new')
    await page.fill('[id="act.0.victim.0"]', 'Somebody')
    await page.locator('button[name=_add][value="act"]').press('Enter')
    await page.waitForSelector('[id="act.1.act_type"]')
    const inner = page.locator('button[name=_add][value="act.1.methods"]')
    await inner.press('Enter')
    await page.waitForSelector('[id="act.1.methods.1"]')
    expect(await focused(page)).toBe('act.1.methods.1')
    await page.locator('button[name=_remove][value="act.1"]').press('Enter')
    await page.waitForSelector('[id="act.1.act_type"]', { state: 'detached' })
    expect(await focused(page)).toBe('add.act')
    expect(await page.inputValue('[id="act.0.victim.0"]')).toBe('Somebody')
    expect(await page.locator('body').innerText()).not.toContain('__row__')
    expect(complaints).toEqual([])
    await context.close()
  })
})
