/**
 * A text as a QR code (ISO/IEC 18004): bytes, error correction level M, versions 1 to 15 (412 bytes at most).
 * Gives rows of modules, true for dark, without the quiet zone. Throws a RangeError for a longer text.
 */
export function qrMatrix(text: string): readonly (readonly boolean[])[] {
  const bytes = new TextEncoder().encode(text)
  const version = versions.findIndex((_, v) => v > 0 && bytes.length <= dataBytes(v) - (v < 10 ? 2 : 3))
  if (version < 1) throw new RangeError('too long for a QR code')
  const words = withCorrection(version, packed(bytes, version))
  const candidates = masks.map((mask, index) => draw(version, words, mask, index))
  return candidates.reduce((best, one) => (penalty(one) < penalty(best) ? one : best))
}

/** Of each version at level M: correction bytes a block, and number of blocks (tables 7 and 9 of the standard). */
const versions: readonly (readonly [perBlock: number, blocks: number])[] = [
  [0, 0],
  [10, 1],
  [16, 1],
  [26, 1],
  [18, 2],
  [24, 2],
  [16, 4],
  [18, 4],
  [22, 4],
  [22, 5],
  [26, 5],
  [30, 5],
  [22, 8],
  [22, 9],
  [24, 9],
  [24, 10],
]

const sizeOf = (version: number): number => 17 + 4 * version

/** All bytes that a version has room for, data and correction. */
export function rawBytes(version: number): number {
  const aligned = version < 2 ? 0 : Math.floor(version / 7) + 2
  let modules = (16 * version + 128) * version + 64
  if (version >= 2) modules -= (25 * aligned - 10) * aligned - 55
  if (version >= 7) modules -= 36
  return modules >> 3
}

const dataBytes = (version: number): number => {
  const [perBlock, blocks] = versions[version] ?? [0, 0]
  return rawBytes(version) - perBlock * blocks
}

/** Mode, length, the bytes, and padding up to what the version holds. */
function packed(bytes: Uint8Array, version: number): number[] {
  const bits: number[] = []
  const push = (value: number, length: number) => {
    for (let i = length - 1; i >= 0; i--) bits.push((value >> i) & 1)
  }
  push(0b0100, 4)
  push(bytes.length, version < 10 ? 8 : 16)
  for (const byte of bytes) push(byte, 8)
  const room = dataBytes(version) * 8
  push(0, Math.min(4, room - bits.length))
  push(0, (8 - (bits.length % 8)) % 8)
  const words: number[] = []
  for (let i = 0; i < bits.length; i += 8)
    words.push(bits.slice(i, i + 8).reduce((value, bit) => (value << 1) | bit, 0))
  for (let pad = 0xec; words.length < room / 8; pad ^= 0xec ^ 0x11) words.push(pad)
  return words
}

/** Product in the field of 256 elements with the polynomial 0x11d. */
export function multiply(x: number, y: number): number {
  let z = 0
  for (let i = 7; i >= 0; i--) {
    z = (z << 1) ^ ((z >>> 7) * 0x11d)
    z ^= ((y >>> i) & 1) * x
  }
  return z
}

function divisor(degree: number): number[] {
  const result = [...Array<number>(degree - 1).fill(0), 1]
  let root = 1
  for (let i = 0; i < degree; i++) {
    for (let j = 0; j < degree; j++)
      result[j] = multiply(result[j] ?? 0, root) ^ (j + 1 < degree ? (result[j + 1] ?? 0) : 0)
    root = multiply(root, 2)
  }
  return result
}

function remainder(data: readonly number[], by: readonly number[]): number[] {
  const result = by.map(() => 0)
  for (const byte of data) {
    const factor = byte ^ (result.shift() ?? 0)
    result.push(0)
    for (let i = 0; i < by.length; i++) result[i] = (result[i] ?? 0) ^ multiply(by[i] ?? 0, factor)
  }
  return result
}

/** The data in blocks, each with its correction, interleaved. */
function withCorrection(version: number, data: readonly number[]): number[] {
  const [perBlock, count] = versions[version] ?? [0, 0]
  const short = Math.floor(data.length / count)
  const longer = data.length % count
  const by = divisor(perBlock)
  const blocks: { readonly data: readonly number[]; readonly correction: readonly number[] }[] = []
  for (let i = 0, at = 0; i < count; i++) {
    const part = data.slice(at, at + short + (i >= count - longer ? 1 : 0))
    at += part.length
    blocks.push({ data: part, correction: remainder(part, by) })
  }
  const result: number[] = []
  for (let i = 0; i <= short; i++) for (const block of blocks) result.push(...block.data.slice(i, i + 1))
  for (let i = 0; i < perBlock; i++) for (const block of blocks) result.push(block.correction[i] ?? 0)
  return result
}

/** The eight masks: whether a module is turned over. */
export const masks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
]

