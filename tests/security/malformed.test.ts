import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { openSession } from '#platform/identity'
import { createRecord } from '#platform/records'
import { modules } from '../../src/modules.ts'
import { type TestApp, type TestPerson, testApp } from '../support/app.ts'
import { oddRequest, requestOf } from '../support/odd-requests.ts'

// A seeded sample; bench/malformed.ts sends a thousand to each address.
const routes = modules.flatMap((module) => module.routes ?? [])
const seed = 1977

let app: TestApp
let founder: TestPerson
let id: string

beforeAll(async () => {
  app = await testApp()
  founder = await app.signIn()
  id = (await founder.within((tx) => createRecord(tx, { type: 'person', values: { name: 'Dora' } }))).id
})

test.each(routes.map((route) => [route.method, route.path, route] as const))(
  '%s %s never fails on our side (claim 30)',
  async (method, _path, route) => {
    // Somebody newly signed in: some of these end sessions.
    const person = await app.signIn(founder.actor)
    const formToken = (await openSession(app.house.db, person.token))?.formToken ?? ''
    for (const sample of fc.sample(oddRequest, { seed, numRuns: 12 })) {
      const { address, init } = requestOf(route, sample, { type: 'person', id, formToken })
      const response = await app.fetch(address, {
        ...init,
        headers: {
          ...init.headers,
          ...(route.api
            ? { authorization: `Bearer ${person.token}` }
            : { cookie: `amparo=${person.token}`, origin: 'http://localhost' }),
        },
      })
      await response.arrayBuffer()
      expect(
        response.status,
        `${method} ${address} ${sample.shape}\n${[...app.faults.values()].map(String).join('\n')}`,
      ).toBeLessThan(500)
    }
  },
)
