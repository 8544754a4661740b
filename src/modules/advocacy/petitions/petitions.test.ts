import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { buffer } from 'node:stream/consumers'
import { beforeAll, describe, expect, test } from 'vitest'
import { fromBufferPromise } from 'yauzl'
import { composeMail, startPostman } from '#platform/mail'
import { type Tx, createRecord, readRecord, updateRecord } from '#platform/records'
import { type TestApp, type TestPerson, formOf, testApp } from '../../../../tests/support/app.ts'
import { giveConsent } from '../../../../tests/support/consent.ts'
import { readPdf } from '../../../../tests/support/read-pdf.ts'
import { actingAs, publishWithSecond, secondPerson } from '../../../../tests/support/second-person.ts'
import { startSmtpServer } from '../../../../tests/support/smtp-server.ts'
import { lookForSignatures, readCheck, stepCheck } from './actions/check-signatures.ts'
import { confirmSignature, withdrawSignature } from './actions/answer-link.ts'
import { makeLetterLink } from './actions/letter-link.ts'
import { type Offer, offerSignature } from './actions/offer-signature.ts'
import { tellSigners } from './actions/tell-signers.ts'
import { makeDelivery, readDelivery } from './delivery/make-delivery.ts'
import { formToken } from './form-token.ts'
import { confirmMail } from './mail-templates.ts'
import { letterKind, petitionKind } from './public/kinds.tsx'
import { readCounts, readDue } from './queries/read-counts.ts'
import { listSignatures } from './queries/list-signatures.ts'
import { readLive } from './queries/read-live.ts'
import { emptySigner } from './public/sign-form.tsx'

let app: TestApp
let person: TestPerson

beforeAll(async () => {
  app = await testApp()
  person = await app.signIn()
})

const base = {
  name: 'Release them',
  kind: 'public',
  states: ['QO'],
  heading: { en: 'Release the singer', es: 'Libertad para la cantante' },
  text: { en: 'We ask for her release.\n\nWe all do.', es: 'Pedimos su libertad.' },
  closes: '2099-12-31T20:00[Europe/Madrid]',
}

const makePetition = (tx: Tx, values: Readonly<Record<string, unknown>> = {}) =>
  createRecord(tx, { type: 'petition', values: { ...base, ...values }, visibility: 'public' })

/** A petition that the public can sign. */
const publicPetition = (values: Readonly<Record<string, unknown>> = {}) =>
  person.within(async (tx) => {
    const { id } = await makePetition(tx, values)
    const page = await publishWithSecond(tx, { recordId: id, choice: ['addressees'] }, petitionKind)
    return { petitionId: id, publicationId: page.id, slug: page.slug }
  })

type Given = Partial<Offer['given']>

const offer = (publicationId: string, given: Given = {}, more: Partial<Offer> = {}) =>
  offerSignature(app.house, {
    orgId: person.actor.orgId,
    publicationId,
    letter: null,
    language: 'en',
    textLanguage: 'en',
    way: 'site',
    place: null,
    given: { ...emptySigner(false), name: 'Ana Prueba', address: 'ana@example.org', ...given },
    ...more,
  })

const confirm = (token: string) => confirmSignature(app.house.publicDb, token)

const sign = async (publicationId: string, given: Given = {}, more: Partial<Offer> = {}) => {
  const { how, token } = await offer(publicationId, given, more)
  expect(how).toBe('taken')
  expect(await confirm(token)).toBe(true)
  return token
}

const counts = (petitionId: string) => person.within((tx) => readCounts(tx, petitionId))
const signPath = (slug: string, language = 'en') =>
  `/site/${person.actor.orgSlug}/${language}/petitions/${slug}/sign`

/** The form of a page as a browser would fill it in, its token old enough. */
const filled = (publicationId: string, fields: Readonly<Record<string, string>> = {}): URLSearchParams =>
  new URLSearchParams({
    token: formToken(app.house.secrets, publicationId, new Date(Date.now() - 60_000)),
    way: 'site',
    name: 'Ana Prueba',
    address: 'ana@example.org',
    public_name: 'none',
    homepage: '',
    ...fields,
  })

const post = (path: string, body: URLSearchParams, headers: Readonly<Record<string, string>> = {}) =>
  app.fetch(path, { method: 'POST', body, headers: { origin: 'http://localhost', ...headers } })

/** All rows of a table, as text: what lies there, whoever may read it. */
const dump = async (table: string): Promise<string> => {
  const { rows } = await sql<{ all: string | null }>`
    select jsonb_agg(to_jsonb(t))::text as all from ${sql.table(table)} t
     where t.org_id = ${person.actor.orgId}::uuid`.execute(app.owner)
  return rows[0]?.all ?? ''
}

/** The token that the last mail to an address carries. */
const mailedToken = async (address: string): Promise<string> => {
  const { rows } = await sql<{ body: string }>`
    select m.body from mail m join mail_address a on a.org_id = m.org_id and a.id = m.id
     where m.org_id = ${person.actor.orgId}::uuid and a.address = ${address} order by m.created_at desc limit 1`.execute(
    app.owner,
  )
  return /\/confirm\/[a-z]{2}\/([A-Za-z0-9_-]{43})/.exec(rows[0]?.body ?? '')?.[1] ?? ''
}

