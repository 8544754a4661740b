import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#platform/access'
import { openSecrets } from '#platform/identity'
import { Problem } from '#platform/problem'
import { type Ground, shippedSchema, withRequest } from '#platform/records'
import { testGround, testOrganisation } from '../../../tests/support/organisation.ts'
import { type SmtpServer, startSmtpServer } from '../../../tests/support/smtp-server.ts'
import { bodies, compose } from './compose.ts'
import {
  type MailGround,
  defineMailTemplate,
  isMailAddress,
  queueMail,
  readDeliveryReports,
  readMailStatus,
  readOutbox,
  startPostman,
  takeDeliveryReports,
  unsubscribe,
  unsubscribePath,
} from './index.ts'
import { carryDue } from './postman.ts'

const reminder = defineMailTemplate({
  name: 'test.reminder',
  subject: { en: 'A reminder', es: 'Un recordatorio', ca: 'Un recordatori' },
  text: {
    en: 'Something waits for you until {day}.\n\n{link}',
    es: 'Algo espera su atención hasta el {day}.\n\n{link}',
    ca: 'Hi ha una cosa que us espera fins al {day}.\n\n{link}',
  },
  fields: { day: 'day', link: 'link' },
})
const bulletin = defineMailTemplate({
  name: 'test.bulletin',
  subject: { en: 'News', es: 'Novedades', ca: 'Novetats' },
  text: { en: 'News: {link}', es: 'Novedades: {link}', ca: 'Novetats: {link}' },
  fields: { link: 'link' },
  list: true,
})

let server: SmtpServer
let ground: Ground
let post: MailGround
let owner: Awaited<ReturnType<typeof testGround>>['owner']
const settings = () => ({ url: server.url, from: 'Oficina <no-reply@amparo.example>', perMinute: 10_000 })

beforeAll(async () => {
  const base = await testGround()
  owner = base.owner
  ground = { db: base.app, shipped: shippedSchema([], []) }
  post = { db: base.app, secrets: openSecrets(randomBytes(32)), origins: ['https://amparo.example'] }
  server = await startSmtpServer()
})
afterAll(() => server.close())
// The postman's round is for every organisation: what an earlier test left is not of this one.
beforeEach(async () => {
  await sql`delete from mail`.execute(owner)
  server.refuse = () => null
})

let count = 0
const someone = () => `person${++count}.${randomBytes(4).toString('hex')}@example.org`
const remind = (actor: Actor, to: string) =>
  withRequest(ground, actor, (tx) =>
    queueMail(tx, {
      template: reminder,
      to,
      language: 'es',
      fields: { day: '2026-05-12', link: '/cases/0198c0de-0000-7000-8000-000000000001' },
    }),
  )
const news = (actor: Actor, to: string, list = 'friends') =>
  withRequest(ground, actor, (tx) =>
    queueMail(tx, { template: bulletin, to, list, language: 'en', fields: { link: '/news' } }),
  )
const look = async (id: string) =>
  (
    await sql<{
      state: string
      answer: string | null
      body: string
      attempts: number
      mark: Buffer | null
      next_at: Date
      reference: string
    }>`
    select * from mail where id = ${id}::uuid`.execute(owner)
  ).rows[0]
const addresses = async () =>
  Number((await sql<{ n: string }>`select count(*) as n from mail_address`.execute(owner)).rows[0]?.n)
const mailTo = (to: string) => server.received.filter((mail) => mail.to.includes(to))
const carryAll = async () => {
  while ((await carryDue(post, settings())) > 0);
}

