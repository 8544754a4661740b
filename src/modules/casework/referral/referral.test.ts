import { randomUUID } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import fc from 'fast-check'
import { sql } from 'kysely'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { giveAccess } from '#modules/people'
import { attachFile, listAttachments } from '#platform/evidence'
import { Problem } from '#platform/problem'
import { type Tx, createRecord, readRecord, deleteRecord, updateRecord } from '#platform/records'
import { readClocks } from '#platform/retention'
import { type TestApp, type TestPerson, formOf, testApp } from '../../../../tests/support/app.ts'
import { giveConsent } from '../../../../tests/support/consent.ts'
import { readPdf } from '../../../../tests/support/read-pdf.ts'
import { referralDesk } from '../../../../tests/support/referral-desk.ts'
import { testOrganisation } from '../../../../tests/support/organisation.ts'
import { secondPerson } from '../../../../tests/support/second-person.ts'
import { openCase } from '../cases/actions/open-case.ts'
import { openingKeys, readOwnKeys } from './actions/bundle-keys.ts'
import { knowPartner } from './actions/know-partner.ts'
import { makeBundle } from './actions/make-bundle.ts'
import { fingerprintOf, openBundle, readPlainZip } from './bundle/index.ts'
import type { Selection } from './project-case.ts'

const partnerName = 'Casa Amiga'
const far = '2099-12-31'

let count = 0
/** A word that stands nowhere else, short enough not to be broken on paper. */
const canary = (): string => `zq${(count++).toString(36)}x${randomUUID().slice(0, 8)}qz`

/** What of the world may leave under which condition: said here a second time, and otherwise. */
interface Canary {
  readonly word: string
  /** Whose record or which one it stands in. */
  readonly of: 'case' | 'subject' | 'relative' | 'step' | 'event'
  readonly class: 'open' | 'identity' | 'health' | 'location' | 'legal' | 'never'
  /** A text that goes only where it was chosen. */
  readonly text?: string
}

interface Consent {
  readonly named: boolean
  readonly scope: boolean
  readonly purpose: boolean
  readonly channel: boolean
  readonly withdrawn: boolean
  readonly over: boolean
  readonly classes: readonly string[]
}

const classes = ['identity', 'health', 'location', 'legal'] as const
const consents: fc.Arbitrary<Consent> = fc.record({
  named: fc.boolean(),
  scope: fc.boolean(),
  purpose: fc.boolean(),
  channel: fc.boolean(),
  withdrawn: fc.boolean(),
  over: fc.boolean(),
  classes: fc.subarray([...classes]),
})
/** Most of them hold, or little would ever leave in these runs. */
const mostly = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.subarray([...classes]).map(
      (some): Consent => ({
        named: true,
        scope: true,
        purpose: true,
        channel: true,
        withdrawn: false,
        over: false,
        classes: some,
      }),
    ),
  },
  { weight: 1, arbitrary: consents },
)

const holds = (one: Consent): boolean =>
  one.named && one.scope && one.purpose && one.channel && !one.withdrawn && !one.over

async function consentOf(tx: Tx, personId: string, one: Consent, photo: boolean): Promise<void> {
  const id = await giveConsent(tx, personId, {
    scopes: [one.scope ? 'share_partners' : 'act', ...(photo ? ['photo'] : [])],
    purposes: [one.purpose ? 'referral' : 'campaign'],
    channels: [one.channel ? 'bundle' : 'letter'],
    partners: [one.named ? ' casa AMIGA' : 'Somebody else'],
    classes: one.classes,
    ...(one.over && { until: '2021-01-01' }),
  })
  if (one.withdrawn)
    await updateRecord(tx, { id, version: 1, acting: true, values: { withdrawn_on: '2021-01-01' } })
}

