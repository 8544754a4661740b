import { inspect } from 'node:util'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { giveAccess } from '#modules/people'
import { newId } from '#platform/db'
import { createRecord, deleteRecord, listRecords, readRecord, updateRecord } from '#platform/records'
import { makeOwnKey } from '#platform/vault'
import { formOf, testApp } from '../../../../tests/support/app.ts'
import { openCase } from '../cases/actions/open-case.ts'
import { readTasks } from '../steps/work.ts'
import { today } from '../today.ts'
import { paperItems } from './day-items.ts'
import { dayAfter, readNights } from './queries/nights.ts'

const passphrase = 'a heron stands in quiet water at dawn'

/** Ada and Bea of a team, Carl of none; a case of the team, its guest, a partner, somebody who knows, a host. */
async function desk() {
  const app = await testApp()
  const ada = await app.signIn()
  const { orgId, orgSlug } = ada.actor
  const classes = ['identity', 'health', 'location', 'legal', 'sealed']
  const people = [
    { id: newId(), name: 'Bea' },
    { id: newId(), name: 'Carl' },
  ] as const
  await app.owner
    .insertInto('account')
    .values(
      people.map((one) => ({
        org_id: orgId,
        ...one,
        kind: 'person' as const,
        role: 'case_officer' as const,
        readable_classes: classes,
      })),
    )
    .execute()
  await app.owner
    .updateTable('account')
    .set({ readable_classes: classes })
    .where('id', '=', ada.actor.accountId)
    .execute()
  const team = newId()
  await app.owner.insertInto('team').values({ org_id: orgId, id: team, name: 'Green' }).execute()
  await app.owner
    .insertInto('team_member')
    .values(
      [ada.actor.accountId, people[0].id].map((account_id) => ({ org_id: orgId, team_id: team, account_id })),
    )
    .execute()
  const actorOf = (one: (typeof people)[number]) => ({
    orgId,
    orgSlug,
    accountId: one.id,
    name: one.name,
    role: 'case_officer' as const,
    language: 'en' as const,
  })
  const [bea, carl] = [await app.signIn(actorOf(people[0])), await app.signIn(actorOf(people[1]))]
  await ada.within((tx) => makeOwnKey(tx, app.house, passphrase))
  const made = await ada.within(async (tx) => {
    const add = async (type: string, values: Record<string, unknown>, visibility?: 'internal') =>
      (await createRecord(tx, { type, values, ...(visibility && { visibility }) })).id
    const guest = await add('person', { name: 'Neva Toralin' })
    const partner = await add('organisation', { name: 'A partner', kind: 'association' })
    const knows = await add('organisation', { name: 'Who knows', kind: 'association' })
    const host = await add('refuge_host', { code_name: 'House nine' })
    await add('refuge_capacity', { host: { to: host }, places: 2, from: '2026-01-01' })
    const { id: caseId } = await openCase(tx, {
      values: {
        code_name: 'Heron',
        kind: 'journalist',
        people: [{ to: guest, attributes: { role: 'at_risk' } }],
      },
      teamId: team,
      made: [guest, host],
    })
    return { guest, partner, knows, host, caseId }
  })
  return { app, ada, bea, carl, team, ...made }
}

type Desk = Awaited<ReturnType<typeof desk>>

/** A stay at its beginning, through its form. */
async function propose({ ada, caseId }: Desk): Promise<string> {
  const page = await (await ada.get(`/workspace/refuge-stays/new?case=${caseId}`)).text()
  const saved = await ada.post('/workspace/refuge-stays/new', {
    ...formOf(page, '/workspace/refuge-stays/new'),
    'f.nominated_by.0.to': 'A partner',
    'f.trusted_since': 'Ten years of common work',
    'f.guest_agrees': 'yes',
  })
  expect(saved.status, (await saved.clone().text()).match(/role="alert"[\s\S]{0,900}/)?.[0]).toBe(303)
  return saved.headers.get('location')?.split('/').at(-1) ?? ''
}

