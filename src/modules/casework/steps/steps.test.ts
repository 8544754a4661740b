import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newId } from '#platform/db'
import { createRecord, listRecords, readRecord } from '#platform/records'
import { makeOwnKey } from '#platform/vault'
import { formOf, testApp } from '../../../../tests/support/app.ts'
import { openCase } from '../cases/actions/open-case.ts'
import { readAwaited, readTasks } from './work.ts'

/** A desk: Ada at work, with a team, a colleague of it and one of none, and a case of the team. */
async function desk() {
  const app = await testApp()
  const ada = await app.signIn()
  const { orgId, orgSlug } = ada.actor
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
        readable_classes: ['identity', 'health', 'location', 'legal'],
      })),
    )
    .execute()
  const team = newId()
  await app.owner.insertInto('team').values({ org_id: orgId, id: team, name: 'Green' }).execute()
  await app.owner
    .insertInto('team_member')
    .values(
      [ada.actor.accountId, people[0].id].map((account_id) => ({ org_id: orgId, team_id: team, account_id })),
    )
    .execute()
  const { id: caseId } = await ada.within((tx) =>
    openCase(tx, { values: { code_name: 'Heron', kind: 'defender' }, teamId: team }),
  )
  const actorOf = (one: (typeof people)[number]) => ({
    orgId,
    orgSlug,
    accountId: one.id,
    name: one.name,
    role: 'case_officer' as const,
    language: 'en' as const,
  })
  const [bea, carl] = [await app.signIn(actorOf(people[0])), await app.signIn(actorOf(people[1]))]
  return { app, ada, bea, carl, caseId, team }
}

const tasksOf = (person: Awaited<ReturnType<typeof desk>>['ada']) =>
  person.within((tx) => readTasks(tx, { ownerId: person.actor.accountId, limit: 50 }))

test('a step, its message and its next step are one save; the answer is awaited until it is noted', async () => {
  const { ada, bea, carl, caseId } = await desk()
  const page = await (await ada.get(`/workspace/steps/new?case=${caseId}`)).text()
  expect(page).toContain('Heron')
  const saved = await ada.post('/workspace/steps/new', {
    ...formOf(page, '/workspace/steps/new'),
    'f.kind': 'call',
    'f.counterpart': 'embassy',
    'f.with_words': 'The duty consul',
    'f.asked': 'A visit in prison',
    'f.promised': 'An answer on Monday',
    'f.answer': 'awaited',
    'f.next_what': 'Ring the consulate again',
    'f.next_owner': bea.actor.accountId,
    'f.next_safe': '2026-11-21',
    'f.next_legal': '2026-11-30',
    keeping: 'identity',
    eml: new File(
      [
        'From: consul@example.org\r\nSubject: kestrelword\r\nDate: Mon, 4 May 2026 18:05:00 -0300\r\n' +
          'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nWe will visit.\r\n--b\r\n' +
          'Content-Type: application/pdf; name=note.pdf\r\n\r\n%PDF-1.4\r\n--b--\r\n',
      ],
      'x.eml',
    ),
  })
  expect(saved.status).toBe(303)
  expect(await tasksOf(bea)).toMatchObject([
    {
      what: 'Ring the consulate again',
      safe: '2026-11-21',
      legal: '2026-11-30',
      caseTitle: expect.stringContaining('Heron'),
    },
  ])
  // A step of which nothing is awaited is no work.
  await ada.within((tx) =>
    createRecord(tx, { type: 'step', values: { kind: 'note', on: '2026-05', case: { to: caseId } } }),
  )
  const [awaited, ...others] = await ada.within((tx) => readAwaited(tx, { limit: 10 }))
  expect(others).toEqual([])
  expect(awaited).toMatchObject({ addressee: 'embassy', who: 'The duty consul', asked: 'A visit in prison' })
  const step = await ada.within((tx) => readRecord(tx, awaited?.id ?? ''))
  const source = await ada.within((tx) => readRecord(tx, (step.values['source'] as { to: string }).to))
  expect(source.visibility).toBe('restricted')
  expect(source.title).toBe('Message 2026-05-04')
  expect(source.values['confidential_text']).toContain('We will visit.')
  // Another team: nothing, by any way.
  expect(await carl.within((tx) => readAwaited(tx, { limit: 10 }))).toEqual([])
  expect((await carl.get(`/workspace/record/${awaited?.id}`)).status).toBe(404)
  expect((await carl.get(`/workspace/record/${source.id}`)).status).toBe(404)
  expect(await (await carl.get('/workspace/search?q=kestrelword')).text()).not.toContain('Message 2026')
  expect(await (await carl.get('/workspace/answers?whose=all')).text()).not.toContain('consul')
  // Those of the case see it, and note the answer.
  const list = await (await ada.get('/workspace/answers')).text()
  expect(list).toContain('A visit in prison')
  const back = await ada.post(`/workspace/steps/${awaited?.id}/answer`, {
    ...formOf(list, `/workspace/steps/${awaited?.id}/answer`),
    words: 'On Tuesday at ten',
  })
  expect(back.status).toBe(303)
  expect(await ada.within((tx) => readAwaited(tx, { limit: 10 }))).toEqual([])
})

