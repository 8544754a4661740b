import { expect, test } from 'vitest'
import { sql } from 'kysely'
import { followUpGrades, impactEvents, mechanisms, outcomeTerms, replyQualities } from '#catalogue/mechanisms'
import { createRecord, deleteRecord, readRecord } from '#platform/records'
import { testApp } from '../../../../tests/support/app.ts'
import { openSubmission } from '../drafts/actions/open-submission.ts'
import { setClockDay } from '../sending/actions/after-sending.ts'
import { noteProgress } from '../sending/actions/note-progress.ts'
import { sendSubmission } from '../sending/actions/send-submission.ts'
import { readSubmission } from '../sending/queries/read-submissions.ts'
import { replyDuties } from './day-items.ts'
import { countReplies } from './reply-figures.ts'
import { yearFigures } from './year-figures.ts'

test('every outcome of every mechanism, and every term of these lists, has words in three languages', () => {
  const known = new Set(outcomeTerms.map(({ id }) => id))
  expect(mechanisms.flatMap(({ outcomes }) => outcomes.recordAs).filter((code) => !known.has(code))).toEqual(
    [],
  )
  for (const { id, label } of [...outcomeTerms, ...impactEvents, ...replyQualities, ...followUpGrades])
    expect({ id, all: Boolean(label.en && label.es && label.ca) }).toEqual({ id, all: true })
})

/** Letters that had been sent years ago, to two States; each opened to its rows. */
async function letters() {
  const app = await testApp()
  const ada = await app.signIn()
  const send = (country: string, at: string, mechanism = 'un-sp-allegation-letter') =>
    ada.within(async (tx) => {
      const { id: caseId } = await createRecord(tx, {
        type: 'case',
        visibility: 'internal',
        acting: true,
        values: { code_name: `Heron ${country}`, kind: 'defender', country: [country] },
      })
      const { id } = await openSubmission(tx, { caseId, mechanism, language: 'en' })
      await sendSubmission(tx, app.house.files, {
        submissionId: id,
        way: 'earlier',
        at: `${at}T10:00[Europe/Zurich]`,
        channel: 'post',
        receipt: '',
        urgent: '',
      })
      return id
    })
  const reply = (submission: string, received: string, quality: string) =>
    ada.within((tx) =>
      createRecord(tx, {
        type: 'submission_reply',
        values: { submission: { to: submission }, from: 'state', received_on: received, quality },
      }),
    )
  return { app, ada, send, reply }
}

const now = new Date('2026-11-21T12:00:00Z')

test('replies are counted by State and mechanism, and each number opens to as many rows', async () => {
  const { ada, send, reply } = await letters()
  const inTime = await send('AR', '2020-01-01')
  const late = await send('AR', '2020-01-01')
  const none = await send('AR', '2020-01-01')
  await send('NI', '2020-01-01', 'ia-art41')
  await reply(inTime, '2020-03-01', 'partial')
  await reply(late, '2020-06-01', 'denial')
  await reply(none, '2020-02-01', 'acknowledgement')
  const { lines, real } = await ada.within((tx) => countReplies(tx, { exercises: false }, now))
  expect(real).toBe(4)
  expect(lines.map(({ state, mechanism, counts }) => ({ state, mechanism, ...counts }))).toEqual([
    {
      state: 'AR',
      mechanism: 'un-sp-allegation-letter',
      sent: 3,
      in_time: 1,
      late: 1,
      answered: 0,
      overdue: 1,
      waited: 0,
      none_due: 0,
    },
    {
      state: 'NI',
      mechanism: 'ia-art41',
      sent: 1,
      in_time: 0,
      late: 0,
      answered: 0,
      overdue: 0,
      waited: 0,
      none_due: 1,
    },
  ])
  expect(lines[0]?.qualities).toMatchObject({ partial: 1, denial: 1, action: 0 })
  const page = await (await ada.get('/workspace/submissions/replies')).text()
  const links = [...page.matchAll(/href="(\/workspace\/submissions\/replies\/rows\?[^"]+)">(\d+)</g)]
  expect(links.length).toBeGreaterThanOrEqual(8)
  for (const [, href = '', number] of links) {
    const rows = await (await ada.get(href.replaceAll('&amp;', '&'))).text()
    expect(rows.match(/\/workspace\/submission\/[0-9a-f-]{36}\/sending/g)).toHaveLength(Number(number))
  }
  const csv = await (await ada.get('/workspace/submissions/replies/csv?exercises=0')).text()
  expect(csv).toContain('"Argentina","Letter of allegation"')
  expect(csv).toContain('"67 %"')
})

