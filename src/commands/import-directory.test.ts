import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from '../../tests/support/command-line.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'amparo-import-directory-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the command where no configuration can be read: a dry run must need none. */
async function run(name: string, content: string | Uint8Array | null, ...options: string[]) {
  const path = join(folder, name)
  if (content !== null) writeFileSync(path, content)
  return runCommand(['import', 'directory', path, ...options])
}

const sure = 'Dora Muñoz\n\nColòmbia\nDrets dels pobles indígenes. Dret al mediambient.\n'

test('a dry run prints the rows as JSON, needs no database, and ends with 0 when all is sure', async () => {
  const { code, out } = await run('sure.txt', sure, '--dry-run', '--json')
  expect(code).toBe(0)
  expect(JSON.parse(out)).toEqual({
    rows: [
      {
        text: 'Dora Muñoz\n\nColòmbia\nDrets dels pobles indígenes. Dret al mediambient.',
        name: { value: 'Dora Muñoz', status: 'certain' },
        countries: [{ code: 'CO', status: 'certain', original: 'Colòmbia' }],
        rights: [
          { code: 'indigenous', status: 'certain', original: 'Drets dels pobles indígenes' },
          { code: 'environment', status: 'certain', original: 'Dret al mediambient' },
        ],
        line: 1,
        status: 'certain',
      },
    ],
  })
})

test('what is ambiguous is for review with its candidates, and the command ends with 3', async () => {
  const { code, out } = await run('congo.txt', `${sure}\nAna Puig\n\nCongo\nPau\n`, '--dry-run', '--json')
  expect(code).toBe(3)
  const { rows } = JSON.parse(out) as { rows: { countries: unknown }[] }
  expect(rows[1]?.countries).toEqual([
    { code: null, status: 'review', original: 'Congo', candidates: ['CG', 'CD'] },
  ])
})

test('a person at a terminal reads lines and a sum', async () => {
  const { out } = await run('sure.txt', Buffer.from(sure, 'latin1'), '--dry-run')
  expect(out).toBe('  Dora Muñoz · CO · indigenous, environment\n1 person, 1 sure, 0 to confirm\n')
})

test.each([
  ['no organisation named', 'sure.txt', sure, [], 2, '--org SLUG'],
  ['no such file', 'none.txt', null, ['--dry-run'], 6, 'no such file'],
  ['an empty file', 'empty.txt', '', ['--dry-run'], 1, 'there is no text in it'],
  ['bytes', 'bytes.bin', '\u0000\u0001', ['--dry-run'], 1, 'this is not text'],
  ['an option that is none', 'sure.txt', sure, ['--dry-runn'], 2, 'dry-runn'],
] as const)('%s', async (_, name, content, options, code, words) => {
  const ended = await run(name, content, ...options)
  expect(ended.code).toBe(code)
  expect(ended.err).toContain(words)
  expect(ended.out).toBe('')
})
