import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, type TestPerson, formOf, testApp } from '../../../../tests/support/app.ts'
import { newId } from '#platform/db'
import type { SealingScope } from '#platform/house'
import { createRecord, readRecord } from '#platform/records'
import { sealingWords } from './messages.ts'
import ca from './messages/ca.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }
import es from './messages/es.json' with { type: 'json' }

const passphrase = 'four odd words of one person'
const w = sealingWords('en')
const secret = () => `canary-${randomUUID()}`

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})

const makeKey = (who: TestPerson) => who.post('/workspace/me/key', { new: passphrase, again: passphrase })

const text = async (answer: Promise<Response>) => (await answer).text()

/** Makes a person with a sealed channel by the form, and gives their id. */
async function make(who: TestPerson, channel: string): Promise<string> {
  const answer = await who.post('/workspace/records/person/new', {
    _fields: 'name safe_channel',
    'f.name.full': `Heron ${randomUUID().slice(0, 8)}`,
    'f.safe_channel': channel,
    visibility: 'internal',
  })
  expect(answer.status).toBe(303)
  return answer.headers.get('location')?.split('/').at(-1) ?? ''
}

const open = (who: TestPerson, id: string, given: Readonly<Record<string, string>> = {}) =>
  who.post(`/workspace/record/${id}/sealed/open`, { passphrase, reason: 'a test', ...given })

const colleague = async (of: TestPerson, classes: readonly string[], role = 'case_officer' as const) => {
  const id = newId()
  await app.owner
    .insertInto('account')
    .values({ org_id: of.actor.orgId, id, kind: 'person', name: 'Bea', role, readable_classes: [...classes] })
    .execute()
  return app.signIn({ ...of.actor, accountId: id, name: 'Bea', role })
}

describe('a key', () => {
  test('is set up by form, with the recovery key shown once; changed; replaced when it is forgotten (claim 6)', async () => {
    const ada = await app.signIn()
    expect(await text(ada.get('/workspace/me/key'))).toContain(w('key_none'))
    expect((await ada.post('/workspace/me/key', { new: 'short', again: 'short' })).status).toBe(422)
    const made = await text(makeKey(ada))
    expect(made).toMatch(/AGE-SECRET-KEY-1/)
    expect(await text(ada.get('/workspace/me/key'))).not.toMatch(/AGE-SECRET-KEY-1/)
    const bea = await colleague(ada, ['sealed'])
    expect((await makeKey(bea)).headers.get('location')).toBe('/workspace/me/key?done=made')
    const other = 'quite another set of odd words'
    const change = (given: Readonly<Record<string, string>>) =>
      ada.post('/workspace/me/key/change', { passphrase, new: other, again: other, ...given })
    expect((await change({ passphrase: other })).status).toBe(422)
    expect((await change({})).headers.get('location')).toBe('/workspace/me/key?done=changed')
    const id = await make(ada, 'x')
    expect((await open(ada, id)).headers.get('location')).toContain('sealed=wrong')
    expect((await open(ada, id, { passphrase: other })).headers.get('location')).not.toContain('sealed=')
    const replace = { new: passphrase, again: passphrase }
    expect((await ada.post('/workspace/me/key/replace', replace)).status).toBe(422)
    expect((await ada.post('/workspace/me/key/replace', { ...replace, sure: 'yes' })).status).toBe(303)
    expect(await text(ada.get(`/workspace/record/${id}`))).toContain(w('panel_waiting', { who: 'Bea' }))
  })

  test('is not locked with the passphrase of signing in (claim 5)', async () => {
    const ada = await app.signIn()
    const same = 'one and the same for everything'
    const set = await ada.post('/workspace/me/passphrase', { login: 'ada', new: same, again: same })
    const token = /amparo=([^;]+)/.exec(set.headers.get('set-cookie') ?? '')?.[1] ?? ''
    const page = await app.fetch('/workspace/me/key', { headers: { cookie: `amparo=${token}` } })
    const csrf = formOf(await page.text(), '/workspace/me/key')['_csrf']
    const answer = await app.fetch('/workspace/me/key', {
      method: 'POST',
      headers: {
        cookie: `amparo=${token}`,
        origin: 'http://localhost',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ _csrf: String(csrf), new: same, again: same }).toString(),
    })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(w('key_same'))
  })
})

