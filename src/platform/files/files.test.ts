import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#platform/access'
import { type Database, withAsker } from '#platform/db'
import { Problem } from '#platform/problem'
import { testOrganisation } from '../../../tests/support/organisation.ts'
import { type FileStore, type FilesTx, openFileStore, sealedSize, sniffMediaType } from './index.ts'

let home: string
let files: FileStore
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'amparo-files-'))
  files = openFileStore({ home })
})
afterAll(() => rm(home, { recursive: true, force: true }))

async function organisation() {
  const { app, owner, actor } = await testOrganisation()
  return { owner, actor, run: within(app, actor) }
}

const within =
  (app: Database, actor: Actor) =>
  <T>(action: (tx: FilesTx) => Promise<T>): Promise<T> =>
    withAsker(app, actor, (sql) => action({ sql, actor }))

const contents = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

describe('the store', () => {
  test('gives back what it was given, whatever the size', async () => {
    const { run } = await organisation()
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.integer({ min: 0, max: 200_000 }), fc.constantFrom(0, 65_535, 65_536, 65_537, 131_072)),
        fc.integer({ min: 700, max: 90_000 }),
        async (size, piece) => {
          const content = randomBytes(size)
          const pieces = Array.from({ length: Math.ceil(size / piece) }, (_, i) =>
            content.subarray(i * piece, (i + 1) * piece),
          )
          const { id } = await run((tx) => files.add(tx, { name: 'a', content: Readable.from(pieces) }))
          const open = await run((tx) => files.open(tx, id))
          expect(open.size).toBe(size)
          expect((await buffer(open.stream)).equals(content)).toBe(true)
        },
      ),
      { numRuns: 12 },
    )
  })

  test('keeps a sealed file under its own data key, filled up to a power of two, and opens it with that key alone', async () => {
    const { run, owner } = await organisation()
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.integer({ min: 0, max: 150_000 }), fc.constantFrom(0, 1, 4096, 4097, 65_536)),
        async (size) => {
          const content = randomBytes(size)
          const dataKey = randomBytes(32)
          const { id, duplicates } = await run((tx) =>
            files.add(tx, {
              name: 'who.pdf',
              content: Readable.from([content]),
              sealed: { dataKey, caption: 'the list' },
            }),
          )
          expect(duplicates).toEqual([])
          const row = await owner
            .selectFrom('file')
            .selectAll()
            .where('id', '=', id)
            .executeTakeFirstOrThrow()
          expect(Number(row.size)).toBe(sealedSize(size))
          expect(Math.log2(Number(row.size)) % 1).toBe(0)
          // age: a header of a few hundred bytes, and 16 bytes for each 64 KiB.
          const onDisk = (await stat(join(home, 'files', id.slice(0, 2), id))).size
          const framed = Number(row.size) + 16 * Math.max(1, Math.ceil(Number(row.size) / 65_536))
          expect(onDisk).toBeGreaterThan(framed)
          expect(onDisk).toBeLessThan(framed + 300)
          expect((await run((tx) => files.facts(tx, [id]))).size).toBe(0)
          await expect(run((tx) => files.open(tx, id))).rejects.toMatchObject({ kind: 'not_found' })
          await expect(run((tx) => files.open(tx, id, () => randomBytes(32)))).rejects.toThrow()
          const open = await run((tx) => files.open(tx, id, () => dataKey))
          expect(open).toMatchObject({ name: 'who.pdf', caption: 'the list', size })
          expect((await buffer(open.stream)).equals(content)).toBe(true)
        },
      ),
      { numRuns: 8 },
    )
  })

  test('fails on a sealed file that was cut short, though only its filling is gone', async () => {
    const { run } = await organisation()
    const dataKey = randomBytes(32)
    const { id } = await run((tx) =>
      files.add(tx, { name: 'a', content: Readable.from([randomBytes(70_000)]), sealed: { dataKey } }),
    )
    const path = join(home, 'files', id.slice(0, 2), id)
    await writeFile(path, (await readFile(path)).subarray(0, -1000))
    const open = await run((tx) => files.open(tx, id, () => dataKey))
    await expect(buffer(open.stream)).rejects.toThrow()
  })

  test('shows neither content nor name nor hash nor type to whoever reads the disk or the table (claim 1)', async () => {
    const { run, owner } = await organisation()
    const content = `canary-content ${'x'.repeat(100)}`
    const { id, sha256 } = await run((tx) =>
      files.add(tx, { name: 'canary-name.txt', content: Readable.from([content]) }),
    )
    const row = await owner.selectFrom('file').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    const shown = [
      ...(await Promise.all((await contents(home)).map((path) => readFile(path)))),
      ...(await contents(home)).map((path) => Buffer.from(path)),
      row.metadata,
      row.duplicate_key,
      row.data_key ?? Buffer.alloc(0),
    ]
    for (const secret of ['canary-content', 'canary-name', 'text/plain', sha256])
      for (const bytes of shown) {
        expect(bytes.includes(secret)).toBe(false)
        expect(
          bytes.includes(Buffer.from(secret, 'hex').length > 8 ? Buffer.from(secret, 'hex') : secret),
        ).toBe(false)
      }
    const path = (await contents(join(home, 'files'))).find((found) => found.endsWith(id)) ?? ''
    expect((await readFile(path)).toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> X25519 /)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect((await stat(join(home, 'keys/instance.key'))).mode & 0o777).toBe(0o600)
  })

  test('finds the same content within an organisation and not in another', async () => {
    const [one, other] = [await organisation(), await organisation()]
    const add = (run: typeof one.run) =>
      run((tx) => files.add(tx, { name: 'a', content: Readable.from(['the same words']) }))
    const first = await add(one.run)
    expect(first.duplicates).toEqual([])
    expect((await add(one.run)).duplicates).toEqual([first.id])
    const foreign = await add(other.run)
    expect(foreign.duplicates).toEqual([])
    const marks = await one.owner
      .selectFrom('file')
      .select('duplicate_key')
      .where('id', 'in', [first.id, foreign.id])
      .execute()
    expect(marks[0]?.duplicate_key.equals(marks[1]?.duplicate_key ?? Buffer.alloc(0))).toBe(false)
  })

  test('leaves nothing of an upload that breaks off, and says when the disk is full (claim 30)', async () => {
    const { run, owner, actor } = await organisation()
    const before = await contents(home)
    async function* broken(error: Error) {
      yield randomBytes(300_000)
      throw error
    }
    const add = (error: Error) =>
      run((tx) => files.add(tx, { name: 'a', content: Readable.from(broken(error)) }))
    await expect(add(new Error('gone'))).rejects.toThrow('gone')
    const full = await add(Object.assign(new Error('no space'), { code: 'ENOSPC' })).catch((e: unknown) => e)
    expect(full).toBeInstanceOf(Problem)
    expect((full as Problem).kind).toBe('full')
    expect(await contents(home)).toEqual(before)
    expect(await owner.selectFrom('file').select('id').where('org_id', '=', actor.orgId).execute()).toEqual(
      [],
    )
  })

  test('sweeps what a rolled-back transaction left, and only that', async () => {
    const { run, owner } = await organisation()
    const kept = await run((tx) => files.add(tx, { name: 'a', content: Readable.from(['kept']) }))
    let lost = ''
    await expect(
      run(async (tx) => {
        lost = (await files.add(tx, { name: 'a', content: Readable.from(['lost']) })).id
        throw new Error('rolled back')
      }),
    ).rejects.toThrow('rolled back')
    const has = async (id: string) => (await contents(home)).some((path) => path.endsWith(id))
    expect(await has(lost)).toBe(true)
    expect((await files.sweep(owner)).files).toBe(0)
    const swept = await files.sweep(owner, -1)
    expect(swept.files).toBeGreaterThan(0)
    expect(swept.bytes).toBeGreaterThan(0)
    expect(await has(lost)).toBe(false)
    expect((await buffer((await run((tx) => files.open(tx, kept.id))).stream)).toString()).toBe('kept')
  })

  test('erases a file by its key, and its bytes with the next sweep (claim 27)', async () => {
    const { run, owner } = await organisation()
    const { id } = await run((tx) => files.add(tx, { name: 'secret.txt', content: Readable.from(['words']) }))
    await run((tx) => files.erase(tx, id))
    await expect(run((tx) => files.open(tx, id))).rejects.toMatchObject({ kind: 'not_found' })
    expect((await run((tx) => files.facts(tx, [id]))).size).toBe(0)
    await files.sweep(owner, -1)
    expect((await contents(home)).some((path) => path.endsWith(id))).toBe(false)
  })

  test('does not give out a content that was changed or swapped on the disk (claim 30)', async () => {
    const { run, owner, actor } = await organisation()
    const add = (text: string) => run((tx) => files.add(tx, { name: 'a', content: Readable.from([text]) }))
    const [one, two] = [await add('one'), await add('two')]
    const paths = await contents(join(home, 'files'))
    const path = paths.find((found) => found.endsWith(one.id)) ?? ''
    const bytes = await readFile(path)
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    await writeFile(path, bytes)
    await expect(run(async (tx) => buffer((await files.open(tx, one.id)).stream))).rejects.toThrow()
    const row = await owner.selectFrom('file').selectAll().where('id', '=', two.id).executeTakeFirstOrThrow()
    await owner
      .updateTable('file')
      .set({ data_key: row.data_key, metadata: row.metadata })
      .where('org_id', '=', actor.orgId)
      .where('id', '=', one.id)
      .execute()
    await expect(run((tx) => files.facts(tx, [one.id]))).rejects.toThrow()
  })

  test('is closed to another organisation (claim 29)', async () => {
    const [one, other] = [await organisation(), await organisation()]
    const { id } = await one.run((tx) => files.add(tx, { name: 'a', content: Readable.from(['words']) }))
    await expect(other.run((tx) => files.open(tx, id))).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('refuses to begin with a new key where files are already kept', async () => {
    const other = await mkdtemp(join(tmpdir(), 'amparo-files-'))
    try {
      const { run } = await organisation()
      const store = openFileStore({ home: other })
      const { id } = await run((tx) => store.add(tx, { name: 'a', content: Readable.from(['words']) }))
      expect(
        (await buffer((await run((tx) => openFileStore({ home: other }).open(tx, id))).stream)).toString(),
      ).toBe('words')
      await rm(join(other, 'keys/instance.key'))
      expect(() => openFileStore({ home: other })).toThrow('instance.key')
    } finally {
      await rm(other, { recursive: true, force: true })
    }
  })

  test('takes and gives a large file in little memory', async () => {
    const { run } = await organisation()
    const piece = randomBytes(1_000_000)
    async function* large() {
      for (let i = 0; i < 40; i++) yield piece
    }
    const memory = () => process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed
    const before = memory()
    let most = 0
    const watch = setInterval(() => (most = Math.max(most, memory())), 5)
    try {
      const { id, size } = await run((tx) => files.add(tx, { name: 'a', content: Readable.from(large()) }))
      expect(size).toBe(40_000_000)
      let read = 0
      for await (const chunk of (await run((tx) => files.open(tx, id))).stream)
        read += (chunk as Buffer).length
      expect(read).toBe(size)
    } finally {
      clearInterval(watch)
    }
    expect(most).toBeGreaterThan(0)
    // Chunks that await collection count too: what matters is that the whole never stands in memory twice over.
    expect(most - before).toBeLessThan(160_000_000)
  }, 30_000)
})