test('the figures of a period count what was sent and what came back in it, by their days', async () => {
  const { ada, send, reply } = await letters()
  const first = await send('AR', '2020-01-01')
  await send('NI', '2020-12-31', 'ia-art41')
  const before = await send('AR', '2019-12-31')
  const answer = await reply(first, '2020-12-31', 'denial')
  await reply(before, '2021-01-01', 'partial')
  const [sent, replies] = await ada.within((tx) =>
    Promise.all(yearFigures.map((figure) => figure.read(tx, { from: '2020-01-01', to: '2020-12-31' }))),
  )
  expect(sent?.map(({ key, count }) => [key, count])).toEqual([
    ['ia-art41', 1],
    ['un-sp-allegation-letter', 1],
  ])
  expect(replies?.map(({ key, ids }) => [key, ids])).toEqual([['denial', [answer.id]]])
  const page = await (await ada.get('/workspace/figures?from=2020-01-01&to=2020-12-31')).text()
  expect(page).toContain('Sent to mechanisms')
})

test('a submission of a case that one does not see is in none of the numbers', async () => {
  const { app, ada, send } = await letters()
  await send('AR', '2020-01-01')
  const other = await app.signIn()
  expect((await other.within((tx) => countReplies(tx, { exercises: false }, now))).lines).toEqual([])
  const id = await send('NI', '2020-01-01')
  await ada.within(async (tx) => {
    const file = await readSubmission(tx, id)
    await deleteRecord(tx, file?.case?.id ?? '', 1)
  })
  expect((await ada.within((tx) => countReplies(tx, { exercises: false }, now))).real).toBe(1)
})

test('however a reply is entered, the submission stands at it; it is asked to be passed on until it was', async () => {
  const { ada, send, reply } = await letters()
  const id = await send('AR', '2020-01-01')
  const statusOf = () => ada.within(async (tx) => (await readRecord(tx, id)).values['status'])
  await reply(id, '2020-02-01', 'acknowledgement')
  expect(await statusOf()).toBe('acknowledged')
  await ada.within(async (tx) => {
    const { version } = await readRecord(tx, id)
    await noteProgress(tx, {
      id,
      version,
      status: 'transmitted',
      on: '2020-02-10',
      officialCode: 'AL ARG 1/2020',
    })
  })
  expect((await ada.within((tx) => readSubmission(tx, id)))?.reply).toMatchObject({
    due: '2020-04-10',
    provisional: false,
  })
  const { id: replyId } = await reply(id, '2020-04-01', 'substantive')
  expect(await statusOf()).toBe('reply-received')
  await ada.within((tx) =>
    createRecord(tx, {
      type: 'submission_promise',
      values: { reply: { to: replyId }, promised: 'An investigation', due: '2020-05-01', state: 'open' },
    }),
  )
  const duties = () =>
    ada.within(async (tx) =>
      (await replyDuties.read(tx, { now, until: '2026-11-21', limit: 10, language: 'en' })).map(
        ({ title }) => title,
      ),
    )
  expect(await duties()).toEqual([
    'Look whether a promise was kept',
    'Pass the reply to the person or family',
  ])
  const page = await (await ada.get('/workspace/day')).text()
  expect(page).toContain('Look whether a promise was kept')
  const ofSubmission = await (await ada.get(`/workspace/submission/${id}/sending`)).text()
  expect(ofSubmission).toContain('came on 1 April 2020')
})

test('a day set by hand stands with its reason, and goes back', async () => {
  const { ada, send } = await letters()
  const id = await send('AR', '2020-01-01')
  const due = () => ada.within(async (tx) => (await readSubmission(tx, id))?.reply?.due)
  expect(await due()).toBe('2020-03-01')
  const set = (day: string | null, reason: string) =>
    ada.within((tx) => setClockDay(tx, { submissionId: id, rule: 'sp-al-reply', day, reason }))
  await expect(set('2020-04-01', ' ')).rejects.toMatchObject({ kind: 'invalid' })
  await expect(set('April', 'The letter says so.')).rejects.toMatchObject({ kind: 'invalid' })
  await set('2020-04-01', 'The letter says so.')
  expect(await due()).toBe('2020-04-01')
  await set('2020-05-01', 'A second letter.')
  expect(await due()).toBe('2020-05-01')
  await set(null, 'Both letters were withdrawn.')
  expect(await due()).toBe('2020-03-01')
  const kept = await ada.within((tx) =>
    sql`select 1 from record where type = 'submission_override' and deleted_at is null`.execute(tx.sql),
  )
  expect(kept.rows).toHaveLength(1)
})
