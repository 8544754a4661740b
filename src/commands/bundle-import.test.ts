import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exit } from '#platform/cli'
import { type Database, connect, newId } from '#platform/db'
import { createOrganisation } from '#platform/identity'
import { runCommand } from '../../tests/support/command-line.ts'
import { type TestDatabase, freshDatabase } from '../../tests/support/database.ts'
import { sampleBundle } from '../../tests/support/sealed-bundle.ts'

let database: TestDatabase
let owner: Database
let home: string
let ada: string

beforeAll(async () => {
  database = await freshDatabase()
  owner = connect(database.owner, { max: 1 })
  home = mkdtempSync(join(tmpdir(), 'amparo-import-'))
  const made = await createOrganisation(owner, {
    slug: 'ours',
    name: { en: 'Ours' },
    administrator: 'Ada',
  })
  ada = made.administratorId
  await owner.insertInto('team').values({ org_id: made.orgId, id: newId(), name: 'Protection' }).execute()
})
afterAll(async () => {
  await owner.destroy()
  await database.drop()
  rmSync(home, { recursive: true, force: true })
})

const run = async (...argv: readonly string[]) => {
  const { code, out, err } = await runCommand(['bundle', 'import', ...argv], { ground: { home, database } })
  return { code, said: out + err, out }
}

const count = async (type: string): Promise<number> =>
  (
    await sql<{
      n: number
    }>`select count(*)::int as n from record where type = ${type} and deleted_at is null`.execute(owner)
  ).rows[0]?.n ?? -1

test('amparo bundle import makes a case once, of a bundle that holds and of a sender whose fingerprint was given', async () => {
  const { sealed, altered, identity, sender } = await sampleBundle({
    from: 'Casa Amiga',
    to: 'Ours',
    paper: '%PDF-1.7 sample',
    records: [
      {
        id: 'case',
        type: 'case',
        values: { kind: 'journalist', people: [{ to: 'person-1', attributes: { role: 'at_risk' } }] },
      },
      { id: 'person-1', type: 'person', values: { name: { full: 'Neva Toralin' } } },
      { id: 'thing-1', type: 'thing_of_theirs', values: {} },
    ],
  })
  const [file, bad, id] = [join(home, 'b.age'), join(home, 'bad.age'), join(home, 'key')]
  writeFileSync(file, sealed)
  writeFileSync(bad, altered)
  writeFileSync(id, `${identity}\n`)
  // The organisation has no keys of its own.
  expect((await run(file, '--org', 'ours', '--as', ada, '--sender', sender)).said).toContain(
    'no keys for bundles',
  )
  const refused = await run(bad, '--org', 'ours', '--as', ada, '--identity', id, '--sender', sender)
  expect(refused.said).toContain('changed on the way')
  for (const args of [
    ['--org', 'ours', '--as', ada, '--identity', id],
    ['--org', 'ours', '--as', ada, '--identity', id, '--sender', '0000 0000'],
    ['--org', 'ours', '--as', ada, '--identity', id, '--sender', sender, '--team', 'Nobody'],
    ['--org', 'nobody', '--as', ada, '--identity', id, '--sender', sender],
    // Of nobody: it would be seen by nobody.
    ['--org', 'ours', '--identity', id, '--sender', sender],
  ])
    expect((await run(file, ...args)).code, args.join(' ')).not.toBe(exit.ok)
  expect(await count('case')).toBe(0)

  const made = await run(
    file,
    ...['--org', 'ours', '--as', ada, '--team', 'protection'],
    ...['--identity', id, '--sender', sender, '--json'],
  )
  expect(made.code, made.said).toBe(exit.ok)
  const { caseId, leftOut } = JSON.parse(made.out) as { caseId: string; leftOut: readonly string[] }
  expect(leftOut).toEqual(['thing-1'])
  const { rows } = await sql<{ values: Record<string, unknown>; visibility: string; fictitious: boolean }>`
    select values, visibility, fictitious from record where id = ${caseId}::uuid`.execute(owner)
  expect(rows[0]).toMatchObject({
    values: { kind: 'journalist', stage: 'triage', received_until: '2099-01-31' },
    visibility: 'restricted',
    fictitious: true,
  })
  expect(rows[0]?.values).toMatchObject({ assigned_to: ada })
  const granted = await sql`select 1 from record_team_grant where record_id = ${caseId}::uuid`.execute(owner)
  expect(granted.rows).toHaveLength(1)
  expect([await count('case'), await count('person')]).toEqual([1, 1])
  // Known by now, and received before.
  expect((await run(file, '--org', 'ours', '--as', ada, '--identity', id)).said).toContain('received before')
  expect(await count('case')).toBe(1)
}, 60_000)
