import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readRecord, updateRecord, withRequest } from '#platform/records'
import { sampleAnswers } from '../../src/modules/advocacy/drafts/sample-answers.ts'
import { type SampleCase, writeSampleCase } from '../../src/modules/advocacy/drafts/sample-case.ts'
import { launchBrowser } from '../support/browser.ts'
import { readPdf } from '../support/read-pdf.ts'
import { type TestServer, signedIn, startServer } from '../support/server.ts'

let server: TestServer
let browser: Browser
let sample: SampleCase

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
  const { owner, house } = server.serving.open
  const account = await owner
    .selectFrom('account')
    .innerJoin('org', 'org.id', 'account.org_id')
    .select(['account.id', 'account.org_id', 'account.name', 'org.slug'])
    .where('account.role', '=', 'administrator')
    .executeTakeFirstOrThrow()
  sample = await withRequest(
    house,
    {
      orgId: account.org_id,
      orgSlug: account.slug,
      accountId: account.id,
      name: account.name,
      role: 'administrator',
      language: 'en',
    },
    async (tx) => {
      const made = await writeSampleCase(tx)
      const { version, values } = await readRecord(tx, made.event)
      await updateRecord(tx, {
        id: made.event,
        version,
        values: {
          description: { ...(values['description'] as object), en: 'Her sister Lena saw four men.' },
        },
      })
      return made
    },
  )
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

test('without JavaScript: from a case to a letter, its gaps mended, a name decided on, as PDF', async () => {
  const { page, context, complaints } = await signedIn(browser, server, { javaScriptEnabled: false })
  await page.goto(`/workspace/case/${sample.caseId}/draft?mechanism=un-sp-allegation-letter`)
  await page.getByRole('button', { name: 'Begin the draft' }).click()
  await page.waitForURL(/\/workspace\/submission\//)
  const main = () => page.locator('main').innerText()
  expect(await main()).toContain('gap leaves the document incomplete')
  // The gap leads to where it is mended: this one, to the question that only the submission answers.
  await page
    .getByRole('row', { name: /^Mandate holders addressed/ })
    .getByRole('link', { name: 'Mend it' })
    .click()
  expect(page.url()).toContain('#answer-request-mandates')
  await page.getByLabel(/Special Rapporteur in the field of cultural rights/).check()
  await page.getByLabel('Relation to the victim').fill(sampleAnswers['submitter.relationToVictim'] ?? '')
  await page.locator('#argument').fill('The arrest breaches article 19.\n\n<b>Not markup</b>')
  await page.locator('#requests').fill('1. Release her.\n2. Let a physician see her.')
  await page.getByRole('button', { name: 'Save' }).click()
  expect(await main()).toContain('Nothing that the mechanism requires is missing.')
  expect(await main()).toContain('No document: a name in its texts is undecided.')
  // The sister agreed to nothing, and the account names her.
  await page.getByRole('button', { name: /^Put “the person [A-Z]\.”$/ }).click()
  expect(await main()).not.toContain('Names that must not stand there')
  expect(await main()).toMatch(/Her sister the person [A-Z]\. saw four men\./)

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'PDF' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^SP-\d{4}-0001-mechanism\.pdf$/)
  const { text } = await readPdf(await readFile(await download.path()))
  expect(text).toContain('Neva Toralin')
  expect(text).toContain('<b>Not markup</b>')
  expect(text).not.toMatch(/Lena|Olesk/)

  // Somebody else wrote meanwhile: both are shown, nothing is lost.
  const other = await context.newPage()
  await other.goto(page.url().split('#')[0] ?? '')
  await other.locator('#argument').fill('Written by another.')
  await other.getByRole('button', { name: 'Save' }).click()
  await page.locator('#argument').fill('Written here.')
  await page.getByRole('button', { name: 'Save' }).click()
  expect(await main()).toContain('Written by another.')
  expect(await page.locator('#argument').inputValue()).toBe('Written here.')

  // What is not there, and what is asked wrongly.
  expect((await page.goto(`/workspace/submission/${sample.caseId}`))?.status()).toBe(404)
  await page.goto(`/workspace/case/${sample.caseId}/draft?mechanism=none`)
  await page.getByRole('button', { name: 'Begin the draft' }).click()
  expect(await main()).toContain('Choose a mechanism')
  expect(complaints).toEqual([])
  await context.close()
}, 90_000)
