import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { PersonRole } from '#platform/access'
import { newId } from '#platform/db'
import { findOperator } from '#platform/identity'
import { type Tx, createRecord, deleteRecord, updateRecord, withRequest } from '#platform/records'
import { type TestApp, type TestPerson, testApp } from '../../../tests/support/app.ts'
import {
  askApproval,
  countWaiting,
  decideApproval,
  forgetApprovals,
  listAsked,
  listWaiting,
  readApproval,
  setFourEyes,
  spendApproval,
  withdrawApproval,
} from './index.ts'

const digest = Buffer.alloc(32, 7)

let app: TestApp
let ada: TestPerson
let second: TestPerson
let record: string

beforeAll(async () => {
  app = await testApp()
})

beforeEach(async () => {
  ada = await app.signIn()
  second = await colleague('administrator')
  record = (
    await ada.within((tx) =>
      createRecord(tx, { type: 'person', values: { name: 'Neva', whereabouts: 'a hut' } }),
    )
  ).id
})

async function colleague(role: PersonRole, classes = ['identity', 'health', 'location', 'legal']) {
  const id = newId()
  await app.owner
    .insertInto('account')
    .values({ org_id: ada.actor.orgId, id, kind: 'person', name: role, role, readable_classes: classes })
    .execute()
  return app.signIn({ ...ada.actor, accountId: id })
}

const ask = (more: Partial<Parameters<typeof askApproval>[1]> = {}, by: TestPerson = ada) =>
  by.within((tx) =>
    askApproval(tx, {
      kind: 'export',
      digest,
      content: { of: 'it' },
      recordIds: [record],
      reason: 'the court',
      ...more,
    }),
  )
const decide = (by: TestPerson, id: string, verdict: 'approved' | 'refused' = 'approved') =>
  by.within((tx) => decideApproval(tx, id, verdict, 'said'))
const stateOf = (id: string, by = ada) => by.within(async (tx) => (await readApproval(tx, id)).state)
const asks = (tx: Tx, id: string) => listWaiting(tx).then((all) => all.some((one) => one.id === id))