describe('a sealed value on the screens', () => {
  test('comes back in its form, with the remedy, while nobody has a key', async () => {
    const ada = await app.signIn()
    const words = secret()
    const answer = await ada.post('/workspace/records/person/new', {
      _fields: 'name safe_channel',
      'f.name.full': 'Heron',
      'f.safe_channel': words,
    })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('nobody who may read it has a key yet')
    expect(page).toContain(words)
  })

  test('is on no page, list, search, facet, export, history or API answer until it is opened (claim 13)', async () => {
    const ada = await app.signIn()
    await makeKey(ada)
    const words = secret()
    const id = await make(ada, words)
    const again = secret()
    const edited = await ada.post(`/workspace/record/${id}/edit`, {
      version: '1',
      _fields: 'safe_channel',
      'f.safe_channel': again,
      visibility: 'internal',
    })
    expect(edited.status).toBe(303)
    const places = [
      `/workspace/record/${id}`,
      `/workspace/record/${id}/edit`,
      `/workspace/record/${id}/history`,
      `/workspace/records/person`,
      `/workspace/records/person?q=${words}`,
      `/workspace/export/person/file?format=csv`,
      `/workspace/export/person/file?format=json`,
      `/api/v1/records/person`,
      `/api/v1/records/person/${id}`,
      `/api/v1/records/person/${id}/versions/1`,
      `/api/v1/records/person/${id}/versions/2`,
      `/api/v1/facets/person`,
    ]
    const seen = async () => {
      const texts = new Map<string, string>()
      for (const place of places) {
        const answer = await ada.get(place)
        expect(answer.status, place).toBe(200)
        texts.set(place, await answer.text())
      }
      return texts
    }
    for (const [place, page] of await seen())
      for (const one of [words, again])
        expect(page.replaceAll(`value="${words}"`, ''), place).not.toContain(
          place.includes('?q=') && one === words ? `>${one}<` : one,
        )
    expect(await text(ada.get(`/workspace/record/${id}`))).toContain('class-sealed')
    expect(await text(ada.get(`/api/v1/records/person/${id}`))).toMatch(
      /"safe_channel":\{"sealed":"[0-9a-f-]{36}"\}/,
    )
    expect(await text(ada.get('/workspace/export/person/file?format=csv'))).toContain('[sealed]')
    expect((await open(ada, id)).status).toBe(303)
    const opened = await seen()
    for (const place of places.slice(0, 3)) expect(opened.get(place), place).toContain(again)
    expect(opened.get(places[2] ?? '')).toContain(words)
    for (const place of places.slice(3)) {
      expect(opened.get(place), place).not.toContain(again)
    }
    // The form that shows it, sent back as it is, changes nothing.
    const form = formOf(opened.get(`/workspace/record/${id}/edit`) ?? '', `/workspace/record/${id}/edit`)
    expect(form['f.safe_channel']).toBe(again)
    await ada.post(`/workspace/record/${id}/edit`, form)
    expect((await ada.within((tx) => readRecord(tx, id))).version).toBe(2)
    // Emptied, it is taken away; and what was open shows what is there now.
    await ada.post(`/workspace/record/${id}/edit`, { ...form, 'f.safe_channel': '' })
    expect((await ada.within((tx) => readRecord(tx, id))).values['safe_channel']).toBeUndefined()
  })

  test('stays when a form that does not show it is saved, and goes when that is asked', async () => {
    const ada = await app.signIn()
    await makeKey(ada)
    const id = await make(ada, 'by ship')
    const path = `/workspace/record/${id}/edit`
    const form = formOf(await text(ada.get(path)), path)
    expect(form['f.safe_channel']).toBe('')
    await ada.post(path, { ...form, 'f.occupation_words': 'x', 'f.safe_hours': 'after eight' })
    await open(ada, id)
    const page = await text(ada.get(`/workspace/record/${id}`))
    expect(page).toContain('by ship')
    expect(page).toContain('after eight')
    await ada.post(`/workspace/record/${id}/sealed/close`)
    expect(await text(ada.get(`/workspace/record/${id}`))).not.toContain('by ship')
    const now = formOf(await text(ada.get(path)), path)
    await ada.post(path, { ...now, _clear: 'safe_channel' })
    const { values } = await ada.within((tx) => readRecord(tx, id))
    expect(values['safe_channel']).toBeUndefined()
    expect(values['safe_hours']).toBeDefined()
  })

  test('two who write at once see both, and neither loses what is sealed', async () => {
    const ada = await app.signIn()
    await makeKey(ada)
    const id = await make(ada, 'first')
    const path = `/workspace/record/${id}/edit`
    await open(ada, id)
    const form = formOf(await text(ada.get(path)), path)
    await ada.post(path, { ...form, 'f.safe_channel': 'second' })
    const stale = await ada.post(path, { ...form, 'f.safe_hours': 'at noon' })
    expect(stale.status).toBe(409)
    const again = formOf(await stale.text(), path)
    // What I did not touch is the other's; what I wrote is there.
    expect(again['f.safe_hours']).toBe('at noon')
    expect(again['f.safe_channel']).not.toBe('first')
    expect((await ada.post(path, again)).status).toBe(303)
    await open(ada, id)
    const page = await text(ada.get(`/workspace/record/${id}`))
    expect(page).toContain('second')
    expect(page).toContain('at noon')
  })

  test('is refused, on the ledger, to who may not read it; needs a reason; closes with the session (claim 26)', async () => {
    const ada = await app.signIn()
    await makeKey(ada)
    const id = await make(ada, 'by ship')
    const bea = await colleague(ada, ['identity'])
    await makeKey(bea)
    expect((await open(bea, id)).status).toBe(403)
    expect(await text(bea.get(`/workspace/record/${id}`))).not.toContain('class-sealed')
    const refused = await app.owner
      .selectFrom('ledger')
      .selectAll()
      .where('org_id', '=', ada.actor.orgId)
      .where('act', '=', 'sealed.refused')
      .execute()
    expect(refused).toMatchObject([
      { account_id: bea.actor.accountId, subject: id, detail: { cause: 'not_entitled' } },
    ])
    expect((await open(ada, id, { reason: ' ' })).headers.get('location')).toContain('sealed=no_reason')
    await open(ada, id)
    expect(await text(ada.get(`/workspace/record/${id}`))).toContain('by ship')
    const second = await app.signIn(ada.actor)
    expect(await text(second.get(`/workspace/record/${id}`))).not.toContain('by ship')
    await ada.post('/sign-out')
    expect(app.house.openings.of('', false).until(id)).toBeNull()
    const after = await app.signIn(ada.actor)
    expect(await text(after.get(`/workspace/record/${id}`))).not.toContain('by ship')
  })

  test('is erased for good by form', async () => {
    const ada = await app.signIn()
    await makeKey(ada)
    const id = await make(ada, 'by ship')
    const path = `/workspace/record/${id}/sealed/erase`
    const form = formOf(await text(ada.get(`/workspace/record/${id}`)), path)
    expect(
      (await ada.post(path, { ...form, field: 'safe_channel', reason: 'she asked' })).headers.get('location'),
    ).toContain('sealed=erased')
    expect(
      await app.owner.selectFrom('sealed_key').select('key_id').where('record_id', '=', id).execute(),
    ).toEqual([])
  })
})