/** The files of an archive, by name. */
async function unzip(bytes: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>()
  const zip = await fromBufferPromise(bytes)
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
  return files
}

/** Waits until a check has gone as far. */
const until = async (checkId: string, state: string) => {
  for (let tries = 0; tries < 100; tries++) {
    const check = await person.within((tx) => readCheck(tx, checkId))
    if (check.state === state) return check
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`the check did not come to ${state}: ${[...app.faults.values()].join()}`)
}

describe('signing', () => {
  test('by the form of the page: confirmed by POST alone, however often a scanner follows the links', async () => {
    const { petitionId, publicationId, slug } = await publicPetition()
    const page = await (await app.fetch(signPath(slug))).text()
    const fields = formOf(page, signPath(slug)) as Record<string, string>
    expect(fields).toMatchObject({ public_name: 'none', way: 'site', homepage: '' })
    expect(fields['deliver']).toBeUndefined()
    const sent = await post(
      signPath(slug),
      filled(publicationId, { address: 'maria@example.org', name: 'María Gil' }),
    )
    expect(sent.status).toBe(303)
    expect((await app.fetch(sent.headers.get('location') ?? '')).status).toBe(200)
    expect(await counts(petitionId)).toMatchObject({ confirmed: 0, waiting: 1 })

    const token = await mailedToken('maria@example.org')
    const before = (await dump('signature')) + (await dump('signature_offer'))
    const shown = await Promise.all(
      [`/confirm/en/${token}`, `/confirm/en/${token}`, `/takeback/en/${token}`, `/takeback/en/${token}`].map(
        async (path) => (await app.fetch(path)).text(),
      ),
    )
    expect(shown[0]).toBe(shown[1])
    expect(shown[2]).toBe(shown[3])
    expect((await dump('signature')) + (await dump('signature_offer'))).toBe(before)

    const once = await post(`/confirm/en/${token}`, new URLSearchParams())
    const twice = await post(`/confirm/en/${token}`, new URLSearchParams())
    expect([once.status, twice.status]).toEqual([200, 200])
    expect(await twice.text()).toBe(await once.text())
    expect(await counts(petitionId)).toMatchObject({ confirmed: 1, waiting: 0, named: 0, news: 0 })
    // The link's page is the same after as before, and GET still does nothing.
    expect(await (await app.fetch(`/confirm/en/${token}`)).text()).toBe(shown[0])
  })

  test('the answer is the same, byte for byte, for a new, a known and a blocked address', async () => {
    const { publicationId, slug } = await publicPetition()
    await sign(publicationId, { address: 'known@example.org' })
    const mark = app.house.secrets.mark('mail address', 'blocked@example.org')
    await sql`select suppress_mail(${person.actor.orgId}::uuid, ${mark}, '', 'bounce')`.execute(app.house.db)
    const answers = []
    for (const address of [
      'new@example.org',
      'known@example.org',
      'KNOWN+again@example.org',
      'blocked@example.org',
    ]) {
      const answer = await post(signPath(slug), filled(publicationId, { address }))
      const page = await app.fetch(answer.headers.get('location') ?? '')
      answers.push(
        JSON.stringify([
          answer.status,
          [...answer.headers],
          await answer.text(),
          page.status,
          await page.text(),
        ]),
      )
    }
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toContain('303')
  })

  test('three spellings of an address are one signature, and the last confirmed is what holds', async () => {
    const { petitionId, publicationId } = await publicPetition()
    for (const [address, publicName] of [
      ['First.Last@gmail.com', 'none'],
      ['firstlast+petition@googlemail.com', 'initials'],
      ['f.i.r.s.t.last@GMAIL.com', 'full'],
    ] as const)
      await sign(publicationId, { address, publicName, name: 'Eva Ríos' })
    expect(await counts(petitionId)).toMatchObject({ confirmed: 1, named: 1 })
    expect((await readLive(app.house.publicDb, publicationId))?.shownPeople).toEqual(['Eva Ríos'])
  })

  test('nobody changes a signature by signing again with the address: only its mail does', async () => {
    const { petitionId, publicationId } = await publicPetition()
    await sign(publicationId, { address: 'ines@example.org', name: 'Inés', publicName: 'none' })
    await offer(publicationId, { address: 'ines@example.org', name: 'Inés', publicName: 'full' })
    expect((await readLive(app.house.publicDb, publicationId))?.shownPeople).toEqual([])
    expect(await counts(petitionId)).toMatchObject({ confirmed: 1, named: 0 })
  })

  test('nationals and residents of a state addressed are a number: no name of theirs is kept anywhere', async () => {
    const { petitionId, publicationId } = await publicPetition()
    const said = { publicName: 'full', deliver: true } as const
    await sign(publicationId, { ...said, address: 'a@example.org', name: 'Nacional Dicha', ofState: true })
    await sign(publicationId, { ...said, address: 'b@example.org', name: 'Residente Callada', country: 'QO' })
    // Whatever the program would ask for: the database drops it.
    const live = await readLive(app.house.publicDb, publicationId)
    expect(live).toMatchObject({ signatures: 2, names: 0, shownPeople: [] })
    expect(await counts(petitionId)).toMatchObject({ confirmed: 2, ofState: 2, delivered: 0, named: 0 })
    const rows = await person.within((tx) =>
      listSignatures(tx, app.house.secrets, { petitionId, state: 'confirmed', after: null }),
    )
    expect(rows.rows.map(({ name }) => name)).toEqual([null, null])
    await expect(
      sql`update signature set public_name = 'full', shown = 'x' where petition_id = ${petitionId}::uuid`.execute(
        app.owner,
      ),
    ).rejects.toThrow(/signature_nobody_of_the_state/)
  })

  test('names and addresses lie sealed, and an address is kept only of who wants to be told', async () => {
    const { publicationId } = await publicPetition()
    await sign(publicationId, { name: 'Secreta Persona', address: 'secreta@example.org' })
    await sign(publicationId, { name: 'Otra Persona', address: 'otra@example.org', news: true })
    await sql`delete from mail where org_id = ${person.actor.orgId}::uuid`.execute(app.owner)
    for (const table of ['signature', 'signature_person', 'signature_address', 'signature_offer'])
      expect(await dump(table)).not.toMatch(/secreta|otra|Persona/i)
    expect((await dump('signature_address')).match(/"sealed"/g)).toHaveLength(1)
  })

  test('the form is not taken too fast, too late, of another petition, with the hidden field, or from another site', async () => {
    const { petitionId, publicationId, slug } = await publicPetition()
    const other = await publicPetition()
    const token = (ms: number, of = publicationId) =>
      formToken(app.house.secrets, of, new Date(Date.now() - ms))
    const tryOut = async (fields: Readonly<Record<string, string>>, headers = {}) =>
      (await post(signPath(slug), filled(publicationId, fields), headers)).status
    expect(await tryOut({ token: token(0) })).toBe(422)
    expect(await tryOut({ token: '' })).toBe(403)
    expect(await tryOut({ token: token(60_000, other.publicationId) })).toBe(403)
    expect(await tryOut({}, { origin: 'https://elsewhere.example' })).toBe(403)
    expect(await tryOut({ name: '', address: 'not an address' })).toBe(422)
    // Told nothing, and nothing is put in.
    expect(await tryOut({ homepage: 'https://spam.example' })).toBe(303)
    expect(await counts(petitionId)).toMatchObject({ waiting: 0, confirmed: 0 })
    const again = await post(signPath(slug), filled(publicationId, { token: token(0), name: '<b>Ana</b>' }))
    expect(await again.text()).toContain('value="&lt;b&gt;Ana&lt;/b&gt;"')
  })

  test('a form on another site changes nothing: it leads to ours with what was typed', async () => {
    const { petitionId, slug } = await publicPetition()
    const begin = signPath(slug).replace(/sign$/, 'begin')
    const answer = await app.fetch(begin, {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example' },
      body: new URLSearchParams({ name: 'Ana de Fuera', address: 'fuera@example.org' }),
    })
    expect(answer.status).toBe(200)
    const page = await answer.text()
    expect(formOf(page, signPath(slug))).toMatchObject({ name: 'Ana de Fuera', way: 'embed' })
    expect(await counts(petitionId)).toMatchObject({ waiting: 0 })
  })

  test('too many from one place are asked to wait, and one address gets three mails a day', async () => {
    const { publicationId, slug } = await publicPetition()
    const from = { 'x-forwarded-for': '203.0.113.7' }
    const statuses = []
    for (let i = 0; i < 21; i++)
      statuses.push(
        (await post(signPath(slug), filled(publicationId, { address: `p${i}@example.org` }), from)).status,
      )
    expect(statuses).toEqual([...Array.from({ length: 20 }, () => 303), 429])
    expect(
      (await post(signPath(slug), filled(publicationId), { 'x-forwarded-for': '203.0.113.8' })).status,
    ).toBe(303)
    // Where it came from is nowhere, not even as a hash that could be tried out without the day's key.
    const { rows } = await sql<{ mark: Buffer }>`select mark from signature_pace`.execute(app.owner)
    expect(rows.length).toBeGreaterThan(0)
    for (const { mark } of rows) expect(mark.toString('latin1')).not.toContain('203.0.113')
    for (let i = 0; i < 5; i++) await offer(publicationId, { address: 'often@example.org' })
    const mails = await sql`select 1 from mail_address a where a.address = 'often@example.org'`.execute(
      app.owner,
    )
    expect(mails.rows).toHaveLength(3)
  })
})

