import { mkdirSync, mkdtempSync, openAsBlob, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Actor } from '#platform/access'
import type { Database } from '#platform/db'
import { loadInstanceKey, openFileStore } from '#platform/files'
import { type House, panelsOf } from '#platform/house'
import { createApp } from '#platform/http'
import { beginSession, issueSignInLink, openSecrets, openSession } from '#platform/identity'
import { type Worker, startWorker } from '#platform/jobs'
import { type Tx, withRequest } from '#platform/records'
import { makeOpenings } from '#platform/vault'
import { problemPage } from '#web/workspace'
import { modules } from '../../src/modules.ts'
import { shipped } from '../../src/open-house.ts'
import { testDatabase } from './database.ts'
import { testGround, testOrganisation } from './organisation.ts'

/** What a form sends: texts, several of a name, or files. */
export type TestFields = Readonly<Record<string, string | readonly string[] | File>>

/** Somebody signed in, with a browser without JavaScript: cookie and form token go along by themselves. */
export interface TestPerson {
  readonly actor: Actor
  /** The session's token, for requests with `Authorization: Bearer`. */
  readonly token: string
  readonly get: (path: string) => Promise<Response>
  /** Posts a form as a page of ours would; with a `File` among the fields, or `multipart`, as multipart. */
  readonly post: (
    path: string,
    fields?: TestFields,
    more?: { readonly multipart?: boolean },
  ) => Promise<Response>
  /** One transaction as this person, to look at what a request left. */
  readonly within: <Result>(action: (tx: Tx) => Promise<Result>) => Promise<Result>
}

/** The whole application as `main.ts` puts it together, on the worker's test database; nothing listens. */
export interface TestApp {
  readonly house: House
  readonly owner: Database
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>
  /** An administrator, of an organisation of their own unless told. Goes through a real sign-in link. */
  readonly signIn: (actor?: Actor) => Promise<TestPerson>
  /** Starts to run the modules' jobs; stop it before the test ends. */
  readonly work: () => Promise<Worker>
  /** Faults of ours that were reported, by the id that the page showed. */
  readonly faults: ReadonlyMap<string, unknown>
}

declare global {
  var amparoTestHome: string | undefined
}

const origin = 'http://localhost'

/** The application for a test. Cheap: connections are the worker's, and each sign-in makes its own organisation. */
export async function testApp(): Promise<TestApp> {
  const ground = await testGround()
  // Of tests that had other keys: a worker of this one would take their jobs up and fail on files that it cannot open.
  await ground.owner
    .updateTable('job')
    .set({ state: 'cancelled', finished_at: new Date() })
    .where('state', 'in', ['waiting', 'running'])
    .execute()
  const home = testHome()
  const scratch = join(home, 'scratch')
  const house: House = {
    db: ground.app,
    publicDb: ground.public,
    shipped,
    files: openFileStore({ home }),
    secrets: openSecrets(loadInstanceKey(home)),
    scratch,
    navigation: modules.flatMap((module) => module.navigation ?? []),
    routes: modules.flatMap((module) => module.routes ?? []),
    recordPanels: panelsOf(modules),
    consentListeners: modules.flatMap((module) => module.consentListeners ?? []),
    homePanels: modules.flatMap((module) => module.homePanels ?? []),
    starts: modules.flatMap((module) => module.startsAt ?? []),
    dayItems: modules.flatMap((module) => module.dayItems ?? []).sort((a, b) => a.order - b.order),
    figures: modules.flatMap((module) => module.figures ?? []).sort((a, b) => a.order - b.order),
    approvalKinds: modules.flatMap((module) => module.approvalKinds ?? []),
    publicKinds: modules.flatMap((module) => module.publicKinds ?? []),
    sealingScopes: modules.flatMap((module) => module.sealingScope ?? []),
    openings: makeOpenings(),
    signIn: modules.find((module) => module.signIn)?.signIn,
    origins: [],
    // Named, not built: tests of pages do not look at them.
    assets: { 'styles/site.css': '/assets/site.css', 'styles/workspace.css': '/assets/workspace.css' },
    development: true,
  }
  const faults = new Map<string, unknown>()
  const app = createApp({ house, problemPage, report: (id, error) => faults.set(id, error) })
  const fetch = async (path: string, init?: RequestInit) => app.fetch(new Request(origin + path, init))

  return {
    house,
    owner: ground.owner,
    fetch,
    faults,
    signIn: async (given) => {
      const actor = given ?? (await testOrganisation()).actor
      const link = await issueSignInLink(ground.owner, actor)
      const token = await beginSession(ground.app, link.split('/').at(-1) ?? '')
      const session = token && (await openSession(ground.app, token))
      if (!token || !session) throw new Error('the sign-in link did not open a session')
      const headers = { cookie: `amparo=${token}`, origin }
      return {
        actor: session.actor,
        token,
        get: (path) => fetch(path, { headers }),
        post: (path, fields = {}, more = {}) =>
          fetch(path, {
            method: 'POST',
            headers,
            body: formBody({ _csrf: session.formToken, ...fields }, more.multipart ?? false),
          }),
        within: (action) => withRequest(house, session.actor, action),
      }
    },
    work: async () =>
      startWorker(house, {
        kinds: modules.flatMap((module) => module.jobs ?? []),
        listenUrl: (await testDatabase()).app,
        pollMs: 100,
        report: (error, job) => faults.set(job.id, error),
      }),
  }
}