describe('a mail', () => {
  test('is carried to the server, plain and HTML, and its address is gone', async () => {
    const { actor } = await testOrganisation()
    const to = someone()
    const id = await remind(actor, to)
    await carryAll()
    const [mail] = mailTo(to)
    expect(mail?.from).toBe('no-reply@amparo.example')
    const data = (mail?.data ?? '').replace(/=\r\n/g, '').replaceAll('=3D', '=')
    expect(data).toContain('Subject: Un recordatorio')
    expect(data).toMatch(/Content-Type: text\/plain[\s\S]*hasta el 12 de mayo de 2026\./)
    const link = 'https://amparo.example/cases/0198c0de-0000-7000-8000-000000000001'
    expect(data).toContain(`<a href="${link}">${link}</a>`)
    expect(data).toContain('Auto-Submitted: auto-generated')
    expect(data).not.toMatch(/<img|X-Mailer|List-Unsubscribe/i)
    const row = await look(id)
    expect(row).toMatchObject({ state: 'sent', answer: '2.0.0', body: '', attempts: 1 })
    expect(row?.mark).toHaveLength(32)
    expect(data).toContain(`Message-ID: <${row?.reference}@amparo.example>`)
    expect(await addresses()).toBe(0)
    const { rows } = await sql<{ all: string }>`select string_agg(m::text, '') as all from mail m`.execute(
      owner,
    )
    expect(rows[0]?.all).not.toContain(to)
  })

  test('is not sent when what asked for it was rolled back', async () => {
    const { actor } = await testOrganisation()
    const to = someone()
    await expect(
      withRequest(ground, actor, async (tx) => {
        await queueMail(tx, {
          template: reminder,
          to,
          language: 'en',
          fields: { day: '2026-05-12', link: '/cases' },
        })
        throw new Error('changed my mind')
      }),
    ).rejects.toThrow('changed my mind')
    await carryAll()
    expect(mailTo(to)).toHaveLength(0)
  })

  test('is tried again, later each time, and fails at last', async () => {
    const { actor } = await testOrganisation()
    const id = await remind(actor, someone())
    server.refuse = () => '451 4.3.0 not now'
    const waits: number[] = []
    for (let attempt = 1; attempt <= 9; attempt++) {
      await sql`update mail set next_at = now() where id = ${id}::uuid`.execute(owner)
      await carryAll()
      const row = await look(id)
      expect(row?.attempts).toBe(attempt)
      expect(row?.answer).toBe('4.3.0')
      if (row?.state === 'waiting') waits.push(Math.round((row.next_at.getTime() - Date.now()) / 60_000))
    }
    expect(waits).toEqual([1, 5, 15, 60, 180, 360, 720, 1440])
    expect(await look(id)).toMatchObject({ state: 'failed', body: '' })
    expect(await addresses()).toBe(0)
  })

  test('waits when there is no server to reach', async () => {
    const { actor } = await testOrganisation()
    const id = await remind(actor, someone())
    const gone = await startSmtpServer()
    await gone.close()
    await carryDue(post, { ...settings(), url: gone.url })
    expect(await look(id)).toMatchObject({ state: 'waiting', answer: 'ESOCKET' })
  })

  test('to a dead address fails at once, and the next is not sent', async () => {
    const { actor } = await testOrganisation()
    const to = someone()
    server.refuse = () => '550 5.1.1 no such person'
    const id = await remind(actor, to)
    await carryAll()
    expect(await look(id)).toMatchObject({ state: 'failed', answer: '5.1.1' })
    server.refuse = () => null
    const next = await remind(actor, to.toUpperCase())
    await carryAll()
    expect(await look(next)).toMatchObject({ state: 'suppressed' })
    expect(mailTo(to)).toHaveLength(0)
    // Another organisation's mail is its own affair.
    const elsewhere = await remind((await testOrganisation()).actor, to)
    await carryAll()
    expect(await look(elsewhere)).toMatchObject({ state: 'sent' })
  })

  test('that is refused for another reason does not condemn the address', async () => {
    const { actor } = await testOrganisation()
    const to = someone()
    server.refuse = () => '550 5.7.1 looks like spam'
    await remind(actor, to)
    await carryAll()
    server.refuse = () => null
    const next = await remind(actor, to)
    await carryAll()
    expect(await look(next)).toMatchObject({ state: 'sent' })
  })

  test('past its hours is not sent', async () => {
    const { actor } = await testOrganisation()
    const to = someone()
    const id = await remind(actor, to)
    await sql`update mail set expires_at = now() - interval '1 second' where id = ${id}::uuid`.execute(owner)
    await carryAll()
    expect(await look(id)).toMatchObject({ state: 'expired', body: '' })
    expect(mailTo(to)).toHaveLength(0)
    expect(await addresses()).toBe(0)
  })

  test('goes out once, however many postmen there are', async () => {
    const { actor } = await testOrganisation()
    const all = Array.from({ length: 30 }, someone)
    await withRequest(ground, actor, async (tx) => {
      for (const to of all)
        await queueMail(tx, {
          template: reminder,
          to,
          language: 'en',
          fields: { day: '2026-05-12', link: '/cases' },
        })
    })
    const postmen = [1, 2, 3].map(() => startPostman(post, settings(), { everyMs: 20 }))
    for (let n = 0; n < 300 && (await addresses()) > 0; n++)
      await new Promise((resolve) => setTimeout(resolve, 50))
    await Promise.all(postmen.map((one) => one.stop()))
    expect(all.map((to) => mailTo(to).length)).toEqual(all.map(() => 1))
  })

  test('keeps to so many a minute', async () => {
    const { actor } = await testOrganisation()
    const all = Array.from({ length: 5 }, someone)
    for (const to of all) await remind(actor, to)
    const slow = { ...settings(), perMinute: 3 }
    const rounds = [await carryDue(post, slow), await carryDue(post, slow)]
    expect(rounds).toEqual([3, 0])
    await sql`update mail set taken_at = taken_at - interval '61 seconds' where taken_at is not null`.execute(
      owner,
    )
    expect(await carryDue(post, slow)).toBe(2)
    expect(all.flatMap(mailTo)).toHaveLength(5)
  })
})

