import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#platform/access'
import { newId } from '#platform/db'
import { openFileStore } from '#platform/files'
import { attachFile, detachFile, eraseFile } from '#platform/evidence'
import { Problem } from '#platform/problem'
import {
  type RetentionRule,
  type Tx,
  cite,
  createRecord,
  defineRecordType,
  deleteRecord,
  mergeRecords,
  purgeTrash,
  readRecord,
  setRetention,
  shippedSchema,
  updateRecord,
  withRequest,
} from '#platform/records'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testOrganisation } from '../../../tests/support/organisation.ts'
import {
  cancelRun,
  confirmRun,
  countDue,
  countItems,
  keepRecords,
  leaveOut,
  liftHold,
  listDue,
  listHolds,
  listItems,
  needsSecondPerson,
  placeHold,
  placeHoldOnList,
  prepareRun,
  readClocks,
  readHolds,
  readRun,
  retentionJob,
  sweepWaiting,
  today,
  undoRun,
} from './index.ts'

const l = (word: string) => ({ en: word, es: word, ca: word })
const rule = (given: Partial<RetentionRule> & Pick<RetentionRule, 'name'>): RetentionRule => ({
  after: { event: 'activity' },
  period: { count: 5, unit: 'years' },
  end: 'review',
  why: l('because'),
  ...given,
})

const types = [
  defineRecordType({
    name: 'person',
    label: l('Person'),
    plural: l('People'),
    title: ['name'],
    fields: [
      { name: 'name', type: 'text', label: l('Name'), sortable: true },
      { name: 'where', type: 'text', label: l('Where'), class: 'location' },
      {
        name: 'state',
        type: 'choice',
        label: l('State'),
        options: [
          { code: 'open', label: l('Open') },
          { code: 'closed', label: l('Closed') },
        ],
      },
      { name: 'until', type: 'date', label: l('Until') },
      { name: 'freed', type: 'date', label: l('Freed'), class: 'legal' },
      { name: 'friends', type: 'reference', label: l('Friends'), targets: ['person'], multiple: true },
    ],
    retention: [
      rule({
        name: 'closed',
        when: { field: 'state', is: ['closed'] },
        after: { event: 'field', field: 'until' },
        period: { count: 18, unit: 'months' },
        end: 'purge',
      }),
      rule({
        name: 'open',
        when: { field: 'state', is: ['open'] },
        end: 'trash',
        period: { count: 30, unit: 'days' },
      }),
    ],
  }),
  defineRecordType({
    name: 'source',
    label: l('Source'),
    plural: l('Sources'),
    title: ['name'],
    fields: [{ name: 'name', type: 'text', label: l('Name') }],
    retention: [rule({ name: 'short', end: 'purge', period: { count: 10, unit: 'days' } })],
  }),
]
const shipped = shippedSchema(types, [])
const files = openFileStore({ home: mkdtempSync(join(tmpdir(), 'amparo-retention-')) })

type Ground = Awaited<ReturnType<typeof organisation>>
let ground: Ground

async function organisation() {
  const base = await testOrganisation()
  const person = async (role: Actor['role'], name: string): Promise<Actor> => {
    const accountId = newId()
    await base.owner
      .insertInto('account')
      .values({
        org_id: base.actor.orgId,
        id: accountId,
        kind: 'person',
        name,
        login: null,
        role: role as 'reader',
        readable_classes: ['location'],
      })
      .execute()
    return { ...base.actor, accountId, name, role }
  }
  const as =
    (actor: Actor) =>
    <Result>(action: (tx: Tx) => Promise<Result>) =>
      withRequest({ db: base.app, shipped }, actor, action)
  const second = await person('case_officer', 'Bea')
  const reader = await person('reader', 'Rita')
  return {
    ...base,
    run: as(base.actor),
    second,
    asSecond: as(second),
    asReader: as(reader),
    as,
    /** Puts a record's last change, and its activity, that many days back. */
    age: async (id: string, days: number) => {
      await sql`update record set updated_at = now() - make_interval(days => ${days}), created_at = now() - make_interval(days => ${days})
        where id = ${id}::uuid`.execute(base.owner)
      await sql`update record_activity set at = now() - make_interval(days => ${days}) where record_id = ${id}::uuid`.execute(
        base.owner,
      )
    },
    work: (runId: string, actor: Actor = base.actor) =>
      retentionJob.run({
        jobId: newId(),
        payload: { run: runId },
        actor,
        ground: { db: base.app, shipped, files, scratch: tmpdir() },
        within: as(actor),
        progress: () => undefined,
        cancelled: () => false,
        signal: new AbortController().signal,
      }),
  }
}

