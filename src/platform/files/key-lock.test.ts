import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import {
  filedPassphrase,
  instanceKeyState,
  keyPassphrase,
  loadInstanceKey,
  lockInstanceKey,
  unlockInstanceKey,
} from './index.ts'

const home = mkdtempSync(join(tmpdir(), 'amparo-key-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))
const path = join(home, 'keys', 'instance.key')

test('an instance key is locked with a passphrase, opened with it and nothing else, and unlocked again', async () => {
  expect(instanceKeyState(home)).toBe('missing')
  const key = loadInstanceKey(home)
  const clear = readFileSync(path, 'utf8').trim().split(':')[1] ?? 'none'
  expect(instanceKeyState(home)).toBe('open')
  lockInstanceKey(home, 'five odd words in a row')
  expect(instanceKeyState(home)).toBe('locked')
  expect(readFileSync(path, 'utf8')).not.toContain(clear)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(() => loadInstanceKey(home)).toThrow(/is locked/)
  expect(() => loadInstanceKey(home, 'five odd words in a rox')).toThrow(/does not open/)
  expect(loadInstanceKey(home, 'five odd words in a row').equals(key)).toBe(true)
  const file = join(home, 'passphrase')
  writeFileSync(file, 'five odd words in a row\n')
  expect(await keyPassphrase({ home, keyPassphraseFile: file, language: 'en' })).toBe(
    'five odd words in a row',
  )
  expect(() => filedPassphrase({ keyPassphraseFile: join(home, 'none') })).toThrow(/cannot be read/)
  expect(() => unlockInstanceKey(home, 'wrong')).toThrow(/does not open/)
  unlockInstanceKey(home, 'five odd words in a row')
  expect(loadInstanceKey(home).equals(key)).toBe(true)
  expect(await keyPassphrase({ home, keyPassphraseFile: file, language: 'en' })).toBeNull()
})

test('a locked key that was changed by one letter does not open', () => {
  lockInstanceKey(home, 'five odd words in a row')
  const text = readFileSync(path, 'utf8')
  const at = text.length - 20
  writeFileSync(path, `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`)
  expect(() => loadInstanceKey(home, 'five odd words in a row')).toThrow(/does not open/)
})
