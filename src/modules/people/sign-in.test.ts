import { randomUUID } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import { sql } from 'kysely'
import { generateSync } from 'otplib'
import { beforeAll, describe, expect, test } from 'vitest'
import type { PersonRole } from '#platform/access'
import { argonWork, openSession } from '#platform/identity'
import { type TestApp, type TestPerson, formOf, testApp, unescape } from '../../../tests/support/app.ts'

let app: TestApp
let ada: TestPerson

beforeAll(async () => {
  app = await testApp()
  ada = await app.signIn()
})

const passphrase = 'four words of nothing'

/** A browser of somebody who is not signed in. */
const post = (
  path: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
) =>
  app.fetch(path, {
    method: 'POST',
    headers: { origin: 'http://localhost', ...headers },
    body: new URLSearchParams(fields),
  })

const cookieOf = (response: Response): string =>
  /amparo=([\w-]+)/.exec(response.headers.get('set-cookie') ?? '')?.[1] ?? ''

/** Invites as the administrator does and gives the link's path. */
async function invite(login: string, role: PersonRole = 'case_officer', by = ada): Promise<string> {
  const page = await by.post('/workspace/people/invite', {
    name: `Person ${login}`,
    login,
    role,
    classes: ['identity'],
  })
  expect(page.status).toBe(200)
  return /\/invitation\/[\w-]+/.exec(await page.text())?.[0] ?? ''
}

/** Accepts an invitation; the session's token. */
async function accept(path: string, given = passphrase): Promise<string> {
  const response = await post(path, { new: given, again: given })
  expect(response.status).toBe(303)
  return cookieOf(response)
}

const login = () => `p${randomUUID().slice(0, 8)}`
const signIn = (
  name: string,
  given = passphrase,
  more: Readonly<Record<string, string>> = {},
  headers = {},
) => post('/sign-in', { org: ada.actor.orgSlug, login: name, passphrase: given, ...more }, headers)

const ledger = async (act: string) =>
  (
    await sql<{ account_id: string | null; subject: string | null; detail: Record<string, unknown> }>`
      select account_id, subject, detail from ledger where org_id = ${ada.actor.orgId}::uuid and act = ${act} order by seq`.execute(
      app.owner,
    )
  ).rows

/** A request with that session. */
const as = (token: string, path: string, headers: Readonly<Record<string, string>> = {}) =>
  app.fetch(path, { headers: { cookie: `amparo=${token}`, ...headers } })

async function postAs(token: string, path: string, fields: Readonly<Record<string, string>>) {
  const session = await openSession(app.house.db, token)
  return post(path, { _csrf: session?.formToken ?? '', ...fields }, { cookie: `amparo=${token}` })
}

describe('an invitation', () => {
  test('is used once, by posting: opening it changes nothing', async () => {
    const path = await invite(login())
    for (let i = 0; i < 3; i++) expect((await app.fetch(path)).status).toBe(200)
    const token = await accept(path)
    expect((await as(token, '/workspace?overview')).status).toBe(200)
    expect((await app.fetch(path)).status).toBe(404)
    expect((await post(path, { new: passphrase, again: passphrase })).status).toBe(404)
  })

  test('ends by itself', async () => {
    const name = login()
    const path = await invite(name)
    await sql`update invitation set expires_at = now() - interval '1 minute' where account_id =
      (select id from account where org_id = ${ada.actor.orgId}::uuid and login = ${name})`.execute(app.owner)
    expect((await app.fetch(path)).status).toBe(404)
    expect((await post(path, { new: passphrase, again: passphrase })).status).toBe(404)
  })

  test('takes no passphrase that is short, common, plain, or one’s own names', async () => {
    const name = login()
    const path = await invite(name)
    for (const given of ['short', 'password1234', 'aaaaaaaaaaaaaaa', `${name}${name}`, '123456789012'])
      expect((await post(path, { new: given, again: given })).status, given).toBe(422)
    expect((await post(path, { new: passphrase, again: `${passphrase}!` })).status).toBe(422)
    expect((await post(path, { new: passphrase, again: passphrase })).status).toBe(303)
  })

  test('leaves no default: nobody signs in before it was accepted', async () => {
    const name = login()
    await invite(name)
    for (const given of ['', 'password', name]) expect((await signIn(name, given)).status).toBe(401)
  })

  test('is made by administrators alone, and says a taken name', async () => {
    const name = login()
    const officer = await accept(await invite(name))
    expect((await as(officer, '/workspace/people')).status).toBe(403)
    await expect(
      (async () => {
        const session = await openSession(app.house.db, officer)
        if (!session) throw new Error('no session')
        const { withAsker } = await import('#platform/db')
        await withAsker(app.house.db, session.actor, (trx) =>
          sql`select invite_person(gen_random_uuid(), 'X', 'xx', 'administrator', '{}', 'en', '\\x01', interval '1 day')`.execute(
            trx,
          ),
        )
      })(),
    ).rejects.toThrow(/administrators only/)
    const again = await ada.post('/workspace/people/invite', { name: 'Other', login: name, role: 'reader' })
    expect(again.status).toBe(422)
    expect(unescape(await again.text())).toContain('already signs in by this name')
  })
})

