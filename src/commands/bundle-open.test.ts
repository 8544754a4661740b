import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { expect, test } from 'vitest'
import { fingerprintOf, makeSigningKey, sealBundle, writeJson } from '#modules/casework/referral/bundle'
import { exit, runCommandLine } from '#platform/cli'
import { commands } from '../commands.ts'

async function run(...argv: readonly string[]) {
  let out = ''
  const sink = new Writable({
    write(chunk: Buffer, _, done) {
      out += chunk.toString()
      done()
    },
  })
  const code = await runCommandLine(commands, ['bundle', 'open', ...argv], {
    stdout: sink,
    stderr: sink,
    columns: null,
    language: 'en',
    config: () => {
      throw new Error('no configuration is needed, and no database')
    },
    signal: new AbortController().signal,
  })
  return { code, out }
}

test('amparo bundle open writes what holds, and nothing of what was altered or is of another sender', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'amparo-open-'))
  try {
    const identity = await generateX25519Identity()
    const key = makeSigningKey()
    const sealed = await sealBundle({
      number: randomUUID(),
      made: '2026-11-21',
      recipient: { name: 'Casa Amiga', key: await identityToRecipient(identity) },
      sender: { name: 'Sender', ...key },
      files: [
        { path: 'case.pdf', bytes: Buffer.from('%PDF') },
        { path: 'terms.json', bytes: writeJson({ purpose: 'Shelter', until: '2099-01-31', passOn: false }) },
        {
          path: 'case.json',
          bytes: writeJson({
            format: 'amparo-case',
            version: 1,
            language: 'en',
            reference: 'AR-1',
            fictitious: true,
            scope: [],
            records: [{ id: 'case', type: 'case', values: {} }],
            files: [],
          }),
        },
      ],
    })
    const [file, id, out] = [join(folder, 'b.age'), join(folder, 'key'), join(folder, 'out')]
    writeFileSync(file, sealed)
    writeFileSync(id, `# public key\n${identity}\n`)
    const other = await run(file, '--identity', id, '--out', out, '--sender', '0000')
    expect([other.code === exit.ok, existsSync(out)]).toEqual([false, false])
    const altered = Buffer.from(sealed)
    altered.writeUInt8(altered.readUInt8(sealed.length - 9) ^ 4, sealed.length - 9)
    writeFileSync(join(folder, 'altered.age'), altered)
    const refused = await run(join(folder, 'altered.age'), '--identity', id, '--out', out)
    expect([refused.code === exit.ok, existsSync(out)]).toEqual([false, false])
    expect(refused.out).toContain('changed on the way')
    const opened = await run(file, '--identity', id, '--out', out, '--sender', fingerprintOf(key.publicKey))
    expect(opened).toMatchObject({ code: exit.ok })
    expect(opened.out).toContain('Sender → Casa Amiga')
    expect(readFileSync(join(out, 'case.pdf'), 'utf8')).toBe('%PDF')
    expect(existsSync(join(out, 'bundle.zip'))).toBe(true)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
