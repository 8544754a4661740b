import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { withAsker } from '#platform/db'
import { testOrganisation } from '../../../tests/support/organisation.ts'
import { entryHash, noHash } from './entry-hash.ts'
import { type LyingEntry, readChain } from './read-chain.ts'
import { verifyLedger } from './verify-ledger.ts'
import { writeLedgerApart } from './write-apart.ts'
import { writeLedger } from './write-ledger.ts'

type Ground = Awaited<ReturnType<typeof testOrganisation>>
const write = ({ app, actor }: Ground, count = 1, detail: Record<string, unknown> = {}) =>
  withAsker(app, actor, async (trx) => {
    for (let i = 0; i < count; i++)
      await writeLedger({ sql: trx, actor }, 'settings.change', null, { i, ...detail })
  })
const chain = ({ owner, actor }: Ground): Promise<readonly LyingEntry[]> =>
  owner.transaction().execute(async (trx) => {
    const entries: LyingEntry[] = []
    for await (const entry of readChain(trx, actor.orgId)) entries.push(entry)
    return entries
  })
const verify = ({ owner, actor }: Ground) => verifyLedger(owner, { id: actor.orgId, slug: actor.orgSlug })

describe('the chain', () => {
  test('gives each entry its place, the hash before it and its own, as the code computes it', async () => {
    const ground = await testOrganisation()
    await write(ground, 3, {
      words: 'ñ «» 漢字 \u0001 "quoted"\\',
      empty: null,
      number: 1e21,
      deep: [{ b: 1, a: [] }],
    })
    await write(ground)
    const entries = await chain(ground)
    expect(entries.map(({ place }) => place)).toEqual(['1', '2', '3', '4'])
    let previous = noHash
    for (const entry of entries) {
      expect(entry.previous).toBe(previous)
      expect(entryHash(entry)).toBe(entry.hash)
      previous = entry.hash
    }
    expect(await verify(ground)).toMatchObject({
      entries: 4,
      head: { place: 4, hash: previous },
      findings: [],
    })
  })

  test('commits with what it records, or not at all (claim 26)', async () => {
    const ground = await testOrganisation()
    await write(ground)
    await expect(
      withAsker(ground.app, ground.actor, async (trx) => {
        await writeLedger({ sql: trx, actor: ground.actor }, 'settings.change')
        throw new Error('undone')
      }),
    ).rejects.toThrow('undone')
    await write(ground)
    // A number was used up by the entry that never was: no place was.
    expect((await chain(ground)).map(({ place }) => place)).toEqual(['1', '2'])
    expect((await verify(ground)).findings).toEqual([])
  })

  test('takes in what the database writes by itself, and what is written within a savepoint', async () => {
    const ground = await testOrganisation()
    await ground.owner.transaction().execute(async (trx) => {
      await sql`insert into ledger (org_id, act) values (${ground.actor.orgId}::uuid, 'record.purge')`.execute(
        trx,
      )
      await sql`savepoint one`.execute(trx)
      await sql`insert into ledger (org_id, act) values (${ground.actor.orgId}::uuid, 'record.purge')`.execute(
        trx,
      )
      await sql`rollback to savepoint one`.execute(trx)
      await sql`savepoint two`.execute(trx)
      await sql`insert into ledger (org_id, act) values (${ground.actor.orgId}::uuid, 'record.purge')`.execute(
        trx,
      )
      await sql`release savepoint two`.execute(trx)
    })
    expect((await chain(ground)).map(({ place }) => place)).toEqual(['1', '2'])
    expect((await verify(ground)).findings).toEqual([])
  })

  test('stays one line when many write at once', async () => {
    const ground = await testOrganisation()
    await Promise.all(Array.from({ length: 24 }, (_, i) => write(ground, 1 + (i % 3))))
    const entries = await chain(ground)
    expect(entries).toHaveLength(48)
    expect(entries.map(({ place }) => Number(place))).toEqual(Array.from({ length: 48 }, (_, i) => i + 1))
    expect((await verify(ground)).findings).toEqual([])
  })

  test('is not held up by a long transaction until that one ends', async () => {
    const ground = await testOrganisation()
    let finish = () => {}
    const waits = new Promise<void>((resolve) => (finish = resolve))
    let begun = () => {}
    const written = new Promise<void>((resolve) => (begun = resolve))
    const long = withAsker(ground.app, ground.actor, async (trx) => {
      await writeLedger({ sql: trx, actor: ground.actor }, 'import.run')
      begun()
      await waits
    })
    await written
    // Ends although the long one, which wrote first, does not.
    await write(ground)
    finish()
    await long
    expect((await chain(ground)).map(({ act }) => act)).toEqual(['settings.change', 'import.run'])
    expect((await verify(ground)).findings).toEqual([])
  })
})