const move = async (person: Desk['ada'], stay: string, stage: string, more: Record<string, string> = {}) => {
  const { version } = await person.within((tx) => readRecord(tx, stay))
  return person.post(`/workspace/refuge-stays/${stay}/move`, {
    version: String(version),
    stage,
    reason: `On to ${stage}.`,
    ...more,
  })
}

const add = (at: Desk, stay: string, type: string, values: Record<string, unknown>) =>
  at.ada.within((tx) =>
    createRecord(tx, { type, values: { case: { to: at.caseId }, stay: { to: stay }, ...values } }),
  )

const set = (at: Desk, stay: string, values: Record<string, unknown>) =>
  at.ada.within(async (tx) =>
    updateRecord(tx, { id: stay, version: (await readRecord(tx, stay)).version, values }),
  )

const voice = (person: Desk['ada'], stay: string, conflict: string, opinion = '') =>
  person.post(`/workspace/refuge-stays/${stay}/voice`, {
    conflict,
    conflict_words: '',
    opinion,
    reasons: opinion && 'The criteria of the call are met.',
  })

/** A stay in its selection. */
async function toSelection(at: Desk): Promise<string> {
  const stay = await propose(at)
  await add(at, stay, 'refuge_reference', {
    asked: { to: at.knows },
    on: today(),
    by: at.ada.actor.accountId,
    result: 'confirms',
  })
  expect((await move(at.ada, stay, 'needs')).status).toBe(303)
  await set(at, stay, { needs_on: today(), needs_with: 'guest', people: 1, able_to_return: 'yes' })
  expect((await move(at.ada, stay, 'selection')).status).toBe(303)
  return stay
}