const make = async (
  given: Ground,
  values: Record<string, unknown>,
  more: { type?: string; visibility?: 'restricted' } = {},
) =>
  (
    await given.run((tx) =>
      createRecord(tx, {
        type: more.type ?? 'person',
        values,
        ...(more.visibility && { visibility: more.visibility }),
      }),
    )
  ).id

const plus = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const clockOf = async (given: Ground, id: string, type = 'person') =>
  (await given.run((tx) => readClocks(tx, type, [id]))).get(id)

beforeAll(async () => {
  ground = await organisation()
})

describe('every record has a clock', () => {
  test('by the first rule that holds, and five years where none does (claim 27)', async () => {
    const none = await make(ground, { name: 'none' })
    const open = await make(ground, { name: 'open', state: 'open' })
    const closed = await make(ground, { name: 'closed', state: 'closed', until: '2020-01' })
    const undated = await make(ground, { name: 'undated', state: 'closed' })
    expect(await clockOf(ground, none)).toMatchObject({
      rule: { name: 'default' },
      end: 'review',
      from: today(),
    })
    expect((await clockOf(ground, none))?.due.slice(0, 4)).toBe(String(new Date().getUTCFullYear() + 5))
    expect(await clockOf(ground, open)).toMatchObject({
      rule: { name: 'open' },
      end: 'trash',
      due: plus(30),
    })
    // The end of the month that is written, and eighteen months.
    expect(await clockOf(ground, closed)).toMatchObject({
      rule: { name: 'closed' },
      end: 'purge',
      from: '2020-01-31',
      due: '2021-07-31',
    })
    expect((await clockOf(ground, undated))?.rule.name).toBe('default')
  })

  test('a change, a link, a file, a citation, and a person who keeps it begin it anew; nothing else does (claim 27)', async () => {
    const begin = async () => {
      const id = await make(ground, { name: 'x', state: 'open' })
      await ground.age(id, 29)
      expect((await clockOf(ground, id))?.due).toBe(plus(1))
      return id
    }
    const renewed = async (id: string) => expect((await clockOf(ground, id))?.due).toBe(plus(30))
    const changed = await begin()
    await ground.run((tx) => updateRecord(tx, { id: changed, version: 1, values: { name: 'y' } }))
    await renewed(changed)
    const linked = await begin()
    await make(ground, { name: 'friend', friends: [{ to: linked }] })
    await renewed(linked)
    const filed = await begin()
    await ground.run((tx) =>
      attachFile(tx, files, { recordId: filed, name: 'a.txt', content: Readable.from(['a']) }),
    )
    await renewed(filed)
    const cited = await begin()
    await ground.run((tx) => cite(tx, { recordId: cited, field: 'name', quote: 'so' }))
    await renewed(cited)
    const kept = await begin()
    expect(await ground.run((tx) => keepRecords(tx, [kept]))).toBe(1)
    await renewed(kept)
    const opened = await begin()
    await sql`insert into ledger (org_id, act, subject) values (${ground.actor.orgId}::uuid, 'sealed.open', ${opened}::uuid)`.execute(
      ground.owner,
    )
    await renewed(opened)
    const read = await begin()
    await ground.run((tx) => readRecord(tx, read))
    expect((await clockOf(ground, read))?.due).toBe(plus(1))
  })

  test('two who link to a record at the same time do not wait for each other', async () => {
    const id = await make(ground, { name: 'popular', state: 'open' })
    await ground.age(id, 3)
    await ground.run(async (tx) => {
      await createRecord(tx, { type: 'person', values: { name: 'a', friends: [{ to: id }] } })
      await ground.asSecond(async (other) => {
        await createRecord(other, { type: 'person', values: { name: 'b', friends: [{ to: id }] } })
      })
    })
    const { rows } = await sql`select 1 from link where to_id = ${id}::uuid`.execute(ground.owner)
    expect(rows).toHaveLength(2)
  })

  test('what has reached its end by a day is counted and listed, of what the reader may see (claims 12, 27)', async () => {
    const own = await organisation()
    const due = await make(own, { name: 'due', state: 'open' })
    const hidden = await make(own, { name: 'hidden', state: 'open' }, { visibility: 'restricted' })
    await make(own, { name: 'later' })
    for (const id of [due, hidden]) await own.age(id, 31)
    expect(await own.run((tx) => countDue(tx, today()))).toMatchObject([
      { type: 'person', rule: { name: 'open' }, count: 2 },
    ])
    expect(await own.asSecond((tx) => countDue(tx, today()))).toMatchObject([{ count: 1 }])
    expect((await own.run((tx) => countDue(tx, plus(365 * 6)))).map((one) => one.count)).toEqual([2, 1])
    const listed = (limit: number, after?: { due: string; id: string }) =>
      own.run((tx) =>
        listDue(tx, { type: 'person', at: today(), rule: 'open', limit, ...(after && { after }) }),
      )
    const [first] = await listed(1)
    const [second] = await listed(1, { due: first?.due ?? '', id: first?.recordId ?? '' })
    expect(new Set([first?.recordId, second?.recordId])).toEqual(new Set([due, hidden]))
  })

  test('rules are changed at run time, look at open fields only, and say why', async () => {
    const own = await organisation()
    const id = await make(own, { name: 'x', state: 'open' })
    const set = (rules: readonly RetentionRule[] | null) =>
      own.run((tx) => setRetention(tx, shipped, 'person', rules))
    await set([rule({ name: 'own', period: { count: 2, unit: 'months' }, end: 'purge' })])
    expect(await clockOf(own, id)).toMatchObject({ rule: { name: 'own' }, end: 'purge' })
    await set(null)
    expect(await clockOf(own, id)).toMatchObject({ rule: { name: 'open' } })
    await expect(set([rule({ name: 'a', after: { event: 'field', field: 'freed' } })])).rejects.toThrow(
      /0\.after/,
    )
    await expect(set([rule({ name: 'a', after: { event: 'field', field: 'name' } })])).rejects.toThrow(
      /0\.after/,
    )
    await expect(set([rule({ name: 'a', when: { field: 'where', is: ['x'] } })])).rejects.toThrow(/0\.when/)
    await expect(set([rule({ name: 'a', why: l('') })])).rejects.toThrow(/0\.why/)
    await expect(set([rule({ name: 'a', period: { count: 0, unit: 'days' } })])).rejects.toThrow(Problem)
    await expect(own.asSecond((tx) => setRetention(tx, shipped, 'person', []))).rejects.toThrow(/not among/)
  })
})