describe('taking back', () => {
  test('leaves the number of those who did and nothing of them, and is as it was when asked again', async () => {
    const { petitionId, publicationId } = await publicPetition()
    const token = await sign(publicationId, {
      address: 'gone@example.org',
      name: 'Vera Ida',
      publicName: 'full',
      news: true,
    })
    for (let i = 0; i < 2; i++)
      expect((await post(`/takeback/en/${token}`, new URLSearchParams())).status).toBe(200)
    expect(await counts(petitionId)).toMatchObject({ confirmed: 0, withdrawn: 1, named: 0, news: 0 })
    expect((await readLive(app.house.publicDb, publicationId))?.shownPeople).toEqual([])
    const { rows } = await sql`select 1 from signature_person p join signature s on s.id = p.signature_id
      where s.petition_id = ${petitionId}::uuid`.execute(app.owner)
    expect(rows).toHaveLength(0)
    // The old link confirms nothing any more; signing anew does, as somebody new.
    expect(await confirm(token)).toBe(false)
    await sign(publicationId, { address: 'gone@example.org', name: 'Vera Ida' })
    expect(await counts(petitionId)).toMatchObject({ confirmed: 1, withdrawn: 1 })
  })

  test('before confirming, and a link that nobody was given', async () => {
    const { petitionId, publicationId } = await publicPetition()
    const { token } = await offer(publicationId)
    expect(await withdrawSignature(app.house.publicDb, token)).toBe(true)
    expect(await confirm(token)).toBe(false)
    const never = 'x'.repeat(43)
    expect((await post(`/confirm/en/${never}`, new URLSearchParams())).status).toBe(404)
    expect((await app.fetch('/confirm/en/short')).status).toBe(404)
    expect(await counts(petitionId)).toMatchObject({ confirmed: 0, waiting: 0 })
  })

  test('is done again after a restore, and no member of the organisation can undo it', async () => {
    const { petitionId, publicationId } = await publicPetition()
    const token = await sign(publicationId, {})
    await withdrawSignature(app.house.publicDb, token)
    const stone = await sql<{ id: string; subject: string; at: Date }>`
      select t.id, t.subject, t.at from tombstone t join signature s on s.org_id = t.org_id and s.id = t.subject
       where t.kind = 'unsign' and s.petition_id = ${petitionId}::uuid`.execute(app.owner)
    expect(stone.rows).toHaveLength(1)
    await expect(
      person.within((tx) =>
        sql`update signature set state = 'confirmed' where petition_id = ${petitionId}::uuid`.execute(tx.sql),
      ),
    ).rejects.toThrow(/taken back/)
    const other = await sign(publicationId, { address: 'stays@example.org' })
    expect(other).toBeTruthy()
    const { rows } = await sql<{ id: string }>`select id from signature
      where petition_id = ${petitionId}::uuid and state = 'confirmed'`.execute(app.owner)
    const replay = () =>
      sql<{
        done: boolean
      }>`select replay_unsign(${person.actor.orgId}::uuid, ${rows[0]?.id}::uuid, gen_random_uuid(), now()) as done`.execute(
        app.owner,
      )
    expect([(await replay()).rows[0]?.done, (await replay()).rows[0]?.done]).toEqual([true, false])
  })
})

