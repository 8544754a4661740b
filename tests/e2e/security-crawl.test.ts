import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { Readable } from 'node:stream'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#platform/access'
import { attachFile } from '#platform/evidence'
import { withRequest } from '#platform/records'
import { launchBrowser } from '../support/browser.ts'
import { hostileRecords, hostileWords } from '../support/hostile-values.ts'
import { type TestServer, signedIn, startServer } from '../support/server.ts'
import { expectStrict } from '../support/strict-headers.ts'

let browser: Browser
let server: TestServer
let ada: Actor
let hostile: ReadonlyMap<string, string>
let files: Readonly<Record<'html' | 'svg' | 'pdf', string>>

beforeAll(async () => {
  ;[browser, server] = await Promise.all([launchBrowser(), startServer({ demo: true })])
  ada = await administrator()
  const { house } = server.serving.open
  ;({ hostile, files } = await withRequest(house, ada, async (tx) => {
    const made = await hostileRecords(tx)
    const attach = async (name: string, content: string) =>
      (
        await attachFile(tx, house.files, {
          recordId: made.get('person') ?? '',
          content: Readable.from([Buffer.from(content, 'latin1')]),
          name,
          caption: hostileWords.slice(0, 300),
        })
      ).attachmentId
    return {
      hostile: made,
      files: {
        html: await attach('page.html', htmlUpload),
        svg: await attach(`"><img data-hostile src=x>.svg`, svgUpload),
        pdf: await attach('paper.pdf', pdfUpload),
      },
    }
  }))
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const script = 'document.title="hacked";window.hacked=1;try{fetch("/stolen?"+document.cookie)}catch{}'
const htmlUpload = `<!doctype html><title>still</title><p>words</p><script>${script}</script><img src=x onerror='${script}'>`
const svgUpload = `<svg xmlns="http://www.w3.org/2000/svg" onload='${script}'><title>still</title><script>${script}</script></svg>`
const pdfUpload = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1);app.launchURL("http://localhost/stolen"))>>>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj
trailer<</Root 1 0 R>>
%%EOF`

async function administrator(): Promise<Actor> {
  const row = await server.serving.open.owner
    .selectFrom('account as a')
    .innerJoin('org as o', 'o.id', 'a.org_id')
    .select(['a.id', 'a.org_id', 'a.name'])
    .where('o.slug', '=', 'demo')
    .where('a.role', '=', 'administrator')
    .executeTakeFirstOrThrow()
  return {
    orgId: row.org_id,
    orgSlug: 'demo',
    accountId: row.id,
    name: row.name,
    role: 'administrator',
    language: 'en',
  }
}

// What is read by machines is asked for, not shown: a browser’s own view of a picture or of XML writes styles into it.
const isFetched = (path: string) =>
  /\/(download|print|file|export|picture)$|\.(atom|csv|ics|json|png|txt|xml)$/.test(path)

describe('every address that a person comes to by following links', () => {
  /** The addresses of pages of the router, as patterns. */
  const patterns = () =>
    server.serving.open.house.routes
      .filter(({ method }) => method === 'get')
      .map(({ path }) => ({
        path,
        fits: new RegExp(
          `^${path.replace(/:\w+(\{([^}]*)\})?/g, (_all, _braces, own: string) => `(${own ?? '[^/]+'})`)}$`,
        ),
      }))
      // The most particular first: /people/invite is not /people/:id.
      .sort((a, b) => a.path.split(':').length - b.path.split(':').length || b.path.length - a.path.length)

  const filled = (path: string) =>
    path
      .replace(':org', 'demo')
      .replace(':language', 'en')
      .replace(':type', 'person')
      .replace(/:attachment\b/, files.html)
      .replace(/:id\b/, hostile.get('person') ?? '')
      .replaceAll(/:\w+(\{[^}]*\})?/g, 'x')

  test('asks nothing of a third party, has strict headers, complains of nothing, and holds no markup of others (claims 17, 18, 20)', async () => {
    const { page, context, complaints } = await signedIn(browser, server)
    const known = patterns()
    const fails: string[] = []
    const elsewhere = new Set<string>()
    let answers = 0
    context.on('request', (request) => {
      if (!request.url().startsWith(`${server.url}/`) && !request.url().startsWith('data:'))
        elsewhere.add(request.url())
    })
    context.on('response', (response) => {
      if (!response.url().startsWith('http')) return
      answers += 1
      const headers = new Headers(
        Object.entries(response.headers()).map(([name, value]) => [name, value.replaceAll('\n', ', ')]),
      )
      const name = `GET ${new URL(response.url()).pathname}`
      if (response.request().method() !== 'GET') return
      try {
        expectStrict({ status: response.status(), headers }, name)
      } catch (error) {
        fails.push(`${name}: ${String(error).split('\n')[0]}`)
      }
    })

    const some = ['person', 'event', 'source'].flatMap((type) => hostile.get(type) ?? [])
    /** How often each pattern was asked for. */
    const visits = new Map<string, number>()
    const reached = new Set<string>()
    const queue = [
      '/workspace',
      '/',
      '/site/demo/en',
      ...[...hostile.values()].map((id) => `/workspace/record/${id}`),
      '/workspace/records/person',
      '/workspace/records/event',
      ...some.flatMap((id) => [`/workspace/record/${id}/edit`, `/workspace/record/${id}/history`]),
      ...Object.values(files).flatMap((id) => [`/workspace/file/${id}`, `/workspace/file/${id}/preview`]),
      `/workspace/search?q=${encodeURIComponent('script')}`,
      '/sign-in',
      '/sign-in/no-such-link',
      '/invitation/no-such-link',
      '/workspace/nothing-here',
      '/api/v1/types',
      '/api/v1/openapi.json',
      '/api/v1/vocabularies/countries',
      ...[...hostile]
        .slice(0, 2)
        .flatMap(([type, id]) => [
          `/api/v1/records/${type}`,
          `/api/v1/facets/${type}`,
          `/api/v1/records/${type}/${id}`,
          `/api/v1/records/${type}/${id}/versions`,
          `/api/v1/records/${type}/${id}/versions/1`,
        ]),
    ]
    const first = queue.length
    let completed = false
    let byLinks = 0
    for (let at = 0; at < queue.length; at += 1) {
      if (at === queue.length - 1 && !completed) {
        completed = true
        byLinks = reached.size
        // What stands behind a form, an import or an approval: asked for all the same, with names of things that are there.
        for (const { path } of known) if (!reached.has(path)) queue.push(filled(path))
      }
      const address = queue[at] ?? ''
      const url = new URL(address, server.url)
      const pattern = known.find(({ fits }) => fits.test(url.pathname))?.path ?? url.pathname
      const times = visits.get(pattern) ?? 0
      if (at >= first && times >= 2 && !completed) continue
      visits.set(pattern, times + 1)
      reached.add(pattern)
      // It ends the session, or leaves the language.
      if (pattern === '/sign-out' || pattern.startsWith('/workspace/language')) continue
      if (isFetched(url.pathname) || url.pathname.startsWith('/api/')) {
        const answer = await context.request.get(address, { maxRedirects: 0 })
        expectStrict(
          { status: answer.status(), headers: new Headers(answer.headers()) },
          `GET ${url.pathname}`,
        )
        expect(answer.status(), address).toBeLessThan(500)
        continue
      }
      const answer = await page.goto(address, { waitUntil: 'load' }).catch((error: unknown) => {
        // A page that a person saves rather than sees.
        if (!String(error).includes('Download is starting')) fails.push(`${address}: ${String(error)}`)
        return null
      })
      if ((answer?.status() ?? 0) >= 500) fails.push(`${address}: ${answer?.status()}`)
      const seen = (await page.evaluate(`({
        marks: document.querySelectorAll('[data-hostile]').length, hacked: window.hacked,
        scripts: [...document.querySelectorAll('a[href^="javascript:" i], [onclick], [onload], [onerror], base')].length,
        links: [...document.querySelectorAll('a[href]')].map((a) => String(a.href)) })`)) as {
        marks: number
        hacked: unknown
        scripts: number
        links: string[]
      }
      if (seen.marks > 0 || seen.hacked !== undefined || seen.scripts > 0)
        fails.push(`${address}: ${JSON.stringify({ ...seen, links: 0 })}`)
      for (const link of seen.links) {
        if (!URL.canParse(link)) continue
        const next = new URL(link)
        if (next.origin === server.url && !completed) queue.push(next.pathname + next.search)
      }
    }
    expect(fails).toEqual([])
    expect([...elsewhere]).toEqual([])
    expect(complaints).toEqual([])
    expect(answers).toBeGreaterThan(200)
    expect(byLinks).toBeGreaterThan(50)
    expect(known.filter(({ path }) => !reached.has(path))).toEqual([])
    await context.close()
  }, 600_000)
})

describe('a file that somebody sent us', () => {
  const openIn = async (page: Page, id: string) => {
    const download = page.waitForEvent('download')
    await page.goto(`/workspace/file/${id}/download`).catch(() => undefined)
    return download
  }

  test.each(['html', 'svg', 'pdf'] as const)('%s is saved and not opened (claim 19)', async (kind) => {
    const { page, context } = await signedIn(browser, server)
    const stolen = listen(context)
    const download = await openIn(page, files[kind])
    expect(download.url()).toContain(files[kind])
    const answer = await context.request.get(`/workspace/file/${files[kind]}/download`)
    expect(answer.headers()['content-disposition']).toMatch(/^attachment;/)
    expect(answer.headers()['content-security-policy']).toMatch(/^sandbox;/)
    expect(answer.headers()['x-content-type-options']).toBe('nosniff')
    expect(stolen()).toEqual([])
    await context.close()
  })

  test.each(['html', 'svg'] as const)(
    '%s runs nothing even where a browser is made to open it, and has no cookie (claim 19)',
    async (kind) => {
      for (const policy of [false, true]) {
        // As a browser would that does not heed `attachment` and guesses the type: everything else as we send it.
        const forced = createServer((request, response) => void force(kind, policy, request, response))
        await new Promise<void>((resolve) => forced.listen(0, 'localhost', resolve))
        const { page, context } = await signedIn(browser, server)
        const stolen = listen(context)
        await page.goto(`http://localhost:${(forced.address() as AddressInfo).port}/`)
        await page.waitForTimeout(300)
        const seen = (await page.evaluate(
          `({ hacked: window.hacked ?? null, origin: self.origin, title: document.title })`,
        )) as { hacked: unknown; origin: string; title: string }
        expect(seen.title).toBe(policy ? 'still' : 'hacked')
        // Without the policy it does run: this test can see it.
        expect(seen.hacked).toBe(policy ? null : 1)
        expect(stolen().length > 0).toBe(!policy)
        if (policy) expect(seen.origin).toBe('null')
        await context.close()
        forced.closeAllConnections()
        forced.close()
      }
    },
  )

  /** As a browser would that does not heed `attachment` and guesses the type: everything else as we send it. */
  async function force(
    kind: 'html' | 'svg',
    policy: boolean,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const answer = await fetch(`${server.url}/workspace/file/${files[kind]}/download`, {
      headers: { cookie: request.headers.cookie ?? '' },
    })
    const changed = new Set(['content-disposition', 'content-type', 'content-length', 'transfer-encoding'])
    if (!policy) changed.add('content-security-policy')
    for (const [name, value] of answer.headers)
      if (!changed.has(name) && name !== 'connection') response.setHeader(name, value)
    response.setHeader('content-type', kind === 'html' ? 'text/html' : 'image/svg+xml')
    response.end(Buffer.from(await answer.arrayBuffer()))
  }

  function listen(context: BrowserContext) {
    const asked: string[] = []
    context.on('request', (request) => {
      if (request.url().includes('/stolen')) asked.push(request.url())
    })
    return () => asked
  }
})

test('what is not HTTP is refused with an empty answer (claim 18)', async () => {
  const { port } = new URL(server.url)
  for (const nonsense of [
    'nonsense\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: a b\r\n\r\n',
    'GET //[ HTTP/1.1\r\nHost: [\r\n\r\n',
    `GET / HTTP/1.1\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`,
  ]) {
    const answer = await new Promise<string>((resolve) => {
      let said = ''
      const socket = connect(Number(port), 'localhost', () => socket.write(nonsense))
      socket.on('data', (chunk: Buffer) => {
        said += chunk.toString()
        setTimeout(() => socket.destroy(), 200)
      })
      socket.on('close', () => resolve(said))
      // Cut off in the middle of what it sends.
      socket.on('error', () => resolve(said))
    })
    const [head = '', body = ''] = answer.split('\r\n\r\n')
    expect(head, nonsense.slice(0, 40)).toMatch(/^HTTP\/1\.1 4\d\d /)
    expect(body.replace(/^0?\r?\n?/, ''), nonsense.slice(0, 40)).toBe('')
  }
})