test('nobody is given work of a case that they do not see, and the form comes back as it was typed', async () => {
  const { ada, carl, caseId } = await desk()
  const page = await (await ada.get(`/workspace/steps/new?case=${caseId}`)).text()
  const refused = await ada.post('/workspace/steps/new', {
    ...formOf(page, '/workspace/steps/new'),
    'f.asked': 'Nothing is lost',
    'f.next_what': 'Ring',
    'f.next_owner': carl.actor.accountId,
  })
  expect(refused.status).toBe(422)
  const text = await refused.text()
  expect(text).toContain('does not see the case')
  expect(text).toContain('Nothing is lost')
  expect(await ada.within((tx) => readTasks(tx, { caseId, limit: 10 }))).toEqual([])
  expect(await ada.within((tx) => readAwaited(tx, { limit: 10 }))).toEqual([])
})

test('tasks are given away, postponed and closed together, with a reason, or none of them', async () => {
  const { ada, bea, carl, caseId } = await desk()
  for (const [what, legal] of [
    ['One', '2026-11-25'],
    ['Two', ''],
  ] as const) {
    const page = await (await ada.get(`/workspace/tasks/new?case=${caseId}`)).text()
    const made = await ada.post('/workspace/tasks/new', {
      ...formOf(page, '/workspace/tasks/new'),
      'f.what': what,
      'f.safe': '2026-11-20',
      'f.legal': legal,
    })
    expect(made.status).toBe(303)
  }
  const day = await (await ada.get('/workspace/day?until=month')).text()
  const form = formOf(await (await ada.get(`/workspace/case/${caseId}`)).text(), '/workspace/tasks/act')
  expect(day).toContain('My day')
  const task = (await tasksOf(ada)).map(({ id }) => id)
  const act = (more: Record<string, string>) => ada.post('/workspace/tasks/act', { ...form, task, ...more })
  // Past the legal day of one: neither is moved.
  const late = await act({ do: 'postpone', safe: '2026-11-28', reason: 'They are away' })
  expect(late.status).toBe(422)
  expect(await late.text()).toContain('never after the legal one')
  expect((await tasksOf(ada)).map(({ safe }) => safe)).toEqual(['2026-11-20', '2026-11-20'])
  expect((await act({ do: 'postpone', safe: '2026-11-24', reason: '' })).status).toBe(422)
  expect((await act({ do: 'postpone', safe: '2026-11-24', reason: 'They are away' })).status).toBe(303)
  expect((await tasksOf(ada)).map(({ safe }) => safe)).toEqual(['2026-11-24', '2026-11-24'])
  expect((await act({ do: 'reassign', to: carl.actor.accountId, reason: 'x' })).status).toBe(422)
  expect((await act({ do: 'reassign', to: bea.actor.accountId, reason: 'Holidays' })).status).toBe(303)
  expect(await tasksOf(ada)).toEqual([])
  expect(await tasksOf(bea)).toHaveLength(2)
  expect((await act({ do: 'done', reason: '' })).status).toBe(303)
  expect(await tasksOf(bea)).toEqual([])
  const closed = await ada.within((tx) => readRecord(tx, task[0] ?? ''))
  expect(closed.values).toMatchObject({ state: 'done', owner: bea.actor.accountId })
  // What is closed is not closed again.
  expect((await act({ do: 'done', reason: '' })).status).toBe(409)
  // A task that went to the trash and came back is open again; one that is closed stays so.
})