describe('signing in by passphrase', () => {
  test('keeps Argon2id of 128 MiB, and renews an older hash (claim 4)', async () => {
    const name = login()
    await accept(await invite(name))
    const read = async () =>
      (
        await sql<{
          hash: string
        }>`select p.hash from passphrase p join account a on a.org_id = p.org_id and a.id = p.account_id
          where a.org_id = ${ada.actor.orgId}::uuid and a.login = ${name}`.execute(app.owner)
      ).rows[0]?.hash ?? ''
    expect(await read()).toMatch(/^\$argon2id\$v=19\$m=131072,t=2,p=1\$/)
    const weak = await hash(passphrase, { memoryCost: 8192, timeCost: 1, secret: app.house.secrets.pepper })
    await sql`update passphrase set hash = ${weak} where account_id =
      (select id from account where org_id = ${ada.actor.orgId}::uuid and login = ${name})`.execute(app.owner)
    expect((await signIn(name)).status).toBe(303)
    expect(await read()).toMatch(/m=131072,t=2/)
    expect((await signIn(name.toUpperCase())).status).toBe(303)
  })

  test('an unknown account and a wrong passphrase are alike: body, status, statements, Argon2 (claim 8)', async () => {
    const name = login()
    await accept(await invite(name))
    const seen: string[][] = []
    const measured = async (who: string) => {
      const statements: string[] = []
      const executor = app.house.db.getExecutor()
      const original = executor.executeQuery
      executor.executeQuery = function (this: typeof executor, query, ...rest) {
        statements.push(query.sql)
        return original.call(this, query, ...rest)
      } as typeof original
      const before = argonWork.count
      const response = await signIn(who, 'not the passphrase')
      executor.executeQuery = original
      seen.push(statements)
      return {
        status: response.status,
        body: await response.text(),
        work: argonWork.count - before,
        statements,
      }
    }
    const wrong = await measured(name)
    const unknown = await measured(`${name}x`)
    expect(unknown).toEqual(wrong)
    expect(wrong).toMatchObject({ status: 401, work: 1 })
    expect(wrong.statements.length).toBeGreaterThan(1)
    expect(wrong.body).not.toContain(name)
  })

  test('never works on more than two at once (claim 30)', async () => {
    await Promise.all(Array.from({ length: 5 }, (_, i) => signIn(`nobody${i}`, 'nothing at all')))
    expect(argonWork.most).toBeLessThanOrEqual(2)
  })

  test('writes each refusal on the ledger, without what was typed (claim 26)', async () => {
    const name = login()
    await accept(await invite(name))
    const before = (await ledger('session.refused')).length
    await signIn(name, 'not the passphrase')
    await signIn(`${name}y`, 'not the passphrase')
    const entries = (await ledger('session.refused')).slice(before)
    const { id } = await app.owner
      .selectFrom('account')
      .select('id')
      .where('login', '=', name)
      .executeTakeFirstOrThrow()
    expect(entries.map((one) => [one.account_id, one.subject, one.detail['cause']])).toEqual([
      [null, id, 'passphrase'],
      [null, null, 'passphrase'],
    ])
    expect(JSON.stringify(entries)).not.toContain(name)
  })

  test('is limited by account, and a right passphrase is then not looked at either (claim 10)', async () => {
    const name = login()
    await accept(await invite(name))
    for (let i = 0; i < 10; i++) expect((await signIn(name, 'wrong words here')).status).toBe(401)
    const before = argonWork.count
    expect((await signIn(name)).status).toBe(429)
    expect((await signIn(`${name}z`)).status).toBe(401)
    expect(argonWork.count - before).toBe(1)
    await sql`update sign_in_attempt set at = at - interval '20 minutes'`.execute(app.owner)
    expect((await signIn(name)).status).toBe(303)
  })

  test('is limited by address, which is kept as a keyed hash alone (claim 10)', async () => {
    const from = { 'x-forwarded-for': '198.51.100.7' }
    for (let i = 0; i < 30; i++)
      expect((await signIn(`who${i}`, 'wrong words here', {}, from)).status).toBe(401)
    const name = login()
    await accept(await invite(name))
    expect((await signIn(name, passphrase, {}, from)).status).toBe(429)
    expect((await signIn(name, passphrase, {}, { 'x-forwarded-for': '198.51.100.8' })).status).toBe(303)
    const { rows } = await sql<{
      text: string
    }>`select string_agg(t::text, ' ') as text from sign_in_attempt t`.execute(app.owner)
    expect(rows[0]?.text).not.toContain('198.51')
    expect(rows[0]?.text).not.toContain(Buffer.from('198.51.100.7').toString('hex'))
    await sql`delete from sign_in_attempt`.execute(app.owner)
  }, 120_000)
})

