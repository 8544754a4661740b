import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer as bufferOf } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { openTable, writeZip, type ZipEntry } from './index.ts'
import { fixture, readTable, refusal } from './table-fixture.ts'

const MB = 1024 * 1024
const entry = (name: string, content: string): ZipEntry => ({ name, content: Buffer.from(content) })
const table = entry('import.csv', 'name,photo\nAna,photos/ana.txt\n')
const temp = (): string => mkdtempSync(join(tmpdir(), 'tabular-zip-'))

async function archive(entries: ZipEntry[], patch: (bytes: Buffer) => void = () => {}): Promise<string> {
  const bytes = await bufferOf(writeZip(entries))
  patch(bytes)
  return fixture('list.zip', bytes)
}

/** Replaces a text of the same length everywhere, for archives that no honest program writes. */
function forge(from: string, to: string): (bytes: Buffer) => void {
  return (bytes) => {
    for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) bytes.write(to, at)
  }
}

const refused = async (path: string, limits = {}): Promise<string> =>
  refusal(readTable(path, { tempDir: temp(), limits }))

describe('a ZIP with a table and files', () => {
  it('gives the rows, and each file when it is asked for', async () => {
    const tempDir = temp()
    const path = await archive([
      table,
      entry('photos/ana.txt', 'picture'),
      entry('deep/../notes.txt'.replace('../', ''), 'n'),
    ])
    const zip = await openTable(path, { fileName: 'list.zip', tempDir })
    expect(zip).toMatchObject({
      format: 'zip',
      columns: ['name', 'photo'],
      files: { names: ['photos/ana.txt', 'deep/notes.txt'] },
    })
    const rows = []
    for await (const row of zip.rows) rows.push(row.cells)
    expect(rows).toEqual([['Ana', 'photos/ana.txt']])
    expect(readdirSync(join(tempDir, readdirSync(tempDir)[0] ?? ''))).toHaveLength(1)
    const photo = (await zip.files?.extract('photos/ana.txt')) ?? ''
    expect(readFileSync(photo, 'utf8')).toBe('picture')
    expect(photo.startsWith(tempDir)).toBe(true)
    expect(statSync(photo).mode & 0o777).toBe(0o600)
    expect(await zip.files?.extract('photos/nobody.txt')).toBeUndefined()
    await zip.close()
    expect(existsSync(dirname(photo))).toBe(false)
  })

  it('needs a table at its root', async () => {
    expect(await refused(await archive([entry('folder/import.csv', 'a\n1\n')]))).toBe('zip-without-table')
    expect(
      (await readTable(await archive([entry('data.csv', 'a\n1\n')]), { tempDir: temp() })).cells,
    ).toEqual([['1']])
  })
})

describe('a ZIP made to do harm', () => {
  it('is refused when a name leaves the folder (claim 30)', async () => {
    for (const name of [
      '../evil.txt',
      '/etc/passwd',
      'C:/evil.txt',
      'a/../../b.t',
      '..\\evil.txt',
      'a\nb/evil.x',
    ]) {
      const honest = 'x'.repeat(name.length)
      expect([name, await refused(await archive([table, entry(honest, 'x')], forge(honest, name)))]).toEqual([
        name,
        'zip-unsafe-name',
      ])
    }
  })

  it('leaves nothing behind when it is refused', async () => {
    const tempDir = temp()
    const path = await archive([entry('import.csv', '')])
    expect(await refusal(readTable(path, { tempDir }))).toBe('empty-file')
    expect(readdirSync(tempDir)).toEqual([])
  })

  it('is refused when it is a bomb (claim 30)', async () => {
    const zeros = (): ZipEntry => ({
      name: 'zeros.bin',
      content: Readable.from(
        (function* () {
          for (let mb = 0; mb < 20; mb++) yield Buffer.alloc(MB)
        })(),
      ),
    })
    const path = await archive([table, zeros()])
    expect(statSync(path).size).toBeLessThan(100_000)
    expect(await refused(path)).toBe('zip-ratio')
    expect(await refused(path, { zipRatio: 1e9, zipEntryBytes: 10 * MB })).toBe('zip-entry-too-large')
    expect(await refused(path, { zipRatio: 1e9, zipTotalBytes: 10 * MB })).toBe('zip-too-large')
    expect(await refused(path, { zipEntries: 1 })).toBe('zip-too-many-entries')
  })

  it('does not unpack more than it states', async () => {
    const text = `a,b\n${'1,2\n'.repeat(100_000)}`
    const path = await archive([entry('import.csv', text)], (bytes) => {
      const central = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
      bytes.writeUInt32LE(1000, central + 24)
    })
    const tempDir = temp()
    expect(await refusal(readTable(path, { tempDir }))).toBe('zip-unreadable')
    expect(readdirSync(tempDir)).toEqual([])
  })

  it('is refused when encrypted, when a name comes twice, when it holds a link', async () => {
    const central = (bytes: Buffer): number => bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    const encrypted = await archive([table], (bytes) =>
      bytes.writeUInt16LE(bytes.readUInt16LE(central(bytes) + 8) | 1, central(bytes) + 8),
    )
    expect(await refused(encrypted)).toBe('zip-encrypted')
    expect(
      await refused(
        await archive([table, entry('one.txt', '1'), entry('two.txt', '2')], forge('two.txt', 'one.txt')),
      ),
    ).toBe('zip-duplicate-name')
    const link = await archive([table], (bytes) =>
      bytes.writeUInt32LE((0o120777 << 16) >>> 0, central(bytes) + 38),
    )
    expect(await refused(link)).toBe('zip-unsafe-name')
  })

  it('is refused when it is no ZIP at all', async () => {
    expect(await refused(fixture('list.zip', 'not a zip'))).toBe('zip-unreadable')
  })
})

describe('ZIP out', () => {
  it('asks for entries one after the other, and equal contents give equal archives', async () => {
    const open: string[] = []
    async function* entries(): AsyncGenerator<ZipEntry> {
      for (const name of ['a.txt', 'b.txt', 'c.txt']) {
        open.push(`ask ${name}`)
        yield {
          name,
          content: (async function* () {
            yield Buffer.from(name)
            open.push(`end ${name}`)
          })(),
        }
      }
    }
    const first = await bufferOf(writeZip(entries()))
    expect(open).toEqual(['ask a.txt', 'end a.txt', 'ask b.txt', 'end b.txt', 'ask c.txt', 'end c.txt'])
    expect(first.equals(await bufferOf(writeZip(entries())))).toBe(true)
  })

  it('fails when an entry fails', async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield Buffer.from('x')
      throw new Error('the file is gone')
    }
    await expect(bufferOf(writeZip([{ name: 'a', content: broken() }]))).rejects.toThrow('the file is gone')
    await expect(bufferOf(writeZip([entry('../a', 'x')]))).rejects.toThrow()
  })
})