describe('what stands against it', () => {
  const withPerson = (tx: Tx, publicity: string | null, full = 'Lira Montesol') =>
    (async () => {
      const { id: named } = await createRecord(tx, {
        type: 'person',
        values: { name: { full }, public_basis: 'consent' },
      })
      const { id: caseId } = await createRecord(tx, {
        type: 'case',
        values: {
          code_name: 'Heron',
          kind: 'artist',
          people: [{ to: named, attributes: { role: 'at_risk' } }],
          ...(publicity && { publicity, publicity_on: '2026-01-01', publicity_by: 'person' }),
        },
        acting: true,
      })
      return { named, caseId }
    })()

  test('silence asked for, nothing decided, no consent, a name that is not listed: none goes through the door', async () => {
    const tryOut = (
      publicity: string | null,
      consent: boolean,
      values: (ids: { named: string; caseId: string }) => Readonly<Record<string, unknown>>,
    ) =>
      person.within(async (tx) => {
        const ids = await withPerson(tx, publicity)
        if (consent) await giveConsent(tx, ids.named)
        const { id } = await makePetition(tx, values(ids))
        return publishWithSecond(tx, { recordId: id, choice: [] }, petitionKind).then(
          () => 'published',
          (error: Error & { explanation?: { en: string } }) => error.explanation?.en ?? error.message,
        )
      })
    // Whoever may not be spoken of cannot be named even in a draft.
    const draft = (publicity: string | null) =>
      tryOut(publicity, true, naming).then(
        () => 'kept',
        (error: { kind?: string }) => error.kind,
      )
    const naming = ({ named, caseId }: { named: string; caseId: string }) => ({
      named: [{ to: named }],
      cases: [{ to: caseId }],
    })
    expect([await draft('quiet'), await draft(null)]).toEqual(['invalid', 'invalid'])
    expect(await tryOut('public', false, naming)).toMatch(/consent/i)
    expect(
      await tryOut('public', true, ({ caseId }) => ({
        cases: [{ to: caseId }],
        text: { en: 'Free LIRA montesol now.' },
      })),
    ).toMatch(/names somebody/)
    expect(await tryOut('quiet', true, ({ caseId }) => ({ cases: [{ to: caseId }] }))).toMatch(/[Ss]ilence/)
    expect(await tryOut('public', true, naming)).toBe('published')
  })

  test('who does not see whom it names, or its case, can publish no more than who does', async () => {
    const tryOut = async (
      publicity: string,
      // Another each time: whoever bears the name of somebody silent is not written about either.
      full: string,
      values: (ids: { named: string; caseId: string }) => Readonly<Record<string, unknown>>,
    ) => {
      const { id, caseId, named } = await person.within(async (tx) => {
        const ids = await withPerson(tx, 'public', full)
        return { ...ids, ...(await makePetition(tx, values(ids))) }
      })
      await person.within(async (tx) => {
        const close = async (one: string, changed: Readonly<Record<string, unknown>>) =>
          updateRecord(tx, {
            id: one,
            version: (await readRecord(tx, one)).version,
            values: changed,
            visibility: 'restricted',
            acting: true,
          })
        await close(named, {})
        await close(caseId, { publicity })
      })
      return person.within(async (tx) => {
        const other = await secondPerson(tx.actor)
        return actingAs(tx, other, async (hidden) => {
          expect((await readRecord(hidden, id)).values['named']).toBeUndefined()
          const { refusals, named } = await petitionKind.project(
            hidden,
            await readRecord(hidden, id),
            new Set(),
          )
          await publishWithSecond(hidden, { recordId: id, choice: [] }, petitionKind).then(
            () => expect('asked').toBe('refused'),
            (error: { kind?: string }) => expect(error.kind).toBe('conflict'),
          )
          return [...refusals.map(({ en }) => en.split(' ')[0]), named.length]
        })
      })
    }
    const naming = ({ named, caseId }: { named: string; caseId: string }) => ({
      named: [{ to: named }],
      cases: [{ to: caseId }],
    })
    expect(await tryOut('public', 'Tamar Olvide', naming)).toEqual([1])
    expect(await tryOut('quiet', 'Ruska Beltane', naming)).toEqual(['Of', 1])
    expect(
      await tryOut('public', 'Nadia Corvel', ({ caseId }) => ({
        cases: [{ to: caseId }],
        text: { en: 'Free Nadia Corvel.' },
      })),
    ).toEqual(['The', 0])
  })

  test('when silence is asked for later the page is gone, nobody can sign, and no link confirms', async () => {
    const { publicationId, slug, caseId, petitionId } = await person.within(async (tx) => {
      const ids = await withPerson(tx, 'public')
      await giveConsent(tx, ids.named)
      const { id } = await makePetition(tx, { named: [{ to: ids.named }] })
      const page = await publishWithSecond(tx, { recordId: id, choice: [] }, petitionKind)
      return { ...ids, petitionId: id, publicationId: page.id, slug: page.slug }
    })
    const { token } = await offer(publicationId)
    await person.within(async (tx) => {
      const { version } = await readRecord(tx, caseId)
      await updateRecord(tx, { id: caseId, version, values: { publicity: 'quiet' }, acting: true })
    })
    expect((await app.fetch(signPath(slug))).status).toBe(404)
    expect((await offer(publicationId, { address: 'late@example.org' })).how).toBeNull()
    expect(await confirm(token)).toBe(false)
    expect(await counts(petitionId)).toMatchObject({ confirmed: 0 })
  })

  test('a petition that is closed, not open yet, or without an end takes no signature', async () => {
    const early = await publicPetition({ opens: '2099-01-01T10:00[Europe/Madrid]' })
    expect((await offer(early.publicationId)).how).toBe('closed')
    const open = await publicPetition()
    await person.post(`/workspace/petitions/${open.petitionId}/close`, { version: '1' })
    expect((await offer(open.publicationId)).how).toBe('closed')
    expect(await (await app.fetch(signPath(open.slug))).text()).toContain('Signing is closed')
    await expect(
      person.within(async (tx) => {
        const { id } = await makePetition(tx, { closes: undefined })
        await publishWithSecond(tx, { recordId: id, choice: [] }, petitionKind)
      }),
    ).rejects.toThrow()
  })
})

