import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { mechanisms } from '#catalogue/mechanisms'
import { withdrawApproval } from '#platform/approvals'
import { addDays } from '#platform/deadlines'
import type { PaperDocument } from '#platform/documents'
import { Problem } from '#platform/problem'
import { type Tx, createRecord, readRecord, updateRecord } from '#platform/records'
import { type TestApp, type TestPerson, testApp } from '../../../../tests/support/app.ts'
import { giveConsent } from '../../../../tests/support/consent.ts'
import { actingAs, approveAsSecond, secondPerson } from '../../../../tests/support/second-person.ts'
import { openSubmission } from '../drafts/actions/open-submission.ts'
import { checkSnapshot, resumeSubmission, reviewSending, settleAlert } from './actions/after-sending.ts'
import { askForSubmission, freezeSubmission } from './actions/ask-approval.ts'
import { type SendingToLog, sendSubmission } from './actions/send-submission.ts'
import { readAlerts, readUnreviewed } from './queries/read-alerts.ts'
import { readSubmission } from './queries/read-submissions.ts'
import { submissionRule } from './rules.ts'
import { type CopyToFreeze, digestOf, readSnapshots, takeCopy } from './snapshot.ts'

const paper = (text: string): PaperDocument => ({
  form: 'letter',
  title: 'Allegation letter',
  language: 'en',
  date: '2026-11-21',
  body: [{ kind: 'paragraph', text }],
})

/** One copy is enough where what is frozen is not the subject: each file takes a thread of its own to make. */
const copies = (named: readonly string[]): readonly CopyToFreeze[] => [
  { audience: 'mechanism', document: paper('For the mechanism.'), named, annexes: [] },
]

interface Desk {
  readonly app: TestApp
  readonly ada: TestPerson
  readonly person: string
  readonly caseId: string
  readonly submission: string
}

/** A case that is seen by the organisation, its person, and a draft for it. */
async function desk(mechanism = 'un-sp-allegation-letter', fictitious = false): Promise<Desk> {
  const app = await testApp()
  const ada = await app.signIn()
  const made = await ada.within(async (tx) => {
    const { id: person } = await createRecord(tx, { type: 'person', values: { name: 'Lucía Soler' } })
    const { id: caseId } = await createRecord(tx, {
      type: 'case',
      visibility: 'internal',
      fictitious,
      acting: true,
      values: {
        code_name: 'Heron',
        kind: 'defender',
        people: [{ to: person, attributes: { role: 'at_risk' } }],
      },
    })
    const { id: submission } = await openSubmission(tx, { caseId, mechanism, language: 'en' })
    return { person, caseId, submission }
  })
  return { app, ada, ...made }
}

const now = (minutes = 0): string =>
  `${new Date(Date.now() + minutes * 60_000).toISOString().slice(0, 16)}[UTC]`
const logged = (submissionId: string, more: Partial<SendingToLog> = {}): SendingToLog => ({
  submissionId,
  way: 'sent',
  at: now(),
  channel: 'e-mail',
  receipt: 'R-1',
  urgent: '',
  ...more,
})

const freeze = (
  tx: Tx,
  { app, submission, person }: Desk,
  reason = '',
  named: readonly string[] = [person],
) =>
  freezeSubmission(tx, app.house.files, {
    submissionId: submission,
    ready: { copies: copies(named), classes: ['open'] },
    reason,
  })

const ask = (tx: Tx, { submission, caseId }: Desk, snapshotId: string) =>
  askForSubmission(tx, {
    submissionId: submission,
    snapshotId,
    ready: { recordIds: [caseId], classes: ['open'] },
    words: '',
  })

const statusOf = async (tx: Tx, id: string) => (await readRecord(tx, id)).values['status']

test('the database has the rule of every mechanism of the catalogue, and no other', async () => {
  const { ada } = await desk()
  const { rows } = await ada.within((tx) =>
    sql`select * from submission_rule order by mechanism`.execute(tx.sql),
  )
  expect(rows).toEqual(
    mechanisms.map(submissionRule).toSorted((a, b) => (a.mechanism < b.mechanism ? -1 : 1)),
  )
})

