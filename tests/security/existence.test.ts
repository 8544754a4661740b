import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { Client } from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { attachFile } from '#platform/evidence'
import { argonWork } from '#platform/identity'
import { createRecord } from '#platform/records'
import { modules } from '../../src/modules.ts'
import { type TestApp, type TestPerson, testApp } from '../support/app.ts'

// What is there and may not be seen is like what is not there: the same status, the same body, the same statements to the
// database, the same Argon2 work. How the times are spread is measured by bench/timing.ts.

const named = /:(id|personId|recordId|editionId|municipalityId|attachment|attachmentId)\b/
const routes = modules
  .flatMap((module) => module.routes ?? [])
  .filter(({ path, may }) => named.test(path) && may !== 'anyone' && may !== 'guest')

let app: TestApp
let founder: TestPerson
let hidden: Readonly<
  Record<'restricted' | 'foreign', { readonly record: string; readonly attachment: string }>
>

beforeAll(async () => {
  app = await testApp()
  founder = await app.signIn()
  const make = (by: TestPerson) =>
    by.within(async (tx) => {
      const { id } = await createRecord(tx, {
        type: 'person',
        values: { name: 'Hidden' },
        visibility: 'restricted',
      })
      const { attachmentId } = await attachFile(tx, app.house.files, {
        recordId: id,
        content: Readable.from(['hidden']),
        name: 'hidden.txt',
      })
      return { record: id, attachment: attachmentId }
    })
  hidden = { restricted: await make(founder), foreign: await make(await app.signIn()) }
})

/** A second administrator of the founder's organisation: may everything, and was let into nothing. */
async function colleague(): Promise<TestPerson> {
  const id = randomUUID()
  await app.owner
    .insertInto('account')
    .values({ org_id: founder.actor.orgId, id, kind: 'person', name: 'Bea', role: 'administrator' })
    .execute()
  return app.signIn({ ...founder.actor, accountId: id })
}

const addressed = (path: string, ids: { readonly record: string; readonly attachment: string }) =>
  path
    .replace(/:type\b/g, 'person')
    .replace(/:attachment(Id)?\b/g, ids.attachment)
    .replace(new RegExp(named, 'g'), ids.record)
    .replace(/:version\b/g, '1')
    .replace(/:\w+(\{[^}]*\})?\??/g, 'x')

/** All that can be told apart of an answer, with the id that was asked for taken out. */
async function traces(person: TestPerson, route: (typeof routes)[number], ids: typeof hidden.foreign) {
  const path = addressed(route.path, ids)
  const statements: string[] = []
  // At the driver: within transactions too, and whichever login asks.
  const original = Client.prototype.query
  Client.prototype.query = function (this: Client, ...asked: unknown[]) {
    const [what] = asked
    statements.push(typeof what === 'string' ? what : ((what as { text?: string }).text ?? ''))
    return (original as (...given: unknown[]) => unknown).apply(this, asked)
  } as typeof original
  const before = argonWork.count
  try {
    const answer =
      route.method === 'get'
        ? await person.get(path)
        : route.api
          ? await app.fetch(path, {
              method: route.method.toUpperCase(),
              headers: { authorization: `Bearer ${person.token}`, 'content-type': 'application/json' },
              body: JSON.stringify({ version: 1, values: {} }),
            })
          : await person.post(path, { version: '1', field: 'name', reason: 'because', _fields: 'name' })
    const without = (text: string) =>
      text
        .replaceAll(ids.record, 'ID')
        .replaceAll(ids.attachment, 'ID')
        .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'UUID')
    return {
      status: answer.status,
      body: without(await answer.text()),
      headers: without(JSON.stringify([...answer.headers])),
      statements,
      argon: argonWork.count - before,
    }
  } finally {
    Client.prototype.query = original
  }
}

describe.each(['restricted', 'foreign'] as const)('a record that is %s', (scope) => {
  test.each(routes.map((route) => [route.method.toUpperCase(), route.path, route] as const))(
    'is not told from one that is not there by %s %s (claims 8, 12)',
    async (_method, _path, route) => {
      const person = await colleague()
      // The organisation's definitions are read anew after somebody has come.
      await traces(person, route, { record: randomUUID(), attachment: randomUUID() })
      // Twice: what is written down once a day is then behind it.
      for (let i = 0; i < 2; i += 1) {
        const absent = await traces(person, route, { record: randomUUID(), attachment: randomUUID() })
        const forbidden = await traces(person, route, hidden[scope])
        expect(forbidden).toEqual(absent)
        expect(absent.status).toBeGreaterThanOrEqual(400)
        expect(absent.status).not.toBe(401)
        expect(absent.statements.length).toBeGreaterThan(0)
      }
    },
  )
})

test('what may be seen is told apart: this test can see it', async () => {
  const route = routes.find(({ path, method }) => method === 'get' && path === '/workspace/record/:id')
  if (!route) throw new Error('the page of a record has another address')
  const shown = await traces(founder, route, hidden.restricted)
  const absent = await traces(founder, route, { record: randomUUID(), attachment: randomUUID() })
  expect(shown.status).toBe(200)
  expect(shown.statements).not.toEqual(absent.statements)
  expect(absent.statements.length).toBeGreaterThan(4)
})