describe('a second factor', () => {
  /** Sets an authenticator up by the pages; its key and the recovery codes. */
  async function enrol(token: string) {
    const page = await (await as(token, '/workspace/me/second-factor')).text()
    const secret = (/<code class="secret">([A-Z2-7 ]+)</.exec(page)?.[1] ?? '').replaceAll(' ', '')
    const { enrolment } = formOf(page, '/workspace/me/second-factor')
    const used = generateSync({ secret })
    const response = await postAs(token, '/workspace/me/second-factor', {
      enrolment: String(enrolment),
      present: passphrase,
      code: used,
    })
    const codes = [...(await response.clone().text()).matchAll(/<code>([a-z0-9-]+)<\/code>/g)].map(
      ([, one = '']) => one,
    )
    return { secret, used, codes, response, token: cookieOf(response) }
  }

  test('is asked for after the passphrase; each code is good once, and a recovery code too (claim 16)', async () => {
    const name = login()
    const first = await accept(await invite(name))
    const { secret, used, codes, response, token } = await enrol(first)
    expect(response.status).toBe(200)
    expect(codes).toHaveLength(10)
    expect(token).not.toBe(first)
    expect((await as(first, '/workspace?overview')).status).toBe(401)
    expect((await as(token, '/workspace?overview')).status).toBe(200)

    const step = await signIn(name)
    expect(step.status).toBe(200)
    expect(cookieOf(step)).toBe('')
    const { pending } = formOf(await step.text(), '/sign-in-second')
    const second = (code: string) => post('/sign-in-second', { pending: String(pending), code })
    expect((await second('000000')).status).toBe(401)
    // The code that confirmed it has been used.
    expect((await second(used)).status).toBe(401)
    const next = generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + 30 })
    expect((await second(next)).status).toBe(303)
    expect((await second(next)).status).toBe(401)
    expect((await second(codes[3] ?? '')).status).toBe(303)
    expect((await second(codes[3] ?? '')).status).toBe(401)
    expect((await second((codes[4] ?? '').toUpperCase().replaceAll('-', ' '))).status).toBe(303)
  })

  test('is kept encrypted, and no code is kept (claim 16)', async () => {
    const name = login()
    const { secret, codes } = await enrol(await accept(await invite(name)))
    const { rows } = await sql<{ text: string }>`
      select (select string_agg(t::text, ' ') from authenticator t) || (select string_agg(c::text, ' ') from recovery_code c) as text`.execute(
      app.owner,
    )
    expect(rows[0]?.text).not.toContain(secret)
    for (const code of codes) expect(rows[0]?.text).not.toContain(code.replaceAll('-', ''))
  })

  test('is limited: after five wrong codes the right one is not taken (claim 10)', async () => {
    const name = login()
    const { codes } = await enrol(await accept(await invite(name)))
    const { pending } = formOf(await (await signIn(name)).text(), '/sign-in-second')
    for (let i = 0; i < 5; i++)
      expect((await post('/sign-in-second', { pending: String(pending), code: '111111' })).status).toBe(401)
    expect((await post('/sign-in-second', { pending: String(pending), code: codes[0] ?? '' })).status).toBe(
      429,
    )
  })

  test('cannot be passed by a pending step that was made up or is another’s', async () => {
    expect((await post('/sign-in-second', { pending: 'x'.repeat(80), code: '123456' })).status).toBe(401)
  })

  test('is demanded of everyone where the organisation asks for it', async () => {
    const boss = await app.signIn()
    const member = await accept(await invite(login(), 'case_officer', boss))
    expect((await as(member, '/workspace?overview')).status).toBe(200)
    await boss.post('/workspace/people/policy', { second: 'required' })
    const sent = await as(member, '/workspace?overview')
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/workspace/me/second-factor'])
    expect((await postAs(member, '/workspace/records/person/new', {})).status).toBe(403)
    expect(
      (await app.fetch('/api/v1/types', { headers: { authorization: `Bearer ${member}` } })).status,
    ).toBe(403)
    const { token } = await enrol(member)
    expect((await as(token, '/workspace?overview')).status).toBe(200)
  })

  test('is taken away by who gives the passphrase again', async () => {
    const name = login()
    const { token } = await enrol(await accept(await invite(name)))
    const remove = '/workspace/me/second-factor/remove'
    expect((await postAs(token, remove, { present: 'something else' })).status).toBe(422)
    expect((await postAs(token, remove, { present: passphrase })).status).toBe(303)
    expect((await signIn(name)).status).toBe(303)
  })
})