describe('an approval', () => {
  test('waits for somebody else, is decided with words, and is used once by who asked', async () => {
    const id = await ask()
    expect(await second.within(countWaiting)).toBe(1)
    expect(await ada.within(countWaiting)).toBe(0)
    await decide(second, id)
    expect(await ada.within((tx) => readApproval(tx, id))).toMatchObject({
      state: 'open',
      words: 'said',
      decidedBy: 'administrator',
    })
    await expect(second.within((tx) => spendApproval(tx, id, digest))).rejects.toMatchObject({
      kind: 'not_found',
    })
    await ada.within((tx) => spendApproval(tx, id, digest))
    expect(await stateOf(id)).toBe('used')
    await expect(ada.within((tx) => spendApproval(tx, id, digest))).rejects.toMatchObject({
      kind: 'conflict',
    })
  })

  test('holds for exactly what was asked for (claim 28)', async () => {
    const id = await ask()
    await decide(second, id)
    await expect(ada.within((tx) => spendApproval(tx, id, Buffer.alloc(32, 8)))).rejects.toMatchObject({
      kind: 'conflict',
    })
    expect(await stateOf(id)).toBe('open')
  })

  test('is not decided by who asked, nor twice, nor when it was taken back (claim 28)', async () => {
    const id = await ask()
    await expect(decide(ada, id)).rejects.toMatchObject({ kind: 'forbidden' })
    await decide(second, id, 'refused')
    await expect(decide(second, id)).rejects.toMatchObject({ kind: 'conflict' })
    const other = await ask()
    await ada.within((tx) => withdrawApproval(tx, other))
    await expect(decide(second, other)).rejects.toMatchObject({ kind: 'conflict' })
    await expect(ada.within((tx) => withdrawApproval(tx, other))).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('is taken back by nobody but who asked', async () => {
    const id = await ask()
    await expect(second.within((tx) => withdrawApproval(tx, id))).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('runs out', async () => {
    const [waiting, open] = [await ask(), await ask()]
    await decide(second, open)
    await sql`update approval set expires_at = now() where id in (${waiting}::uuid, ${open}::uuid)`.execute(
      app.owner,
    )
    await expect(decide(second, waiting)).rejects.toMatchObject({ kind: 'conflict' })
    await expect(ada.within((tx) => spendApproval(tx, open, digest))).rejects.toMatchObject({
      kind: 'conflict',
    })
    expect(await second.within(countWaiting)).toBe(0)
    await forgetApprovals(app.owner)
    expect(await ada.within(async (tx) => (await readApproval(tx, open)).content)).toBeNull()
  })

  test('is not there for who could not decide it: without the capability, the class, or the record (claim 12)', async () => {
    const kept = await ada.within((tx) =>
      createRecord(tx, { type: 'person', values: { name: 'Kept' }, visibility: 'restricted' }),
    )
    const plain = await ask()
    const located = await ask({ classes: ['open', 'location'] })
    const closed = await ask({ recordIds: [record, kept.id] })
    for (const [who, ids] of [
      [await colleague('reader'), [plain, located, closed]],
      [await colleague('editor'), [plain, located, closed]],
      [await colleague('auditor'), [plain, located, closed]],
      [await colleague('case_officer', []), [located, closed]],
      [second, [closed]],
    ] as const)
      for (const id of ids) {
        expect(await who.within((tx) => asks(tx, id))).toBe(false)
        await expect(decide(who, id)).rejects.toMatchObject({ kind: 'not_found' })
        expect((await who.get(`/workspace/approvals/${id}`)).status).toBeGreaterThanOrEqual(400)
      }
    expect(await (await colleague('case_officer', [])).within((tx) => asks(tx, plain))).toBe(true)
    const holder = await colleague('case_officer')
    await ada.within((tx) =>
      sql`insert into record_grant (org_id, record_id, account_id)
        values (${tx.actor.orgId}::uuid, ${kept.id}::uuid, ${holder.actor.accountId}::uuid)`.execute(tx.sql),
    )
    await decide(holder, closed)
  })

  test('is not given for a record that became restricted or went to the trash meanwhile (claim 28)', async () => {
    const id = await ask()
    await ada.within((tx) =>
      updateRecord(tx, { id: record, version: 1, values: {}, visibility: 'restricted' }),
    )
    await expect(decide(second, id)).rejects.toMatchObject({ kind: 'conflict' })
    await decide(second, id, 'refused')
    record = (await ada.within((tx) => createRecord(tx, { type: 'person', values: { name: 'Other' } }))).id
    const other = await ask()
    await ada.within((tx) => deleteRecord(tx, record, 1))
    await expect(decide(second, other)).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('is asked by who may do it with approval, with a reason where one is needed, of what they may read', async () => {
    const reader = await colleague('reader')
    await expect(ask({}, reader)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(ask({ reason: ' ' })).rejects.toMatchObject({ kind: 'invalid' })
    await expect(ask({ recordIds: [newId()] })).rejects.toMatchObject({ kind: 'not_found' })
    const kept = await ada.within((tx) =>
      createRecord(tx, { type: 'person', values: { name: 'Kept' }, visibility: 'restricted' }),
    )
    await expect(ask({ recordIds: [kept.id] }, second)).rejects.toMatchObject({ kind: 'not_found' })
    const officer = await colleague('case_officer', [])
    await expect(ask({ classes: ['location'] }, officer)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(ask({ classes: ['sealed'] })).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('is never given by the machine’s own command line, which may ask (claim 28)', async () => {
    const operator = await findOperator(app.owner, ada.actor.orgSlug)
    if (!operator) throw new Error('no operator')
    const as = <Result>(work: (tx: Tx) => Promise<Result>) => withRequest(app.house, operator, work)
    const id = await ask()
    await expect(as((tx) => decideApproval(tx, id, 'approved', ''))).rejects.toMatchObject({
      kind: 'not_found',
    })
    const own = await as((tx) =>
      askApproval(tx, { kind: 'export', digest, content: {}, recordIds: [record], reason: 'archive' }),
    )
    await decide(second, own)
    await as((tx) => spendApproval(tx, own, digest))
  })

  test('of another organisation is not there (claim 29)', async () => {
    const id = await ask()
    const stranger = await app.signIn()
    await expect(decide(stranger, id)).rejects.toMatchObject({ kind: 'not_found' })
    await expect(stranger.within((tx) => spendApproval(tx, id, digest))).rejects.toMatchObject({
      kind: 'not_found',
    })
    expect(await stranger.within(countWaiting)).toBe(0)
  })

  test('is on the ledger, every step, and names nobody', async () => {
    const id = await ask()
    await decide(second, id)
    await ada.within((tx) => spendApproval(tx, id, digest))
    const { rows } = await sql<{
      act: string
      by: string
      detail: unknown
    }>`select act, account_id as by, detail
      from ledger where org_id = ${ada.actor.orgId}::uuid and act like 'approval.%' order by seq`.execute(
      app.owner,
    )
    expect(rows).toEqual(
      [
        ['approval.ask', ada],
        ['approval.approve', second],
        ['approval.use', ada],
      ].map(([act, who]) => ({
        act,
        by: (who as TestPerson).actor.accountId,
        detail: { approval: id, kind: 'export' },
      })),
    )
  })

  test('goes with its record, and a restore makes no spent one good again', async () => {
    const id = await ask()
    const { rows: asked } = await sql`select * from approval where id = ${id}::uuid`.execute(app.owner)
    expect(asked).toHaveLength(1)
    await decide(second, id)
    const { rows } = await sql<{
      again: boolean
    }>`select replay_tombstone(${ada.actor.orgId}::uuid, gen_random_uuid(),
      'spend', ${id}::uuid, now()) as again`.execute(app.owner)
    expect(rows).toEqual([{ again: true }])
    await expect(ada.within((tx) => spendApproval(tx, id, digest))).rejects.toMatchObject({
      kind: 'conflict',
    })
    expect(
      (await sql`select 1 from tombstone where kind = 'spend' and subject = ${id}::uuid`.execute(app.owner))
        .rows.length,
    ).toBeGreaterThan(0)
    await sql`delete from record where id = ${record}::uuid`.execute(app.owner)
    expect((await sql`select 1 from approval where id = ${id}::uuid`.execute(app.owner)).rows).toEqual([])
  })
})

describe('the database', () => {
  test('lets the serving login write no approval, nor the owner decide one twice or as who asked (claim 28)', async () => {
    const id = await ask()
    for (const statement of [
      sql`update approval set decision = 'approved', decided_by = ${second.actor.accountId}::uuid, decided_at = now()`,
      sql`insert into approval select * from approval`,
      sql`delete from approval`,
      sql`select spend_approval(${ada.actor.orgId}::uuid, ${id}::uuid)`,
    ])
      await expect(ada.within((tx) => statement.execute(tx.sql))).rejects.toThrow(/permission denied/)
    await expect(
      sql`update approval set decision = 'approved', decided_at = now(), decided_by = asked_by where id = ${id}::uuid`.execute(
        app.owner,
      ),
    ).rejects.toThrow(/approval_four_eyes/)
    await decide(second, id, 'refused')
    await expect(
      sql`update approval set decision = 'approved' where id = ${id}::uuid`.execute(app.owner),
    ).rejects.toThrow(/decided once/)
  })

  describe('turned off', () => {
    const on = async () =>
      (await sql<{ on: boolean }>`select four_eyes(${ada.actor.orgId}::uuid) as "on"`.execute(app.owner))
        .rows[0]?.on
    const off = () => ada.within((tx) => setFourEyes(tx, false))

    test('is by another administrator, with a reason, on the ledger; and by nobody else (claim 28)', async () => {
      const officer = await colleague('case_officer')
      await officer.within((tx) => setFourEyes(tx, false))
      await expect(off()).rejects.toMatchObject({ kind: 'conflict' })
      expect((await ada.post('/workspace/people/four-eyes', { four: 'off' })).status).toBe(422)
      const asked = await ada.post('/workspace/people/four-eyes', { four: 'off', reason: 'We are two.' })
      expect(await asked.text()).toContain('Another administrator has been asked')
      await expect(off()).rejects.toMatchObject({ kind: 'conflict' })
      expect(await on()).toBe(true)
      const [waiting] = await ada.within((tx) => listAsked(tx))
      const id = waiting?.id ?? ''
      await expect(decide(ada, id)).rejects.toMatchObject({ kind: 'forbidden' })
      await expect(decide(officer, id)).rejects.toMatchObject({ kind: 'not_found' })
      await second.post('/workspace/approvals/decide', { approval: id, verdict: 'approved' })
      expect(await on()).toBe(false)
      const { rows } = await sql`select account_id as by, detail from ledger
        where org_id = ${ada.actor.orgId}::uuid and act = 'settings.change'`.execute(app.owner)
      expect(rows).toEqual([{ by: second.actor.accountId, detail: { fourEyes: 'off' } }])
      // Once: on again, it has to be asked again.
      await ada.within((tx) => setFourEyes(tx, true))
      await expect(off()).rejects.toMatchObject({ kind: 'conflict' })
      expect((await officer.post('/workspace/people/four-eyes', { four: 'on' })).status).toBe(403)
    })

    test('is alone only where there is nobody else, and has been nobody for thirty days', async () => {
      await sql`update account set disabled_at = now() where org_id = ${ada.actor.orgId}::uuid and id <> ${ada.actor.accountId}::uuid`.execute(
        app.owner,
      )
      await expect(off()).rejects.toMatchObject({ kind: 'conflict' })
      await sql`update account set disabled_at = now() - interval '31 days'
        where org_id = ${ada.actor.orgId}::uuid and id <> ${ada.actor.accountId}::uuid`.execute(app.owner)
      expect((await ada.post('/workspace/people/four-eyes', { four: 'off' })).status).toBe(200)
      expect(await on()).toBe(false)
    })
  })
})

test('what waits stands on the start page and in the menu of who may decide, and of nobody else', async () => {
  await ask()
  const seen = async (who: TestPerson) => (await who.get('/workspace')).text()
  expect(await seen(second)).toContain('Waiting for your decision (1)')
  expect(await seen(second)).toContain('1 request waits for your decision')
  for (const who of [ada, await colleague('reader')]) {
    expect(await seen(who)).not.toContain('Waiting for your decision (')
    expect(await seen(who)).not.toContain('waits for your decision')
  }
})