test('a stay goes from nomination to the last follow-up through every gate, and nobody else sees any of it', async () => {
  const at = await desk()
  const { ada, bea, carl, caseId, host } = at
  const stay = await propose(at)
  const address = `/workspace/refuge-stays/${stay}`
  // A gate says what is missing, and cannot be passed over.
  const refused = await move(ada, stay, 'needs')
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('A reference check that confirms')
  expect((await move(ada, stay, 'staying')).status).toBe(422)
  const page = await (await ada.get(address)).text()
  expect(page).toContain('Before “Needs”')
  await ada.within(async (tx) => {
    const { version, values } = await readRecord(tx, stay)
    expect(values['stage']).toBe('origin')
    await expect(updateRecord(tx, { id: stay, version, values: { stage: 'staying' } })).rejects.toMatchObject(
      {
        kind: 'invalid',
      },
    )
  })
  await add(at, stay, 'refuge_reference', {
    asked: { to: at.knows },
    on: today(),
    by: ada.actor.accountId,
    result: 'confirms',
  })
  expect((await move(ada, stay, 'needs')).status).toBe(303)
  await set(at, stay, { needs_on: today(), needs_with: 'guest', people: 1, able_to_return: 'yes' })
  expect((await move(ada, stay, 'selection')).status).toBe(303)
  expect((await voice(ada, stay, 'none', 'receive')).status).toBe(303)
  expect((await voice(bea, stay, 'none', 'receive')).status).toBe(303)
  expect((await move(ada, stay, 'offer')).status).toBe(303)
  const [from, until] = [dayAfter(today(), -40), dayAfter(today(), -1)]
  await set(at, stay, { offered_on: from, from, until, answer: 'accepted', answered_on: from })
  expect((await move(ada, stay, 'preparation')).status).toBe(303)
  await add(at, stay, 'refuge_lodging', { host: { to: host }, from, until, people: 1 })
  await add(at, stay, 'refuge_leg', { direction: 'out', on: from, state: 'booked' })
  for (const kind of ['passport', 'visa', 'insurance'])
    await add(at, stay, 'refuge_paper', { kind, state: 'granted', valid_until: until })
  await add(at, stay, 'refuge_cost', {
    purpose: 'travel',
    what: 'Tickets',
    currency: 'USD',
    planned: 900,
    spent: 812.5,
    funder: { to: at.partner },
  })
  const short = await move(ada, stay, 'staying')
  expect(short.status).toBe(422)
  const words = await short.text()
  expect(words).toContain('The agreement on what may be said')
  expect(words).toContain('The day of arrival')
  expect(words).not.toContain('Lodging for every night')
  // The papers wait on the day of who follows the case.
  const items = await ada.within((tx) =>
    paperItems.read(tx, { now: new Date(), until: today(), limit: 10, language: 'en' }),
  )
  expect(items.map(({ title }) => title)).toContain('Passport ends')
  expect(
    await carl.within((tx) =>
      paperItems.read(tx, { now: new Date(), until: today(), limit: 10, language: 'en' }),
    ),
  ).toEqual([])
  const silent = { exposure_before: 'nothing', exposure_during: 'nothing', exposure_after: 'nothing' }
  await set(at, stay, { exposure_on: from, ...silent, arrived_on: from })
  expect((await move(ada, stay, 'staying')).status).toBe(303)
  expect(await (await ada.get(address)).text()).toContain('Week 6')
  await add(at, stay, 'refuge_activity', { kind: 'rest', what: 'Days without appointments', from })
  expect((await move(ada, stay, 'return')).status).toBe(303)
  await set(at, stay, {
    return_kind: 'home',
    return_on: until,
    risk_on: until,
    risk_outcome: 'cannot',
    left_on: until,
  })
  expect(await (await move(ada, stay, 'follow_up')).text()).toContain('Another plan')
  await set(at, stay, { risk_outcome: 'with_measures' })
  // Without a day, and with one that is none, nothing is moved.
  expect((await move(ada, stay, 'follow_up')).status).toBe(422)
  expect((await move(ada, stay, 'follow_up', { 'follow_up.1': '2027-02-31' })).status).toBe(422)
  const asked = formOf(await (await ada.get(address)).text(), `${address}/move`)
  const moved = await ada.post(`${address}/move`, { ...asked, stage: 'follow_up', reason: 'Home.' })
  expect(moved.status).toBe(303)
  const tasks = await ada.within((tx) => readTasks(tx, { caseId, limit: 10 }))
  expect(tasks.map(({ what, safe }) => [what, safe])).toEqual(
    ['follow_up.1', 'follow_up.3', 'follow_up.6'].map((name) => ['Follow-up after a stay', asked[name]]),
  )
  expect(await (await move(ada, stay, 'closed', { outcome: 'completed' })).text()).toContain(
    'Every follow-up, noted',
  )
  const { rows } = await ada.within((tx) => listRecords(tx, { type: 'refuge_follow_up' }))
  for (const { id } of rows) {
    const noted = await ada.post(`${address}/follow-up/${id}`, {
      version: '1',
      held_on: today(),
      standing: 'well',
      words: 'canarywords of a call',
    })
    expect(noted.status).toBe(303)
  }
  expect(await ada.within((tx) => readTasks(tx, { caseId, limit: 10 }))).toEqual([])
  expect((await move(ada, stay, 'closed', { outcome: 'completed' })).status).toBe(303)
  expect((await ada.within((tx) => readRecord(tx, stay))).values).toMatchObject({
    stage: 'closed',
    outcome: 'completed',
  })
  // Another of the team sees it, somebody else none of it.
  expect((await bea.get(address)).status).toBe(200)
  expect((await carl.get(address)).status).toBe(404)
  expect((await carl.post(`${address}/voice`, { conflict: 'none' })).status).toBe(404)
  const number = (await ada.within((tx) => readRecord(tx, stay))).title
  for (const path of [
    '/workspace/refuge-stays',
    '/workspace/records/refuge_stay',
    '/workspace/records/refuge_lodging',
    '/workspace/refuge-places',
    '/workspace/day',
  ]) {
    const text = await (await carl.get(path)).text()
    expect(text, path).not.toContain(number)
    expect(text, path).not.toMatch(/Toralin|House nine|Heron/)
  }
})