/** A case with two people, a step, an event and files, each value a word that can be searched for. */
async function makeWorld(app: TestApp, tx: Tx, photo: boolean, subject: Consent, relative: Consent) {
  const canaries: Canary[] = []
  const put = (of: Canary['of'], cls: Canary['class'], text?: string): string => {
    const word = canary()
    canaries.push({ word, of, class: cls, ...(text !== undefined && { text }) })
    return word
  }
  const person = (of: 'subject' | 'relative') => ({
    name: put(of, 'open'),
    other_names: [put(of, 'open', 'other_names')],
    occupation_words: put(of, 'open', 'occupation_words'),
    notes: put(of, 'never', 'notes'),
    real_name: put(of, 'identity'),
    phone_and_mail: [put(of, 'identity', 'phone_and_mail')],
    whereabouts: put(of, 'location', 'whereabouts'),
    health: put(of, 'health', 'health'),
    legal_situation: put(of, 'legal', 'legal_situation'),
  })
  const make = async (type: string, values: Readonly<Record<string, unknown>>) =>
    (await createRecord(tx, { type, values, visibility: 'restricted' })).id
  const subjectId = await make('person', person('subject'))
  const relativeId = await make('person', person('relative'))
  await consentOf(tx, subjectId, subject, photo)
  await consentOf(tx, relativeId, relative, false)
  const sourceId = await make('source', { kind: 'testimony', title: put('case', 'never') })
  const eventId = await make('event', {
    title: put('event', 'open', 'title'),
    notes: put('event', 'never', 'notes'),
  })
  const { id: caseId } = await openCase(tx, {
    values: {
      code_name: put('case', 'open', 'code_name'),
      kind: 'artist',
      summary: put('case', 'open', 'summary'),
      internal_notes: put('case', 'never', 'internal_notes'),
      works: put('case', 'open', 'works'),
      people: [
        { to: subjectId, attributes: { role: 'at_risk', note: put('case', 'never') } },
        { to: relativeId, attributes: { role: 'family' } },
      ],
      events: [{ to: eventId }],
      sources: [{ to: sourceId, attributes: { shows: put('case', 'never') } }],
    },
  })
  const stepId = await make('step', {
    kind: 'call',
    case: { to: caseId },
    on: '2026-01-02',
    by: tx.actor.accountId,
    with_words: put('step', 'identity', 'with_words'),
    asked: put('step', 'identity', 'asked'),
    notes: put('step', 'never', 'notes'),
    source: { to: sourceId },
  })
  await make('task', { what: put('case', 'never', 'what'), case: { to: caseId }, owner: tx.actor.accountId })
  const files: { readonly id: string; readonly class: Canary['class']; readonly picture: boolean }[] = []
  const attach = async (content: Buffer, cls: 'open' | 'health', picture: boolean) => {
    const { attachmentId } = await attachFile(tx, app.house.files, {
      recordId: caseId,
      name: `${put('case', 'never')}.txt`,
      caption: put('case', 'never'),
      content: Readable.from([content]),
      class: cls,
    })
    files.push({ id: attachmentId, class: cls, picture })
  }
  const words = { open: canary(), health: canary() }
  await attach(Buffer.from(`text ${words.open}`), 'open', false)
  await attach(Buffer.from(`text ${words.health}`), 'health', false)
  await attach(
    await sharp({ create: { width: 8, height: 8, channels: 3, background: '#123456' } })
      .withExif({ IFD0: { Copyright: put('case', 'never') } })
      .png()
      .toBuffer(),
    'open',
    true,
  )
  const ids = { case: caseId, subject: subjectId, relative: relativeId, step: stepId, event: eventId }
  return {
    ids,
    canaries,
    files,
    fileWords: words,
    secrets: [...Object.values(ids), sourceId, tx.actor.accountId],
  }
}