/** Where the middles of the alignment patterns are, in each direction. */
function alignment(version: number): readonly number[] {
  if (version === 1) return []
  const count = Math.floor(version / 7) + 2
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2
  const rest = Array.from({ length: count - 1 }, (_, i) => sizeOf(version) - 7 - i * step)
  return [6, ...rest.reverse()]
}

/** The modules that carry no data: true or false where they are fixed, undefined elsewhere. */
export function fixedModules(version: number, mask: number): (boolean | undefined)[][] {
  const size = sizeOf(version)
  const grid = Array.from({ length: size }, () => Array<boolean | undefined>(size).fill(undefined))
  const set = (x: number, y: number, dark: boolean) => {
    const row = grid[y]
    if (row && x >= 0 && x < size) row[x] = dark
  }
  for (let i = 0; i < size; i++) {
    set(6, i, i % 2 === 0)
    set(i, 6, i % 2 === 0)
  }
  for (const [cx, cy] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    for (let dy = -4; dy <= 4; dy++)
      for (let dx = -4; dx <= 4; dx++) {
        const distance = Math.max(Math.abs(dx), Math.abs(dy))
        set(cx + dx, cy + dy, distance !== 2 && distance !== 4)
      }
  const middles = alignment(version)
  const last = middles.length - 1
  middles.forEach((cx, i) => {
    middles.forEach((cy, j) => {
      if ((i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0)) return
      for (let dy = -2; dy <= 2; dy++)
        for (let dx = -2; dx <= 2; dx++) set(cx + dx, cy + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1)
    })
  })
  drawFormat(size, mask, set)
  drawVersion(size, version, set)
  return grid
}

type Set = (x: number, y: number, dark: boolean) => void

function drawFormat(size: number, mask: number, set: Set): void {
  // Level M is 00.
  let check = mask
  for (let i = 0; i < 10; i++) check = (check << 1) ^ ((check >>> 9) * 0x537)
  const bits = ((mask << 10) | check) ^ 0x5412
  const bit = (i: number) => ((bits >>> i) & 1) === 1
  for (let i = 0; i <= 5; i++) set(8, i, bit(i))
  set(8, 7, bit(6))
  set(8, 8, bit(7))
  set(7, 8, bit(8))
  for (let i = 9; i < 15; i++) set(14 - i, 8, bit(i))
  for (let i = 0; i < 8; i++) set(size - 1 - i, 8, bit(i))
  for (let i = 8; i < 15; i++) set(8, size - 15 + i, bit(i))
  set(8, size - 8, true)
}

function drawVersion(size: number, version: number, set: Set): void {
  if (version < 7) return
  let check = version
  for (let i = 0; i < 12; i++) check = (check << 1) ^ ((check >>> 11) * 0x1f25)
  const bits = (version << 12) | check
  for (let i = 0; i < 18; i++) {
    const dark = ((bits >>> i) & 1) === 1
    const a = size - 11 + (i % 3)
    const b = Math.floor(i / 3)
    set(a, b, dark)
    set(b, a, dark)
  }
}

/** The order in which data fills what is free: two columns at a time, up and down, from the right. */
export function* dataPlaces(
  fixed: readonly (readonly (boolean | undefined)[])[],
): Generator<readonly [number, number]> {
  const size = fixed.length
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step++)
      for (const x of [right, right - 1]) {
        const y = ((right + 1) & 2) === 0 ? size - 1 - step : step
        if (fixed[y]?.[x] === undefined) yield [x, y]
      }
  }
}

function draw(
  version: number,
  words: readonly number[],
  mask: (x: number, y: number) => boolean,
  index: number,
): readonly (readonly boolean[])[] {
  const fixed = fixedModules(version, index)
  const grid = fixed.map((row) => row.map((module) => module ?? false))
  let i = 0
  for (const [x, y] of dataPlaces(fixed)) {
    const bit = (((words[i >> 3] ?? 0) >>> (7 - (i & 7))) & 1) === 1
    i += 1
    const row = grid[y]
    if (row) row[x] = bit !== mask(x, y)
  }
  return grid
}

/** How hard a code is to read, by three of the standard's four marks: runs, blocks, and the balance of dark and light. */
function penalty(grid: readonly (readonly boolean[])[]): number {
  const size = grid.length
  const at = (x: number, y: number) => grid[y]?.[x] ?? false
  let marks = 0
  let dark = 0
  for (let a = 0; a < size; a++)
    for (const look of [(b: number) => at(b, a), (b: number) => at(a, b)]) {
      let run = 1
      for (let b = 1; b <= size; b++) {
        if (b < size && look(b) === look(b - 1)) run += 1
        else {
          if (run >= 5) marks += run - 2
          run = 1
        }
      }
    }
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      if (at(x, y)) dark += 1
      if (
        x > 0 &&
        y > 0 &&
        at(x, y) === at(x - 1, y) &&
        at(x, y) === at(x, y - 1) &&
        at(x, y) === at(x - 1, y - 1)
      )
        marks += 3
    }
  return marks + Math.floor(Math.abs((dark * 100) / (size * size) - 50) / 5) * 10
}
