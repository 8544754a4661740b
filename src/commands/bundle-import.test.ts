import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fingerprintOf, makeSigningKey, sealBundle, writeJson } from '#modules/casework/referral/bundle'
import { exit, runCommandLine } from '#platform/cli'
import { loadConfig } from '#platform/config'
import { type Database, connect, newId } from '#platform/db'
import { createOrganisation } from '#platform/identity'
import { type TestDatabase, freshDatabase } from '../../tests/support/database.ts'
import { commands } from '../commands.ts'

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

async function run(...argv: readonly string[]) {
  let out = ''
  const sink = new Writable({
    write(chunk: Buffer, _, done) {
      out += chunk.toString()
      done()
    },
  })
  const code = await runCommandLine(commands, ['bundle', 'import', ...argv], {
    stdout: sink,
    stderr: sink,
    columns: null,
    language: 'en',
    config: () => ({
      ...loadConfig({}),
      home,
      database: { owner: database.owner, app: database.app, public: database.public },
    }),
    signal: new AbortController().signal,
  })
  return { code, out }
}

const count = async (type: string): Promise<number> =>
  (
    await sql<{
      n: number
    }>`select count(*)::int as n from record where type = ${type} and deleted_at is null`.execute(owner)
  ).rows[0]?.n ?? -1

test('amparo bundle import makes a case once, of a bundle that holds and of a sender whose fingerprint was given', async () => {
  const identity = await generateX25519Identity()
  const key = makeSigningKey()
  const sealed = await sealBundle({
    number: randomUUID(),
    made: '2026-11-21',
    recipient: { name: 'Ours', key: await identityToRecipient(identity) },
    sender: { name: 'Casa Amiga', ...key },
    files: [
      { path: 'case.pdf', bytes: Buffer.from('%PDF-1.7 sample') },
      { path: 'terms.json', bytes: writeJson({ purpose: 'Shelter', until: '2099-01-31', passOn: false }) },
      {
        path: 'case.json',
        bytes: writeJson({
          format: 'amparo-case',
          version: 1,
          language: 'en',
          reference: 'AR-2026-0007',
          fictitious: true,
          scope: [],
          records: [
            {
              id: 'case',
              type: 'case',
              values: { kind: 'journalist', people: [{ to: 'person-1', attributes: { role: 'at_risk' } }] },
            },
            { id: 'person-1', type: 'person', values: { name: { full: 'Neva Toralin' } } },
            { id: 'thing-1', type: 'thing_of_theirs', values: {} },
          ],
          files: [],
        }),
      },
    ],
  })
  const [file, bad, id] = [join(home, 'b.age'), join(home, 'bad.age'), join(home, 'key')]
  writeFileSync(file, sealed)
  const altered = Buffer.from(sealed)
  altered.writeUInt8(altered.readUInt8(sealed.length - 9) ^ 4, sealed.length - 9)
  writeFileSync(bad, altered)
  writeFileSync(id, `${identity}\n`)
  const sender = fingerprintOf(key.publicKey)
  // The organisation has no keys of its own.
  expect((await run(file, '--org', 'ours', '--as', ada, '--sender', sender)).out).toContain(
    'no keys for bundles',
  )
  const refused = await run(bad, '--org', 'ours', '--as', ada, '--identity', id, '--sender', sender)
  expect(refused.out).toContain('changed on the way')
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
  expect(made.code, made.out).toBe(exit.ok)
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
  expect((await run(file, '--org', 'ours', '--as', ada, '--identity', id)).out).toContain('received before')
  expect(await count('case')).toBe(1)
}, 60_000)
