import type { Browser, Page } from 'playwright-core'
import { newId } from '#platform/db'
import { issueSignInLink } from '#platform/identity'
import { launchBrowser } from './browser.ts'
import { type TestServer, startServer } from './server.ts'

/** A server and two case officers in tabs without JavaScript, signed in. */
export interface TwoTeams {
  readonly server: TestServer
  readonly browser: Browser
  /** Olga, of the team Protection: whose work it is. */
  readonly officer: Page
  /** Petra, of the team Press: must see none of it. */
  readonly other: Page
  readonly close: () => Promise<void>
}

/** Starts them. `classes`: what both may read beside what is open. */
export async function openTwoTeams(
  classes: readonly string[] = ['identity', 'health', 'location', 'legal'],
): Promise<TwoTeams> {
  const [server, browser] = await Promise.all([startServer(), launchBrowser()])
  return {
    server,
    browser,
    officer: await signInOfficer(server, browser, 'Olga', 'Protection', classes),
    other: await signInOfficer(server, browser, 'Petra', 'Press', classes),
    close: async () => {
      await browser.close()
      await server.close()
    },
  }
}

async function signInOfficer(
  server: TestServer,
  browser: Browser,
  name: string,
  team: string,
  classes: readonly string[],
): Promise<Page> {
  const { owner } = server.serving.open
  const org = await owner.selectFrom('org').select('id').where('slug', '=', 'tests').executeTakeFirstOrThrow()
  const [accountId, teamId] = [newId(), newId()]
  await owner
    .insertInto('account')
    .values({
      org_id: org.id,
      id: accountId,
      kind: 'person',
      name,
      role: 'case_officer',
      readable_classes: [...classes],
    })
    .execute()
  await owner.insertInto('team').values({ org_id: org.id, id: teamId, name: team }).execute()
  await owner
    .insertInto('team_member')
    .values({ org_id: org.id, team_id: teamId, account_id: accountId })
    .execute()
  const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false, locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto(await issueSignInLink(owner, { orgId: org.id, accountId }))
  await page.getByRole('button', { name: 'Sign in' }).click()
  return page
}
