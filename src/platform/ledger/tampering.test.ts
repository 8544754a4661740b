import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Database, connect, newId } from '#platform/db'
import { type TestDatabase, freshDatabase } from '../../../tests/support/database.ts'
import { generateKeyPairSync } from 'node:crypto'
import { type Checkpoint, publicText, signCheckpoint } from './checkpoint-signature.ts'
import type { Finding } from './findings.ts'
import { verifyLedger } from './verify-ledger.ts'
import { writeCheckpoints } from './write-checkpoints.ts'

// A database of its own: what protects the ledger is taken away in it.
let database: TestDatabase
let owner: Database
let emptied: string
const key = generateKeyPairSync('ed25519').privateKey

beforeAll(async () => {
  database = await freshDatabase()
  owner = connect(database.owner, { max: 2 })
  // Where nobody else works: emptying takes a lock that waits for whoever still writes.
  emptied = await sql`truncate ledger`.execute(owner).then(
    () => 'emptied',
    (error: unknown) => String(error),
  )
  await sql`alter table ledger disable trigger ledger_kept`.execute(owner)
  await sql`alter table ledger disable trigger ledger_never_emptied`.execute(owner)
  await sql`drop index ledger_place`.execute(owner)
})
afterAll(async () => {
  await owner.destroy()
  await database.drop()
})

const acts = ['record.read', 'export.run', 'session.begin'] as const
const entry = fc.record({
  act: fc.constantFrom(...acts),
  subject: fc.option(fc.uuid()),
  detail: fc.dictionary(
    fc.string({ unit: 'grapheme', maxLength: 8 }).filter((text) => !text.includes('\0')),
    fc.oneof(
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.string({ maxLength: 12 }).filter((t) => !t.includes('\0')),
    ),
    { maxKeys: 4 },
  ),
})
test('the owner does not empty the ledger by mistake (claim 26)', () => {
  expect(emptied).toContain('never changed or removed')
})

/** How entries are gathered in transactions: a chain of them. */
const chains = fc.array(fc.array(entry, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 4 })

async function makeChain(
  transactions: readonly (readonly { act: string; subject: string | null; detail: object }[])[],
) {
  const org = { id: newId(), slug: `t-${newId().slice(-12)}` }
  await owner
    .insertInto('org')
    .values({ ...org, name: '{}' })
    .execute()
  for (const entries of transactions)
    await owner.transaction().execute(async (trx) => {
      for (const one of entries)
        await trx
          .insertInto('ledger')
          .values({ org_id: org.id, act: one.act, subject: one.subject, detail: JSON.stringify(one.detail) })
          .execute()
    })
  return { ...org, length: transactions.flat().length }
}

const at = (org: { id: string }, place: number) => sql`org_id = ${org.id}::uuid and place = ${place}`
/** Changes of one column, each to something that it was not. */
const changes = {
  act: sql`act = act || '!'`,
  account_id: sql`account_id = coalesce(null, gen_random_uuid())`,
  subject: sql`subject = case when subject is null then gen_random_uuid() end`,
  detail: sql`detail = detail || '{"~": 1}'`,
  'detail emptied': sql`detail = case when detail = '{}' then '[]'::jsonb else '{}' end`,
  at: sql`at = at + interval '1 microsecond'`,
  'at infinity': sql`at = 'infinity'`,
  'at before Christ': sql`at = (to_char(at, 'YYYY-MM-DD HH24:MI:SS.US') || ' BC')::timestamp at time zone 'UTC'`,
  seq: null,
  previous: sql`previous = sha256(previous)`,
  'previous removed': sql`previous = null`,
  hash: sql`hash = sha256(hash)`,
  'hash removed': sql`hash = null`,
} as const
type Change = keyof typeof changes
const named = (findings: readonly Finding[]) => findings.map((one) => ({ ...one, time: undefined }))