test('what consent does not cover is nowhere in a bundle, whatever is chosen; what it covers and is chosen is', async () => {
  const app = await testApp()
  const from = await referralDesk(app, { fourEyes: false })
  const identity = await generateX25519Identity()
  const recipient = await identityToRecipient(identity)
  const partnerId = await from.within((tx) => knowPartner(tx, { name: partnerName, recipient }))
  let left = 0
  await fc.assert(
    fc.asyncProperty(
      mostly,
      mostly,
      fc.boolean(),
      fc.subarray(['subject', 'relative', 'step', 'event'] as const),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer(),
      async (subject, relative, photo, chosen, share, seed) => {
        const world = await from.within((tx) => makeWorld(app, tx, photo, subject, relative))
        const texts = world.canaries.filter(
          (one, i) => one.text !== undefined && (Math.imul(seed | 1, i + 1) >>> 0) / 2 ** 32 < share,
        )
        const files = world.files.filter((_, i) => (Math.imul(seed | 1, i + 77) >>> 0) / 2 ** 32 < share)
        const selection: Selection = {
          caseId: world.ids.case,
          partnerId,
          purpose: 'Shelter',
          until: far,
          language: 'en',
          records: chosen.map((one) => world.ids[one]),
          texts: texts.map((one) => `${world.ids[one.of]}.${one.text}`),
          files: files.map(({ id }) => id),
        }
        const made = await from
          .within((tx) => makeBundle(tx, app.house, selection))
          .catch((error: unknown) => {
            if (error instanceof Problem && error.kind === 'conflict') return null
            throw error
          })
        expect(made !== null, 'it leaves exactly where whoever is at risk agreed').toBe(holds(subject))
        if (!made) return
        left++
        const opened = await openBundle(made.bytes, [identity])
        const paper = await readPdf(Buffer.from(opened.files.get('case.pdf') ?? []))
        const everything = [
          opened.archive.toString('latin1'),
          paper.text.replace(/[\s\u00ad\u200b-]+/g, ''),
          JSON.stringify(paper.info),
        ].join('\n')
        const goes = (one: Canary): boolean =>
          one.class !== 'never' &&
          (one.text === undefined || texts.includes(one)) &&
          (one.of === 'case' || one.of === 'subject' || chosen.includes(one.of)) &&
          (one.of !== 'relative' || holds(relative)) &&
          (one.class === 'open' || (one.of === 'relative' ? relative : subject).classes.includes(one.class))
        for (const one of world.canaries)
          expect(everything.includes(one.word), `${one.of} ${one.class} ${one.text ?? ''}`).toBe(goes(one))
        for (const cls of ['open', 'health'] as const)
          expect(everything.includes(world.fileWords[cls])).toBe(
            files.some((file) => file.class === cls && !file.picture) &&
              (cls === 'open' || subject.classes.includes(cls)),
          )
        const pictures = [...opened.files.keys()].filter((path) => path.endsWith('.png'))
        expect(pictures.length).toBe(photo && files.some(({ picture }) => picture) ? 1 : 0)
        // Nor by what our own house calls them.
        for (const secret of world.secrets) expect(everything).not.toContain(secret)
      },
    ),
    { numRuns: 25 },
  )
  expect(left).toBeGreaterThan(3)
}, 240_000)

/** A case of which everybody agreed, for a flow from one house to another. */
async function agreedCase(app: TestApp, from: TestPerson) {
  const everything: Consent = {
    named: true,
    scope: true,
    purpose: true,
    channel: true,
    withdrawn: false,
    over: false,
    classes: [...classes],
  }
  const world = await from.within((tx) => makeWorld(app, tx, true, everything, everything))
  const second = await secondPerson(from.actor)
  await from.within(async (tx) => {
    for (const id of [world.ids.case, world.ids.subject, world.ids.relative, world.ids.event])
      await giveAccess(tx, id, `person:${second.accountId}`, null)
  })
  return { world, second }
}

const textOf = async (response: Response): Promise<string> => response.text()