test('custodians are named, give their shares, and bring back what a lost key opened (claim 6)', async () => {
  const ada = await app.signIn()
  const paper = /AGE-SECRET-KEY-1[A-Z0-9]+/.exec(await text(makeKey(ada)))?.[0] ?? ''
  const bea = await colleague(ada, ['sealed'])
  await makeKey(bea)
  const id = await make(ada, 'kept by custody')
  const naming = {
    paper,
    people: [ada.actor.accountId, bea.actor.accountId],
    papers: 'The notary',
    threshold: '2',
  }
  expect(
    (await ada.post('/workspace/custodians/name', { ...naming, paper: 'AGE-SECRET-KEY-1X' })).status,
  ).toBe(422)
  expect((await bea.post('/workspace/custodians/name', naming)).status).toBe(403)
  const named = await text(ada.post('/workspace/custodians/name', naming))
  const share = /AMPAR O-SHA[A-Z0-9 -]+/.exec(named)?.[0] ?? ''
  expect(share).not.toBe('')
  expect(await text(ada.get('/workspace/custodians'))).toContain('The notary')
  await bea.post('/workspace/me/key/replace', { new: passphrase, again: passphrase, sure: 'yes' })
  await ada.post('/workspace/custodians/ask', { for: bea.actor.accountId, reason: 'lost passphrase' })
  const page = await text(ada.get('/workspace/custodians'))
  const give = /\/workspace\/custodians\/requests\/[0-9a-f-]+\/give/.exec(page)?.[0] ?? ''
  expect((await ada.post(give, { passphrase })).headers.get('location')).toContain('done=given')
  expect((await bea.post(give.replace('give', 'finish'), { passphrase })).status).toBe(422)
  expect((await bea.post(give, { paper: share })).headers.get('location')).toContain('done=given')
  expect(await text(bea.post(give.replace('give', 'finish'), { passphrase }))).toContain(
    w('finished', { values: 1, records: 1 }),
  )
  await open(bea, id)
  expect(await text(bea.get(`/workspace/record/${id}`))).toContain('kept by custody')
})

test('the words are there in three languages', () => {
  for (const other of [es, ca]) expect(Object.keys(other)).toEqual(Object.keys(en))
})

test('what opens together is opened from any page of the scope, by one passphrase and reason', async () => {
  const scoped = await testApp()
  const ada = await scoped.signIn()
  await makeKey(ada)
  const id = await make(ada, 'of the case')
  const whole = await ada.within((tx) => createRecord(tx, { type: 'person', values: { name: 'The case' } }))
  const page = async () => text(ada.get(`/workspace/record/${whole.id}`))
  expect(await page()).not.toContain(w('panel_closed'))
  const scopes = scoped.house.sealingScopes as SealingScope[]
  scopes.push(async (_tx, record) => (record.id === whole.id ? [id] : null))
  expect(await page()).toContain(w('panel_closed'))
  const opened = await ada.post(`/workspace/record/${whole.id}/sealed/open`, {
    passphrase,
    reason: 'a test',
    back: '/workspace/records/person',
  })
  expect(opened.headers.get('location')).toBe('/workspace/records/person#sealed')
  expect(await text(ada.get(`/workspace/record/${id}`))).toContain('of the case')
  await ada.post(`/workspace/record/${whole.id}/sealed/close`)
  expect(await text(ada.get(`/workspace/record/${id}`))).not.toContain('of the case')
})
