import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { createRecord } from '#platform/records'
import { modules } from '../../src/modules.ts'
import { type TestApp, type TestPerson, testApp } from '../support/app.ts'

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

/** What people, scanners and broken programs send. */
const odd = fc.oneof(
  fc.constantFrom(
    '',
    '0',
    '-1',
    '99999999999999999999',
    '1e9',
    'null',
    'undefined',
    'NaN',
    '%',
    "'; drop table record; --",
    '../../etc/passwd',
    '__proto__',
    'constructor',
    '\u0000',
    '\ud800',
    '🜁'.repeat(50),
    '<script>',
    '{}',
    '[]',
    'a'.repeat(3000),
    '1976-13',
    'Congo',
    '=1+1',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.uuid(),
)
const names = fc.oneof(
  fc.constantFrom(
    'q',
    'sort',
    'after',
    'limit',
    'as',
    'from',
    'to',
    'f.country',
    'f.name.full',
    'f.relatives.0.to',
    'f.relatives.x.a.kind',
    '_fields',
    'version',
    'merge',
    'lose',
    'with',
    'field',
    '_add',
    '_remove',
    'visibility',
    'type',
    'text',
    'format',
    'citation',
    'lang',
    'back',
  ),
  fc.string({ maxLength: 20 }),
)
const request = fc.record({
  params: fc.array(odd, { minLength: 4, maxLength: 4 }),
  known: fc.boolean(),
  query: fc.array(fc.tuple(names, odd), { maxLength: 5 }),
  fields: fc.array(fc.tuple(names, odd), { maxLength: 8 }),
})

test.each(routes.map((route) => [route.method, route.path, route] as const))(
  '%s %s never fails on our side (claim 30)',
  async (method, path, route) => {
    // Somebody newly signed in: some of these end sessions.
    const person = await app.signIn(founder.actor)
    for (const sample of fc.sample(request, { seed, numRuns: 12 })) {
      let at = 0
      const filled = path.replace(/:(\w+)(\{[^}]*\})?\??/g, (_whole, name: string) =>
        sample.known && name === 'type'
          ? 'person'
          : sample.known && name === 'id'
            ? id
            : encodeURIComponent((sample.params[at++ % 4] ?? '').toWellFormed()) || 'x',
      )
      const query = new URLSearchParams(
        sample.query.map(([name, value]) => [name.toWellFormed(), value.toWellFormed()]),
      ).toString()
      const address = query ? `${filled}?${query}` : filled
      const response =
        method === 'get'
          ? await person.get(address)
          : route.api
            ? await app.fetch(address, {
                method: method.toUpperCase(),
                headers: { authorization: `Bearer ${person.token}` },
                body: JSON.stringify({ version: 1, values: Object.fromEntries(sample.fields) }),
              })
            : await person.post(
                address,
                Object.fromEntries(
                  sample.fields.map(([name, value]) => [name.toWellFormed() || 'x', value.toWellFormed()]),
                ),
              )
      await response.arrayBuffer()
      expect(
        response.status,
        `${method} ${address}\n${[...app.faults.values()].map(String).join('\n')}`,
      ).toBeLessThan(500)
    }
  },
)