test('draft, frozen, approved by another, sent: logged with digest and people, and never twice', async () => {
  const at = await desk()
  const { app, ada, submission, person } = at
  await ada.within(async (tx) => {
    await giveConsent(tx, person)
    const approval = await ask(tx, at, await freeze(tx, at))
    expect(await statusOf(tx, submission)).toBe('ready')
    await approveAsSecond(tx, approval)
    expect(await statusOf(tx, submission)).toBe('approved')
    await sendSubmission(tx, app.house.files, logged(submission))
  })
  await ada.within(async (tx) => {
    const file = await readSubmission(tx, submission)
    expect(file?.sending).toMatchObject({ way: 'sent', approved: true, urgent: null, people: [person] })
    expect(file?.status).toBe('sent')
    const [snapshot] = await readSnapshots(tx, submission)
    expect(file?.sending?.digest).toBe((await digestOf(tx, snapshot?.id ?? '')).toString('hex'))
    const { rows } = await sql<{ subject: string }>`
      select subject from ledger where act = 'submission.send' order by subject`.execute(tx.sql)
    expect(rows.map(({ subject }) => subject)).toEqual([submission, person].toSorted())
  })
  await expect(ada.within((tx) => sendSubmission(tx, app.house.files, logged(submission)))).rejects.toThrow()
})

test('what was frozen is byte for byte the same after the case changed, and no login that serves can touch it', async () => {
  const at = await desk()
  const { app, ada, submission, person } = at
  const bytesOf = () =>
    ada.within(async (tx) => {
      const [snapshot] = await readSnapshots(tx, submission)
      if (!snapshot) throw new Error('no snapshot')
      const all: string[] = []
      for (const one of snapshot.files) {
        const open = await takeCopy(tx, app.house.files, snapshot, { ...one, released: false })
        const bytes = await buffer(open.stream)
        expect(createHash('sha256').update(bytes).digest('hex')).toBe(one.sha256)
        all.push(`${one.audience}.${one.format} ${bytes.toString('base64')}`)
      }
      return all
    })
  await ada.within(async (tx) => {
    await giveConsent(tx, person)
    await freezeSubmission(tx, app.house.files, {
      submissionId: submission,
      ready: {
        copies: [
          ...copies([person]).map((one) => ({
            ...one,
            annexes: [{ name: 'annex-1.txt', bytes: Buffer.from('Ñandú') }],
          })),
          { audience: 'state', document: paper('For the State.'), named: [person], annexes: [] },
        ],
        classes: ['open'],
      },
      reason: '',
    })
  })
  const before = await bytesOf()
  expect(before).toHaveLength(9)
  await ada.within(async (tx) => {
    await updateRecord(tx, { id: person, version: 1, values: { name: 'Somebody Else' } })
    const record = await readRecord(tx, submission)
    await updateRecord(tx, {
      id: submission,
      version: record.version,
      values: { argument: 'All of it is new.' },
    })
  })
  expect(await bytesOf()).toEqual(before)
  for (const statement of [
    sql`update submission_copy set sha256 = repeat('0', 64)`,
    sql`delete from submission_copy`,
    sql`update submission_snapshot set people = '{}'`,
    sql`delete from submission_snapshot`,
    sql`update submission_sending set channel = 'x'`,
    sql`delete from submission_sending`,
  ])
    await expect(ada.within((tx) => statement.execute(tx.sql))).rejects.toThrow(/permission denied/)
})

describe('who approves has written none of it', () => {
  test('neither who asked nor who drafted nor who wrote a part, though another asked', async () => {
    const at = await desk()
    const { ada, submission, person } = at
    const second = await secondPerson(ada.actor)
    await ada.within(async (tx) => {
      await giveConsent(tx, person)
      // The second writes a part of what the first drafted.
      await actingAs(tx, second, async (other) => {
        const record = await readRecord(other, submission)
        await updateRecord(other, {
          id: submission,
          version: record.version,
          values: { argument: 'By the second.' },
        })
      })
    })
    await ada.within(async (tx) => {
      const approval = await ask(tx, at, await freeze(tx, at))
      await sql`savepoint before`.execute(tx.sql)
      await expect(approveAsSecond(tx, approval)).rejects.toMatchObject({ kind: 'forbidden' })
      await sql`rollback to savepoint before`.execute(tx.sql)
      await sql`select set_config('amparo.account', ${ada.actor.accountId}, true)`.execute(tx.sql)
      await withdrawApproval(tx, approval)
    })
    // Asked by the second: who drafted may not approve, by the program or by SQL.
    const asked = await ada.within((tx) =>
      actingAs(tx, second, async (other) => ask(other, at, await freeze(other, at))),
    )
    await expect(
      ada.within((tx) => sql`select decide_approval(${asked}::uuid, 'approved', '')`.execute(tx.sql)),
    ).rejects.toThrow(/not by who drafted/)
  })
})

