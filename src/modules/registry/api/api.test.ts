import { describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'

async function client() {
  const app = await testApp()
  const person = await app.signIn()
  const call = async (method: string, path: string, body?: unknown) => {
    const response = await app.fetch(`/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${person.token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      body: (await response.json()) as never,
    }
  }
  return { app, call }
}

describe('the API', () => {
  test('creates, lists by key, reads, changes and deletes a record', async () => {
    const { call } = await client()
    const made = await call('POST', '/records/person', {
      values: { name: 'Dora Muñoz', country: ['CO'], rights: ['indigenous'] },
    })
    expect(made.status).toBe(201)
    const { id } = made.body as { id: string }
    for (const name of ['Amaru', 'Buscarita'])
      await call('POST', '/records/person', { values: { name, country: ['AR'] } })
    const first = await call('GET', '/records/person?sort=_title&limit=2')
    expect(first.body).toMatchObject({ count: 3, items: [{ title: 'Amaru' }, { title: 'Buscarita' }] })
    const next = (first.body as { next: string }).next.replace('/api/v1', '')
    expect((await call('GET', next)).body).toMatchObject({ items: [{ id }], next: null })
    expect((await call('GET', '/records/person?f.country=AR&q=buscarita')).body).toMatchObject({ count: 1 })
    expect((await call('GET', '/facets/person')).body).toMatchObject({
      fields: {
        country: [
          { key: 'AR', count: 2 },
          { key: 'CO', count: 1 },
        ],
      },
    })
    expect(
      await call('PATCH', `/records/person/${id}`, { version: 1, values: { birth: '1970?' } }),
    ).toMatchObject({ status: 200, body: { version: 2 } })
    expect(
      await call('PATCH', `/records/person/${id}`, { version: 1, values: { birth: '1971' } }),
    ).toMatchObject({
      status: 409,
      type: expect.stringContaining('application/problem+json'),
    })
    expect((await call('GET', `/records/person/${id}`)).body).toMatchObject({
      version: 2,
      values: { birth: '1970?', country: ['CO'] },
    })
    expect((await call('GET', `/records/person/${id}/versions/1`)).body).toMatchObject({
      values: { country: ['CO'] },
    })
    expect((await call('DELETE', `/records/person/${id}?version=2`)).status).toBe(200)
    expect((await call('GET', '/records/person')).body).toMatchObject({ count: 2 })
  })

  test('answers bad input with a problem that names the field', async () => {
    const { call } = await client()
    expect(
      await call('POST', '/records/person', { values: { country: ['Congo'], birth: '1976-13' } }),
    ).toMatchObject({
      status: 422,
      body: {
        errors: expect.arrayContaining([
          expect.objectContaining({ field: 'name' }),
          expect.objectContaining({ field: 'birth' }),
        ]),
      },
    })
    expect((await call('POST', '/records/person', '{"values":')).status).toBe(400)
    expect((await call('POST', '/records/nothing', { values: {} })).status).toBe(404)
    expect((await call('GET', '/records/person/not-an-id')).status).toBe(404)
    expect((await call('GET', '/records/person?after=zzz')).status).toBe(400)
    expect((await call('GET', '/records/person?limit=100000')).status).toBe(400)
  })

  test('gives another organisation nothing but 404', async () => {
    const { call } = await client()
    const other = await client()
    const { id } = (await call('POST', '/records/person', { values: { name: 'Dora' } })).body as {
      id: string
    }
    for (const [method, path, body] of [
      ['GET', `/records/person/${id}`],
      ['GET', `/records/person/${id}/versions`],
      ['GET', `/records/person/${id}/versions/1`],
      ['PATCH', `/records/person/${id}`, { version: 1 }],
      ['DELETE', `/records/person/${id}?version=1`],
    ] as const)
      expect((await other.call(method, path, body)).status, `${method} ${path}`).toBe(404)
  })

  test('asks for a token of every address but its description', async () => {
    const { app } = await client()
    expect((await app.fetch('/api/v1/records/person')).status).toBe(401)
    const description = await app.fetch('/api/v1/openapi.json')
    expect(description.status).toBe(200)
    expect(((await description.json()) as { openapi: string }).openapi).toBe('3.1.0')
  })
})
