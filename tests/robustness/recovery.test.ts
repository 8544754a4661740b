import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createPerson, signIn } from './person.ts'
import { endPrograms, eventually, newHome, runCommand, startProgram } from './program.ts'

// From the first start to the day after the fire, with the commands that the manual names.

afterAll(() => endPrograms())

test('an organisation is backed up while it works, and goes on from the backup on another machine', async () => {
  const home = newHome()
  const program = await startProgram(home, { args: ['--demo'] })
  const person = await signIn(program)
  await createPerson(person, 'Before the backup')

  const early = await runCommand(home, ['backup'])
  expect([early.code, early.stderr]).toEqual([1, expect.stringContaining('amparo recovery-kit')])
  const kit = await runCommand(home, ['recovery-kit'])
  expect(kit.stdout).toMatch(/AGE-SECRET-KEY-1[0-9A-Z]{50,}/)
  const secret = /AGE-SECRET-KEY-1[0-9A-Z]{50,}/.exec(kit.stdout)?.[0] ?? ''
  const kept = readdirSync(home, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.parentPath.includes('postgres'),
  )
  for (const entry of kept)
    expect(readFileSync(join(entry.parentPath, entry.name), 'latin1')).not.toContain(secret)
  const again = await runCommand(home, ['recovery-kit', '--html', join(home, 'kit.html')])
  expect([again.code, again.stdout.includes(secret)]).toEqual([0, false])
  expect(readFileSync(join(home, 'kit.html'), 'utf8')).not.toMatch(/AGE-SECRET-KEY-1[0-9A-Z]/)

  const file = join(home, 'one.age')
  const identity = join(home, 'identity.txt')
  writeFileSync(identity, kit.stdout)
  const made = await runCommand(home, ['backup', '--out', file])
  expect([made.code, made.stderr]).toEqual([0, ''])
  const whole = await runCommand(home, ['backup', '--out', file, '--verify', identity, '--json'])
  expect([whole.code, JSON.parse(whole.stdout).rows > 1000]).toEqual([0, true])
  const drill = await runCommand(home, ['backup', 'drill', '--identity', identity, '--from', file])
  expect([drill.code, drill.stderr]).toEqual([0, ''])
  await createPerson(person, 'After the backup')
  program.interrupt()
  await program.ended

  const other = newHome()
  const restored = await runCommand(other, ['restore', file, '--identity', identity])
  expect([restored.code, restored.stderr]).toEqual([0, ''])
  const twice = await runCommand(other, ['restore', file, '--identity', identity], { AMPARO_LANGUAGE: 'es' })
  expect([twice.code, twice.stderr]).toEqual([1, expect.stringContaining('--force')])
  const ledger = await runCommand(other, ['ledger', 'verify'])
  expect(ledger.code).toBe(0)
  const second = await startProgram(other, { args: ['--demo'] })
  const old = await fetch(`${second.url}/workspace`, {
    headers: { cookie: person.cookie },
    redirect: 'manual',
  })
  expect(old.status, 'a session from before the restore').not.toBe(200)
  const back = await signIn(second)
  const list = await (await back.get('/workspace/records/person?q=backup')).text()
  expect(list).toContain('Before the backup')
  expect(list).not.toContain('After the backup')
  await createPerson(back, 'Life goes on')
  await eventually('the daily backup is made at the start', () =>
    readdirSync(join(other, 'backups')).some((name) => name.endsWith('.age')),
  )
  second.interrupt()
  expect((await second.ended).code).toBe(130)

  // A restore that was broken off is not served.
  writeFileSync(join(other, 'restoring'), '')
  const refused = await runCommand(other, ['serve'])
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('broken off')])
  rmSync(join(other, 'restoring'))
  const stones = readFileSync(join(other, 'tombstones.log'), 'utf8').trim().split('\n')
  // Nothing was purged, withdrawn or erased.
  expect([...new Set(stones.map((stone) => stone.split('\t')[1]))]).toEqual(['spend'])
})