test('a task of no case is seen by who made it and whose it is', async () => {
  const { ada, bea, carl } = await desk()
  const page = await (await ada.get('/workspace/tasks/new')).text()
  const made = await ada.post('/workspace/tasks/new', {
    ...formOf(page, '/workspace/tasks/new'),
    'f.what': 'Renew the certificate',
    'f.owner': bea.actor.accountId,
  })
  expect(made.status).toBe(303)
  expect(await tasksOf(bea)).toHaveLength(1)
  expect((await carl.get(made.headers.get('location') ?? '')).status).toBe(404)
})

test('a sealed message stands in clear nowhere: not in the database, not in the search', async () => {
  const { app, ada, bea, caseId } = await desk()
  const word = `zunzunear${Date.now()}`
  await app.owner
    .updateTable('account')
    .set({ readable_classes: ['identity', 'sealed'] })
    .where('id', '=', ada.actor.accountId)
    .execute()
  await ada.within((tx) => makeOwnKey(tx, app.house, 'a heron stands in quiet water at dawn'))
  const page = await (await ada.get(`/workspace/steps/new?case=${caseId}`)).text()
  const form = formOf(page, '/workspace/steps/new')
  // Who has a key is offered sealing first.
  expect(form['keeping']).toBe('sealed')
  const saved = await ada.post('/workspace/steps/new', {
    ...form,
    'f.kind': 'message',
    pasted: `From: ${word}@example.org\nSubject: ${word}\n\n${word} is safe`,
  })
  expect(saved.status, /role="alert".*?<\/section>/.exec(await saved.clone().text())?.[0]).toBe(303)
  // As a file, with another that came with it: both are kept sealed, with their names.
  const eml = [
    `From: ${word}@example.org`,
    `Subject: ${word}`,
    'Content-Type: multipart/mixed; boundary=b',
    '',
    `--b\r\nContent-Type: text/plain\r\n\r\n${word} is safe`,
    `--b\r\nContent-Type: text/plain; name=${word}.txt\r\nContent-Disposition: attachment; filename=${word}.txt\r\n\r\n${word}`,
    '--b--',
  ].join('\r\n')
  const sent = { ...form, 'f.kind': 'message', eml: new File([eml], `${word}.eml`) }
  expect((await ada.post('/workspace/steps/new', sent, { multipart: true })).status).toBe(303)
  const { rows: kept } = await sql<{ class: string; sealed: boolean }>`
    select a.class, f.sealed from attachment a join file f on f.org_id = a.org_id and f.id = a.file_id
     where a.org_id = ${ada.actor.orgId}::uuid`.execute(app.owner)
  expect(kept).toEqual([
    { class: 'sealed', sealed: true },
    { class: 'sealed', sealed: true },
  ])
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(
    app.owner,
  )
  for (const { name } of tables) {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from ${sql.table(name)} t where t::text ilike ${`%${word}%`}`.execute(
      app.owner,
    )
    expect(rows[0]?.n, name).toBe(0)
  }
  const list = await ada.within((tx) => listRecords(tx, { type: 'source', limit: 10 }))
  const title = expect.stringMatching(/^Message \d{4}-\d\d-\d\d$/)
  expect(list.rows.map((row) => row.title)).toEqual([title, title])
  expect((await ada.within((tx) => listRecords(tx, { type: 'source', text: word }))).count).toBe(0)
  // Those of the case see that they are there.
  expect((await bea.within((tx) => listRecords(tx, { type: 'source' }))).count).toBe(2)
})
