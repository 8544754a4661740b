import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exit } from '#platform/cli'
import { type Database, connect } from '#platform/db'
import { createOrganisation } from '#platform/identity'
import { readRecord, withRequest } from '#platform/records'
import { runCommand } from '../../tests/support/command-line.ts'
import { type TestDatabase, freshDatabase } from '../../tests/support/database.ts'
import { readPdf } from '../../tests/support/read-pdf.ts'
import { writeSampleCase } from '../modules/advocacy/drafts/sample-case.ts'
import { shipped } from '../open-house.ts'

let database: TestDatabase
let owner: Database
let home: string
let reference: string
let ada: string

beforeAll(async () => {
  database = await freshDatabase()
  owner = connect(database.owner, { max: 1 })
  home = mkdtempSync(join(tmpdir(), 'amparo-draft-'))
  const made = await createOrganisation(owner, { slug: 'ours', name: { en: 'Ours' }, administrator: 'Ada' })
  ada = made.administratorId
  const app = connect(database.app, { max: 1 })
  const actor = {
    ...{ orgId: made.orgId, orgSlug: 'ours', accountId: ada, name: 'Ada' },
    ...({ role: 'administrator', language: 'en' } as const),
  }
  reference = await withRequest({ db: app, shipped }, actor, async (tx) => {
    const { caseId } = await writeSampleCase(tx)
    return String((await readRecord(tx, caseId)).values['reference'])
  })
  await app.destroy()
})
afterAll(async () => {
  await owner.destroy()
  await database.drop()
  rmSync(home, { recursive: true, force: true })
})

const run = (...argv: readonly string[]) =>
  runCommand(['draft', '--as', ada, ...argv], { ground: { home, database } })

test('amparo draft writes the document of a case for its owner alone, and says what lacks as JSON', async () => {
  const file = join(home, 'letter.pdf')
  const asked = ['--case', reference, '--mechanism', 'un-sp-allegation-letter', '--lang', 'es', '--out', file]
  const { code, out, err } = await run(...asked, '--json')
  // The case is not all that the mechanism asks: what only a submission says is lacking.
  expect([code, err.includes('"level": "required"')], err).toEqual([exit.review, true])
  expect(JSON.parse(out)).toMatchObject({ file, complete: false, annexes: [] })
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const { text } = await readPdf(readFileSync(file))
  expect(text).toContain('BORRADOR')
  expect(text).toContain('Desaparición forzada')
  // Who told us, and who did not agree, are not in it.
  expect(text).not.toMatch(/Olesk|Lena/)
  // What is there is not written over; with --complete nothing that lacks is written.
  expect((await run(...asked)).code).toBe(exit.failed)
  const other = [...asked.slice(0, -1), join(home, 'complete.pdf')]
  expect((await run(...other, '--complete')).code).toBe(exit.failed)
  expect(() => statSync(join(home, 'complete.pdf'))).toThrow('ENOENT')
}, 60_000)

test('amparo draft refuses what it cannot do in words, and writes nothing', async () => {
  const file = join(home, 'none.pdf')
  const mechanism = ['--mechanism', 'un-sp-allegation-letter', '--out', file]
  expect((await run('--case', reference, '--out', file)).code).toBe(exit.usage)
  expect((await run('--case', reference, ...mechanism, '--lang', 'de')).code).toBe(exit.usage)
  expect((await run('--case', reference, ...mechanism, '--audience', 'partner')).code).toBe(exit.usage)
  expect((await run('--case', reference, ...mechanism, '--format', 'odt')).code).toBe(exit.usage)
  expect((await run('--case', 'QO-1999-9999', ...mechanism)).code).toBe(exit.missing)
  expect((await run('--case', reference, '--mechanism', 'none', '--out', file)).code).toBe(exit.missing)
  expect(() => statSync(file)).toThrow('ENOENT')
})
