import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { loadConfig, projectRoot } from '#platform/config'
import { createOrganisation, issueSignInLink } from '#platform/identity'
import { loadDemonstration } from '../../src/demonstration/load-demonstration.ts'
import { type Serving, serve } from '../../src/main.ts'
import { type TestDatabase, freshDatabase } from './database.ts'

/** A server that a browser can visit, on a database of its own. */
export interface TestServer {
  readonly url: string
  readonly serving: Serving
  readonly database: TestDatabase
  /** Stops serving as Ctrl-C does; the database stays until `close`. */
  readonly stop: () => Promise<void>
  /** The path of a link that signs an administrator of `org` in. */
  readonly signInPath: (org?: string) => Promise<string>
  readonly close: () => Promise<void>
}

/**
 * The program as `amparo serve` runs it. Pages need the built assets: `npm test` builds before it comes to this. `mail`:
 * the address of the SMTP server that it sends by.
 */
export async function startServer(
  options: { readonly demo?: boolean; readonly mail?: string } = {},
): Promise<TestServer> {
  const database = await freshDatabase()
  const home = mkdtempSync(join(tmpdir(), 'amparo-e2e-'))
  const serving = await serve({
    ...loadConfig(
      options.mail === undefined ? {} : { SMTP_URL: options.mail, MAIL_FROM: 'tests@example.org' },
    ),
    port: 0,
    home,
    root: projectRoot(),
    database: { owner: database.owner, app: database.app, public: database.public },
  })
  if (options.demo) await loadDemonstration(serving.open, () => undefined)
  else
    await createOrganisation(serving.open.owner, {
      slug: 'tests',
      name: { en: 'Tests' },
      administrator: 'Ada',
    })
  let stopped: Promise<void> | undefined
  return {
    url: serving.url,
    serving,
    signInPath: async (org = options.demo ? 'demo' : 'tests') => {
      const account = await serving.open.owner
        .selectFrom('account as a')
        .innerJoin('org as o', 'o.id', 'a.org_id')
        .select(['a.id', 'a.org_id'])
        .where('o.slug', '=', org)
        .where('a.role', '=', 'administrator')
        .executeTakeFirstOrThrow()
      return issueSignInLink(serving.open.owner, { orgId: account.org_id, accountId: account.id })
    },
    database,
    stop: () => (stopped ??= serving.close()),
    close: async () => {
      await (stopped ??= serving.close())
      rmSync(home, { recursive: true, force: true })
      await database.drop()
    },
  }
}

/** A tab of somebody signed in. Every error on the console or refused by the policy fails the test that looks. */
export async function signedIn(
  browser: Browser,
  server: TestServer,
  options: { readonly javaScriptEnabled?: boolean; readonly width?: number } = {},
): Promise<{ readonly page: Page; readonly context: BrowserContext; readonly complaints: string[] }> {
  const context = await browser.newContext({
    baseURL: server.url,
    javaScriptEnabled: options.javaScriptEnabled ?? true,
    viewport: { width: options.width ?? 1280, height: 900 },
    locale: 'en-GB',
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    // A page that answers 409 or 422 is logged as a failed load; that is what the test asks for.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
      complaints.push(`${message.location().url}: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url) && !request.url().startsWith('data:'))
      complaints.push(`asked ${request.url()}`)
  })
  await page.goto(await server.signInPath())
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/workspace')
  return { page, context, complaints }
}