test('in an emergency one person sends, and another reviews it; a second time or by the same nobody does', async () => {
  const at = await desk('un-sp-urgent-appeal')
  const { app, ada, submission, person } = at
  await ada.within(async (tx) => {
    await giveConsent(tx, person)
    await freeze(tx, at)
    await sendSubmission(tx, app.house.files, logged(submission, { urgent: 'He is being moved tonight.' }))
    expect(await readUnreviewed(tx)).toMatchObject([{ id: submission, mine: true }])
  })
  const review = { submissionId: submission, verdict: 'stands', words: 'Read whole.' }
  await expect(ada.within((tx) => reviewSending(tx, review))).rejects.toMatchObject({ kind: 'forbidden' })
  await ada.within(async (tx) => {
    await actingAs(tx, await secondPerson(tx.actor), (other) => reviewSending(other, review))
    expect(await readUnreviewed(tx)).toEqual([])
    expect((await readSubmission(tx, submission))?.sending?.review).toMatchObject({
      verdict: 'stands',
      by: 'Second',
    })
  })
  await expect(
    ada.within(async (tx) =>
      actingAs(tx, await secondPerson(tx.actor), (other) => reviewSending(other, review)),
    ),
  ).rejects.toMatchObject({ kind: 'conflict' })
})

test('a mechanism that is not for emergencies takes a second person; a petition the check of its law too', async () => {
  const letter = await desk()
  const { app } = letter
  await letter.ada.within(async (tx) => {
    await giveConsent(tx, letter.person)
    await freeze(tx, letter)
  })
  const send = (at: Desk, more: Partial<SendingToLog> = {}) =>
    at.ada.within((tx) => sendSubmission(tx, app.house.files, logged(at.submission, more)))
  await expect(send(letter, { urgent: 'I would rather not wait.' })).rejects.toMatchObject({
    kind: 'conflict',
  })
  await expect(send(letter)).rejects.toMatchObject({ kind: 'conflict' })
  const petition = await desk('ia-petition')
  const snapshot = await petition.ada.within(async (tx) => {
    await giveConsent(tx, petition.person)
    const id = await freeze(tx, petition)
    await approveAsSecond(tx, await ask(tx, petition, id))
    return id
  })
  await expect(send(petition)).rejects.toMatchObject({ kind: 'conflict' })
  for (const kind of ['legal', 'security'])
    await expect(
      petition.ada.within((tx) => checkSnapshot(tx, { snapshotId: snapshot, kind, words: '' })),
    ).rejects.toMatchObject({ kind: 'forbidden' })
  await petition.ada.within(async (tx) =>
    actingAs(tx, await secondPerson(tx.actor), async (other) => {
      await checkSnapshot(other, { snapshotId: snapshot, kind: 'legal', words: 'Articles 44 to 46.' })
      await checkSnapshot(other, { snapshotId: snapshot, kind: 'security', words: '' })
    }),
  )
  await send(petition)
})

test('what is fictitious is only an exercise, what is real never; only what is older than the organisation is entered afterwards', async () => {
  const fiction = await desk('un-sp-allegation-letter', true)
  const { app } = fiction
  const send = (at: Desk, more: Partial<SendingToLog>) =>
    at.ada.within((tx) => sendSubmission(tx, app.house.files, logged(at.submission, more)))
  await fiction.ada.within(async (tx) => {
    await giveConsent(tx, fiction.person)
    await freeze(tx, fiction)
  })
  await expect(send(fiction, { way: 'sent' })).rejects.toMatchObject({ kind: 'conflict' })
  await expect(send(fiction, { way: 'earlier', at: '2019-01-01T10:00[UTC]' })).rejects.toMatchObject({
    kind: 'conflict',
  })
  await send(fiction, { way: 'exercise', at: '2026-08-03T10:00[UTC]' })
  const real = await desk()
  await expect(send(real, { way: 'exercise' })).rejects.toMatchObject({ kind: 'conflict' })
  await expect(send(real, { way: 'earlier', at: now(2) })).rejects.toMatchObject({ kind: 'conflict' })
  await send(real, { way: 'earlier', at: '2019-01-01T10:00[UTC]' })
})