describe('legal hold', () => {
  test('keeps the database itself from trashing, purging, merging away and erasing, until it is lifted with a reason (claim 27)', async () => {
    const own = await organisation()
    const id = await make(own, { name: 'held', state: 'open' })
    const other = await make(own, { name: 'other' })
    const file = await own.run((tx) =>
      attachFile(tx, files, { recordId: id, name: 'a.txt', content: Readable.from(['a']) }),
    )
    await expect(own.run((tx) => placeHold(tx, [id], { reason: ' ' }))).rejects.toThrow(/reason/)
    expect((await own.run((tx) => placeHold(tx, [id], { reason: 'A court asked for it' }))).count).toBe(1)
    expect((await clockOf(own, id))?.held).toBe(true)
    const refused = /under legal hold/
    const attempts: readonly ((tx: Tx) => Promise<unknown>)[] = [
      (tx: Tx) => deleteRecord(tx, id, 1),
      (tx: Tx) => mergeRecords(tx, { keep: other, lose: id }),
      (tx: Tx) => eraseFile(tx, files, file.attachmentId),
      (tx: Tx) => tx.sql.updateTable('record').set({ deleted_at: new Date() }).where('id', '=', id).execute(),
      (tx: Tx) => tx.sql.deleteFrom('attachment').where('id', '=', file.attachmentId).execute(),
      (tx: Tx) => tx.sql.deleteFrom('file').where('id', '=', file.fileId).execute(),
    ]
    for (const attempt of attempts) await expect(own.run(attempt)).rejects.toThrow(refused)
    await expect(own.run((tx) => deleteRecord(tx, id, 1))).rejects.toMatchObject({ kind: 'conflict' })
    // The owner's login neither.
    await expect(sql`delete from record where id = ${id}::uuid`.execute(own.owner)).rejects.toThrow(refused)
    await expect(
      sql`update file set data_key = null where id = ${file.fileId}::uuid`.execute(own.owner),
    ).rejects.toThrow(refused)
    await expect(
      sql`update record set deleted_at = now() where id = ${id}::uuid`.execute(own.owner),
    ).rejects.toThrow(refused)
    // Editing goes on.
    await own.run((tx) => updateRecord(tx, { id, version: 1, values: { name: 'held, and mended' } }))
    await own.run((tx) => detachFile(tx, file.attachmentId))

    const [hold] = await own.run((tx) => readHolds(tx, id))
    expect(hold).toMatchObject({ reason: 'A court asked for it', placedBy: 'Ada', liftedAt: null })
    expect(await own.run((tx) => listHolds(tx))).toMatchObject([{ count: 1, first: [{ id }] }])
    await expect(own.run((tx) => liftHold(tx, { id: hold?.id ?? '' }, { reason: '' }))).rejects.toThrow(
      /reason/,
    )
    await expect(
      own.asReader((tx) => liftHold(tx, { id: hold?.id ?? '' }, { reason: 'why not' })),
    ).rejects.toThrow(/not among/)
    expect(
      await own.asSecond((tx) => liftHold(tx, { id: hold?.id ?? '' }, { reason: 'The trial is over' })),
    ).toBe(1)
    await expect(own.run((tx) => liftHold(tx, { id: hold?.id ?? '' }, { reason: 'again' }))).rejects.toThrow(
      /Nothing here/,
    )
    const ledger = await own.owner
      .selectFrom('ledger')
      .select(['act', 'subject', 'detail'])
      .where('org_id', '=', own.actor.orgId)
      .where('act', 'like', 'hold.%')
      .orderBy('seq')
      .execute()
    expect(ledger.map((one) => [one.act, one.subject])).toEqual([
      ['hold.place', id],
      ['hold.lift', id],
    ])
    expect(JSON.stringify(ledger)).not.toMatch(/court|trial/)
    await own.run((tx) => deleteRecord(tx, id, 2))
  })

  test('in SQL itself: a reader places none, nobody rewrites one, nobody sees one of a record that is not theirs', async () => {
    const own = await organisation()
    const id = await make(own, { name: 'held' }, { visibility: 'restricted' })
    await own.run((tx) => placeHold(tx, [id], { reason: 'because of the trial' }))
    expect(await own.asSecond((tx) => listHolds(tx))).toEqual([])
    expect((await own.asSecond((tx) => placeHold(tx, [id], { reason: 'not theirs' }))).count).toBe(0)
    const open = await make(own, { name: 'open' })
    const insert = (tx: Tx) =>
      sql`insert into legal_hold (org_id, id, batch, record_id, reason) values (${own.actor.orgId}::uuid, gen_random_uuid(), gen_random_uuid(), ${open}::uuid, 'by hand')`.execute(
        tx.sql,
      )
    await expect(own.asReader(insert)).rejects.toThrow(/row-level security/)
    await expect(
      own.run((tx) => sql`update legal_hold set reason = 'other'`.execute(tx.sql)),
    ).rejects.toThrow(/permission denied/)
    await expect(
      own.run((tx) => sql`update legal_hold set lifted_at = now()`.execute(tx.sql)),
    ).rejects.toThrow(/a reason/)
    await expect(own.run((tx) => sql`delete from legal_hold`.execute(tx.sql))).rejects.toThrow(
      /permission denied/,
    )
    await expect(
      sql`update legal_hold set reason = 'other' where record_id = ${id}::uuid`.execute(own.owner),
    ).rejects.toThrow(/only lifted/)
  })

  test('is placed on what a search finds, and lifted together; the trash keeps what is held', async () => {
    const own = await organisation()
    const [a, b, c] = [
      await make(own, { name: 'Orchid one' }),
      await make(own, { name: 'Orchid two' }),
      await make(own, { name: 'Tulip' }),
    ]
    await own.run((tx) => deleteRecord(tx, c ?? '', 1))
    const { batch, count } = await own.run((tx) =>
      placeHoldOnList(tx, { type: 'person', text: 'orchid' }, 'the greenhouse case'),
    )
    expect(count).toBe(2)
    await own.run((tx) => placeHold(tx, [c ?? ''], { reason: 'it lay in the trash' }))
    await sql`update record set deleted_at = now() - interval '91 days' where id = ${c}::uuid`.execute(
      own.owner,
    )
    expect((await purgeTrash(own.owner)).get(own.actor.orgId)).toBeUndefined()
    expect(await own.run((tx) => liftHold(tx, { batch }, { reason: 'closed' }))).toBe(2)
    for (const id of [a, b]) expect((await clockOf(own, id ?? ''))?.held).toBe(false)
    await expect(
      own.run((tx) => placeHoldOnList(tx, { type: 'person', text: 'nothing has this' }, 'a reason')),
    ).rejects.toThrow(/Nothing here/)
  })
})