describe('the serving login', () => {
  test('has no right to change, remove or empty anything of the ledger (claim 26)', async () => {
    const { owner } = await testOrganisation()
    const { rows } = await sql<{ right: string }>`
      select table_name || ' ' || privilege_type as right from information_schema.role_table_grants
       where table_schema = 'public' and grantee in ('amparo_app', 'amparo_public', 'PUBLIC') and table_name like 'ledger%'
      union
      select table_name || ' ' || privilege_type || ' ' || column_name from information_schema.column_privileges
       where table_schema = 'public' and grantee in ('amparo_app', 'amparo_public', 'PUBLIC') and table_name like 'ledger%'
         and privilege_type <> 'SELECT' order by 1`.execute(owner)
    expect(rows.map(({ right }) => right)).toEqual([
      'ledger INSERT account_id',
      'ledger INSERT act',
      'ledger INSERT detail',
      'ledger INSERT org_id',
      'ledger INSERT subject',
      'ledger SELECT',
      'ledger_checkpoint SELECT',
      'ledger_head SELECT',
    ])
  })

  test.each([
    "update ledger set act = 'x'",
    'delete from ledger',
    'truncate ledger',
    "insert into ledger (org_id, act, at) values (current_org(), 'x', '2001-01-01')",
    "insert into ledger (org_id, act, place) values (current_org(), 'x', 9)",
    'update ledger_head set place = 0',
    'delete from ledger_checkpoint',
    'select chain_entries(current_org())',
    'alter table ledger disable trigger all',
  ])('is refused: %s', async (statement) => {
    const { app, actor } = await testOrganisation()
    await expect(withAsker(app, actor, (trx) => sql.raw(statement).execute(trx))).rejects.toThrow(
      /permission denied|must be owner/,
    )
  })

  test('writes in the name of who is asking, and of nobody else (claim 26)', async () => {
    const ground = await testOrganisation()
    for (const accountId of [randomUUID(), null])
      await expect(
        withAsker(ground.app, ground.actor, (trx) =>
          trx
            .insertInto('ledger')
            .values({ org_id: ground.actor.orgId, account_id: accountId, act: 'session.end' })
            .execute(),
        ),
      ).rejects.toThrow(/row-level security/)
    expect(await chain(ground)).toEqual([])
  })

  test('shows the ledger to whoever may audit, and to nobody else (claims 12, 26)', async () => {
    const ground = await testOrganisation()
    const other = await testOrganisation()
    await write(ground, 2)
    const seen = async (role: 'reader' | 'case_officer' | 'auditor' | 'editor') => {
      const id = randomUUID()
      await ground.owner
        .insertInto('account')
        .values({ org_id: ground.actor.orgId, id, kind: 'person', name: role, role })
        .execute()
      return withAsker(ground.app, { orgId: ground.actor.orgId, accountId: id }, async (trx) => [
        (await trx.selectFrom('ledger').select('seq').execute()).length,
        (await trx.selectFrom('ledger_head').select('place').execute()).length,
      ])
    }
    expect(await seen('auditor')).toEqual([2, 1])
    for (const role of ['reader', 'case_officer', 'editor'] as const) expect(await seen(role)).toEqual([0, 0])
    expect(
      await withAsker(other.app, other.actor, (trx) => trx.selectFrom('ledger').select('seq').execute()),
    ).toEqual([])
  })
})

test('the owner does not change or remove an entry by mistake (claim 26)', async () => {
  const ground = await testOrganisation()
  await write(ground)
  for (const statement of [
    sql`update ledger set act = 'x' where org_id = ${ground.actor.orgId}::uuid`,
    sql`update ledger set place = null where org_id = ${ground.actor.orgId}::uuid`,
    sql`delete from ledger where org_id = ${ground.actor.orgId}::uuid`,
  ])
    await expect(statement.execute(ground.owner)).rejects.toThrow('never changed or removed')
})

describe('a refusal', () => {
  test('stays though what was refused is undone (claim 26)', async () => {
    const ground = await testOrganisation()
    await expect(
      withAsker(ground.app, ground.actor, async (trx) => {
        await writeLedger({ sql: trx, actor: ground.actor }, 'export.run')
        await writeLedgerApart(ground.app, ground.actor, 'access.denied', null, { route: '/x' })
        throw new Error('refused')
      }),
    ).rejects.toThrow('refused')
    expect((await chain(ground)).map(({ act, account }) => [act, account])).toEqual([
      ['access.denied', ground.actor.accountId],
    ])
  })

  test('is written though nobody is signed in, and nothing else is', async () => {
    const ground = await testOrganisation()
    const { orgId } = ground.actor
    await writeLedgerApart(ground.app, { orgId, accountId: null }, 'session.refused', null, { cause: 'x' })
    expect((await chain(ground)).map(({ act, account }) => [act, account])).toEqual([
      ['session.refused', null],
    ])
    await expect(
      writeLedgerApart(ground.app, { orgId, accountId: null }, 'export.run' as 'access.denied'),
    ).rejects.toThrow('not without a person')
  })
})
