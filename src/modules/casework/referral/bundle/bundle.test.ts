import { execFileSync } from 'node:child_process'
import { createPublicKey, randomUUID, verify } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import fc from 'fast-check'
import { fromBuffer } from 'yauzl'
import { describe, expect, test } from 'vitest'
import {
  type BundleToSeal,
  encryptFor,
  fingerprintOf,
  makeSigningKey,
  openBundle,
  readPlainZip,
  sealBundle,
  signBundle,
  writeJson,
  writePlainZip,
} from './index.ts'

async function sample(): Promise<{ readonly given: BundleToSeal; readonly identity: string }> {
  const identity = await generateX25519Identity()
  const key = makeSigningKey()
  return {
    identity,
    given: {
      number: randomUUID(),
      made: '2026-11-21',
      recipient: { name: 'Casa Amiga', key: await identityToRecipient(identity) },
      sender: { name: 'Sender', ...key },
      files: [
        { path: 'case.pdf', bytes: Buffer.from('%PDF-1.7 sample') },
        { path: 'terms.json', bytes: writeJson({ purpose: 'Shelter', until: '2027-01-31', passOn: false }) },
        {
          path: 'case.json',
          bytes: writeJson({
            format: 'amparo-case',
            version: 1,
            language: 'en',
            reference: 'AR-2026-0001',
            fictitious: true,
            scope: [],
            records: [{ id: 'case', type: 'case', values: { kind: 'artist' } }],
            files: [{ path: 'files/01.txt', record: 'case', class: 'open' }],
          }),
        },
        { path: 'files/01.txt', bytes: Buffer.from('a file that was chosen') },
      ],
    },
  }
}

const invalid = { kind: 'invalid' }

const flip = (bytes: Buffer, at: number, by: number): Buffer => {
  const other = Buffer.from(bytes)
  other.writeUInt8((other.readUInt8(at) ^ by) & 0xff, at)
  return other
}

describe('a bundle', () => {
  test('opens with the key it was made for, and says who signed it', async () => {
    const { given, identity } = await sample()
    const opened = await openBundle(await sealBundle(given), [identity])
    expect(opened.fingerprint).toBe(fingerprintOf(given.sender.publicKey))
    expect(opened.terms).toEqual({ purpose: 'Shelter', until: '2027-01-31', passOn: false })
    expect(Buffer.from(opened.files.get('files/01.txt') ?? []).toString()).toBe('a file that was chosen')
  })

  test('opens with no other key', async () => {
    const { given } = await sample()
    const other = await generateX25519Identity()
    await expect(openBundle(await sealBundle(given), [other])).rejects.toMatchObject(invalid)
    await expect(openBundle(await sealBundle(given), [])).rejects.toMatchObject(invalid)
  })

  test('passed on by its recipient to somebody else is refused there', async () => {
    const { given } = await sample()
    const third = await generateX25519Identity()
    const passedOn = await encryptFor(await identityToRecipient(third), signBundle(given))
    await expect(openBundle(passedOn, [third])).rejects.toMatchObject(invalid)
  })

  test('of which one byte was altered on the way, any of them, is refused', async () => {
    const { given, identity } = await sample()
    const sealed = await sealBundle(given)
    const body = sealed.indexOf('--- ')
    // All of the header, in which texts are decoded, and the seal of it; then positions by chance.
    for (let at = 0; at < body + 70; at++)
      await expect(openBundle(flip(sealed, at, 1), [identity]), `byte ${at}`).rejects.toMatchObject(invalid)
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        await expect(openBundle(flip(sealed, at, by), [identity])).rejects.toMatchObject(invalid)
      }),
      { numRuns: 300 },
    )
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length - 1), async (length) => {
        await expect(openBundle(sealed.subarray(0, length), [identity])).rejects.toMatchObject(invalid)
      }),
      { numRuns: 100 },
    )
  })

  test('of which one byte was altered by who could encrypt it anew is refused, at every position', async () => {
    const { given, identity } = await sample()
    const archive = signBundle(given)
    for (let at = 0; at < archive.length; at++) {
      const sealed = await encryptFor(given.recipient.key, flip(archive, at, 1 << (at % 8)))
      await expect(openBundle(sealed, [identity]), `byte ${at}`).rejects.toMatchObject(invalid)
    }
    const more = await encryptFor(given.recipient.key, Buffer.concat([archive, Buffer.from([0])]))
    await expect(openBundle(more, [identity])).rejects.toMatchObject(invalid)
  }, 60_000)

  test('signed by another than it says, with a file more, or one twice, is refused', async () => {
    const { given, identity } = await sample()
    const forged = signBundle({
      ...given,
      sender: { ...given.sender, privateKey: makeSigningKey().privateKey },
    })
    const files = readPlainZip(signBundle(given)) ?? []
    const last = files.at(-1)
    if (!last) throw new Error('no files')
    for (const archive of [
      forged,
      writePlainZip([...files, { path: 'files/99.txt', bytes: Buffer.from('more') }]),
      writePlainZip([...files, last]),
      writePlainZip(files.slice(0, -1)),
    ])
      await expect(
        openBundle(await encryptFor(given.recipient.key, archive), [identity]),
      ).rejects.toMatchObject(invalid)
  })

  test('is an age file and a ZIP to other programs, and its signature holds for them', async () => {
    const { given, identity } = await sample()
    const sealed = await sealBundle(given)
    const folder = mkdtempSync(join(tmpdir(), 'amparo-bundle-'))
    try {
      let archive = signBundle(given)
      // Debian's own tool, where it is installed.
      if (existsSync('/usr/bin/age')) {
        writeFileSync(join(folder, 'b.age'), sealed)
        writeFileSync(join(folder, 'key'), `${identity}\n`)
        archive = execFileSync('/usr/bin/age', ['-d', '-i', join(folder, 'key'), join(folder, 'b.age')])
      }
      const entries = await namesOf(archive)
      expect(entries).toEqual([
        'manifest.json',
        'manifest.sig',
        'case.json',
        'case.pdf',
        'files/01.txt',
        'sender.pem',
        'terms.json',
      ])
      const byPath = new Map(readPlainZip(archive)?.map(({ path, bytes }) => [path, bytes]))
      const key = createPublicKey(Buffer.from(byPath.get('sender.pem') ?? []))
      expect(
        verify(
          null,
          byPath.get('manifest.json') ?? Buffer.of(),
          key,
          byPath.get('manifest.sig') ?? Buffer.of(),
        ),
      ).toBe(true)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

/** As another reader of archives finds them; it checks every sum. */
const namesOf = (archive: Buffer): Promise<readonly string[]> =>
  new Promise((resolve, reject) => {
    fromBuffer(archive, { lazyEntries: false }, (error, zip) => {
      if (error) return reject(error)
      const names: string[] = []
      zip.on('entry', (entry: { readonly fileName: string }) => names.push(entry.fileName))
      zip.on('end', () => resolve(names))
      zip.on('error', reject)
    })
  })