describe('the media type', () => {
  const sniff = (bytes: string | Uint8Array) =>
    sniffMediaType(typeof bytes === 'string' ? Buffer.from(bytes) : bytes)

  test.each([
    ['%PDF-1.7\n', 'application/pdf'],
    ['\n\n%PDF-1.4\n', 'application/pdf'],
    ['<!DOCTYPE html><title>a</title>', 'text/html'],
    ['  <script>alert(1)</script>', 'text/html'],
    ['<svg xmlns="http://www.w3.org/2000/svg"></svg>', 'image/svg+xml'],
    ['<?xml version="1.0"?>\n<!-- a -->\n<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
    ['<?xml version="1.0"?><feed/>', 'application/xml'],
    ['name;city\nAna;Paraná\nEva;Vic\n', 'text/csv'],
    ['Testimonio de la señora Ñ.\n', 'text/plain'],
    ['', 'application/octet-stream'],
  ])('of %j is %s', async (content, type) => {
    expect(await sniff(content)).toBe(type)
  })

  test('of Latin-1 and UTF-16 text is text, and of unknown bytes none', async () => {
    expect(await sniff(Buffer.from('A\xf1o de la desaparici\xf3n', 'latin1'))).toBe('text/plain')
    expect(await sniff(Buffer.from('\ufeffhola', 'utf16le'))).toBe('text/plain')
    expect(await sniff(Buffer.from([1, 2, 3, 0, 5]))).toBe('application/octet-stream')
  })

  test('never fails, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 3000 }),
        fc.constantFrom('', 'PK\x03\x04', 'RIFF', '\xff\xd8'),
        async (b, start) => {
          expect(await sniff(Buffer.concat([Buffer.from(start, 'latin1'), b]))).toMatch(/^[\w.+-]+\/[\w.+-]+/)
        },
      ),
      { numRuns: 200 },
    )
  })
})
