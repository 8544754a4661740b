import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { generateX25519Identity } from 'age-encryption'
import { expect, test } from 'vitest'
import { readBech32, writeBech32 } from './bech32.ts'
import { joinShares, readIdentity, readShare, splitKey, writeIdentity, writeShare } from './shares.ts'

test('bytes come back from letters, whatever their number; one wrong letter is found', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(), (bytes, at) => {
      const text = writeBech32('amparo-share-', bytes)
      expect(readBech32('amparo-share-', text)?.equals(bytes)).toBe(true)
      expect(readBech32('amparo-share-', text.toUpperCase())?.equals(bytes)).toBe(true)
      expect(readBech32('age-secret-key-', text)).toBeNull()
      const place = 'amparo-share-1'.length + (at % (text.length - 'amparo-share-1'.length))
      const other = text[place] === 'q' ? 'p' : 'q'
      expect(readBech32('amparo-share-', text.slice(0, place) + other + text.slice(place + 1))).toBeNull()
    }),
  )
})

test('an age identity is the one that age writes', async () => {
  const identity = await generateX25519Identity()
  const bytes = readIdentity(identity)
  expect(bytes?.length).toBe(32)
  expect(writeIdentity(bytes ?? Buffer.alloc(0))).toBe(identity)
})

test('any k of n shares, from paper, are the key; any k - 1 are not (claim 6)', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 2, max: 8 }).chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 2, max: n }))),
      async ([n, k]) => {
        const key = randomBytes(32)
        const papers = (await splitKey(key, n, k)).map(writeShare)
        const shares = papers.map((paper) => readShare(` ${paper.toLowerCase()}\n`) ?? Buffer.alloc(0))
        const drawn = fc.sample(fc.shuffledSubarray(shares, { minLength: k, maxLength: k }), 1)[0] ?? []
        expect((await joinShares(drawn)).equals(key)).toBe(true)
        expect((await joinShares(drawn.slice(1))).equals(key)).toBe(false)
      },
    ),
    { numRuns: 20 },
  )
})
