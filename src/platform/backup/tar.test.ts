import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTar, TarError, tarEnd, tarHeader, tarPadding } from './tar.ts'

const archive = (files: readonly (readonly [string, Buffer])[]) =>
  Buffer.concat([
    ...files.flatMap(([name, body]) => [tarHeader(name, body.length, 1e9), body, tarPadding(body.length)]),
    tarEnd,
  ])

async function* inPieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function read(source: AsyncIterable<Uint8Array>) {
  const found: [string, Buffer][] = []
  for await (const { name, body } of readTar(source)) found.push([name, await buffer(body)])
  return found
}

const name = fc.stringMatching(/^[a-z][a-z0-9/._-]{0,60}[a-z0-9]$/)
const files = fc.array(
  fc.tuple(
    name,
    fc.uint8Array({ maxLength: 1500 }).map((bytes) => Buffer.from(bytes)),
  ),
  { maxLength: 6 },
)

test('what is written is read, however it is cut', async () => {
  await fc.assert(
    fc.asyncProperty(files, fc.integer({ min: 1, max: 2000 }), async (given, piece) => {
      expect(await read(inPieces(archive(given), piece))).toEqual(given)
    }),
    { numRuns: 60 },
  )
})

test('one cut short anywhere is told', async () => {
  const whole = archive([['a', Buffer.alloc(700, 7)]])
  for (let end = 0; end <= whole.length - 1024; end += 97)
    await expect(read(inPieces(whole.subarray(0, end), 300))).rejects.toThrow(TarError)
})

test('a body that is left unread does not hide the next', async () => {
  const names: string[] = []
  for await (const entry of readTar(
    inPieces(
      archive([
        ['a', Buffer.alloc(5000)],
        ['b', Buffer.of(1)],
      ]),
      100,
    ),
  ))
    names.push(entry.name)
  expect(names).toEqual(['a', 'b'])
})

test('a size beyond eight gigabytes goes in a pax record', async () => {
  const size = 9 * 1024 ** 3
  for await (const entry of readTar(inPieces(tarHeader('large', size, 1e9), 512))) {
    expect([entry.name, entry.size]).toEqual(['large', size])
    break
  }
})

test('the system’s tar reads it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'amparo-tar-'))
  try {
    const body = Buffer.from('words\n'.repeat(300))
    writeFileSync(
      join(folder, 'a.tar'),
      archive([
        ['one/two.txt', body],
        ['empty', Buffer.alloc(0)],
      ]),
    )
    const done = spawnSync('tar', ['-xvf', 'a.tar'], { cwd: folder, encoding: 'utf8' })
    expect([done.status, done.stdout, done.stderr]).toEqual([0, 'one/two.txt\nempty\n', ''])
    expect(readFileSync(join(folder, 'one/two.txt')).equals(body)).toBe(true)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
