import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#platform/access'
import { openFileStore } from '#platform/files'
import { Problem } from '#platform/problem'
import { shippedSchema, withRequest } from '#platform/records'
import { testDatabase } from '../../../tests/support/database.ts'
import { testGround, testOrganisation } from '../../../tests/support/organisation.ts'
import {
  type JobGround,
  type JobKind,
  type Worker,
  cancelJob,
  enqueueJob,
  listJobs,
  readJob,
  startWorker,
} from './index.ts'

let ground: JobGround
let listenUrl: string
let home: string
const workers: Worker[] = []

beforeAll(async () => {
  const { app } = await testGround()
  home = await mkdtemp(join(tmpdir(), 'amparo-jobs-'))
  ground = { db: app, shipped: shippedSchema([], []), files: openFileStore({ home }), scratch: home }
  listenUrl = (await testDatabase()).app
})
afterAll(() => rm(home, { recursive: true, force: true }))
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop(0)))
})

// The worker's database is shared: each test's kinds carry a name of its own.
let count = 0
const kindName = () => `test-${process.pid}-${Date.now()}-${++count}`

function work(kinds: readonly JobKind[], more: Partial<Parameters<typeof startWorker>[1]> = {}): Worker {
  const worker = startWorker(ground, { kinds, listenUrl, report: () => undefined, ...more })
  workers.push(worker)
  return worker
}

const as =
  (actor: Actor) =>
  <T>(action: Parameters<typeof withRequest<T>>[2]) =>
    withRequest(ground, actor, action)