describe('one tampering by whoever owns the database', () => {
  test('nothing is found where nothing was done', () =>
    fc.assert(
      fc.asyncProperty(chains, async (given) => {
        const org = await makeChain(given)
        expect(await verifyLedger(owner, org)).toMatchObject({
          entries: org.length,
          findings: [],
          more: false,
        })
      }),
      { numRuns: 10 },
    ))

  test('a change of any column is found, and the entry named (claim 26)', () =>
    fc.assert(
      fc.asyncProperty(
        chains,
        fc.constantFrom(...(Object.keys(changes) as Change[])),
        fc.nat(),
        async (given, change, n) => {
          const org = await makeChain(given)
          const place = 1 + (n % org.length)
          const { rows } = await sql<{ act: string }>`select act from ledger where ${at(org, place)}`.execute(
            owner,
          )
          const act = rows[0]?.act
          if (change === 'seq')
            // The column is made by the database: the row is taken out and put back under another number.
            await sql`with gone as (delete from ledger where ${at(org, place)} returning *)
            insert into ledger overriding system value
            select org_id, seq + 1000000, at, account_id, act, subject, detail, place, previous, hash from gone`.execute(
              owner,
            )
          else await sql`update ledger set ${changes[change]} where ${at(org, place)}`.execute(owner)
          expect(named((await verifyLedger(owner, org)).findings)).toEqual([
            { kind: 'changed', place, act: change === 'act' ? `${act}!` : act, time: undefined },
          ])
        },
      ),
      { numRuns: 60 },
    ))

  test('an entry that is not there is found, and the place named (claim 26)', () =>
    fc.assert(
      fc.asyncProperty(
        chains,
        fc.nat(),
        fc.constantFrom('delete', 'give away', 'unchain'),
        async (given, n, how) => {
          const org = await makeChain(given)
          const place = 1 + (n % org.length)
          const other = await makeChain([[{ act: 'x', subject: null, detail: {} }]])
          if (how === 'delete') await sql`delete from ledger where ${at(org, place)}`.execute(owner)
          else if (how === 'give away')
            await sql`update ledger set org_id = ${other.id}::uuid where ${at(org, place)}`.execute(owner)
          else await sql`update ledger set place = null where ${at(org, place)}`.execute(owner)
          const { findings } = await verifyLedger(owner, org)
          expect(findings[0]).toMatchObject({ kind: 'missing', from: place, to: place })
          expect(findings[1]?.kind).toBe(how === 'unchain' ? 'unchained' : undefined)
          if (how === 'give away') expect((await verifyLedger(owner, other)).findings).not.toEqual([])
        },
      ),
      { numRuns: 30 },
    ))

  test('two that were swapped are found, and both named with where they belong (claim 26)', () =>
    fc.assert(
      fc.asyncProperty(
        chains,
        fc.nat(),
        fc.nat(),
        fc.constantFrom('place', 'place, previous', 'place, previous, hash', 'place, hash'),
        async (given, n, m, columns) => {
          const org = await makeChain(given)
          const a = 1 + (n % org.length)
          const b = 1 + ((a + (m % (org.length - 1))) % org.length)
          const set = sql.raw(
            columns
              .split(', ')
              .map((c) => `${c} = o.${c}`)
              .join(', '),
          )
          await sql`update ledger l set ${set} from ledger o
            where l.org_id = ${org.id}::uuid and o.org_id = l.org_id
              and ((l.place = ${a} and o.place = ${b}) or (l.place = ${b} and o.place = ${a}))`.execute(owner)
          const { findings } = await verifyLedger(owner, org)
          const moved = findings.map((one) => (one.kind === 'reordered' ? [one.place, one.belongs] : one))
          expect(moved).toEqual([
            [Math.min(a, b), Math.max(a, b)],
            [Math.max(a, b), Math.min(a, b)],
          ])
        },
      ),
      { numRuns: 40 },
    ))

  test('one that was moved elsewhere is found', () =>
    fc.assert(
      fc.asyncProperty(chains, fc.nat(), fc.constantFrom(-3, 0, 40), async (given, n, to) => {
        const org = await makeChain(given)
        const place = 1 + (n % org.length)
        await sql`update ledger set place = ${to} where ${at(org, place)}`.execute(owner)
        expect((await verifyLedger(owner, org)).findings).toEqual([
          expect.objectContaining({ kind: 'reordered', place: to, belongs: place }),
        ])
      }),
      { numRuns: 20 },
    ))

  test('an entry that was changed and hashed anew is found by the next one (claim 26)', async () => {
    const org = await makeChain([acts.map((act) => ({ act, subject: null, detail: {} }))])
    await sql`update ledger set act = 'session.end' where ${at(org, 2)}`.execute(owner)
    await sql`update ledger l set hash = ledger_hash(l, l.place, l.previous) where ${at(org, 2)}`.execute(
      owner,
    )
    expect(named((await verifyLedger(owner, org)).findings)).toEqual([
      { kind: 'changed', place: 2, act: 'session.end', time: undefined },
    ])
  })

  test('an entry put in beside the chain is found', async () => {
    const org = await makeChain([[{ act: 'x', subject: null, detail: {} }]])
    await owner.transaction().execute(async (trx) => {
      await sql`alter table ledger disable trigger ledger_chained`.execute(trx)
      await sql`insert into ledger (org_id, act) values (${org.id}::uuid, 'forged')`.execute(trx)
      await sql`alter table ledger enable trigger ledger_chained`.execute(trx)
    })
    expect((await verifyLedger(owner, org)).findings).toMatchObject([{ kind: 'unchained', act: 'forged' }])
  })

  test('a head that says something else is found', async () => {
    const org = await makeChain([acts.map((act) => ({ act, subject: null, detail: {} }))])
    await sql`update ledger_head set hash = sha256(hash) where org_id = ${org.id}::uuid`.execute(owner)
    expect((await verifyLedger(owner, org)).findings).toEqual([{ kind: 'head', place: 3, entries: 3 }])
    await sql`delete from ledger_head where org_id = ${org.id}::uuid`.execute(owner)
    expect((await verifyLedger(owner, org)).findings).toEqual([{ kind: 'head', place: 0, entries: 3 }])
  })
})

