import { randomUUID, timingSafeEqual } from 'node:crypto'
import { statfsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { type Context, Hono } from 'hono'
import { can } from '#platform/access'
import { databaseProblem, isId } from '#platform/db'
import type { House } from '#platform/house'
import { type Language, isLanguage, preferredLanguage } from '#platform/i18n'
import { type Session, openSession } from '#platform/identity'
import { noteMissing, writeLedgerApart } from '#platform/ledger'
import { Problem, describeProblem } from '#platform/problem'
import { type Schema, type Tx, withRequest } from '#platform/records'
import { serveAsset } from './assets.ts'
import { keepDraft } from './keep-draft.ts'
import { noForm, readForm } from './read-form.ts'
import { html, json, redirect } from './responses.ts'
import { type Route, type Visit, sessionToken } from './route.ts'
import { securityHeaders } from './security-headers.ts'
import { addressOf, isPersonal } from './visitor.ts'

/** What the app needs besides the house: how a problem looks as a page, and where faults are written. */
export interface AppParts {
  readonly house: House
  readonly problemPage: (
    problem: Problem,
    at: {
      readonly language: Language
      readonly signedIn: boolean
      readonly house: House
      readonly id?: string
    },
  ) => string
  /** Writes down a fault of ours: an id that the person is shown, and the error. */
  readonly report: (id: string, error: unknown) => void
}

/** The whole web application: every route of every module, one way through for each request. */
export function createApp(parts: AppParts): Hono {
  const app = new Hono()
  app.use(securityHeaders(parts.house.origins))
  app.get('/assets/*', (context) => serveAsset(context.req.path))
  for (const route of parts.house.routes)
    app.on(route.method.toUpperCase(), route.path, (context) => answer(parts, route, context))
  app.notFound((context) => present(parts, context.req.raw, new Problem('not_found'), guest(context.req.raw)))
  app.onError((error, context) => present(parts, context.req.raw, error, guest(context.req.raw)))
  return app
}

/** route → authenticate → token → parse → handle; whatever is thrown becomes one kind of answer. */
async function answer(parts: AppParts, route: Route, context: Context): Promise<Response> {
  const { house } = parts
  const request = context.req.raw
  let form = noForm
  let asker = guest(request)
  let signedIn: Session | null = null
  try {
    const token = route.may === 'guest' ? null : sessionToken(request)
    const session = token ? await openSession(house.db, token, isPersonal(request)) : null
    const url = new URL(request.url)
    signedIn = session
    if (session) asker = { language: session.actor.language, signedIn: true }
    const { language } = asker
    if (route.may !== 'anyone' && route.may !== 'guest') {
      if (!session) {
        const draft =
          token && route.method === 'post' && !route.api
            ? await keepDraft(house, {
                token,
                path: url.pathname + url.search,
                same: sameText,
                read: async () => {
                  sameOrigin(request, url, house)
                  form = await readForm(request, house.scratch, route.bodyLimit, route.hiddenUploads)
                  return form
                },
              })
            : null
        throw new Problem('not_signed_in', { data: { draft } })
      }
      if (session.mustEnrol && !enrolling(route.path)) {
        if (route.api || route.method !== 'get') throw new Problem('forbidden')
        return redirect('/workspace/me/second-factor')
      }
      if (route.may !== 'member' && !can(session.actor, route.may)) throw new Problem('forbidden')
    }
    if (route.method !== 'get' && !route.api) {
      sameOrigin(request, url, house)
      form = await readForm(request, house.scratch, route.bodyLimit, route.hiddenUploads)
    }
    if (route.method !== 'get' && session) {
      const given = route.api ? (request.headers.get('x-amparo-token') ?? '') : form.get('_csrf')
      // A bearer is not sent by a browser on its own: nothing to forge.
      if (!(route.api && request.headers.has('authorization')) && !sameText(given, session.formToken))
        throw new Problem('form_expired')
    }
    let schema: Schema | null = null
    let counts: ReadonlyMap<string, number> | null = null
    // Who is at work keeps open what they opened.
    if (session) house.openings.of(session.id, isPersonal(request))
    const visit: Visit = {
      house,
      request,
      url,
      params: context.req.param() as Record<string, string>,
      language,
      session,
      address: addressOf(context),
      form,
      within: (action) => {
        if (!session) throw new Problem('not_signed_in')
        return withRequest(house, session.actor, async (tx) => {
          schema = tx.schema
          const asked = { ...tx, sessionId: session.id, opened: house.openings.of(session.id) }
          if (route.method === 'get' && !route.api) counts ??= await countEntries(house, asked)
          return action(asked)
        })
      },
      get schema() {
        return schema
      },
      get counts() {
        return counts ?? new Map()
      },
    }
    return await route.handle(visit)
  } catch (error) {
    if (signedIn && error instanceof Problem && error.kind === 'forbidden')
      await noteDenial(parts, signedIn, route, context)
    if (signedIn && error instanceof Problem && error.kind === 'not_found')
      await noteNothing(parts, signedIn, route, context)
    return await present(parts, request, error, asker)
  } finally {
    await Promise.all(form.files.map((file) => rm(file.path, { force: true })))
  }
}

/** What waits behind the entries of the menu, by their addresses. */
async function countEntries(house: House, tx: Tx): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for (const { href, may = 'read', count } of house.navigation)
    if (count && (may === 'member' || can(tx.actor, may))) counts.set(href, await count(tx))
  return counts
}