test('a status is not sent by writing it: form, import, action and SQL are refused', async () => {
  const { ada, submission, caseId } = await desk()
  await expect(
    ada.within((tx) =>
      createRecord(tx, {
        type: 'submission',
        acting: true,
        values: {
          case: { to: caseId },
          mechanism: 'un-sp-allegation-letter',
          language: 'en',
          status: 'sent',
        },
      }),
    ),
  ).rejects.toMatchObject({ kind: 'invalid', fields: [{ field: 'status' }] })
  for (const status of ['sent', 'transmitted', 'reply-received', 'closed']) {
    await expect(
      ada.within(async (tx) => {
        const { version } = await readRecord(tx, submission)
        await updateRecord(tx, { id: submission, version, acting: true, values: { status } })
      }),
    ).rejects.toThrow(/submission: not sent/)
    await expect(
      ada.within((tx) =>
        sql`update record set values = values || ${JSON.stringify({ status })}::jsonb where id = ${submission}::uuid`.execute(
          tx.sql,
        ),
      ),
    ).rejects.toThrow(/submission: not sent/)
  }
})

test('a withdrawn consent stops the draft and its approval, and raises an alert on what was sent; both in that transaction', async () => {
  const at = await desk()
  const { app, ada, submission, person, caseId } = at
  const [consent, other] = await ada.within(async (tx) => {
    const id = await giveConsent(tx, person)
    const { id: second } = await openSubmission(tx, {
      caseId,
      mechanism: 'un-sp-urgent-appeal',
      language: 'en',
    })
    await freeze(tx, { ...at, submission: second })
    await sendSubmission(tx, app.house.files, logged(second, { urgent: 'Tonight.' }))
    await approveAsSecond(tx, await ask(tx, at, await freeze(tx, at)))
    return [id, second]
  })
  await ada.within((tx) =>
    updateRecord(tx, { id: consent, version: 1, acting: true, values: { withdrawn_on: now().slice(0, 10) } }),
  )
  await ada.within(async (tx) => {
    expect(await statusOf(tx, submission)).toBe('frozen')
    const key = await sql<{ key: string }>`
      select key from record_key where record_id = ${submission}::uuid and field = 'status'`.execute(tx.sql)
    expect(key.rows).toEqual([{ key: 'frozen' }])
    expect(await statusOf(tx, other)).toBe('sent')
    expect(await readAlerts(tx, other)).toMatchObject([{ submissionId: other, person: 'Lucía Soler' }])
    expect(await readAlerts(tx, submission)).toEqual([])
  })
  await expect(
    ada.within((tx) => sendSubmission(tx, app.house.files, logged(submission))),
  ).rejects.toMatchObject({
    kind: 'conflict',
  })
  await ada.within(async (tx) => {
    await resumeSubmission(tx, { submissionId: submission, words: 'The family will be asked again.' })
    const [alert] = await readAlerts(tx, other)
    await settleAlert(tx, {
      submissionId: other,
      alertId: alert?.id ?? '',
      words: 'Asked them to withhold the name.',
    })
    expect(await readAlerts(tx, other)).toEqual([])
  })
  // Taken up again it is asked about consent as if for the first time, and the approval it had is gone.
  await expect(ada.within((tx) => freeze(tx, at))).rejects.toMatchObject({ kind: 'conflict' })
  await expect(
    ada.within((tx) => sendSubmission(tx, app.house.files, logged(submission))),
  ).rejects.toMatchObject({
    kind: 'conflict',
  })
})