async function until<T>(look: () => Promise<T>, good: (value: T) => boolean, within = 5_000): Promise<T> {
  const end = Date.now() + within
  for (;;) {
    const value = await look()
    if (good(value) || Date.now() > end) return value
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const over = (job: { state: string }) => !['waiting', 'running'].includes(job.state)

describe('a job', () => {
  test('is picked up at once, runs as the person who asked, and its result stays', async () => {
    const { actor } = await testOrganisation()
    const run = as(actor)
    const kind = kindName()
    work(
      [
        {
          name: kind,
          async run(context) {
            context.progress(3, 4)
            const seen = await context.within((tx) => tx.sql.selectFrom('org').select('slug').execute())
            return { seen, by: context.actor.name, given: context.payload['id'] }
          },
        },
      ],
      { pollMs: 60_000 },
    )
    // Listening has to have begun: polling is off, and only a notification can wake the worker.
    await new Promise((resolve) => setTimeout(resolve, 300))
    const id = await run((tx) => enqueueJob(tx, { kind, payload: { id: 'x' } }))
    const job = await until(() => run((tx) => readJob(tx, id)), over)
    expect(job).toMatchObject({
      state: 'done',
      done: 3,
      total: 4,
      result: { seen: [{ slug: actor.orgSlug }], by: 'Ada', given: 'x' },
    })
  })

  test('is not there when what asked for it was rolled back, nor for another organisation', async () => {
    const one = await testOrganisation()
    const other = await testOrganisation()
    const kind = kindName()
    await expect(
      as(one.actor)(async (tx) => {
        await enqueueJob(tx, { kind })
        throw new Error('changed my mind')
      }),
    ).rejects.toThrow('changed my mind')
    expect(await as(one.actor)((tx) => listJobs(tx, { kind }))).toEqual([])
    const id = await as(one.actor)((tx) => enqueueJob(tx, { kind }))
    const look = as(other.actor)
    await expect(look((tx) => readJob(tx, id))).rejects.toMatchObject({ kind: 'not_found' })
    await expect(look((tx) => cancelJob(tx, id))).rejects.toMatchObject({ kind: 'not_found' })
    expect(await look((tx) => listJobs(tx))).toEqual([])
  })

  test('ends when it is cancelled: at once while it waits, soon while it runs', async () => {
    const { actor } = await testOrganisation()
    const run = as(actor)
    const kind = kindName()
    const waiting = await run((tx) => enqueueJob(tx, { kind }))
    expect((await run((tx) => cancelJob(tx, waiting))).state).toBe('cancelled')
    let begun = false
    work([
      {
        name: kind,
        run: (context) =>
          new Promise((_, reject) => {
            begun = true
            context.signal.addEventListener('abort', () => reject(context.signal.reason as Error))
          }),
      },
    ])
    const id = await run((tx) => enqueueJob(tx, { kind }))
    await until(async () => begun, Boolean)
    const asked = Date.now()
    await run((tx) => cancelJob(tx, id))
    const job = await until(() => run((tx) => readJob(tx, id)), over)
    expect(job).toMatchObject({ state: 'cancelled', error: null })
    expect(Date.now() - asked).toBeLessThan(1_000)
  })

  test('says why it failed, in the language of who asked, and keeps the words of a fault to itself', async () => {
    const { actor, owner } = await testOrganisation()
    await owner.updateTable('account').set({ language: 'ca' }).where('id', '=', actor.accountId).execute()
    const run = as(actor)
    const [refused, broken] = [kindName(), kindName()]
    const faults: unknown[] = []
    work(
      [
        {
          name: refused,
          run: () => Promise.reject(new Problem('invalid', { explanation: { en: 'a', es: 'b', ca: 'c' } })),
        },
        { name: broken, run: () => Promise.reject(new Error('secret of Dora')) },
      ],
      { report: (error) => faults.push(error) },
    )
    const ids = await run(async (tx) => [
      await enqueueJob(tx, { kind: refused }),
      await enqueueJob(tx, { kind: broken }),
    ])
    const ended = await Promise.all(
      ids.map((id) =>
        until(
          () => run((tx) => readJob(tx, id)),
          (job) => over(job),
        ),
      ),
    )
    expect(ended.map((job) => job.state)).toEqual(['failed', 'failed'])
    expect(ended[0]?.error).toBe('c')
    expect(ended[1]?.error).toMatch(/part nostra/)
    expect(faults).toHaveLength(2)
  })

  test('is taken again after its worker was lost, and the lost worker cannot end it', async () => {
    const { actor, owner } = await testOrganisation()
    const run = as(actor)
    const kind = kindName()
    let runs = 0
    let release = () => {}
    const lost: JobKind = {
      name: kind,
      run: () =>
        new Promise((resolve) => {
          runs += 1
          release = () => resolve('from the lost one')
        }),
    }
    work([lost], { rhythm: { beatMs: 3_600_000, lostMs: 3_600_000 } })
    const id = await run((tx) => enqueueJob(tx, { kind }))
    await until(
      async () => runs,
      (n) => n === 1,
    )
    // As if the process had ended a while ago.
    await owner
      .updateTable('job')
      .set({ beat_at: new Date(Date.now() - 61_000) })
      .where('id', '=', id)
      .execute()
    work([{ name: kind, run: async () => 'resumed' }], { pollMs: 50 })
    const job = await until(() => run((tx) => readJob(tx, id)), over)
    expect(job).toMatchObject({ state: 'done', result: 'resumed' })
    release()
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect((await run((tx) => readJob(tx, id))).result).toBe('resumed')
  })

  test('goes back to waiting when its worker stops, and the next worker ends it', async () => {
    const { actor } = await testOrganisation()
    const run = as(actor)
    const kind = kindName()
    let begun = false
    const first = work([
      {
        name: kind,
        run: (context) =>
          new Promise((_, reject) => {
            begun = true
            context.signal.addEventListener('abort', () => reject(context.signal.reason as Error))
          }),
      },
    ])
    const id = await run((tx) => enqueueJob(tx, { kind }))
    await until(async () => begun, Boolean)
    await first.stop(0)
    expect(await run((tx) => readJob(tx, id))).toMatchObject({ state: 'waiting', result: null })
    work([{ name: kind, run: async () => 'second' }])
    expect(await until(() => run((tx) => readJob(tx, id)), over)).toMatchObject({ result: 'second' })
  })

  test('that ends its process five times is given up, and a disabled account runs nothing', async () => {
    const { actor, owner } = await testOrganisation()
    const run = as(actor)
    const kind = kindName()
    const id = await run((tx) => enqueueJob(tx, { kind }))
    const old = new Date(Date.now() - 61_000)
    await owner
      .updateTable('job')
      .set({ state: 'running', attempts: 5, beat_at: old })
      .where('id', '=', id)
      .execute()
    let runs = 0
    work([{ name: kind, run: async () => void runs++ }], { pollMs: 50 })
    expect(await until(() => run((tx) => readJob(tx, id)), over)).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('several times'),
    })
    const other = await testOrganisation()
    const waiting = await as(other.actor)((tx) => enqueueJob(tx, { kind }))
    await until(() => as(other.actor)((tx) => readJob(tx, waiting)), over)
    expect(runs).toBe(1)
    await as(other.actor)((tx) => enqueueJob(tx, { kind: `${kind}-later` }))
    await owner
      .updateTable('account')
      .set({ disabled_at: new Date() })
      .where('id', '=', other.actor.accountId)
      .execute()
    work([{ name: `${kind}-later`, run: async () => void runs++ }], { pollMs: 50 })
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(runs).toBe(1)
  })

  test('is still picked up after the connection that listens was cut', async () => {
    const { actor } = await testOrganisation()
    const run = as(actor)
    const kind = kindName()
    work([{ name: kind, run: async () => 'done' }], { pollMs: 60_000 })
    await new Promise((resolve) => setTimeout(resolve, 300))
    const client = new Client({ connectionString: listenUrl })
    await client.connect()
    // A login may end its own sessions.
    await client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen amparo_job' and pid <> pg_backend_pid()",
    )
    await client.end()
    const id = await run((tx) => enqueueJob(tx, { kind }))
    expect((await until(() => run((tx) => readJob(tx, id)), over)).state).toBe('done')
  })
})