describe('a whole chain written anew', () => {
  const entries = acts.map((act) => ({ act, subject: null, detail: {} }))
  /** As an owner would who knows how the chain is made. */
  const rewrite = async (org: { id: string }) => {
    await sql`update ledger set detail = '{"nothing": "happened"}', place = null, previous = null, hash = null
      where org_id = ${org.id}::uuid`.execute(owner)
    await sql`delete from ledger_head where org_id = ${org.id}::uuid`.execute(owner)
    await sql`select chain_entries(${org.id}::uuid)`.execute(owner)
  }

  test('is not found by the chain alone; by a checkpoint it is', async () => {
    const org = await makeChain([entries])
    await rewrite(org)
    expect((await verifyLedger(owner, org)).findings).toEqual([])
    const other = await makeChain([entries])
    await writeCheckpoints(owner, key, other.slug)
    expect((await verifyLedger(owner, other, { key: publicText(key) })).findings).toEqual([])
    await rewrite(other)
    expect((await verifyLedger(owner, other)).findings).toMatchObject([
      { kind: 'checkpoint_differs', place: 3 },
    ])
  })

  test('with its checkpoints removed or signed anew is found by one that was kept elsewhere (claim 26)', async () => {
    const org = await makeChain([entries])
    const kept = await writeCheckpoints(owner, key, org.slug)
    await rewrite(org)
    await sql`delete from ledger_checkpoint where org_id = ${org.id}::uuid`.execute(owner)
    expect((await verifyLedger(owner, org)).findings).toEqual([])
    await writeCheckpoints(owner, key, org.slug)
    expect((await verifyLedger(owner, org)).findings).toEqual([])
    expect((await verifyLedger(owner, org, { kept })).findings).toMatchObject([
      { kind: 'kept_differs', place: 3 },
    ])
  })

  test('and cut short, head and all, is found by a checkpoint (claim 26)', async () => {
    const org = await makeChain([entries])
    await writeCheckpoints(owner, key, org.slug)
    await sql`delete from ledger where ${at(org, 3)}`.execute(owner)
    await sql`update ledger_head h set place = 2, hash = l.hash from ledger l
      where l.org_id = h.org_id and l.place = 2 and h.org_id = ${org.id}::uuid`.execute(owner)
    expect((await verifyLedger(owner, org)).findings).toMatchObject([
      { kind: 'checkpoint_differs', place: 3 },
    ])
  })
})

describe('a checkpoint', () => {
  const signed = signCheckpoint(key, {
    org: newId(),
    place: 7,
    hash: 'ab'.repeat(32),
    at: new Date().toISOString(),
  })

  test.each(['place', 'hash', 'at', 'key', 'signature'] as const)(
    'whose %s was changed is found',
    async (column) => {
      const org = await makeChain([[{ act: 'x', subject: null, detail: {} }]])
      await writeCheckpoints(owner, key, org.slug)
      const change = {
        place: sql`place = place + 1`,
        hash: sql`hash = sha256(hash)`,
        at: sql`at = at + interval '1 millisecond'`,
        key: sql`key = ${publicText(generateKeyPairSync('ed25519').privateKey)}`,
        signature: sql`signature = sha512(signature)`,
      }[column]
      await sql`update ledger_checkpoint set ${change} where org_id = ${org.id}::uuid`.execute(owner)
      expect((await verifyLedger(owner, org, { key: publicText(key) })).findings).toMatchObject([
        { kind: 'checkpoint_changed' },
      ])
    },
  )

  test('signed with another key than the instance has is found', async () => {
    const org = await makeChain([[{ act: 'x', subject: null, detail: {} }]])
    await writeCheckpoints(owner, generateKeyPairSync('ed25519').privateKey, org.slug)
    expect((await verifyLedger(owner, org, { key: publicText(key) })).findings).toMatchObject([
      { kind: 'checkpoint_key', place: 1 },
    ])
  })

  test('of a file that was kept, changed since, is told', async () => {
    const org = await makeChain([[{ act: 'x', subject: null, detail: {} }]])
    const kept: Checkpoint = { ...signed, org: org.id }
    expect((await verifyLedger(owner, org, { kept: [kept] })).findings).toMatchObject([
      { kind: 'kept_changed', place: 7 },
    ])
  })
})
