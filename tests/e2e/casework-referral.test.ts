import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from '#platform/config'
import { newId } from '#platform/db'
import { createOrganisation, issueSignInLink } from '#platform/identity'
import { withRequest } from '#platform/records'
import { makeOwnKeys, openingKeys } from '../../src/modules/casework/referral/actions/index.ts'
import { readPlainZip } from '../../src/modules/casework/referral/bundle/index.ts'
import { readPdf } from '../support/read-pdf.ts'
import { type TwoTeams, openTwoTeams } from '../support/two-teams.ts'

let teams: TwoTeams
/** Olga's work; Petra is of another team. Nora is the second person, of Olga's team; Marta sits in another house. */
let olga: Page
let petra: Page
let nora: Page
let marta: Page
/** Ada administers Olga's organisation. */
let ada: Page
let folder: string

const oursAlone = 'zqnotes'
const until = '2099-06-30'

async function tab(orgId: string, accountId: string): Promise<Page> {
  const context = await teams.browser.newContext({
    baseURL: teams.server.url,
    javaScriptEnabled: false,
    locale: 'en-GB',
  })
  const page = await context.newPage()
  await page.goto(await issueSignInLink(teams.server.serving.open.owner, { orgId, accountId }))
  await page.getByRole('button', { name: 'Sign in' }).click()
  return page
}

beforeAll(async () => {
  teams = await openTwoTeams()
  ;({ officer: olga, other: petra } = teams)
  folder = mkdtempSync(join(tmpdir(), 'amparo-referral-'))
  const { owner, house } = teams.server.serving.open
  const org = await owner.selectFrom('org').select('id').where('slug', '=', 'tests').executeTakeFirstOrThrow()
  const team = await owner
    .selectFrom('team')
    .select('id')
    .where('name', '=', 'Protection')
    .executeTakeFirstOrThrow()
  const second = newId()
  await owner
    .insertInto('account')
    .values({
      org_id: org.id,
      id: second,
      kind: 'person',
      name: 'Nora',
      role: 'case_officer',
      readable_classes: ['identity', 'health', 'location', 'legal'],
    })
    .execute()
  await owner
    .insertInto('team_member')
    .values({ org_id: org.id, team_id: team.id, account_id: second })
    .execute()
  nora = await tab(org.id, second)
  const administrator = await owner
    .selectFrom('account')
    .select('id')
    .where('org_id', '=', org.id)
    .where('role', '=', 'administrator')
    .executeTakeFirstOrThrow()
  ada = await tab(org.id, administrator.id)
  // The other house. Of its keys the private half is taken out, for the standard tool.
  const there = await createOrganisation(owner, {
    slug: 'casa',
    name: { en: 'Casa Amiga' },
    administrator: 'Marta',
  })
  const actor = {
    orgId: there.orgId,
    orgSlug: 'casa',
    accountId: there.administratorId,
    name: 'Marta',
    role: 'administrator' as const,
    language: 'en' as const,
  }
  const [identity = ''] = await withRequest(house, actor, async (tx) => {
    await makeOwnKeys(tx, house.secrets)
    return openingKeys(tx, house.secrets)
  })
  writeFileSync(join(folder, 'key'), `${identity}\n`, { mode: 0o600 })
  marta = await tab(there.orgId, there.administratorId)
})
afterAll(async () => {
  await teams?.close()
  rmSync(folder, { recursive: true, force: true })
})

