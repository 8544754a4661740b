import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { type TestServer, signedIn, startServer } from '../support/server.ts'

let server: TestServer
let browser: Browser
let page: Page
let complaints: readonly string[]

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
  ;({ page, complaints } = await signedIn(browser, server, { javaScriptEnabled: false }))
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const main = () => page.locator('main').innerText()

const header =
  'undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,committee_report,meeting,title,agenda_title,subjects,vote_note,total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link'
// Made up: three States, and a total that the names do not give.
const votes = (['ARG,ARGENTINA,Y', 'CUB,CUBA,N', 'BRA,BRAZIL,A'] as const)
  .map(
    (vote) =>
      `7,${vote},2025-11-21,80,A/RES/80/7,A/80/L.7,,A/80/PV.7,Situation of human rights in Oscania : resolution / adopted by the General Assembly,HUMAN RIGHTS,HUMAN RIGHTS--REPORTS,,2.0,1.0,1.0,0.0,4.0,https://example.org/7`,
  )
  .join('\n')

/** Uploads a file and waits until it was read or refused, as a person without JavaScript would. */
async function upload(name: string, content: string): Promise<void> {
  await page.goto('/workspace/observatory/sources/add')
  await page
    .locator('[name="file"]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })
  await page.getByRole('button', { name: 'Read this file' }).click()
  for (let i = 0; i < 60 && page.url().includes('/imports/'); i++) {
    if (/The file was (not )?read/.test(await main())) return
    await page.waitForTimeout(250)
    await page.reload()
  }
}

describe('how states behave, without JavaScript', () => {
  test('a file of votes is uploaded, and each name opens to its row; both totals are told', async () => {
    await upload('2026_02_06_ga_voting.csv', `${header}\n${votes}\n`)
    await page.goto('/workspace/observatory/votes')
    await page.getByRole('link', { name: /Situation of human rights in Oscania/ }).click()
    const text = await main()
    expect(text).toContain('Argentina')
    expect(text).toContain('Cuba')
    // What the file states, and what its names give.
    expect(text).toMatch(/\b2\b/)
    await page.goto('/workspace/observatory/states/CUB')
    expect(await main()).toContain('Situation of human rights in Oscania')
  })

  test('the same file again changes nothing; a file of no kind is refused with what to do, and leaves nothing', async () => {
    await upload('again.csv', `${header}\n${votes}\n`)
    expect(await main()).toMatch(/before/i)
    await upload('shopping.csv', 'bread,milk\n1,2\n')
    expect(await main()).toMatch(/not recognised/i)
    await page.goto('/workspace/observatory/sources')
    const text = await main()
    expect(text).toContain('2026_02_06_ga_voting.csv')
    expect(text).not.toContain('shopping.csv')
    expect(complaints).toEqual([])
  })
})
