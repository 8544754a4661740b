import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#platform/access'
import { exit } from '#platform/cli'
import { type Database, connect } from '#platform/db'
import { createOrganisation } from '#platform/identity'
import { createRecord, withRequest } from '#platform/records'
import { runCommand } from '../../tests/support/command-line.ts'
import { type TestDatabase, freshDatabase } from '../../tests/support/database.ts'
import { unfoldArchive } from '../../tests/support/unfold-archive.ts'
import { askToPublish, defenders } from '../modules/publishing/index.ts'
import { shipped } from '../open-house.ts'

let database: TestDatabase
let owner: Database
let home: string

beforeAll(async () => {
  database = await freshDatabase()
  owner = connect(database.owner, { max: 1 })
  home = mkdtempSync(join(tmpdir(), 'amparo-site-export-'))
  const made = await createOrganisation(owner, { slug: 'ours', name: { en: 'Ours' }, administrator: 'Ada' })
  await owner
    .updateTable('org')
    .set({ settings: JSON.stringify({ four_eyes: 'off' }) })
    .execute()
  const actor: Actor = {
    ...{ orgId: made.orgId, orgSlug: 'ours', accountId: made.administratorId, name: 'Ada' },
    role: 'administrator',
    language: 'en',
  }
  const app = connect(database.app, { max: 1 })
  await withRequest({ db: app, shipped }, actor, async (tx) => {
    const { id } = await createRecord(tx, {
      type: 'person',
      visibility: 'public',
      values: {
        name: { full: 'Neva Toralin' },
        roles: ['defender'],
        country: ['QO'],
        public_basis: 'public_at_source',
        public_source_url: 'https://example.org/neva',
        biography: { en: 'canary-not-chosen' },
      },
    })
    await askToPublish(tx, defenders, { recordId: id, choice: ['country'] })
  })
  await app.destroy()
})
afterAll(async () => {
  await owner.destroy()
  await database.drop()
  rmSync(home, { recursive: true, force: true })
})

const run = (...argv: readonly string[]) =>
  runCommand(['site', 'export', ...argv], { ground: { home, database } })

test('amparo site export packs the public site in a ZIP, or lays it out in a folder, with the same files', async () => {
  const [zip, folder] = [join(home, 'copy.zip'), join(home, 'copy')]
  const packed = await run('--org', 'ours', '--out', zip, '--json')
  expect(packed.code, packed.err).toBe(exit.ok)
  const files = await unfoldArchive(readFileSync(zip))
  expect(JSON.parse(packed.out)).toMatchObject({ out: zip, files: files.size })
  const names = [...files.keys()]
  expect(names).toContain('index.html')
  expect(names.some((name) => /^es\/defenders\/neva-toralin-\w+\/index\.html$/.test(name))).toBe(true)
  for (const [name, content] of files) expect(content.includes('canary'), name).toBe(false)
  expect((await run('--org', 'ours', '--out', folder)).code).toBe(exit.ok)
  for (const name of names) expect(existsSync(join(folder, name)), name).toBe(true)
  expect(
    readFileSync(join(folder, 'en/defenders/index.html')).equals(
      files.get('en/defenders/index.html') ?? Buffer.alloc(0),
    ),
  ).toBe(true)
}, 60_000)

test('amparo site export writes over no folder, and says when there is nothing to copy', async () => {
  expect((await run('--org', 'ours')).code).toBe(exit.usage)
  expect((await run('--org', 'ours', '--out', home)).code).toBe(exit.usage)
  expect((await run('--org', 'nobody', '--out', join(home, 'none.zip'))).code).toBe(exit.usage)
  expect(existsSync(join(home, 'none.zip'))).toBe(false)
})
