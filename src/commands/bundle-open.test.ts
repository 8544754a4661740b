import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exit } from '#platform/cli'
import { runCommand } from '../../tests/support/command-line.ts'
import { sampleBundle } from '../../tests/support/sealed-bundle.ts'

const run = (...argv: readonly string[]) => runCommand(['bundle', 'open', ...argv])

test('amparo bundle open writes what holds, and nothing of what was altered or is of another sender', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'amparo-open-'))
  try {
    const bundle = await sampleBundle({
      from: 'Sender',
      to: 'Casa Amiga',
      paper: '%PDF',
      records: [{ id: 'case', type: 'case', values: {} }],
    })
    const [file, id, out] = [join(folder, 'b.age'), join(folder, 'key'), join(folder, 'out')]
    writeFileSync(file, bundle.sealed)
    writeFileSync(id, `# public key\n${bundle.identity}\n`)
    const other = await run(file, '--identity', id, '--out', out, '--sender', '0000')
    expect([other.code === exit.ok, existsSync(out)]).toEqual([false, false])
    writeFileSync(join(folder, 'altered.age'), bundle.altered)
    const refused = await run(join(folder, 'altered.age'), '--identity', id, '--out', out)
    expect([refused.code === exit.ok, existsSync(out)]).toEqual([false, false])
    expect(refused.err).toContain('changed on the way')
    const opened = await run(file, '--identity', id, '--out', out, '--sender', bundle.sender)
    expect(opened).toMatchObject({ code: exit.ok })
    expect(opened.out + opened.err).toContain('Sender → Casa Amiga')
    expect(readFileSync(join(out, 'case.pdf'), 'utf8')).toBe('%PDF')
    expect(existsSync(join(out, 'bundle.zip'))).toBe(true)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