describe('the public login', () => {
  test('reads no signature, no link and no letter, and can have no other words sent', async () => {
    const { publicationId } = await publicPetition()
    for (const table of [
      ...['signature', 'signature_person', 'signature_address', 'signature_offer', 'signature_pace'],
      ...[
        'sign_on_link',
        'signature_check',
        'petition_delivery',
        'mail',
        'mail_address',
        'public_mail_template',
      ],
    ])
      await expect(
        sql`select * from ${sql.table(table)} limit 1`.execute(app.house.publicDb),
        table,
      ).rejects.toThrow(/permission denied/)
    for (const call of [
      sql`select queue_public_mail(gen_random_uuid(), gen_random_uuid(), 'x', 'en', 'x', 'a@b.org', 1, true)`,
      sql`select unsign(gen_random_uuid(), gen_random_uuid(), now())`,
      sql`select forget_signatures(now())`,
    ])
      await expect(call.execute(app.house.publicDb)).rejects.toThrow(/permission denied/)
    await expect(
      offer(publicationId).then(() =>
        sql`select offer_signature(${publicationId}::uuid, null, null, ${'to: <b>words</b>'.padEnd(43)}, 'a@example.org',
          ${Buffer.alloc(32)}, ${Buffer.alloc(32)}, '{"language": "en", "text_language": "en", "signer": "person"}', 'x', null)`.execute(
          app.house.publicDb,
        ),
      ),
    ).rejects.toThrow(/no such mail/)
  })

  test('the words of its mail are those of the program', async () => {
    const { rows } = await sql<{ name: string; language: 'en' | 'es' | 'ca'; subject: string; body: string }>`
      select name, language, subject, body from public_mail_template order by language`.execute(app.owner)
    const token = 'T'.repeat(43)
    expect(
      rows.map(({ name, language, subject, body }) => ({
        name,
        language,
        subject,
        body: body.replaceAll('{token}', token),
      })),
    ).toEqual(
      (['ca', 'en', 'es'] as const).map((language) => ({
        name: confirmMail.name,
        language,
        ...composeMail(confirmMail, language, {
          confirm: `/confirm/${language}/${token}`,
          takeback: `/takeback/${language}/${token}`,
        }),
      })),
    )
  })
})

