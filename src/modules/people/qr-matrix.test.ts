import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dataPlaces, fixedModules, masks, multiply, qrMatrix, rawBytes } from './qr-matrix.ts'

/** Bytes of correction a block and blocks, level M, of the versions that the tests meet. */
const blocksOf: Readonly<Record<number, readonly [number, number]>> = {
  1: [10, 1],
  2: [16, 1],
  3: [26, 1],
  4: [18, 2],
  5: [24, 2],
  6: [16, 4],
  7: [18, 4],
  8: [22, 4],
  9: [22, 5],
  10: [26, 5],
  11: [30, 5],
  12: [22, 8],
  13: [22, 9],
  14: [24, 9],
  15: [24, 10],
}

/** Reads a code as a scanner does: format, mask, blocks, correction (which must find nothing), bytes. */
function read(grid: readonly (readonly boolean[])[]): string {
  const version = (grid.length - 17) / 4
  const at = (x: number, y: number) => (grid[y]?.[x] ? 1 : 0)
  let format = 0
  for (let i = 14; i >= 0; i--)
    format =
      (format << 1) |
      (i <= 5 ? at(8, i) : i === 6 ? at(8, 7) : i === 7 ? at(8, 8) : i === 8 ? at(7, 8) : at(14 - i, 8))
  const mask = ((format ^ 0x5412) >> 10) & 7
  expect((format ^ 0x5412) >> 13, 'level M').toBe(0)
  const fixed = fixedModules(version, mask)
  const bits: number[] = []
  for (const [x, y] of dataPlaces(fixed)) bits.push(at(x, y) ^ (masks[mask]?.(x, y) ? 1 : 0))
  const words = Array.from({ length: rawBytes(version) }, (_, i) =>
    bits.slice(i * 8, i * 8 + 8).reduce((value, bit) => (value << 1) | bit, 0),
  )
  const [perBlock, count] = blocksOf[version] ?? [0, 0]
  const total = words.length - perBlock * count
  const lengths = Array.from(
    { length: count },
    (_, i) => Math.floor(total / count) + (i >= count - (total % count) ? 1 : 0),
  )
  const blocks = lengths.map(() => [] as number[])
  let next = 0
  for (let i = 0; i < Math.max(...lengths); i++)
    blocks.forEach((block, b) => {
      if (i < (lengths[b] ?? 0)) block.push(words[next++] ?? 0)
    })
  const data = blocks.flat()
  for (let i = 0; i < perBlock; i++) for (const block of blocks) block.push(words[next++] ?? 0)
  for (const block of blocks)
    for (let i = 0, root = 1; i < perBlock; i++, root = multiply(root, 2))
      expect(
        block.reduce((sum, byte) => multiply(sum, root) ^ byte, 0),
        'syndrome',
      ).toBe(0)
  const text = data.map((byte) => byte.toString(2).padStart(8, '0')).join('')
  expect(text.slice(0, 4)).toBe('0100')
  const wide = version < 10 ? 8 : 16
  const length = Number.parseInt(text.slice(4, 4 + wide), 2)
  const start = 4 + wide
  return new TextDecoder().decode(
    Uint8Array.from({ length }, (_, i) => Number.parseInt(text.slice(start + i * 8, start + i * 8 + 8), 2)),
  )
}

describe('a QR code', () => {
  test('reads back what was written, in every version', () => {
    for (const length of [1, 14, 15, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412])
      expect(read(qrMatrix('a'.repeat(length)))).toBe('a'.repeat(length))
    expect(() => qrMatrix('a'.repeat(413))).toThrow(RangeError)
  })

  test('reads back any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60, unit: 'grapheme' }), (text) => {
        if (new TextEncoder().encode(text).length <= 412)
          expect(read(qrMatrix(text))).toBe(text.toWellFormed())
      }),
      { numRuns: 60 },
    )
  })

  test('has the size and the corner patterns of the standard', () => {
    const grid = qrMatrix('otpauth://totp/x')
    expect(grid.length).toBe(25)
    const corner = [0, 1, 2, 3, 4, 5, 6].map((y) => grid[y]?.slice(0, 7).map(Number).join(''))
    expect(corner).toEqual(['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111'])
  })
})