test('who declared a conflict of interest neither opines nor decides, by whatever way, and does not take it back', async () => {
  const at = await desk()
  const { ada, bea, app } = at
  const stay = await toSelection(at)
  expect((await voice(ada, stay, 'none', 'receive')).status).toBe(303)
  // Without a declaration nobody decides.
  expect((await voice(bea, stay, '')).status).toBe(422)
  expect((await move(ada, stay, 'offer')).status).toBe(422)
  expect((await voice(bea, stay, 'declared', 'receive')).status).toBe(303)
  const voices = async () =>
    (await ada.within((tx) => listRecords(tx, { type: 'refuge_voice' }))).rows.map(({ id }) => id)
  const beas = await (async () => {
    for (const id of await voices()) {
      const one = await ada.within((tx) => readRecord(tx, id))
      if (one.values['member'] === bea.actor.accountId) return one
    }
    throw new Error('no voice of Bea')
  })()
  expect(beas.values).toMatchObject({ conflict: 'declared' })
  expect(beas.values['opinion']).toBeUndefined()
  expect((await voice(bea, stay, 'none', 'receive')).status).toBe(422)
  expect(await (await bea.get(`/workspace/refuge-stays/${stay}`)).text()).toContain('nor decide on this stay')
  // A third voice makes two without a conflict; Bea still cannot decide, neither way.
  const third = await app.owner
    .insertInto('account')
    .values({
      org_id: ada.actor.orgId,
      id: newId(),
      name: 'Dora',
      kind: 'person',
      role: 'case_officer',
      readable_classes: ['identity'],
    })
    .returning(['id', 'name'])
    .executeTakeFirstOrThrow()
  await ada.within((tx) => giveAccess(tx, at.caseId, `person:${third.id}`, null))
  const dora = await app.signIn({ ...ada.actor, accountId: third.id, name: third.name, role: 'case_officer' })
  expect((await voice(dora, stay, 'none', 'not_now')).status).toBe(303)
  expect(await (await move(bea, stay, 'offer')).text()).toContain('Only a member who declared')
  expect((await move(bea, stay, 'closed', { outcome: 'not_selected' })).status).toBe(422)
  // The database refuses what no action asked.
  const attempts: readonly ((tx: Parameters<Parameters<typeof bea.within>[0]>[0]) => Promise<unknown>)[] = [
    async (tx) => {
      const { version } = await readRecord(tx, stay)
      await updateRecord(tx, { id: stay, version, acting: true, values: { stage: 'offer' } })
    },
    async (tx) => {
      const { version } = await readRecord(tx, stay)
      await updateRecord(tx, {
        id: stay,
        version,
        acting: true,
        values: { stage: 'closed', outcome: 'not_selected' },
      })
    },
    (tx) =>
      updateRecord(tx, { id: beas.id, version: beas.version, acting: true, values: { conflict: 'none' } }),
    (tx) =>
      updateRecord(tx, { id: beas.id, version: beas.version, acting: true, values: { opinion: 'receive' } }),
  ]
  for (const attempt of attempts) await expect(bea.within(attempt)).rejects.toThrow(/selection:/)
  expect((await move(bea, stay, 'closed', { outcome: 'withdrawn' })).status).toBe(422)
  // A declaration in the trash is still one.
  await ada.within((tx) => deleteRecord(tx, beas.id, beas.version))
  expect((await voice(bea, stay, 'none', 'receive')).status).toBe(422)
  expect((await move(bea, stay, 'offer')).status).toBe(422)
  await expect(bea.within(attempts[0] ?? (async () => undefined))).rejects.toThrow(/selection:/)
  expect((await ada.within((tx) => readRecord(tx, stay))).values['stage']).toBe('selection')
  expect((await move(ada, stay, 'offer')).status).toBe(303)
  expect((await ada.within((tx) => readRecord(tx, stay))).values).toMatchObject({
    stage: 'offer',
    selected_on: today(),
    selection_reasons: 'On to offer.',
  })
})