test('who has not agreed is said by name and by what; a reason stands for it only where the mechanism allows that', async () => {
  const at = await desk()
  const refused = await at.ada.within((tx) => freeze(tx, at, '', [])).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(Problem)
  expect((refused as Problem).kind).toBe('invalid')
  expect((refused as Problem).explanation?.es).toContain('Lucía Soler: Que actuemos: no se pidió')
  await at.ada.within((tx) => freeze(tx, at, 'Nobody can reach her since the arrest.', []))
  // Named without having agreed: no reason is enough.
  await expect(
    at.ada.within((tx) => freeze(tx, at, 'Nobody can reach her.', [at.person])),
  ).rejects.toMatchObject({
    kind: 'conflict',
  })
  const strict = await desk('un-wgeid-urgent')
  await expect(
    strict.ada.within((tx) => freeze(tx, strict, 'Nobody can reach her.', [])),
  ).rejects.toMatchObject({
    kind: 'conflict',
  })
})

/** One consent of a person, and what becomes of it. */
interface Grant {
  readonly scopes: readonly string[]
  readonly purpose: string
  readonly channel: string
  readonly from: number
  readonly until: number | null
  readonly withdrawn: number | null
}

const grants: fc.Arbitrary<Grant> = fc.record({
  scopes: fc.subarray(['act', 'name_to_state', 'name_public'], { minLength: 1 }),
  purpose: fc.constantFrom('any', 'advocacy', 'campaign'),
  channel: fc.constantFrom('any', 'letter', 'website'),
  from: fc.integer({ min: -4, max: 2 }),
  until: fc.option(fc.integer({ min: -2, max: 3 })),
  withdrawn: fc.option(fc.integer({ min: -2, max: 2 }), { freq: 3 }),
})

/** Whether a grant holds on a day, said here a second time. */
const holdsFor = (one: Grant, scope: string): boolean =>
  one.scopes.includes(scope) &&
  ['any', 'advocacy'].includes(one.purpose) &&
  ['any', 'letter'].includes(one.channel) &&
  one.from <= 0 &&
  (one.until === null || one.until >= 0) &&
  (one.withdrawn === null || one.withdrawn > 0)

