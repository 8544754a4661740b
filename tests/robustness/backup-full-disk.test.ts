import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, statSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { createPerson, signIn } from './person.ts'
import { endPrograms, newHome, runCommand, startProgram } from './program.ts'

const mib = 1024 * 1024
const home = newHome()
/** Where backups go: a small disk of its own; only root may mount one. */
const disk = join(home, 'backup-disk')
mkdirSync(disk, { recursive: true })
const mounted =
  process.getuid?.() === 0 &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=12m,mode=0700', 'tmpfs', disk]).status === 0
const unmount = () => {
  if (mounted) spawnSync('umount', ['--lazy', disk])
}
afterAll(() => endPrograms(unmount))

describe.skipIf(!mounted)('a backup onto a full disk', () => {
  test('is refused with the remedy; the one before stays whole, nothing half-written, and the next succeeds (claim 30)', async () => {
    const program = await startProgram(home)
    const person = await signIn(program)
    const record = await createPerson(person, 'Dora')
    const kit = await runCommand(home, ['recovery-kit'])
    expect(kit.code).toBe(0)
    const identity = join(home, 'identity.txt')
    writeFileSync(identity, kit.stdout)
    const env = { AMPARO_BACKUP_DIR: disk }
    const first = await runCommand(home, ['backup'], env)
    expect([first.code, first.stderr]).toEqual([0, ''])
    const before = listing()
    const [name = ''] = readdirSync(disk).filter((one) => one.endsWith('.age'))
    expect(name).not.toBe('')

    // Evidence that no longer fits beside it, and cannot be made smaller.
    const sent = await person.post(`${record}/files`, {
      files: new File([randomBytes(14 * mib)], 'film.bin'),
    })
    expect(sent.status).toBe(303)
    for (const [language, words] of [
      ['en', /disk is full/i],
      ['es', /disco está lleno/i],
      ['ca', /disc (és|està) ple/i],
    ] as const) {
      const refused = await runCommand(home, ['backup'], { ...env, AMPARO_LANGUAGE: language })
      expect(refused.code).not.toBe(0)
      expect(refused.stderr).toMatch(words)
      expect(refused.stdout).toBe('')
      expect(listing()).toEqual(before)
    }
    const whole = await runCommand(home, [
      'backup',
      '--out',
      join(disk, name),
      '--verify',
      identity,
      '--json',
    ])
    expect([whole.code, (JSON.parse(whole.stdout) as { rows: number }).rows > 0]).toEqual([0, true])
    // Meanwhile people go on working.
    expect((await person.get(record)).status).toBe(200)
    await createPerson(person, 'Meanwhile')

    // Filled by something else, to the last byte.
    const filler = join(disk, 'filler')
    const { bavail, bsize } = statfsSync(disk)
    writeFileSync(filler, Buffer.alloc(bavail * bsize))
    const full = await runCommand(home, ['backup'], env)
    expect(full.code).not.toBe(0)
    expect(full.stderr).toMatch(/disk is full/i)
    rmSync(filler)
    expect(listing()).toEqual(before)

    const elsewhere = join(home, 'elsewhere.age')
    const again = await runCommand(home, ['backup', '--out', elsewhere])
    expect([again.code, again.stderr]).toEqual([0, ''])
    const checked = await runCommand(home, ['backup', '--out', elsewhere, '--verify', identity])
    expect(checked.code).toBe(0)
    expect(statSync(elsewhere).size).toBeGreaterThan(14 * mib)
    program.interrupt()
    expect((await program.ended).code).toBe(130)
  })

  /** Every file on the disk with its size, hidden ones too. */
  const listing = () =>
    readdirSync(disk)
      .sort()
      .map((one) => [one, statSync(join(disk, one)).size] as const)
})