test('a part is of the case of its stay', async () => {
  const at = await desk()
  const stay = await propose(at)
  const other = await at.ada.within((tx) =>
    openCase(tx, { values: { code_name: 'Other', kind: 'defender' } }),
  )
  await expect(
    at.ada.within((tx) =>
      createRecord(tx, {
        type: 'refuge_leg',
        values: {
          case: { to: other.id },
          stay: { to: stay },
          direction: 'out',
          on: today(),
          state: 'planned',
        },
      }),
    ),
  ).rejects.toThrow(/of its own case/)
  // Nor is a part, or the stay alone, given another case afterwards.
  const { id: leg } = await add(at, stay, 'refuge_leg', { direction: 'out', on: today(), state: 'planned' })
  for (const id of [leg, stay])
    await expect(
      at.ada.within((tx) => updateRecord(tx, { id, version: 1, values: { case: { to: other.id } } })),
    ).rejects.toThrow(/of its own case/)
})

test('an agreement to name the guest rests on a linked consent in force, and says so when it is gone', async () => {
  const at = await desk()
  const stay = await propose(at)
  const { id: consent } = await at.ada.within((tx) =>
    createRecord(tx, {
      type: 'consent',
      values: {
        person: { to: at.guest },
        case: { to: at.caseId },
        scopes: ['name_public'],
        purposes: ['campaign'],
        channels: ['press'],
        form: 'spoken',
        language: 'en',
        given_by: 'person',
        from: dayAfter(today(), -3),
      },
    }),
  )
  const warning = 'no consent linked to the agreement is in force'
  await set(at, stay, { exposure_on: today(), exposure_after: 'named' })
  expect(await (await at.ada.get(`/workspace/refuge-stays/${stay}`)).text()).toContain(warning)
  await set(at, stay, { exposure_consents: [{ to: consent }] })
  expect(await (await at.ada.get(`/workspace/refuge-stays/${stay}`)).text()).not.toContain(warning)
  await at.ada.within((tx) =>
    updateRecord(tx, { id: consent, version: 1, acting: true, values: { withdrawn_on: today() } }),
  )
  expect(await (await at.ada.get(`/workspace/refuge-stays/${stay}`)).text()).toContain(warning)
})

test('places free and taken are counted by night; who sees no host sees numbers without a name', async () => {
  const at = await desk()
  const { ada, carl, host } = at
  const stay = await propose(at)
  await add(at, stay, 'refuge_lodging', {
    host: { to: host },
    from: '2026-11-10',
    until: '2026-11-12',
    people: 2,
  })
  await add(at, stay, 'refuge_lodging', {
    host: { to: host },
    from: '2026-11-11',
    until: '2026-11-13',
    people: 1,
  })
  const nights = async (person: Desk['ada']) =>
    (await person.within((tx) => readNights(tx, '2026-11-09', '2026-11-13'))).map(
      ({ night, places, taken }) => [night, places, taken],
    )
  const expected = [
    ['2026-11-09', 2, 0],
    ['2026-11-10', 2, 2],
    ['2026-11-11', 2, 3],
    ['2026-11-12', 2, 1],
    ['2026-11-13', 2, 0],
  ]
  expect(await nights(ada)).toEqual(expected)
  expect(await nights(carl)).toEqual(expected)
  expect((await ada.within((tx) => readNights(tx, '2026-11-09', '2026-11-09')))[0]).toMatchObject({
    host,
    title: 'House nine',
  })
  expect((await carl.within((tx) => readNights(tx, '2026-11-09', '2026-11-09')))[0]).toMatchObject({
    host: null,
    title: '',
  })
  const page = await (await carl.get('/workspace/refuge-places?month=2026-11')).text()
  expect(page).toContain('Other hosts')
  expect(page).not.toContain('House nine')
  const table = await (await ada.get('/workspace/refuge-places?month=2026-11&view=table')).text()
  expect(table).toContain('House nine')
  expect(table).toContain('-1')
  // A guest who left early takes no place any more; nor does a stay that is in the trash.
  await set(at, stay, { left_on: '2026-11-11' })
  expect((await nights(ada)).map(([, , taken]) => taken)).toEqual([0, 2, 0, 0, 0])
  // Another organisation counts nothing of it.
  const other = await at.app.signIn()
  expect(await other.within((tx) => readNights(tx, '2026-11-09', '2026-11-13'))).toEqual([])
})