describe('a session', () => {
  test('is another at every sign-in, and its cookie is the host’s alone under TLS (claim 14)', async () => {
    const name = login()
    const first = await accept(await invite(name))
    const second = cookieOf(await signIn(name))
    expect(second).not.toBe(first)
    const secure = await app.fetch('/sign-in', {
      method: 'POST',
      body: new URLSearchParams({ org: ada.actor.orgSlug, login: name, passphrase }),
    })
    expect(secure.headers.get('set-cookie')).toMatch(/^amparo=.*HttpOnly; SameSite=Lax/)
    const { createApp } = await import('#platform/http')
    const tls = createApp({ house: app.house, problemPage: () => '', report: () => undefined })
    const overTls = await tls.fetch(
      new Request('https://localhost/sign-in', {
        method: 'POST',
        body: new URLSearchParams({ org: ada.actor.orgSlug, login: name, passphrase }),
      }),
    )
    expect(overTls.headers.get('set-cookie')).toMatch(
      /^__Host-amparo=[\w-]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+; Secure$/,
    )
  })

  test('ends after an hour without activity, which a page that renews itself is not, and in any case after twelve (claim 15)', async () => {
    const token = await accept(await invite(login()))
    const { createHash } = await import('node:crypto')
    const mark = createHash('sha256').update(token).digest()
    const back = (minutes: number) =>
      sql`update session set seen_at = now() - make_interval(mins => ${minutes}) where token_hash = ${mark}`.execute(
        app.owner,
      )
    const seen = async () =>
      (
        await sql<{
          ago: number
        }>`select extract(epoch from now() - seen_at)::int as ago from session where token_hash = ${mark}`.execute(
          app.owner,
        )
      ).rows[0]?.ago ?? 0
    await back(30)
    await as(token, '/workspace?overview', { 'sec-fetch-mode': 'navigate' })
    expect(await seen()).toBeGreaterThan(1700)
    await as(token, '/workspace?overview', { 'sec-fetch-mode': 'navigate', 'sec-fetch-user': '?1' })
    expect(await seen()).toBeLessThan(60)
    await back(61)
    expect((await as(token, '/workspace?overview')).status).toBe(401)
    await back(1)
    expect((await as(token, '/workspace?overview')).status).toBe(200)
    await sql`update session set expires_at = now() where token_hash = ${mark}`.execute(app.owner)
    expect((await as(token, '/workspace?overview')).status).toBe(401)
  })

  test('is listed and ended by its person, and by an administrator', async () => {
    const name = login()
    const mine = await accept(await invite(name))
    const other = cookieOf(await signIn(name))
    expect((await as(mine, '/workspace/me')).status).toBe(200)
    await postAs(mine, '/workspace/me/sessions', { id: 'others' })
    expect((await as(other, '/workspace?overview')).status).toBe(401)
    expect((await as(mine, '/workspace?overview')).status).toBe(200)
    const { id } = await app.owner
      .selectFrom('account')
      .select('id')
      .where('login', '=', name)
      .executeTakeFirstOrThrow()
    const { rows } = await sql<{
      id: string
    }>`select id from session where account_id = ${ada.actor.accountId}::uuid`.execute(app.owner)
    await postAs(mine, '/workspace/me/sessions', { id: rows[0]?.id ?? '' })
    expect((await ada.get('/workspace?overview')).status).toBe(200)
    await ada.post(`/workspace/people/${id}/sessions`)
    expect((await as(mine, '/workspace?overview')).status).toBe(401)
  })

  test('ends with a change of role or classes, with disabling, and with a new link, which voids the passphrase (claim 14)', async () => {
    const name = login()
    let token = await accept(await invite(name))
    const { id } = await app.owner
      .selectFrom('account')
      .select('id')
      .where('login', '=', name)
      .executeTakeFirstOrThrow()
    const change = (more: Readonly<Record<string, string | readonly string[]>>) =>
      ada.post(`/workspace/people/${id}`, {
        name: 'Renamed',
        login: name,
        role: 'case_officer',
        classes: ['identity'],
        ...more,
      })
    expect((await change({})).status).toBe(303)
    expect((await as(token, '/workspace?overview')).status).toBe(200)
    expect((await change({ role: 'reader' })).status).toBe(303)
    expect((await as(token, '/workspace?overview')).status).toBe(401)
    token = cookieOf(await signIn(name))
    expect((await as(token, '/workspace?overview')).status).toBe(200)
    await change({ role: 'reader', disabled: 'yes' })
    expect((await as(token, '/workspace?overview')).status).toBe(401)
    expect((await signIn(name)).status).toBe(401)
    await change({ role: 'reader' })
    const link =
      /\/invitation\/[\w-]+/.exec(await (await ada.post(`/workspace/people/${id}/link`)).text())?.[0] ?? ''
    expect((await signIn(name)).status).toBe(401)
    await accept(link, 'another set of words')
    expect((await signIn(name, 'another set of words')).status).toBe(303)
    expect((await ledger('person.change')).at(-1)?.detail).toMatchObject({
      before: { disabled: true },
      after: { disabled: false },
    })
  })

  test('goes on under another token when the passphrase changes, and the others end (claim 14)', async () => {
    const name = login()
    const mine = await accept(await invite(name))
    const other = cookieOf(await signIn(name))
    const fields = { new: 'a better set of words', again: 'a better set of words' }
    expect((await postAs(mine, '/workspace/me/passphrase', { present: 'wrong', ...fields })).status).toBe(422)
    const changed = await postAs(mine, '/workspace/me/passphrase', { present: passphrase, ...fields })
    expect(changed.status).toBe(303)
    for (const ended of [mine, other]) expect((await as(ended, '/workspace?overview')).status).toBe(401)
    expect((await as(cookieOf(changed), '/workspace?overview')).status).toBe(200)
    expect((await signIn(name)).status).toBe(401)
  })

  test('that ended loses no draft: the form comes back to the same person, with everything (claim 15)', async () => {
    const name = login()
    const token = await accept(await invite(name))
    const session = await openSession(app.house.db, token)
    await sql`update session set seen_at = now() - interval '2 hours' where account_id = ${session?.actor.accountId ?? ''}::uuid`.execute(
      app.owner,
    )
    const typed = {
      _csrf: session?.formToken ?? '',
      _fields: 'name',
      'f.name.full': 'Ñandú <b> "quoted"',
      visibility: 'internal',
    }
    const path = '/workspace/records/person/new'
    const cookie = { cookie: `amparo=${token}` }
    const refused = await post(path, typed, cookie)
    expect(refused.status).toBe(401)
    const page = await refused.text()
    expect(page).not.toContain('Ñandú')
    const { draft } = formOf(page, '/sign-in')
    const back = await signIn(name, passphrase, { draft: String(draft) })
    expect(back.status).toBe(200)
    const fields = formOf(await back.text(), path)
    expect(fields['f.name.full']).toBe(typed['f.name.full'])
    const form = await post(
      path,
      { ...(fields as Record<string, string>), _add: '-' },
      { cookie: `amparo=${cookieOf(back)}` },
    )
    expect(form.status).toBe(200)
    expect(formOf(await form.text(), path)['f.name.full']).toBe(typed['f.name.full'])
    const { rows } =
      await sql`select 1 from record where org_id = ${ada.actor.orgId}::uuid and title like 'Ñandú%'`.execute(
        app.owner,
      )
    expect(rows).toEqual([])

    // Nobody else is given it, and nobody has a stranger's words kept.
    const other = login()
    await accept(await invite(other))
    const theirs = await signIn(other, passphrase, { draft: String(draft) })
    expect([theirs.status, theirs.headers.get('location')]).toEqual([303, '/workspace'])
    expect(
      formOf(await (await post(path, { ...typed, _csrf: 'x' }, cookie)).text(), '/sign-in')['draft'],
    ).toBeUndefined()
    expect(formOf(await (await post(path, typed)).text(), '/sign-in')['draft']).toBeUndefined()
  })

  test('leads back to the page that was asked for, and nowhere else', async () => {
    const name = login()
    await accept(await invite(name))
    const asked = await app.fetch('/workspace/records/person?q=x')
    expect(formOf(await asked.text(), '/sign-in')['back']).toBe('/workspace/records/person?q=x')
    const to = async (back: string) => (await signIn(name, passphrase, { back })).headers.get('location')
    expect(await to('/workspace/records/person?q=x')).toBe('/workspace/records/person?q=x')
    for (const elsewhere of [
      'https://evil.example/',
      '//evil.example',
      '/workspace\\@evil.example',
      '/workspaces',
    ])
      expect(await to(elsewhere), elsewhere).toBe('/workspace')
  })
})