describe('a run', () => {
  async function due() {
    const own = await organisation()
    const ids = {
      trash: await make(own, { name: 'to the trash', state: 'open' }),
      purge: await make(own, { name: 'for good', state: 'closed', until: '2001' }),
      held: await make(own, { name: 'held', state: 'closed', until: '2001' }),
      out: await make(own, { name: 'left out', state: 'closed', until: '2001' }),
      active: await make(own, { name: 'active again', state: 'open' }),
      review: await make(own, { name: 'looked at' }),
    }
    for (const id of Object.values(ids)) await own.age(id, 31)
    await own.age(ids.review, 366 * 6)
    await own.run((tx) => placeHold(tx, [ids.held], { reason: 'a trial' }))
    return { own, ids }
  }

  test('takes what was shown and confirmed and nothing else, and is undone as far as it lies in the trash (claim 27)', async () => {
    const { own, ids } = await due()
    const { id, count } = await own.run((tx) => prepareRun(tx))
    expect(count).toBe(4)
    expect((await own.run((tx) => listItems(tx, id))).map((item) => item.recordId).toSorted()).toEqual(
      [ids.trash, ids.purge, ids.out, ids.active].toSorted(),
    )
    await own.run((tx) => leaveOut(tx, id, ids.out))
    expect(await own.run((tx) => needsSecondPerson(tx, id))).toBe(false)
    // Nothing is gone before it is confirmed, by no path.
    await own.run((tx) => sql`select purge_items(${id}::uuid, ${[ids.purge]}::uuid[])`.execute(tx.sql))
    expect((await own.run((tx) => readRecord(tx, ids.purge))).title).toBe('for good')
    const { numDeletedRows } = await own.run((tx) =>
      tx.sql.deleteFrom('record').where('id', '=', ids.purge).executeTakeFirst(),
    )
    expect(numDeletedRows).toBe(0n)
    await own.run((tx) => confirmRun(tx, id))
    await expect(own.run((tx) => leaveOut(tx, id, ids.trash))).rejects.toThrow(/as things stand/)
    await own.run((tx) => updateRecord(tx, { id: ids.active, version: 1, values: { name: 'still in use' } }))
    expect(await own.work(id)).toEqual({ trashed: 1, purged: 1, active: 1 })
    const after = await own.owner
      .selectFrom('record')
      .select(['id', 'deleted_at'])
      .where('org_id', '=', own.actor.orgId)
      .execute()
    expect(
      after
        .filter((row) => row.deleted_at === null)
        .map((row) => row.id)
        .toSorted(),
    ).toEqual([ids.held, ids.out, ids.active, ids.review].toSorted())
    expect((await own.run((tx) => readRun(tx, id))).state).toBe('done')
    // Taken up again after an interruption there is nothing left to do.
    expect(await own.work(id)).toEqual({ trashed: 1, purged: 1, active: 1 })
    expect(await own.run((tx) => undoRun(tx, id))).toBe(1)
    expect((await own.run((tx) => readRecord(tx, ids.trash))).deletedAt).toBeNull()
    expect(await own.run((tx) => countItems(tx, id))).toContainEqual(
      expect.objectContaining({ outcome: 'restored', count: 1 }),
    )
    const acts = await own.owner
      .selectFrom('ledger')
      .select(['act', 'subject'])
      .where('org_id', '=', own.actor.orgId)
      .execute()
    expect(acts).toContainEqual({ act: 'record.purge', subject: ids.purge })
    expect(acts).toContainEqual({ act: 'retention.run', subject: id })
  })

  test('asks for a second person where something is restricted or protected; the database does (claim 27)', async () => {
    const own = await organisation()
    const secret = await make(
      own,
      { name: 'secret', state: 'closed', until: '2001' },
      { visibility: 'restricted' },
    )
    const placed = await make(own, { name: 'placed', where: 'here', state: 'closed', until: '2001' })
    const { id } = await own.run((tx) => prepareRun(tx))
    expect(await own.run((tx) => needsSecondPerson(tx, id))).toBe(true)
    await expect(own.run((tx) => confirmRun(tx, id))).rejects.toMatchObject({ kind: 'conflict' })
    await expect(own.run((tx) => sql`select confirm_run(${id}::uuid)`.execute(tx.sql))).rejects.toThrow(
      /a second person/,
    )
    await expect(
      own.run((tx) =>
        sql`update retention_run set state = 'confirmed' where id = ${id}::uuid`.execute(tx.sql),
      ),
    ).rejects.toThrow(/not from asked to confirmed/)
    // Who may not see all of it confirms nothing, and sees no more of it than the records are theirs.
    expect((await own.asSecond((tx) => listItems(tx, id))).map((item) => item.recordId)).toEqual([placed])
    await expect(own.asSecond((tx) => confirmRun(tx, id))).rejects.toMatchObject({ kind: 'conflict' })
    await own.run((tx) =>
      tx.sql
        .insertInto('record_grant')
        .values({
          org_id: own.actor.orgId,
          record_id: secret,
          account_id: own.second.accountId,
          granted_by: own.actor.accountId,
        })
        .execute(),
    )
    await own.asSecond((tx) => confirmRun(tx, id))
    expect(await own.work(id, own.second)).toEqual({ purged: 2 })
    expect(
      await own.owner.selectFrom('record').select('id').where('org_id', '=', own.actor.orgId).execute(),
    ).toEqual([])
  })

  test('leaves a source that stays cited, and may be let go of', async () => {
    const own = await organisation()
    const cited = await make(own, { name: 'cited' }, { type: 'source' })
    const free = await make(own, { name: 'free' }, { type: 'source' })
    const citing = await make(own, { name: 'citing' })
    await own.run((tx) => cite(tx, { recordId: citing, field: 'name', sourceId: cited, quote: 'so it is' }))
    for (const id of [cited, free]) await own.age(id, 31)
    const first = await own.run((tx) => prepareRun(tx))
    await own.run((tx) => cancelRun(tx, first.id))
    await expect(own.run((tx) => confirmRun(tx, first.id))).rejects.toMatchObject({ kind: 'conflict' })
    const { id } = await own.run((tx) => prepareRun(tx))
    await own.run((tx) => confirmRun(tx, id))
    expect(await own.work(id)).toEqual({ purged: 1, cited: 1 })
    expect((await own.run((tx) => readRecord(tx, cited))).title).toBe('cited')
  })

  test('a reader prepares and confirms nothing', async () => {
    const { own } = await due()
    const { id } = await own.run((tx) => prepareRun(tx))
    await expect(own.asReader((tx) => prepareRun(tx))).rejects.toThrow(/not among/)
    await expect(own.asReader((tx) => confirmRun(tx, id))).rejects.toThrow(/not among/)
    await expect(own.asReader((tx) => sql`select confirm_run(${id}::uuid)`.execute(tx.sql))).rejects.toThrow(
      /not there/,
    )
    await expect(
      own.asReader((tx) => sql`select purge_items(${id}::uuid, '{}')`.execute(tx.sql)),
    ).rejects.toThrow(/not among/)
    expect((await own.asReader((tx) => sql`select 1 from retention_item`.execute(tx.sql))).rows).toEqual([])
  })
})