test('none becomes sent without consent in force at that moment: neither by the action nor by SQL', async () => {
  const at = await desk('un-wgeid-urgent')
  const { app, ada, caseId } = at
  const today = new Date().toISOString().slice(0, 10)
  let sent = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(grants, { maxLength: 3 }),
      fc.array(grants, { maxLength: 2 }),
      fc.boolean(),
      // Making documents is slow: most go by SQL.
      fc.constantFrom(true, true, true, true, false),
      async (first, later, named, bySql) => {
        await ada
          .within(async (tx) => {
            const { id: person } = await createRecord(tx, { type: 'person', values: { name: 'Somebody' } })
            const { id: submission } = await openSubmission(tx, {
              caseId,
              mechanism: 'un-wgeid-urgent',
              language: 'en',
              persons: [person],
            })
            const give = async (one: Grant) => {
              const id = await giveConsent(tx, person, {
                scopes: one.scopes,
                purposes: [one.purpose],
                channels: [one.channel],
                from: addDays(today, one.from),
                ...(one.until !== null && { until: addDays(today, one.until) }),
              })
              if (one.withdrawn !== null)
                await updateRecord(tx, {
                  id,
                  version: 1,
                  acting: true,
                  values: { withdrawn_on: addDays(today, one.withdrawn) },
                })
            }
            for (const one of first) await give(one)
            const tried = async (work: () => Promise<unknown>): Promise<boolean> => {
              await sql`savepoint tried`.execute(tx.sql)
              try {
                await work()
                return true
              } catch (error) {
                if (!(error instanceof Error)) throw error
                await sql`rollback to savepoint tried`.execute(tx.sql)
                return false
              }
            }
            const people = named ? [person] : []
            const snapshot = `00000000-0000-7000-8000-${String(Math.floor(Math.random() * 1e12)).padStart(12, '0')}`
            const frozen = await tried(() =>
              bySql
                ? sql`with s as (insert into submission_snapshot (org_id, id, submission_id, version, mechanism, language, fictitious,
                    people, named_to_mechanism, named_to_state, named_in_public, classes, made_by)
                  values (${tx.actor.orgId}::uuid, ${snapshot}::uuid, ${submission}::uuid, 1, '', '', false, '{}',
                    ${people}::uuid[], ${people}::uuid[], '{}', '{open}', ${tx.actor.accountId}::uuid))
                  select 1`.execute(tx.sql)
                : freezeSubmission(tx, app.house.files, {
                    submissionId: submission,
                    // The State is told the same names: for them it asks another consent than the mechanism.
                    ready: {
                      copies: copies(people).flatMap((copy) => [copy, { ...copy, audience: 'state' }]),
                      classes: ['open'],
                    },
                    reason: 'A reason that must not matter here.',
                  }),
            )
            const all = [...first]
            const may = () =>
              all.some((one) => holdsFor(one, 'act')) &&
              (!named || all.some((one) => holdsFor(one, 'name_to_state')))
            expect(frozen).toBe(may() && (await statusOf(tx, submission)) !== 'frozen')
            for (const one of later) {
              await give(one)
              all.push(one)
            }
            if (bySql && frozen)
              // A copy, so that what is refused is refused for want of consent.
              await sql`with f as (insert into file (org_id, id, data_key, metadata, duplicate_key, size, created_by)
                  values (${tx.actor.orgId}::uuid, gen_random_uuid(), 'x', '', sha256('x'), 1, ${tx.actor.accountId}::uuid) returning id)
                select id from f`
                .execute(tx.sql)
                .then(({ rows }) =>
                  sql`insert into submission_copy (org_id, snapshot_id, audience, format, name, file_id, sha256)
                    values (${tx.actor.orgId}::uuid, ${snapshot}::uuid, 'mechanism', 'pdf', 'x', ${(rows[0] as { id: string }).id}::uuid,
                      repeat('0', 64))`.execute(tx.sql),
                )
            if (bySql)
              // Who writes SQL does not stop at a status either.
              await tried(() =>
                sql`update record set values = values || '{"status":"draft"}' where id = ${submission}::uuid`.execute(
                  tx.sql,
                ),
              )
            const went = await tried(() =>
              bySql
                ? sql`insert into submission_sending (org_id, submission_id, way, snapshot_id, digest, urgent, sent_at, zone, channel,
                    people, sent_by)
                  values (${tx.actor.orgId}::uuid, ${submission}::uuid, 'sent', ${snapshot}::uuid, sha256('x'), 'Now.', now(), 'UTC',
                    'e-mail', '{}', ${tx.actor.accountId}::uuid)`.execute(tx.sql)
                : sendSubmission(tx, app.house.files, logged(submission, { urgent: 'Now.' })),
            )
            if (went) {
              sent += 1
              expect(may()).toBe(true)
            }
            expect((await readSubmission(tx, submission))?.sending !== null).toBe(went)
            throw new Error('undone')
          })
          .catch((error: unknown) => {
            if (!(error instanceof Error) || error.message !== 'undone') throw error
          })
      },
    ),
    { numRuns: 50 },
  )
  // Some did go, or nothing was tried.
  expect(sent).toBeGreaterThan(0)
}, 60_000)

test('a purge takes the frozen copies with the submission: their files can be read no more', async () => {
  const at = await desk('un-sp-urgent-appeal')
  const { app, ada, submission, person } = at
  const files = await ada.within(async (tx) => {
    await giveConsent(tx, person)
    await freeze(tx, at)
    await sendSubmission(tx, app.house.files, {
      ...logged(submission, { urgent: 'Tonight.' }),
      receiptFile: { name: 'receipt.txt', content: Readable.from(['R-1']) },
    })
    return (await readSnapshots(tx, submission)).flatMap((one) => one.files.map(({ fileId }) => fileId))
  })
  expect(files).toHaveLength(4)
  await sql`select remove_records(${ada.actor.orgId}::uuid, array[${submission}::uuid])`.execute(app.owner)
  const { rows } =
    await sql`select 1 from file where id = any(${files}::uuid[]) and data_key is not null`.execute(app.owner)
  expect(rows).toEqual([])
  for (const table of ['submission_snapshot', 'submission_copy', 'submission_sending'])
    expect(
      (
        await sql`select 1 from ${sql.table(table)} where org_id = ${ada.actor.orgId}::uuid`.execute(
          app.owner,
        )
      ).rows,
    ).toEqual([])
})