/** What may be done while the second factor that the organisation asks for is still missing. */
const enrolling = (path: string): boolean =>
  path === '/sign-out' || path.startsWith('/workspace/me') || path.startsWith('/workspace/language/')

/** A denial is on the ledger, in a transaction of its own. Where that fails the denial stands, and the fault is told. */
async function noteDenial(parts: AppParts, session: Session, route: Route, context: Context): Promise<void> {
  const id = context.req.param('id')
  try {
    await writeLedgerApart(parts.house.db, session.actor, 'access.denied', id && isId(id) ? id : null, {
      method: route.method,
      route: route.path,
      session: session.id,
    })
  } catch (error) {
    parts.report(randomUUID().slice(0, 8), error)
  }
}

/**
 * That nothing was shown where an id was named is on the ledger, hidden or not there alike: the same statement, the same
 * answer. The entry alone says which, to the auditor.
 */
async function noteNothing(parts: AppParts, session: Session, route: Route, context: Context): Promise<void> {
  const id = context.req.param('id')
  if (!id || !isId(id)) return
  try {
    await noteMissing(parts.house.db, session.actor, id, {
      method: route.method,
      route: route.path,
      session: session.id,
    })
  } catch (error) {
    parts.report(randomUUID().slice(0, 8), error)
  }
}

const languageOf = (url: URL, request: Request): Language => {
  const first = url.pathname.split('/').find(isLanguage)
  return first && isLanguage(first)
    ? first
    : preferredLanguage(request.headers.get('accept-language') ?? undefined)
}

/** A form is taken only from our own pages: the token is the lock, this is the second one. */
function sameOrigin(request: Request, url: URL, house: House): void {
  const origin = request.headers.get('origin')
  if (origin === null || origin === url.origin || house.origins.includes(origin)) return
  throw new Problem('form_expired')
}

function sameText(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)]
  return x.length === y.length && timingSafeEqual(x, y)
}

/** In which language an answer is, whatever went wrong on the way to it. */
interface Asker {
  readonly language: Language
  readonly signedIn: boolean
}

const guest = (request: Request): Asker => ({
  language: languageOf(new URL(request.url), request),
  signedIn: false,
})

async function present(parts: AppParts, request: Request, thrown: unknown, asker: Asker): Promise<Response> {
  const error = becauseFull(databaseProblem(thrown), parts.house.scratch)
  const url = new URL(request.url)
  const { language, signedIn } = asker
  const id = randomUUID().slice(0, 8)
  const problem = error instanceof Problem ? error : new Problem('internal', { cause: error })
  if (problem.status >= 500) parts.report(id, error)
  if (url.pathname.startsWith('/api/'))
    return json(
      { ...describeProblem(problem, language), ...(problem.status >= 500 && { instance: id }) },
      problem.status,
      'application/problem+json',
    )
  if (problem.kind === 'not_signed_in' && parts.house.signIn) {
    const { draft } = (problem.data ?? {}) as { readonly draft?: string | null }
    return parts.house.signIn({ house: parts.house, request, url, language, draft: draft ?? null })
  }
  return html(
    parts.problemPage(problem, {
      language,
      signedIn,
      house: parts.house,
      ...(problem.status >= 500 && { id }),
    }),
    problem.status,
  )
}

// One segment of PostgreSQL's log: with less it does not come up again.
const leastFree = 16 * 1024 * 1024

/** A database that is away because its disk is full, told so: trying again shortly would not help. */
function becauseFull(error: unknown, folder: string): unknown {
  if (!(error instanceof Problem) || error.kind !== 'unavailable') return error
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize < leastFree ? new Problem('full', { cause: error }) : error
  } catch {
    return error
  }
}