describe('an administrator', () => {
  test('changes neither their own role nor classes, and is not the last to go', async () => {
    const boss = await app.signIn()
    const own = `/workspace/people/${boss.actor.accountId}`
    expect((await boss.post(own, { name: 'Boss', login: 'boss', role: 'reader' })).status).toBe(303)
    const { role } = await app.owner
      .selectFrom('account')
      .select('role')
      .where('id', '=', boss.actor.accountId)
      .executeTakeFirstOrThrow()
    expect(role).toBe('administrator')
    await expect(
      boss.within((tx) =>
        sql`select change_person(${boss.actor.accountId}::uuid, 'Boss', 'boss', 'reader', '{}', false)`.execute(
          tx.sql,
        ),
      ),
    ).rejects.toThrow(/not oneself/)
    const deputy = await accept(await invite('deputy', 'administrator', boss))
    const session = await openSession(app.house.db, deputy)
    const person = (id: string, fields: Readonly<Record<string, string>>) =>
      postAs(deputy, `/workspace/people/${id}`, fields)
    expect((await person(boss.actor.accountId, { name: 'Boss', login: 'boss', role: 'reader' })).status).toBe(
      303,
    )
    expect(session?.actor.role).toBe('administrator')
  })

  test('sees no other organisation’s people (claim 29)', async () => {
    const stranger = await app.signIn()
    const path = `/workspace/people/${ada.actor.accountId}`
    expect((await stranger.get(path)).status).toBe(404)
    for (const part of ['', '/sessions', '/link', '/teams'])
      expect(
        (await stranger.post(path + part, { name: 'X', login: 'xx', role: 'reader' })).status,
        part,
      ).toBe(404)
  })

  test('makes teams and puts people in them', async () => {
    const name = login()
    await accept(await invite(name))
    const { id } = await app.owner
      .selectFrom('account')
      .select('id')
      .where('login', '=', name)
      .executeTakeFirstOrThrow()
    await ada.post('/workspace/teams', { name: 'North' })
    expect((await ada.post('/workspace/teams', { name: 'North' })).status).toBe(422)
    const page = await (await ada.get(`/workspace/people/${id}`)).text()
    const team = /name="team" value="([\w-]+)"/.exec(page)?.[1] ?? ''
    await ada.post(`/workspace/people/${id}/teams`, { team })
    expect(await (await ada.get('/workspace/people')).text()).toContain(`Person ${name}`)
    const members = await app.owner
      .selectFrom('team_member')
      .select('account_id')
      .where('team_id', '=', team)
      .execute()
    expect(members).toEqual([{ account_id: id }])
  })
})

