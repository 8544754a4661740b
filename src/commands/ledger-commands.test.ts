import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, connect } from '#platform/db'
import { createOrganisation } from '#platform/identity'
import { openTerms, sealTerms } from '#platform/ledger'
import { runCommand } from '../../tests/support/command-line.ts'
import { type TestDatabase, freshDatabase } from '../../tests/support/database.ts'

// A database of its own: the commands look at every organisation in it, and what protects the ledger is taken away.
let database: TestDatabase
let owner: Database
let home: string
let orgId: string

beforeAll(async () => {
  database = await freshDatabase()
  owner = connect(database.owner, { max: 1 })
  home = mkdtempSync(join(tmpdir(), 'amparo-ledger-'))
  ;({ orgId } = await createOrganisation(owner, { slug: 'ours', name: { en: 'Ours' }, administrator: 'Ada' }))
  for (const act of ['export.run', 'record.read', 'session.end'])
    await owner.insertInto('ledger').values({ org_id: orgId, act }).execute()
})
afterAll(async () => {
  await owner.destroy()
  await database.drop()
  rmSync(home, { recursive: true, force: true })
})

const run = (...argv: readonly string[]) => runCommand(['ledger', ...argv], { ground: { home, database } })

test('a ledger that nobody touched holds, and is signed by a key that only its owner reads', async () => {
  expect(await run('verify')).toMatchObject({
    code: 0,
    out: expect.stringContaining('ours: holds: 3 entries, 0'),
  })
  const { code, out } = await run('checkpoint', '--json')
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ checkpoints: [{ slug: 'ours', org: orgId, place: 3 }] })
  expect(statSync(join(home, 'keys/ledger.key')).mode & 0o777).toBe(0o600)
  expect(await run('verify', '--org', 'ours')).toMatchObject({
    code: 0,
    out: expect.stringContaining('1 checkpoints'),
  })
  expect((await run('verify', '--org', 'nobody')).code).toBe(6)
})

test('a changed, a missing and a moved entry end with 1 and are named; a kept checkpoint finds a chain written anew (claim 26)', async () => {
  const kept = join(home, 'kept.json')
  writeFileSync(kept, (await run('checkpoint', '--json')).out)
  expect((await run('verify', '--checkpoint', kept)).code).toBe(0)
  await sql`alter table ledger disable trigger ledger_kept`.execute(owner)

  await sql`update ledger set act = 'nothing' where place = 2`.execute(owner)
  const changed = await run('verify')
  expect(changed).toMatchObject({ code: 1 })
  expect(changed.out).toMatch(/DOES NOT HOLD[^]*changed: entry 2 \(nothing, \d{4}-\d\d-\d\dT[\d:.]+Z\)/)
  await sql`update ledger set act = 'record.read' where place = 2`.execute(owner)

  await sql`update ledger set place = 99 where place = 2`.execute(owner)
  expect((await run('verify', '--json')).out).toContain('"belongs": 2')
  await sql`update ledger set place = 2 where place = 99`.execute(owner)
  expect((await run('verify')).code).toBe(0)

  await sql`update ledger set detail = '{"x": 1}', place = null, previous = null, hash = null`.execute(owner)
  await sql`delete from ledger_head`.execute(owner)
  await sql`delete from ledger_checkpoint`.execute(owner)
  await sql`select chain_entries(${orgId}::uuid)`.execute(owner)
  expect((await run('verify')).code).toBe(0)
  const anew = await run('verify', '--checkpoint', kept)
  expect(anew).toMatchObject({ code: 1, out: expect.stringContaining('kept elsewhere') })

  await sql`delete from ledger where place = 2`.execute(owner)
  const missing = await run('verify')
  expect(missing).toMatchObject({ code: 1 })
  expect(missing.out).toMatch(/missing: entry 2 \[1 \(export\.run, [^)]+\) … 3 \(session\.end, [^)]+\)\]/)

  writeFileSync(kept, '{"checkpoints": "none"}')
  expect((await run('verify', '--checkpoint', kept)).err).toContain('holds no checkpoints')
})

test("the auditor's key is shown once, kept nowhere, and is on the ledger", async () => {
  const { out } = await run('auditor-key', '--org', 'ours', '--json')
  const { identity, recipient } = JSON.parse(out) as { identity: string; recipient: string }
  expect(await openTerms(identity, await sealTerms(recipient, 'ñandú'))).toBe('ñandú')
  const { settings } = await owner
    .selectFrom('org')
    .select('settings')
    .where('id', '=', orgId)
    .executeTakeFirstOrThrow()
  expect(settings).toEqual({ auditor_recipient: recipient })
  const last = await owner
    .selectFrom('ledger')
    .select(['act', 'detail'])
    .orderBy('seq', 'desc')
    .executeTakeFirstOrThrow()
  expect(last).toEqual({ act: 'settings.change', detail: { what: 'auditor_recipient', recipient } })
})