describe('a letter by invitation', () => {
  const closedLetter = () =>
    person.within(async (tx) => {
      const { id } = await makePetition(tx, { kind: 'sign_on' })
      const page = await publishWithSecond(tx, { recordId: id, choice: [] }, letterKind)
      return { petitionId: id, ...page, token: await makeLetterLink(tx, app.house.secrets, id) }
    })

  test('is found by nobody without the link, and is signed by organisations as they agreed', async () => {
    const letter = await closedLetter()
    const { rows } = await sql`select 1 from publication where id = ${letter.id}::uuid`.execute(
      app.house.publicDb,
    )
    expect(rows).toHaveLength(0)
    const org = person.actor.orgSlug
    for (const path of [
      `/site/${org}/en/letters`,
      `/site/${org}/en/letters/${letter.slug}`,
      `/site/${org}/en/petitions/${letter.slug}`,
    ])
      expect((await app.fetch(path)).status, path).toBe(404)
    // By its publication alone nobody signs: the link is needed.
    expect((await offer(letter.id)).how).toBeNull()
    const path = `/letter/es/${letter.token}`
    const fields = {
      signer: 'organisation',
      organisation: 'Casa Abierta',
      name: 'Inés Prado',
      role: 'presidenta',
      public_name: 'who',
      deliver: 'yes',
      way: 'link',
    }
    const answer = await post(path, filled(letter.id, fields))
    expect(answer.status).toBe(303)
    expect(await confirm(await mailedToken('ana@example.org'))).toBe(true)
    const page = await (await app.fetch(path)).text()
    expect(page).toContain('Casa Abierta (Inés Prado, presidenta)')
    expect(page).toContain('Pedimos su libertad.')
    expect(page).toContain('name="robots" content="noindex"')
    expect(await counts(letter.petitionId)).toMatchObject({ confirmed: 1, organisations: 1, delivered: 1 })
  })

  test('a link that ended, or another, answers as what never was; without the door there is none', async () => {
    const letter = await closedLetter()
    const path = `/letter/en/${letter.token}`
    expect((await app.fetch(path)).status).toBe(200)
    await person.post(`/workspace/petitions/${letter.petitionId}/link`, { end: 'yes' })
    const [gone, never] = await Promise.all([app.fetch(path), app.fetch(`/letter/en/${'y'.repeat(43)}`)])
    expect([gone.status, never.status]).toEqual([404, 404])
    expect(await gone.text()).toBe(await never.text())
    await expect(
      person.within(async (tx) => {
        const { id } = await makePetition(tx, { kind: 'sign_on' })
        await makeLetterLink(tx, app.house.secrets, id)
      }),
    ).rejects.toThrow()
  })
})

describe('signatures that are none', () => {
  test('are looked for, counted, invalidated and brought back, and nothing is changed before', async () => {
    const worker = await app.work()
    try {
      const { petitionId, publicationId } = await publicPetition()
      for (let i = 0; i < 6; i++)
        await sign(publicationId, { address: `bot${i}@flood.example`, name: 'Spam Robot', country: 'QN' })
      await sign(publicationId, { address: 'true@example.org', name: 'Ana Verdadera', country: 'QN' })
      const look = (condition: Parameters<typeof lookForSignatures>[2]) =>
        person.within((tx) => lookForSignatures(tx, petitionId, condition))
      const step = (id: string, act: 'run' | 'undo' | 'leave') =>
        person.within((tx) => stepCheck(tx, id, act))
      const found = await Promise.all(
        [
          await look({ domain: 'FLOOD.example' }),
          await look({ nameHas: 'spam', country: 'QN' }),
          await look({ sameName: 3 }),
          await look({ domain: 'elsewhere.example' }),
        ].map(async (id) => (await until(id, 'found')).found),
      )
      expect(found).toEqual([6, 6, 6, 0])
      expect(await counts(petitionId)).toMatchObject({ confirmed: 7, invalidated: 0 })

      const check = await look({ domain: 'flood.example' })
      await until(check, 'found')
      // What came since was not counted, and is not touched.
      await sign(publicationId, { address: 'later@flood.example', name: 'Late' })
      await step(check, 'run')
      expect((await until(check, 'done')).changed).toBe(6)
      expect(await counts(petitionId)).toMatchObject({ confirmed: 2, invalidated: 6 })
      // One that was found invalid does not confirm itself again.
      await sign(publicationId, { address: 'bot0@flood.example', name: 'Spam Robot' })
      expect(await counts(petitionId)).toMatchObject({ confirmed: 2, invalidated: 6 })
      await expect(step(check, 'run')).rejects.toThrow()
      await step(check, 'undo')
      await until(check, 'undone')
      expect(await counts(petitionId)).toMatchObject({ confirmed: 8, invalidated: 0 })
      await expect(look({})).rejects.toThrow()
    } finally {
      await worker.stop()
    }
  })
})

