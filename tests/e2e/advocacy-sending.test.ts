import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRecord, withRequest } from '#platform/records'
import { sampleAnswers } from '../../src/modules/advocacy/drafts/sample-answers.ts'
import { writeSampleCase } from '../../src/modules/advocacy/drafts/sample-case.ts'
import { type TwoTeams, openTwoTeams } from '../support/two-teams.ts'

let teams: TwoTeams
let submission = ''

const asked = ['request.mandates', 'submitter.relationToVictim', 'international.other', 'facts.ongoing']

beforeAll(async () => {
  teams = await openTwoTeams()
  const { owner, house } = teams.server.serving.open
  const accounts = await owner
    .selectFrom('account')
    .select(['id', 'org_id', 'name'])
    .where('name', 'in', ['Olga', 'Petra'])
    .execute()
  const [first, second] = ['Olga', 'Petra'].map((name) => accounts.find((one) => one.name === name))
  if (!first || !second) throw new Error('no officers')
  const { id: accountId, org_id: orgId, name } = first
  await withRequest(
    house,
    { orgId, orgSlug: 'tests', accountId, name, role: 'case_officer', language: 'en' },
    async (tx) => {
      const { caseId } = await writeSampleCase(tx)
      // Petra is let in to this one case, as the second person.
      await tx.sql
        .insertInto('record_grant')
        .values({ org_id: orgId, record_id: caseId, account_id: second.id })
        .execute()
      const { id } = await createRecord(tx, {
        type: 'submission',
        acting: true,
        values: {
          case: { to: caseId },
          mechanism: 'un-sp-allegation-letter',
          language: 'en',
          status: 'draft',
          drafter: accountId,
          argument: 'The arrest breaches article 19 of the Covenant.',
          requests: 'Release her.',
        },
      })
      submission = id
      for (const field of asked)
        await createRecord(tx, {
          type: 'submission_answer',
          values: {
            submission: { to: id },
            asked: field,
            words: field === 'request.mandates' ? 'freedom-expression' : (sampleAnswers[field] ?? 'None'),
          },
        })
    },
  )
})
afterAll(() => teams?.close())

const main = (page: Page) => page.locator('main').innerText()

test('a draft is frozen, approved by another who reads it, sent by hand, answered, and counted', async () => {
  const { officer: olga, other: petra } = teams
  const sending = `/workspace/submission/${submission}/sending`
  await olga.goto(sending)
  expect(await main(olga)).toContain('It can be sent when a second person has approved')
  expect(await olga.getByRole('button', { name: 'Log that it was sent' }).count()).toBe(0)
  await olga.getByLabel('What the second person should know').fill('As the family asked.')
  await olga.getByRole('button', { name: 'Freeze and ask for approval' }).click()
  expect(await main(olga)).toContain('Waits for a second person')

  // Whoever drafted it may ask the page, and is given no button.
  await olga.getByRole('link', { name: /Waits for a second person/ }).click()
  const request = olga.url()
  expect(await olga.getByRole('button', { name: 'Approve' }).count()).toBe(0)
  await petra.goto(request)
  const shown = await main(petra)
  expect(shown).toContain('As the family asked.')
  expect(shown).toContain('Neva Toralin')
  expect(shown).toMatch(/[0-9a-f]{64}/)
  await petra.getByLabel('Your words').fill('I read every line.')
  await petra.getByRole('button', { name: 'Approve' }).click()

  await olga.goto(sending)
  expect(await main(olga)).toContain('Approved by a second person')
  const [file] = await Promise.all([
    olga.waitForEvent('download'),
    olga.getByRole('link', { name: 'For the mechanism: PDF' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^mechanism-.*\.pdf$/)
  await olga.getByRole('link', { name: 'To copy into a web form' }).click()
  expect(await main(olga)).toContain('Release her.')
  await olga.goto(sending)
  await olga.getByLabel('Day').fill('2099-01-01')
  await olga.getByLabel('Channel and address').fill('spsubmission.ohchr.org')
  await olga.getByRole('button', { name: 'Log that it was sent' }).click()
  expect(await olga.getByRole('alert').innerText()).toContain('This moment lies ahead')
  const now = new Date(Date.now() + 60_000)
  await olga.getByLabel('Day').fill(now.toISOString().slice(0, 10))
  await olga.getByLabel('Hour').fill(now.toISOString().slice(11, 16))
  await olga.locator('[name="zone"]').selectOption('UTC')
  await olga.getByLabel('Receipt number').fill('R-4711')
  await olga.getByRole('button', { name: 'Log that it was sent' }).click()
  const sent = await main(olga)
  expect(sent).toContain('by a second person')
  expect(sent).toContain('R-4711')
  expect(sent).toContain('Counted from our sending')

  await olga.locator('[name="status"]').selectOption('transmitted')
  await olga.getByLabel('On', { exact: true }).fill('2026-01-05')
  await olga.getByLabel('Their number').fill('AL QOO 1/2026')
  await olga.getByRole('button', { name: 'Note it' }).click()
  expect(await main(olga)).toContain('6 March 2026 · past')

  await olga.goto(`/workspace/submission/${submission}`)
  await olga.getByRole('link', { name: 'Enter a reply' }).click()
  await olga.getByRole('radio', { name: 'The State' }).check()
  await olga.locator('[name="f.received_on"]').fill('2026-04-01')
  await olga.locator('[name="f.quality"]').selectOption('denial')
  await olga.getByRole('button', { name: 'Create', exact: true }).click()
  expect(await main(olga)).toContain('It has not been passed to the person or the family yet')
  await olga.goto(sending)
  expect(await olga.locator('#dates').textContent()).toContain('came on 1 April 2026')
  await olga.goto('/workspace/submissions/replies')
  await olga.locator('#answered').getByRole('link', { name: '1' }).nth(1).click()
  expect(await main(olga)).toContain('replied late')
})