/** The worker's folder for files and what is under way; gone when the worker ends. */
function testHome(): string {
  if (globalThis.amparoTestHome === undefined) {
    const home = mkdtempSync(join(tmpdir(), 'amparo-test-app-'))
    mkdirSync(join(home, 'scratch'), { mode: 0o700 })
    process.once('exit', () => rmSync(home, { recursive: true, force: true }))
    globalThis.amparoTestHome = home
  }
  return globalThis.amparoTestHome
}

function formBody(fields: TestFields, multipart: boolean): FormData | URLSearchParams {
  const files = multipart || Object.values(fields).some((value) => value instanceof File)
  const form = files ? new FormData() : new URLSearchParams()
  for (const [name, value] of Object.entries(fields))
    for (const one of Array.isArray(value) ? value : [value]) (form as FormData).append(name, one)
  return form
}

/**
 * What a browser would send from the first form of a page that posts to `action`: every field as it stands there,
 * ticked and chosen as it is. Lets a test answer the page that it was shown and not one that it imagines.
 */
export function formOf(html: string, action: string): Record<string, string | string[]> {
  const forms = [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)]
  const found = forms.find(([, attributes = '']) => attribute(attributes, 'action') === action)
  if (!found) throw new Error(`no form posts to ${action}; the page has ${forms.length}`)
  const fields: Record<string, string | string[]> = {}
  const add = (name: string, value: string) => {
    const before = fields[name]
    fields[name] = before === undefined ? value : [before, value].flat()
  }
  const controls =
    /<input\b([^>]*)>|<textarea\b([^>]*)>([\s\S]*?)<\/textarea>|<select\b([^>]*)>([\s\S]*?)<\/select>/g
  for (const [, input, area, text = '', select, options = ''] of (found[2] ?? '').matchAll(controls)) {
    const tag = input ?? area ?? select ?? ''
    const name = attribute(tag, 'name')
    if (name === null || /\sdisabled\b/.test(tag)) continue
    if (area !== undefined) add(name, unescape(text.replace(/^\n/, '')))
    else if (select !== undefined) {
      const all = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, one = '']) => one)
      const chosen = all.filter((one) => /\sselected\b/.test(one))
      const multiple = /\smultiple\b/.test(select)
      for (const one of chosen.length > 0 || multiple ? chosen : all.slice(0, 1))
        add(name, attribute(one, 'value') ?? '')
    } else {
      const type = attribute(tag, 'type') ?? 'text'
      if (type === 'file' || type === 'submit') continue
      if ((type === 'checkbox' || type === 'radio') && !/\schecked\b/.test(tag)) continue
      add(name, attribute(tag, 'value') ?? (type === 'checkbox' ? 'on' : ''))
    }
  }
  return fields
}

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)
  return found ? unescape(found[1] ?? '') : null
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x27': "'",
  '#39': "'",
}

/** The text that escaped HTML shows. */
export const unescape = (html: string): string =>
  html.replace(/&(amp|lt|gt|quot|#x27|#39);/g, (whole, name: string) => entities[name] ?? whole)

/** A file of a form, from a path. */
export const fileFrom = async (path: string, name: string): Promise<File> =>
  new File([await openAsBlob(path)], name)