describe('handing over', () => {
  test('names only who cleared it, counts the rest, and stays as it was', async () => {
    const { petitionId, publicationId, slug } = await publicPetition()
    const cleared = [
      { name: 'Zoe Última', address: 'z@example.org', deliver: true, country: 'AR' },
      { name: '=cmd|x', address: 'f@example.org', deliver: true },
      { name: '李明', address: 'l@example.org', deliver: true },
    ]
    for (const one of cleared) await sign(publicationId, one)
    await sign(publicationId, { name: 'Nadie Visible', address: 'n@example.org', publicName: 'full' })
    for (let i = 0; i < 2; i++)
      await sign(publicationId, {
        name: `Paisana ${i}`,
        address: `q${i}@example.org`,
        country: 'QO',
        deliver: true,
      })
    const make = () =>
      person.within(async (tx) => {
        const id = await makeDelivery(tx, app.house, { petitionId, addresseeId: null, language: 'en' })
        return readDelivery(tx, id)
      })
    const delivery = await make()
    expect(delivery.counts).toEqual({ signatures: 6, organisations: 0, names: 3, earlierWording: 0 })
    const answer = await person.get(`/workspace/petitions/${petitionId}/deliveries/${delivery.id}`)
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(delivery.sha256)
    const files = await unzip(bytes)
    expect([...files.keys()]).toEqual(['petition.pdf', 'signatories.csv', 'manifest.json'])
    const csv = files.get('signatories.csv')?.toString() ?? ''
    expect(csv).toContain('Zoe Última')
    expect(csv).toContain("'=cmd|x")
    expect(csv).toContain('李明')
    const manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '{}') as {
      counts: Record<string, unknown>
      files: { path: string; sha256: string }[]
    }
    for (const { path, sha256 } of manifest.files)
      expect(
        createHash('sha256')
          .update(files.get(path) ?? '')
          .digest('hex'),
      ).toBe(sha256)
    // Fewer than five could be somebody.
    expect(manifest.counts).toMatchObject({
      nationals_and_residents_of_states_addressed: null,
      countries: {},
      other_countries_or_not_said: 6,
    })
    const pdf = await readPdf(files.get('petition.pdf') ?? Buffer.alloc(0))
    const words = pdf.text.replace(/\s+/g, ' ')
    expect(words).toContain('Zoe Última')
    expect(words).toContain('LiMing')
    expect(words).toContain('fewer than 5')
    for (const never of ['Nadie Visible', 'Paisana', 'example.org', 'Oscania (']) {
      expect(words).not.toContain(never)
      expect(csv).not.toContain(never)
    }
    // Kept as it was, whatever is changed after; and equal contents give equal bytes.
    expect((await make()).sha256).toBe(delivery.sha256)
    await person.within(async (tx) => {
      const { version } = await readRecord(tx, petitionId)
      await updateRecord(tx, { id: petitionId, version, values: { text: { en: 'Something else.' } } })
    })
    const later = await person.get(`/workspace/petitions/${petitionId}/deliveries/${delivery.id}`)
    expect(Buffer.from(await later.arrayBuffer()).equals(bytes)).toBe(true)
    // Nobody has signed the new words: those who signed others are not handed over with them.
    await expect(make()).rejects.toThrow()
    expect((await app.fetch(signPath(slug))).status).toBe(200)
  })
})