const main = (page: Page) => page.locator('main').innerText()
const amparo = (...args: readonly string[]) =>
  execFileSync(join(projectRoot(), 'amparo'), args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
const keyOf = async (page: Page, label: string) =>
  page.locator('#keys dl > div', { hasText: label }).locator('code').innerText()

describe('a case handed to another organisation, without JavaScript', () => {
  let address = ''
  let approval = ''
  let fingerprint = ''
  const file = () => join(folder, 'case.bundle.age')

  test('is a case of which the person agreed: to whom, how far, until when', async () => {
    await olga.goto('/workspace/cases')
    await olga.getByRole('link', { name: 'New case' }).click()
    await olga.locator('main').getByRole('link', { name: 'Journalist' }).click()
    await olga.getByLabel('Code name').fill('Starling')
    await olga.getByLabel('Summary').fill('Followed home on three evenings.')
    await olga.locator('[name="f.internal_notes"]').fill(`Ours alone ${oursAlone}`)
    await olga.locator('[name="f.people.0.to"]').fill('Neva Toralin')
    await olga.locator('[name="f.people.0.a.role"]').selectOption('at_risk')
    await olga.locator('[name="team"]').selectOption({ label: 'Protection' })
    await olga.getByRole('button', { name: 'Open the case' }).click()
    await olga.getByLabel(/Create: Person “Neva Toralin”/).check()
    await olga.locator('[name="team"]').selectOption({ label: 'Protection' })
    await olga.getByRole('button', { name: 'Open the case' }).click()
    address = new URL(olga.url()).pathname
    // What she did not agree to: her real name, and her health.
    await olga.getByRole('link', { name: 'Neva Toralin', exact: true }).first().click()
    await olga.getByRole('link', { name: 'Edit', exact: true }).click()
    await olga.locator('[name="f.legal_situation"]').fill('Called to testify in zqlegal.')
    await olga.locator('[name="f.health"]').fill('Medicine for zqhealth.')
    await olga.getByRole('button', { name: 'Save' }).click()
    await olga.goto(address)
    await olga.getByRole('link', { name: 'Add a consent' }).click()
    await olga.locator('[name="f.scopes"][value="share_partners"]').check()
    await olga.locator('[name="f.purposes"][value="referral"]').check()
    await olga.locator('[name="f.channels"][value="bundle"]').check()
    await olga.locator('[name="f.partners.0"], [name="f.partners"]').first().fill('Casa Amiga')
    await olga.locator('[name="f.classes"][value="legal"]').check()
    await olga.getByLabel('Spoken').check()
    await olga.locator('[name="f.language"]').selectOption('en')
    await olga.locator('[name="f.given_by"][value="person"]').check()
    await olga.locator('[name="f.until"]').fill(until)
    await olga.getByRole('button', { name: 'Create', exact: true }).click()
    expect(await main(olga)).toContain('Casa Amiga')
  })

  test('goes to a partner whose key was written down, by an organisation that has keys', async () => {
    await ada.goto('/workspace/bundles')
    await ada.getByRole('button', { name: 'Make our keys' }).click()
    fingerprint = await keyOf(ada, 'Fingerprint')
    await marta.goto('/workspace/bundles')
    const recipient = await keyOf(marta, 'Key to encrypt to')
    await olga.goto('/workspace/bundles')
    await olga.locator('#add [name="name"]').fill('Casa Amiga')
    await olga.locator('#add [name="recipient"]').fill('age1nothing')
    await olga.locator('#add').getByRole('button', { name: 'Save' }).click()
    expect(await olga.getByRole('alert').innerText()).toContain('no age key')
    await olga.locator('#add [name="recipient"]').fill(recipient)
    await olga.locator('#add').getByRole('button', { name: 'Save' }).click()
    // A key that is known is exchanged by an administrator alone.
    await olga.locator('#partners').getByRole('link', { name: 'Casa Amiga' }).click()
    expect(await main(olga)).toContain('for administrators')
    await ada.goto(new URL(olga.url()).pathname)
    expect(await main(ada)).toContain(recipient)
    expect(await ada.getByText('Remove this partner').first().isVisible()).toBe(true)
  })

  test('is chosen piece by piece and seen exactly as it would leave; somebody else decides', async () => {
    await olga.goto(address)
    await olga.getByRole('link', { name: 'Hand over to another organisation' }).click()
    await olga.locator('[name="partner"]').selectOption({ label: 'Casa Amiga' })
    await olga.getByRole('button', { name: 'Go on' }).click()
    expect(await main(olga)).toContain('Agreed, until 30 June 2099')
    // What was not agreed is not even offered.
    expect(await main(olga)).not.toMatch(/zqhealth|zqnotes/)
    await olga.locator('[name="purpose"]').fill('A safe place for three months')
    await olga.locator('[name="until"]').fill('2099-07-01')
    await olga.getByLabel('Case: Summary').check()
    await olga.getByLabel(/Legal situation/).check()
    await olga.getByRole('button', { name: 'See exactly what would leave' }).click()
    expect(await olga.getByRole('alert').innerText()).toContain('no later than the consent allows')
    await olga.locator('[name="until"]').fill(until)
    await olga.getByRole('button', { name: 'See exactly what would leave' }).click()
    const shown = await main(olga)
    expect(shown).toContain('Followed home on three evenings.')
    expect(shown).toContain('zqlegal')
    await olga.locator('[name="reason"]').fill('She asked us to.')
    await olga.getByRole('button', { name: 'Ask a second person' }).click()
    approval = new URL(olga.url()).pathname
    expect(await olga.getByRole('button', { name: 'Make and download' }).count()).toBe(0)
    // Of another team: not even that it is asked.
    expect((await petra.goto(approval))?.status()).toBe(404)
    // Nora follows the case; of the person herself she knows by the team as well.
    await nora.goto(approval)
    expect(await main(nora)).toContain('zqlegal')
    expect(await main(nora)).toContain('Key to encrypt to: age1')
    await nora.getByRole('button', { name: 'Approve' }).click()
    await olga.goto(approval)
    const [download] = await Promise.all([
      olga.waitForEvent('download'),
      olga.getByRole('button', { name: 'Make and download' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^AR-\d{4}-0001-.*\.bundle\.age$/)
    await download.saveAs(file())
    await olga.goto(approval)
    expect(await olga.getByRole('button', { name: 'Make and download' }).count()).toBe(0)
  })

  test('opens on the command line with the recipient’s key; altered by one byte it does not', async () => {
    const out = join(folder, 'out')
    const sealed = readFileSync(file())
    const altered = Buffer.from(sealed)
    altered.writeUInt8(altered.readUInt8(700) ^ 1, 700)
    writeFileSync(join(folder, 'altered.age'), altered)
    const open = (name: string) =>
      amparo('bundle', 'open', join(folder, name), '--identity', join(folder, 'key'), '--out', out)
    expect(() => open('altered.age')).toThrow(/changed on the way/)
    expect(open('case.bundle.age')).toContain(fingerprint)
    const { text } = await readPdf(readFileSync(join(out, 'case.pdf')))
    const everything = [
      text,
      readFileSync(join(out, 'case.json'), 'utf8'),
      ...(readPlainZip(readFileSync(join(out, 'bundle.zip'))) ?? []).map(({ bytes }) =>
        Buffer.from(bytes).toString('latin1'),
      ),
    ].join('\n')
    expect(everything).toContain('Neva Toralin')
    expect(everything).toContain('zqlegal')
    for (const hidden of ['zqhealth', oursAlone, 'Olga', address.split('/').at(-1) ?? ''])
      expect(everything).not.toContain(hidden)
  })

  test('is received at the other house once its fingerprint was compared, with its terms at its head', async () => {
    const send = async (name: string, given?: string) => {
      await marta.goto('/workspace/bundles')
      const form = marta.locator('#receive')
      if (given !== undefined) {
        // The field is there once nobody knew who signed.
        await form.locator('[name="file"]').setInputFiles(join(folder, 'case.bundle.age'))
        await form.getByRole('button', { name: 'Check and receive' }).click()
        await marta.locator('#bundle-fingerprint').fill(given)
      }
      await marta.locator('#receive [name="file"]').setInputFiles(join(folder, name))
      await marta.locator('#receive').getByRole('button', { name: 'Check and receive' }).click()
    }
    await send('altered.age')
    expect(await marta.getByRole('alert').innerText()).toContain('changed on the way')
    await send('case.bundle.age')
    expect(await main(marta)).toContain('Nobody here knows who signed this')
    expect(await main(marta)).toContain(fingerprint)
    await send('case.bundle.age', '0000 1111')
    expect(await marta.getByRole('alert').innerText()).toContain('not the fingerprint')
    await marta.goto('/workspace/cases?whose=all')
    expect(await main(marta)).not.toContain('AR-')
    await send('case.bundle.age', fingerprint)
    const head = await main(marta)
    expect(head).toContain('Received from')
    expect(head).toContain('until 30 June 2099')
    expect(head).toContain('Followed home on three evenings.')
    // Not to be passed on: there is no way to.
    expect(await marta.getByRole('link', { name: 'Hand over to another organisation' }).count()).toBe(0)
  })

  test('and a second person of another team sees none of it anywhere', async () => {
    for (const path of ['/workspace/bundles', '/workspace/cases?whose=all', '/workspace/approvals']) {
      expect((await petra.goto(path))?.status(), path).toBe(200)
      expect(await main(petra), path).not.toMatch(/Starling|Toralin|AR-\d{4}-0001/)
    }
    for (const path of [address, `${address}/refer`, `${address}/take-out`])
      expect((await petra.goto(path))?.status(), path).toBe(404)
  })
})