describe('a list', () => {
  test('is left by one POST, for that list alone', async () => {
    const { actor } = await testOrganisation()
    const to = someone()
    await news(actor, to)
    await carryAll()
    const data = (mailTo(to)[0]?.data ?? '').replace(/\r\n[ \t]+/g, '')
    expect(data).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    const token =
      new RegExp(`List-Unsubscribe: ?<https://amparo\\.example${unsubscribePath}([^>]+)>`).exec(data)?.[1] ??
      ''
    expect(token).not.toContain(to)
    for (let n = 0; n < 2; n++) expect(await unsubscribe(post.db, post.secrets, token)).toBe(true)
    expect(await unsubscribe(post.db, post.secrets, `${token}x`)).toBe(false)
    expect(await unsubscribe(post.db, openSecrets(randomBytes(32)), token)).toBe(false)
    const states = []
    for (const id of [await news(actor, to), await news(actor, to, 'press'), await remind(actor, to)]) {
      await carryAll()
      states.push((await look(id))?.state)
    }
    expect(states).toEqual(['suppressed', 'sent', 'sent'])
  })
})

const report = (reference: string, action: string, status: string) =>
  [
    'From: MAILER-DAEMON@mx.example',
    'Subject: Undelivered',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="=_b1"',
    '',
    'This is a MIME message.',
    '--=_b1',
    'Content-Type: text/plain',
    '',
    'I am sorry.',
    '--=_b1',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    'Final-Recipient: rfc822; someone@example.org',
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 5.1.1',
    ' no such user',
    '',
    '--=_b1',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: <${reference}@amparo.example>`,
    'Subject: Un recordatorio',
    '',
    '--=_b1--',
    '',
  ].join('\r\n')

describe('delivery reports', () => {
  test('that a mail came back end mail to its address, however often they are taken', async () => {
    const { actor } = await testOrganisation()
    const to = someone()
    const id = await remind(actor, to)
    await carryAll()
    const file = report((await look(id))?.reference ?? '', 'failed', '5.1.1')
    for (let n = 0; n < 2; n++)
      expect(await takeDeliveryReports(owner, file)).toMatchObject({ messages: 1, failed: 1, other: 0 })
    expect(await look(id)).toMatchObject({ state: 'bounced', answer: '5.1.1' })
    const next = await remind(actor, to)
    await carryAll()
    expect(await look(next)).toMatchObject({ state: 'suppressed' })
  })

  test('of a delay, a complaint, a stranger and no report at all are told apart, in a mailbox', async () => {
    const { actor } = await testOrganisation()
    const [late, angry] = [someone(), someone()]
    const ids = [await remind(actor, late), await remind(actor, angry)]
    await carryAll()
    const [one = '', other = ''] = await Promise.all(ids.map(async (id) => (await look(id))?.reference ?? ''))
    const complaint = report(other, 'x', '')
      .replace('delivery-status;', 'feedback-report;')
      .replace('message/delivery-status', 'message/feedback-report')
    const mailbox = [
      report(one, 'delayed', '4.4.1'),
      complaint,
      report('0'.repeat(32), 'failed', '5.0.0'),
      'Subject: hello\r\n\r\nhello',
    ]
      .map((message) => `From MAILER-DAEMON Sat May 12 00:00:00 2026\n${message}\n`)
      .join('')
    expect(await takeDeliveryReports(owner, mailbox)).toEqual({
      messages: 4,
      failed: 0,
      delayed: 1,
      complaints: 1,
      unknown: 1,
      other: 1,
    })
    const states = []
    for (const to of [late, angry]) {
      const id = await remind(actor, to)
      await carryAll()
      states.push((await look(id))?.state)
    }
    expect(states).toEqual(['sent', 'suppressed'])
  })

  test('of any shape never break the reader', () => {
    const good = report('a'.repeat(32), 'failed', '5.1.1')
    fc.assert(
      fc.property(fc.nat(good.length), fc.nat(200), fc.string({ maxLength: 40 }), (at, length, middle) => {
        const { messages, reports } = readDeliveryReports(
          good.slice(0, at) + middle + good.slice(at + length),
        )
        expect(reports.length).toBeLessThanOrEqual(messages)
      }),
    )
    expect(readDeliveryReports(good).reports).toEqual([
      { kind: 'failed', reference: 'a'.repeat(32), status: '5.1.1' },
    ])
  })
})

describe('no content', () => {
  test('a template with a field for content is refused', () => {
    for (const kind of ['text', 'name', 'record', 'title'])
      expect(() => defineMailTemplate({ ...reminder, fields: { day: kind as 'day', link: 'link' } })).toThrow(
        'carries no content',
      )
    expect(() =>
      defineMailTemplate({ ...reminder, subject: { ...reminder.subject, es: 'Sobre {day}' } }),
    ).toThrow('not neutral')
    expect(() =>
      defineMailTemplate({ ...reminder, text: { ...reminder.text, ca: '{day} {link} {name}' } }),
    ).toThrow('{name}')
    expect(() => defineMailTemplate({ ...reminder, text: { ...reminder.text, ca: '{link}' } })).toThrow(
      '{day} is missing (ca)',
    )
  })

  test('a value of a record fits in no field', () => {
    const good = { day: '2026-05-12', link: '/cases' }
    for (const bad of [
      { link: '/persons/Fátima' },
      { link: '/persons/juan-perez' },
      { link: 'https://elsewhere.example/x' },
      { link: '//elsewhere.example' },
      { link: '/x?name=Juan' },
      { day: 'the trial of Juan' },
      { day: '2026-05-12 Juan' },
      { name: 'Juan' },
    ])
      expect(() => compose(reminder, 'en', { ...good, ...bad }), JSON.stringify(bad)).toThrow(TypeError)
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        if (/^\d{4}-\d\d-\d\d$/.test(text)) return
        expect(() => compose(reminder, 'en', { ...good, day: text })).toThrow(TypeError)
      }),
    )
  })

  test('the HTML is text with links', () => {
    expect(bodies('a <b> & "c"\n\n\u0001/x', 'en', 'https://o.example').html).toContain(
      '<p>a &#60;b&#62; &#38; &#34;c&#34;</p>',
    )
  })

  test('an address is one address', async () => {
    for (const good of ['a@b.org', "o'neil+x@sub.example.cat", 'ana@ejemplo.org.ar', 'x@bücher.example'])
      expect(isMailAddress(good), good).toBe(true)
    for (const bad of [
      '',
      'a',
      'a@b',
      'a@b.org, c@d.org',
      'a@b.org\r\nBcc: c@d.org',
      'A <a@b.org>',
      'a b@c.org',
      `${'a'.repeat(65)}@b.org`,
      'a..b@c.org',
      '@c.org',
    ])
      expect(isMailAddress(bad), bad).toBe(false)
    const { actor } = await testOrganisation()
    const refused = await remind(actor, 'a@b').catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(Problem)
    expect((refused as Problem).fields[0]?.field).toBe('to')
  })
})

describe('who sees what', () => {
  test('nobody but the postman reads an address; another organisation sees nothing', async () => {
    const { actor } = await testOrganisation()
    const to = someone()
    await remind(actor, to)
    const seen = (asker: Actor) =>
      withRequest(ground, asker, async (tx) => ({
        mails: (await sql<{ subject: string }>`select subject from mail`.execute(tx.sql)).rows.length,
      }))
    expect(await seen(actor)).toEqual({ mails: 1 })
    expect(await seen((await testOrganisation()).actor)).toEqual({ mails: 0 })
    for (const column of ['body', 'mark', 'reference'])
      await expect(
        withRequest(ground, actor, (tx) => sql`select ${sql.ref(column)} from mail`.execute(tx.sql)),
      ).rejects.toThrow(/permission denied/)
    await expect(
      withRequest(ground, actor, (tx) => sql`select * from mail_address`.execute(tx.sql)),
    ).rejects.toThrow(/permission denied/)
  })

  test('the outbox is shown to who keeps the machine', async () => {
    const { actor } = await testOrganisation()
    const to = someone()
    await remind(actor, to)
    const [status] = await readMailStatus(owner, actor.orgSlug)
    expect(status).toMatchObject({ org: actor.orgSlug, states: { waiting: 1 } })
    const [mail] = await readOutbox(owner, 'http://localhost:4747', actor.orgSlug)
    expect(mail).toMatchObject({ to, subject: 'Un recordatorio' })
    expect(mail?.text).toContain('http://localhost:4747/cases/0198c0de')
  })
})