describe('mail, and how long it is kept', () => {
  test('a real server takes the mail, its link confirms, and news leads to the page with one click to leave', async () => {
    const server = await startSmtpServer()
    const postman = startPostman(
      app.house,
      { url: server.url, from: 'Office <office@example.org>', perMinute: 1_000 },
      { everyMs: 30 },
    )
    const worker = await app.work()
    const received = async (to: string, count: number) => {
      for (let tries = 0; tries < 200; tries++) {
        const mails = server.received.filter((mail) => mail.to.includes(to))
        if (mails.length >= count) return mails
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      throw new Error(`no mail ${count} for ${to}`)
    }
    const plain = (data: string) => data.replace(/=\r\n/g, '').replaceAll('=3D', '=')
    try {
      const { petitionId, publicationId, slug } = await publicPetition({ outcome: { en: 'She is free.' } })
      await post(
        signPath(slug, 'es'),
        filled(publicationId, { address: 'lector@example.org', news: 'yes', public_name: 'full' }),
      )
      const [first] = await received('lector@example.org', 1)
      const data = plain(first?.data ?? '')
      expect(data).toContain('Subject: Confirme, por favor')
      for (const word of ['Ana Prueba', 'Libertad', 'petition', 'petici', person.actor.orgSlug])
        expect(data.toLowerCase()).not.toContain(word.toLowerCase())
      const token = /\/confirm\/es\/([A-Za-z0-9_-]{43})/.exec(data)?.[1] ?? ''
      expect((await post(`/confirm/es/${token}`, new URLSearchParams())).status).toBe(200)

      await person.within((tx) => tellSigners(tx, petitionId))
      const mails = await received('lector@example.org', 2)
      const news = plain(mails[1]?.data ?? '')
      expect(news).not.toContain('free')
      const link = /\/news\/es\/[0-9a-f-]{36}/.exec(news)?.[0] ?? ''
      expect((await app.fetch(link, { redirect: 'manual' })).headers.get('location')).toBe(
        `/site/${person.actor.orgSlug}/es/petitions/${slug}`,
      )
      const leave = /List-Unsubscribe: <https?:\/\/[^/]+(\/mail\/unsubscribe\/[^>]+)>/.exec(
        news.replace(/\r\n\s+/g, ' '),
      )?.[1]
      expect(leave).toBeTruthy()
      const suppressed = () =>
        sql`select 1 from mail_suppression where org_id = ${person.actor.orgId}::uuid and cause = 'unsubscribe'`.execute(
          app.owner,
        )
      for (let i = 0; i < 2; i++) expect((await app.fetch(leave ?? '')).status).toBe(200)
      expect((await suppressed()).rows).toHaveLength(0)
      const clicked = await app.fetch(leave ?? '', {
        method: 'POST',
        body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
      })
      expect(clicked.status).toBe(200)
      expect((await suppressed()).rows).toHaveLength(1)
      await expect(person.within((tx) => tellSigners(tx, petitionId))).rejects.toThrow()
    } finally {
      await Promise.all([postman.stop(), worker.stop()])
      await server.close()
    }
  })

  test('what the preview counts is what the daily run takes, and what is left names nobody', async () => {
    const { petitionId, publicationId } = await publicPetition()
    for (let i = 0; i < 3; i++)
      await sign(publicationId, {
        address: `k${i}@example.org`,
        name: `Kept ${i}`,
        news: i < 2,
        publicName: 'full',
        deliver: true,
      })
    await offer(publicationId, { address: 'unanswered@example.org' })
    const delivery = await person.within((tx) =>
      makeDelivery(tx, app.house, { petitionId, addresseeId: null, language: 'en' }),
    )
    const closing = new Date('2099-12-31T19:00:00Z').getTime()
    const day = 24 * 60 * 60 * 1000
    const preview = (at: number) => person.within((tx) => readDue(tx, petitionId, new Date(at)))
    const run = async (at: number) => {
      const { rows } = await sql<{ what: string; many: string }>`
        select what, many from forget_signatures(${new Date(at).toISOString()}::timestamptz)
         where petition_id = ${petitionId}::uuid`.execute(app.owner)
      return Object.fromEntries(rows.map(({ what, many }) => [what, Number(many)]))
    }
    expect(await preview(closing + 89 * day)).toEqual({ addresses: 0, names: 0 })
    expect(await run(closing + 89 * day)).toEqual({})
    expect(await preview(closing + 90 * day)).toEqual({ addresses: 2, names: 0 })
    expect(await run(closing + 90 * day)).toEqual({ addresses: 2 })
    const end = Date.UTC(2101, 11, 31, 19)
    expect(await preview(end)).toEqual({ addresses: 0, names: 3 })
    expect(await run(end)).toEqual({ names: 3 })
    expect(await run(end)).toEqual({})
    expect(await counts(petitionId)).toMatchObject({ confirmed: 3, named: 0, delivered: 0, waiting: 0 })
    for (const table of ['signature_person', 'signature_address', 'signature_offer']) {
      const { rows } =
        await sql`select 1 from ${sql.table(table)} t where t.org_id = ${person.actor.orgId}::uuid
        and ${table === 'signature_offer' ? sql`t.petition_id = ${petitionId}::uuid` : sql`t.signature_id in (select id from signature where petition_id = ${petitionId}::uuid)`}`.execute(
          app.owner,
        )
      expect(rows, table).toHaveLength(0)
    }
    expect((await person.get(`/workspace/petitions/${petitionId}/deliveries/${delivery}`)).status).toBe(404)
  })
})

test('the screens of a petition show what there is, and to whom', async () => {
  const { petitionId, publicationId, slug } = await publicPetition({ target: 100 })
  await person.within((tx) =>
    createRecord(tx, {
      type: 'petition_addressee',
      values: {
        petition: { to: petitionId },
        name: 'Ministry of Justice',
        state: 'QO',
        ask: 'release',
        response: 'acknowledged',
        acknowledged_on: '2026-11-02',
      },
    }),
  )
  await sign(publicationId, { name: 'Ana Prueba', country: 'AR', publicName: 'initials' })
  const page = await (await person.get(`/workspace/petitions/${petitionId}`)).text()
  for (const words of ['Ministry of Justice', 'Acknowledged', 'Argentina', '/embed', '/begin'])
    expect(page).toContain(words)
  expect(page).not.toContain('ana@example.org')
  const list = await (await person.get(`/workspace/petitions/${petitionId}/signatures`)).text()
  expect(list).toContain('Ana Prueba')
  expect(await (await person.get('/workspace/petitions')).text()).toContain('Release them')
  const site = await (await app.fetch(`/site/${person.actor.orgSlug}/en/petitions/${slug}`)).text()
  expect(site).toContain('A. P.')
  expect(site).not.toContain('Ana Prueba')
  expect(app.faults.size).toBe(0)
})