test('where a guest is, their health, their papers and what they said are in clear nowhere', async () => {
  const log = watchLog()
  const at = await desk()
  const { app, ada, host } = at
  const stay = await propose(at)
  const words: string[] = []
  const canary = () => {
    const word = `kestrel${newId().replaceAll('-', '')}`
    words.push(word)
    return word
  }
  // Every sealed field of the room, by hand of its form.
  const fill = async (type: string, path: string, values: Record<string, string>) => {
    const page = await (await ada.get(path)).text()
    const action = path.split('?')[0] ?? ''
    const form = formOf(page, action)
    const sealed = Object.fromEntries(
      (app.house.shipped.types.get(type)?.fields ?? [])
        .filter((field) => field.class === 'sealed' && field.type !== 'reference')
        .map(({ name }) => [`f.${name}`, canary()]),
    )
    expect(Object.keys(sealed).length, type).toBeGreaterThan(0)
    for (const name of Object.keys(sealed)) expect(Object.keys(form), type).toContain(name)
    const saved = await ada.post(action, { ...form, ...values, ...sealed })
    expect(
      saved.status,
      `${type}: ${(await saved.clone().text()).match(/role="alert"[\s\S]{0,600}/)?.[0]}`,
    ).toBe(303)
    return saved
  }
  await fill('refuge_stay', `/workspace/record/${stay}/edit`, {})
  await fill('refuge_host', `/workspace/record/${host}/edit`, {})
  const fresh = (type: string) => `/workspace/records/${type}/new?v.case=${at.caseId}&v.stay=${stay}`
  const day = today()
  await fill('refuge_lodging', fresh('refuge_lodging'), {
    'f.host.0.to': 'House nine',
    'f.from': day,
    'f.until': dayAfter(day, 5),
    'f.people': '1',
  })
  await fill('refuge_leg', fresh('refuge_leg'), { 'f.direction': 'out', 'f.on': day, 'f.state': 'booked' })
  await fill('refuge_paper', fresh('refuge_paper'), { 'f.kind': 'visa', 'f.state': 'asked' })
  await fill('refuge_cost', fresh('refuge_cost'), {
    'f.purpose': 'personal',
    'f.what': 'Line four',
    'f.currency': 'EUR',
    'f.planned': '40',
  })
  await fill('refuge_activity', fresh('refuge_activity'), {
    'f.kind': 'rest',
    'f.what': 'A week of rest',
    'f.from': day,
  })
  await fill('refuge_reference', fresh('refuge_reference'), {
    'f.asked.0.to': 'Who knows',
    'f.on': day,
    'f.by': ada.actor.accountId,
    'f.result': 'confirms',
  })
  expect((await move(ada, stay, 'needs')).status).toBe(303)
  await set(at, stay, { needs_on: day, needs_with: 'guest', people: 1, able_to_return: 'yes' })
  expect((await move(ada, stay, 'selection')).status).toBe(303)
  await ada.post(`/workspace/refuge-stays/${stay}/voice`, {
    conflict: 'declared',
    conflict_words: canary(),
  })
  expect(words.length).toBeGreaterThan(12)
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(app.owner)
  for (const { name } of tables) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(name)} t
      where t::text ilike any(${words.map((word) => `%${word}%`)}::text[])`.execute(app.owner)
    expect(rows[0]?.n, name).toBe(0)
  }
  // The search can find: what is not sealed is there.
  const known = await sql<{
    n: number
  }>`select count(*)::int as n from record t where t::text like '%A week of rest%'`.execute(app.owner)
  expect(known.rows[0]?.n).toBeGreaterThan(0)
  const elsewhere = [
    '/workspace/refuge-stays',
    `/workspace/refuge-places?month=${day.slice(0, 7)}`,
    `/workspace/case/${at.caseId}`,
    '/workspace/day?until=month',
    '/workspace/week',
    '/workspace/records/refuge_lodging',
    '/workspace/records/refuge_host',
  ]
  // What comes back because something is wrong with it, and a request that ends in a fault of ours, are told of the log
  // by their kind alone.
  const wrong = await ada.post(`/workspace/record/${stay}/edit`, {
    version: '1',
    _fields: 'from lodging_words',
    'f.from': words[0] ?? '',
  })
  expect(wrong.status).toBeGreaterThanOrEqual(400)
  await app.fetch(`/workspace/refuge-stays/${words[0]}?month=${words[1]}`, {
    headers: { cookie: `amparo=${ada.token}` },
  })
  // The calendar has days of the stay, and none of its words: neither sealed ones nor those of the open fields.
  const renewed = await (await ada.post('/workspace/work/calendar', { do: 'renew' })).text()
  const feed = /\/calendar\/[A-Za-z0-9_-]{43}[^"\s<]*/.exec(renewed)?.[0] ?? ''
  const calendar = await app.fetch(feed)
  expect(calendar.status).toBe(200)
  const entries = await calendar.text()
  expect(entries).toContain('BEGIN:VCALENDAR')
  for (const word of [...words, 'A week of rest', 'House nine', 'RS-']) expect(entries).not.toContain(word)
  for (const path of [`/workspace/refuge-stays/${stay}`, ...elsewhere]) {
    const text = await (await ada.get(path)).text()
    for (const word of words) expect(text.includes(word), path).toBe(false)
  }
  // With passphrase and reason, once for the stay: its parts and its host with it.
  const opened = await ada.post(`/workspace/record/${stay}/sealed/open`, {
    passphrase,
    reason: 'to meet her',
  })
  expect(opened.status).toBe(303)
  const text = await (await ada.get(`/workspace/refuge-stays/${stay}`)).text()
  const ofHost = words.slice(6, 8)
  for (const word of words) expect(text.includes(word) || ofHost.includes(word), word).toBe(true)
  // Open on its own pages, and on no other.
  for (const path of [
    ...elsewhere,
    '/workspace/records/refuge_leg',
    '/workspace/export/refuge_leg/file?format=csv',
  ]) {
    const list = await (await ada.get(path)).text()
    for (const word of words) expect(list.includes(word), path).toBe(false)
  }
  const ofTheHost = await (await ada.get(`/workspace/record/${host}`)).text()
  for (const word of ofHost) expect(ofTheHost).toContain(word)
  const logged = [
    log.end(),
    // A fault is logged as it is shown by the console.
    ...[...app.faults.values()].map((fault) => inspect(fault, { depth: 8 })),
  ].join('\n')
  expect(logged).toContain('the log is watched')
  for (const word of words) expect(logged).not.toContain(word)
})

/** All that the process writes to its log from now on, until `end` gives it. */
function watchLog() {
  let written = ''
  const streams = [process.stdout, process.stderr]
  const before = streams.map((stream) => stream.write)
  for (const stream of streams)
    stream.write = ((chunk: string | Uint8Array) => {
      written += chunk.toString()
      return true
    }) as typeof stream.write
  process.stderr.write('the log is watched\n')
  return {
    end: () => {
      for (const [i, stream] of streams.entries()) stream.write = before[i] ?? stream.write
      return written
    },
  }
}