test('a case goes from one organisation to another: chosen, approved, made, received, and its terms go with it', async () => {
  const app = await testApp()
  const [from, to] = [await referralDesk(app), await referralDesk(app)]
  const { world, second } = await agreedCase(app, from)
  const theirs = await to.within(readOwnKeys)
  await from.post('/workspace/bundles/partner', { name: partnerName, recipient: theirs?.recipient ?? '' })
  const refer = `/workspace/case/${world.ids.case}/refer`
  const partner = await from.within(
    async (tx) =>
      (await sql<{ id: string }>`select id from bundle_partner where name = ${partnerName}`.execute(tx.sql))
        .rows[0]?.id ?? '',
  )
  const page = await textOf(await from.get(`${refer}?partner=${partner}`))
  const form = formOf(page, refer)
  // Without terms it comes back, and says what is wanted.
  expect((await from.post(refer, { ...form, until: 'soon' })).status).toBe(422)
  const given = {
    ...form,
    purpose: 'A safe place for three months',
    until: far,
    record: [world.ids.step, world.ids.event],
    text: [`${world.ids.case}.summary`, `${world.ids.event}.title`],
    file: world.files[0]?.id ?? '',
  }
  const preview = await textOf(await from.post(refer, given))
  const word = (of: string, text?: string) =>
    world.canaries.find((one) => one.of === of && one.text === text)?.word ?? '?'
  expect(preview).toContain(word('case', 'summary'))
  expect(preview).not.toContain(word('case', 'works'))
  const asked = await from.post(refer, { ...formOf(preview, refer), reason: 'She asked us to', do: 'ask' })
  const approval = asked.headers.get('location') ?? ''
  expect(approval).toMatch(/^\/workspace\/approvals\//)
  const id = approval.split('/').at(-1) ?? ''
  // Not before somebody else has decided; and not by who asked.
  expect((await from.post('/workspace/bundles/make', { approval: id })).status).toBe(409)
  const other = await app.signIn(second)
  const shown = await textOf(await other.get(approval))
  expect(shown).toContain(word('case', 'summary'))
  expect(shown).not.toContain(word('case', 'works'))
  const deciding = '/workspace/approvals/decide'
  const decided = await other.post(deciding, { ...formOf(shown, deciding), verdict: 'approved' })
  expect(decided.status).toBe(303)
  const made = await from.post('/workspace/bundles/make', { approval: id })
  expect(made.status).toBe(200)
  const sealed = Buffer.from(await made.arrayBuffer())
  expect((await from.post('/workspace/bundles/make', { approval: id })).status).toBe(409)

  // At the other house: nobody knows who signed it, until the fingerprint was compared.
  const file = () => new File([sealed], 'AR.bundle.age')
  const unknown = await textOf(await to.post('/workspace/bundles/receive', { file: file() }))
  const ours = await from.within(readOwnKeys)
  const fingerprint = fingerprintOf(ours?.signingKey ?? '')
  expect(unknown).toContain(fingerprint)
  const nothing = await to.within((tx) => sql`select 1 from record where type = 'case'`.execute(tx.sql))
  expect(nothing.rows).toEqual([])
  expect((await to.post('/workspace/bundles/receive', { file: file(), fingerprint: 'ABCD' })).status).toBe(
    422,
  )
  const altered = Buffer.from(sealed)
  altered.writeUInt8(altered.readUInt8(500) ^ 1, 500)
  const refused = await to.post('/workspace/bundles/receive', {
    file: new File([altered], 'x.age'),
    fingerprint,
  })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('changed on the way')
  // For somebody else's key it opens to nobody.
  const stranger = await referralDesk(app)
  expect((await stranger.post('/workspace/bundles/receive', { file: file(), fingerprint })).status).toBe(422)

  const received = await to.post('/workspace/bundles/receive', { file: file(), fingerprint })
  expect(received.status).toBe(303)
  const caseId = received.headers.get('location')?.split('/').at(-1) ?? ''
  await to.within(async (tx) => {
    const record = await readRecord(tx, caseId)
    expect(record.values).toMatchObject({ stage: 'triage', kind: 'artist', received_until: far })
    expect(record.values['summary']).toBe(word('case', 'summary'))
    expect(record.values['works']).toBeUndefined()
    expect(record.visibility).toBe('restricted')
    const clock = (await readClocks(tx, 'case', [caseId])).get(caseId)
    expect(clock).toMatchObject({ due: '2100-01-01', end: 'trash' })
    // Its people keep time as people of a case of one's own do.
    const { people = [] } = record.values as { people?: readonly { to: string }[] }
    const { id: own } = await createRecord(tx, { type: 'person', values: { name: 'Own Person' } })
    const ids = [...people.map(({ to: id }) => id), own]
    const clocks = await readClocks(tx, 'person', ids)
    expect(people.length).toBeGreaterThan(0)
    for (const id of ids)
      expect(clocks.get(id)).toMatchObject({
        rule: clocks.get(own)?.rule,
        due: clocks.get(own)?.due,
        end: 'review',
      })
    await deleteRecord(tx, own, 1)
    const names = (await listAttachments(tx, app.house.files, caseId)).map((one) => one.file?.name)
    expect(names.some((name) => name?.endsWith('-bundle.zip'))).toBe(true)
    const { rows } = await sql<{
      type: string
    }>`select type from record where deleted_at is null order by type`.execute(tx.sql)
    expect(rows.map(({ type }) => type)).toEqual(['case', 'event', 'person', 'step'])
  })
  const head = await textOf(await to.get(`/workspace/case/${caseId}`))
  expect(head).toContain('A safe place for three months')
  expect(head).toContain('Not to be passed on')
  // Once; and not any further.
  expect((await to.post('/workspace/bundles/receive', { file: file() })).status).toBe(409)
  await to.post('/workspace/bundles/partner', { name: 'Third', recipient: ours?.recipient ?? '' })

  // Withdrawn: the bundle is listed, with a letter that names nobody.
  const consent = await from.within(
    async (tx) =>
      (
        await sql<{
          id: string
        }>`select from_id as id from link where to_id = ${world.ids.subject}::uuid and field = 'person'
          and from_id in (select id from record where type = 'consent')`.execute(tx.sql)
      ).rows[0]?.id ?? '',
  )
  const withdraw = `/workspace/consent/${consent}/withdraw`
  const before = await textOf(await from.get(withdraw))
  expect(before).toContain(partnerName)
  const letter = /\/workspace\/bundles\/[^"]+\/letter/.exec(before)?.[0] ?? ''
  const pdf = await readPdf(Buffer.from(await (await from.get(letter)).arrayBuffer()))
  expect(pdf.text).toContain(partnerName)
  for (const one of world.canaries) expect(pdf.text).not.toContain(one.word)
  await from.post(withdraw, { ...formOf(before, withdraw), how: 'person', words: 'She called' })
  const again = await from.post(refer, { ...given, do: 'ask', reason: 'again' })
  expect(again.status).toBe(409)
}, 120_000)

test('the database refuses a bundle that goes further than consent, whatever the program thinks', async () => {
  const app = await testApp()
  const from = await referralDesk(app, { fourEyes: false })
  const { world } = await agreedCase(app, from)
  const insert = (values: { persons?: readonly string[]; until?: string; partner?: string }) =>
    from.within((tx) =>
      sql`insert into bundle (org_id, id, case_id, partner, persons, purpose, until, digest, sha256, made_by)
        values (${tx.actor.orgId}::uuid, ${randomUUID()}::uuid, ${world.ids.case}::uuid, ${values.partner ?? partnerName},
          ${[...(values.persons ?? [world.ids.subject])]}::uuid[], 'x', ${values.until ?? far}::date,
          ${Buffer.alloc(32)}, ${'0'.repeat(64)}, ${tx.actor.accountId}::uuid)`.execute(tx.sql),
    )
  await expect(insert({ partner: 'Somebody else' })).rejects.toThrow('not agreed')
  await expect(insert({ persons: [world.ids.relative] })).rejects.toThrow('not agreed')
  await expect(insert({ until: '2020-01-01' })).rejects.toThrow('over')
  await insert({})
  await from.within(async (tx) => {
    const { rows } = await sql<{
      subject: string
      alone: boolean
    }>`select subject, (detail->>'alone')::boolean as alone
      from ledger where act = 'bundle.make' order by subject`.execute(tx.sql)
    expect(rows.map(({ subject }) => subject).sort()).toEqual([world.ids.case, world.ids.subject].sort())
    expect(rows.every(({ alone }) => alone)).toBe(true)
  })
  const { owner } = await testOrganisation()
  await sql`update org set settings = '{}' where id = ${from.actor.orgId}::uuid`.execute(owner)
  await expect(insert({})).rejects.toThrow('second person')
})

test('a bundle of the house opens with the standard tool', async () => {
  if (!existsSync('/usr/bin/age')) return
  const app = await testApp()
  const from = await referralDesk(app, { fourEyes: false })
  const { world } = await agreedCase(app, from)
  const keys = await from.within(readOwnKeys)
  const identities = await from.within((tx) => openingKeys(tx, app.house.secrets))
  const partnerId = await from.within((tx) =>
    knowPartner(tx, { name: partnerName, recipient: keys?.recipient ?? '' }),
  )
  const { bytes } = await from.within((tx) =>
    makeBundle(tx, app.house, {
      caseId: world.ids.case,
      partnerId,
      purpose: 'Shelter',
      until: far,
      language: 'es',
      records: [],
      texts: [],
      files: [],
    }),
  )
  const folder = mkdtempSync(join(tmpdir(), 'amparo-age-'))
  try {
    writeFileSync(join(folder, 'b.age'), bytes)
    writeFileSync(join(folder, 'key'), `${identities[0]}\n`)
    const archive = execFileSync('/usr/bin/age', ['-d', '-i', join(folder, 'key'), join(folder, 'b.age')])
    expect(readPlainZip(archive)?.some(({ path }) => path === 'case.pdf')).toBe(true)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('the whole case leaves for counsel as it was chosen and approved; notes and sources only where that was asked', async () => {
  const app = await testApp()
  const from = await referralDesk(app)
  const { world, second } = await agreedCase(app, from)
  const path = `/workspace/case/${world.ids.case}/take-out`
  const asking = formOf(await textOf(await from.get(path)), path)
  const word = (of: string, text: string) =>
    world.canaries.find((one) => one.of === of && one.text === text)?.word ?? '?'
  const take = async (more: Readonly<Record<string, string | readonly string[]>>): Promise<Buffer> => {
    const preview = await textOf(await from.post(path, { ...asking, ...more }))
    const asked = await from.post(path, { ...formOf(preview, path), do: 'ask', reason: 'For the hearing' })
    const approval = asked.headers.get('location') ?? ''
    const id = approval.split('/').at(-1) ?? ''
    expect((await from.post(`${path}/file`, { approval: id })).status).toBe(409)
    const other = await app.signIn(second)
    await other.get(approval)
    expect(
      (await other.post('/workspace/approvals/decide', { approval: id, verdict: 'approved' })).status,
    ).toBe(303)
    const taken = await from.post(`${path}/file`, { approval: id })
    expect(taken.status).toBe(200)
    expect((await from.post(`${path}/file`, { approval: id })).status).toBe(409)
    return Buffer.from(await taken.arrayBuffer())
  }
  const flat = (text: string) => text.replace(/[\s\u00ad\u200b-]+/g, '')
  const paper = await readPdf(await take({ class: ['identity'] }))
  for (const [of, text] of [
    ['case', 'summary'],
    ['case', 'works'],
    ['subject', 'phone_and_mail'],
  ] as const)
    expect(flat(paper.text)).toContain(word(of, text))
  for (const [of, text] of [
    ['case', 'internal_notes'],
    ['subject', 'notes'],
    ['subject', 'health'],
    ['step', 'notes'],
  ] as const)
    expect(flat(paper.text)).not.toContain(word(of, text))
  const never = world.canaries.filter(({ class: cls, text }) => cls === 'never' && text === undefined)
  // The source's title, first of them.
  expect(flat(paper.text)).not.toContain(never.find(({ of }) => of === 'case')?.word)
  const { rows } = await from.within((tx) =>
    sql<{ subject: string }>`select subject from ledger where act = 'export.run'`.execute(tx.sql),
  )
  expect(rows.map(({ subject }) => subject).sort()).toEqual(
    [world.ids.case, world.ids.subject, world.ids.relative].sort(),
  )
  const archive = readPlainZip(
    await take({
      class: ['health'],
      besides: ['notes'],
      format: 'zip',
      file: world.files.map(({ id }) => id),
    }),
  )
  expect(archive?.map((one) => one.path)).toEqual([
    'case.pdf',
    'files/01.txt',
    'files/02.txt',
    'files/03.png',
    'manifest.json',
  ])
  const png = Buffer.from(archive?.find((one) => one.path.endsWith('.png'))?.bytes ?? [])
  for (const one of world.canaries) expect(png.toString('latin1')).not.toContain(one.word)
  const noted = await readPdf(Buffer.from(archive?.[0]?.bytes ?? []))
  expect(flat(noted.text)).toContain(word('case', 'internal_notes'))
  expect(flat(noted.text)).toContain(word('subject', 'health'))
  expect(flat(noted.text)).not.toContain(word('subject', 'phone_and_mail'))
}, 120_000)