test('whoever came by a link chooses a name and a passphrase, and the name once', async () => {
  const founder = await app.signIn()
  const set = (name: string, token: string) =>
    postAs(token, '/workspace/me/passphrase', {
      login: name,
      present: passphrase,
      new: passphrase,
      again: passphrase,
    })
  expect((await set('No Good', founder.token)).status).toBe(422)
  const done = await set('Founder.One', founder.token)
  expect(done.status).toBe(303)
  expect(
    (await post('/sign-in', { org: founder.actor.orgSlug, login: 'founder.one', passphrase })).status,
  ).toBe(303)
  await set('other', cookieOf(done))
  const { login: kept } = await app.owner
    .selectFrom('account')
    .select('login')
    .where('id', '=', founder.actor.accountId)
    .executeTakeFirstOrThrow()
  expect(kept).toBe('founder.one')
})

describe('the panel of a restricted record', () => {
  test('lets colleagues in and out, until a day, and keeps one who may always open it', async () => {
    const name = login()
    const officer = await accept(await invite(name))
    const { id } = await app.owner
      .selectFrom('account')
      .select('id')
      .where('login', '=', name)
      .executeTakeFirstOrThrow()
    const { createRecord } = await import('#platform/records')
    const made = await ada.within((tx) =>
      createRecord(tx, { type: 'person', values: { name: 'Secret' }, visibility: 'restricted' }),
    )
    const path = `/workspace/record/${made.id}`
    const who = `person:${id}`
    expect((await as(officer, path)).status).toBe(404)
    expect((await postAs(officer, `${path}/access/give`, { who })).status).toBe(404)
    expect(
      (await ada.post(`${path}/access/give`, { who, until: '2001-01-01' })).headers.get('location'),
    ).toContain('access=date')
    await ada.post(`${path}/access/give`, { who, until: '2099-12-31' })
    expect((await as(officer, path)).status).toBe(200)
    expect(await (await ada.get(path)).text()).toContain(`Person ${name}`)
    expect(
      (await ada.post(`${path}/access/take`, { who: `person:${ada.actor.accountId}` })).headers.get(
        'location',
      ),
    ).toContain('access=last')
    await ada.post(`${path}/access/take`, { who })
    expect((await as(officer, path)).status).toBe(404)
    expect((await ledger('grant.take')).at(-1)?.subject).toBe(made.id)
  })

  test('a record under embargo is not published, by the database itself', async () => {
    const { createRecord } = await import('#platform/records')
    const made = await ada.within((tx) =>
      createRecord(tx, { type: 'person', values: { name: 'Embargoed' }, visibility: 'public' }),
    )
    await ada.post(`/workspace/record/${made.id}/embargo`, { until: '2099-01-01' })
    expect(await (await ada.get(`/workspace/record/${made.id}`)).text()).toContain('January 1, 2099')
    const publish = () =>
      ada.within((tx) =>
        tx.sql
          .insertInto('publication')
          .values({
            org_id: tx.actor.orgId,
            id: randomUUID(),
            kind: 'defender',
            slug: made.id,
            record_id: made.id,
            data: '{"fictitious": false}',
            sources: '[]',
            named: '[]',
            published_by: tx.actor.accountId,
          })
          .execute(),
      )
    await expect(publish()).rejects.toThrow(/under embargo/)
    await ada.post(`/workspace/record/${made.id}/embargo`, { until: '' })
    // What is left in the way is the second person, who has not been asked.
    await expect(publish()).rejects.toThrow(/not approved by a second person/)
  })
})