describe('what waits has a clock too', () => {
  test('a list never imported and a file of a draft are erased after seven days, no file that anything refers to (claim 27)', async () => {
    const own = await organisation()
    const add = (name: string) => own.run((tx) => files.add(tx, { name, content: Readable.from([name]) }))
    const [waiting, fresh, running] = [
      await add('waiting.csv'),
      await add('fresh.csv'),
      await add('running.csv'),
    ]
    const record = await make(own, { name: 'x' })
    const attached = await own.run((tx) =>
      attachFile(tx, files, { recordId: record, name: 'a.txt', content: Readable.from(['kept']) }),
    )
    await own.run((tx) =>
      tx.sql
        .insertInto('import')
        .values({
          org_id: own.actor.orgId,
          id: newId(),
          type: 'person',
          source_name: 'x',
          state: 'running',
          mapping: JSON.stringify({ fileId: running.id }),
          created_by: own.actor.accountId,
        })
        .execute(),
    )
    await sql`update file set created_at = now() - interval '8 days' where id = any(${[waiting.id, running.id, attached.fileId]}::uuid[])`.execute(
      own.owner,
    )
    expect((await sweepWaiting(own.owner)).files).toBeGreaterThan(0)
    const rows = await own.owner
      .selectFrom('file')
      .select(['id', 'data_key', 'size', 'metadata'])
      .where('org_id', '=', own.actor.orgId)
      .execute()
    const left = rows.filter((row) => row.data_key !== null).map((row) => row.id)
    expect(left.toSorted()).toEqual([fresh.id, running.id, attached.fileId].toSorted())
    expect(rows.find((row) => row.id === waiting.id)).toMatchObject({ size: '0', metadata: Buffer.alloc(0) })
  })

  test('the rows that an import refused go ninety days after its end', async () => {
    const own = await organisation()
    const put = async (days: number) => {
      const id = newId()
      await sql`insert into import (org_id, id, type, source_name, state, created_by, finished_at)
        values (${own.actor.orgId}::uuid, ${id}::uuid, 'person', 'x', 'done', ${own.actor.accountId}::uuid, now() - make_interval(days => ${days}))`.execute(
        own.owner,
      )
      await sql`insert into import_finding (org_id, import_id, row, kind, problems, cells) values (${own.actor.orgId}::uuid, ${id}::uuid, 1, 'refused', '[]', '["Juana"]')`.execute(
        own.owner,
      )
      return id
    }
    const [old, young] = [await put(91), await put(89)]
    await sweepWaiting(own.owner)
    const { rows } =
      await sql`select import_id from import_finding where import_id = any(${[old, young]}::uuid[])`.execute(
        own.owner,
      )
    expect(rows).toEqual([{ import_id: young }])
  })
})
