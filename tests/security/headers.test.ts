import { beforeAll, describe, expect, test } from 'vitest'
import { createApp, route } from '#platform/http'
import { Problem } from '#platform/problem'
import { createRecord } from '#platform/records'
import { problemPage } from '#web/workspace'
import { modules } from '../../src/modules.ts'
import { type TestApp, type TestPerson, testApp } from '../support/app.ts'
import { expectStrict } from '../support/strict-headers.ts'

const routes = modules.flatMap((module) => module.routes ?? [])

let app: TestApp
let founder: TestPerson
let id: string

beforeAll(async () => {
  app = await testApp()
  founder = await app.signIn()
  id = (await founder.within((tx) => createRecord(tx, { type: 'person', values: { name: 'Dora' } }))).id
})

const addressed = (path: string): string =>
  path
    .replace(/:type\b/g, 'person')
    .replace(/:(id|personId|recordId)\b/g, id)
    .replace(/:org\b/g, founder.actor.orgSlug)
    .replace(/:language\b/g, 'en')
    .replace(/:\w+(\{[^}]*\})?\??/g, 'x')

const seen = new Map<number, number>()
const note = (response: Response) => seen.set(response.status, (seen.get(response.status) ?? 0) + 1)

test.each(routes.map((route) => [route.method.toUpperCase(), route.path, route] as const))(
  '%s %s: strict headers, whoever asks and however (claim 18)',
  async (method, path, { api }) => {
    // Somebody newly signed in: some of these end sessions.
    const person = await app.signIn(founder.actor)
    const address = addressed(path)
    const json = { authorization: `Bearer ${person.token}`, 'content-type': 'application/json' }
    const form = { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost' }
    const cookie = { cookie: `amparo=${person.token}` }
    const asked: readonly (readonly [string, () => Promise<Response>])[] = [
      ['a guest', () => app.fetch(address, { method })],
      ...(method === 'GET'
        ? ([
            ['a person', () => person.get(address)],
            ['with a query that is none', () => person.get(`${address}?after=%00&sort=__proto__&limit=-1`)],
            ['HEAD', () => app.fetch(address, { method: 'HEAD', headers: cookie })],
          ] as const)
        : ([
            [
              'a person',
              () =>
                api ? app.fetch(address, { method, headers: json, body: '{}' }) : person.post(address, {}),
            ],
            [
              'with a forged form',
              () => app.fetch(address, { method, headers: { ...form, ...cookie }, body: '_csrf=forged' }),
            ],
            [
              'from another site',
              () =>
                app.fetch(address, {
                  method,
                  headers: { ...form, ...cookie, origin: 'https://evil.example' },
                  body: '',
                }),
            ],
            [
              'with too much',
              () =>
                app.fetch(address, {
                  method,
                  headers: { ...(api ? json : { ...form, ...cookie }), 'content-length': '99999999999' },
                  body: 'x',
                }),
            ],
            [
              'with what cannot be read',
              () =>
                app.fetch(address, {
                  method,
                  headers: api ? json : { ...form, ...cookie, 'content-type': 'image/png' },
                  body: '{',
                }),
            ],
          ] as const)),
      ['by another method', () => app.fetch(address, { method: 'PUT', headers: cookie, body: 'x' })],
    ]
    for (const [who, ask] of asked) {
      const response = await ask()
      await response.arrayBuffer()
      note(response)
      expectStrict(response, `${method} ${address} ${who}`)
    }
  },
)

describe('an answer of any other kind', () => {
  test('has strict headers: not found, redirected, refused, a fault of ours, a static file that is not there (claim 18)', async () => {
    const faulty = createApp({
      house: {
        ...app.house,
        routes: [
          route({
            method: 'get',
            path: '/fault',
            may: 'anyone',
            handle: () => Promise.reject(new Error('a fault')),
          }),
          route({
            method: 'get',
            path: '/api/v1/fault',
            may: 'anyone',
            handle: () => Promise.reject(new Error('a fault')),
          }),
          route({
            method: 'get',
            path: '/away',
            may: 'anyone',
            handle: () => Promise.reject(new Problem('unavailable')),
          }),
        ],
      },
      problemPage,
      report: () => undefined,
    })
    for (const [path, status] of [
      ['/fault', 500],
      ['/api/v1/fault', 500],
      ['/away', 503],
      ['/nothing', 404],
      ['/api/nothing', 404],
      ['/assets/nothing.js', 404],
      ['/assets/../../package.json', 404],
      ['/assets/%2e%2e/%2e%2e/package.json', 404],
    ] as const) {
      const response = await faulty.fetch(new Request(`http://localhost${path}`))
      expect(response.status, path).toBe(status)
      expectStrict(response, `GET ${path}`)
    }
    const redirected = await (await app.signIn()).get('/workspace/language/en')
    expect(redirected.status).toBe(303)
    expectStrict(redirected, 'GET /workspace/language/en')
  })

  test('tells a browser to stay with TLS where there is TLS, and nowhere else (claim 18)', async () => {
    const withTls = createApp({
      house: { ...app.house, origins: ['https://records.example.org', 'http://abc.onion'] },
      problemPage,
      report: () => undefined,
    })
    const told = async (host: string) =>
      (await withTls.fetch(new Request(`http://${host}/nothing`, { headers: { host } }))).headers.get(
        'strict-transport-security',
      )
    expect(await told('records.example.org')).toMatch(/^max-age=\d{8}$/)
    expect(await told('abc.onion')).toBeNull()
    expect(await told('localhost')).toBeNull()
  })
})

test('every kind of answer was among them', () => {
  for (const status of [200, 303, 400, 401, 403, 404, 413, 422])
    expect(seen.get(status) ?? 0, String(status)).toBeGreaterThan(0)
})
