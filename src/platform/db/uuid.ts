import { randomBytes } from 'node:crypto'

let lastTime = 0
let counter = 0

const poolSize = 16 * 256
let pool = Buffer.alloc(0)
let poolAt = 0

/**
 * A UUID version 7: ordered by time of making, also within a millisecond (12 bits count up), so that fresh records
 * lie together in the index and what was written in an order is read in it.
 */
export function newId(now = Date.now()): string {
  if (now > lastTime) {
    lastTime = now
    counter = randomBytes(1)[0] ?? 0
  } else {
    counter++
    // More than the counter holds in one millisecond: borrow from the next.
    if (counter > 0xfff) {
      lastTime++
      counter = 0
    }
  }
  // Chance is fetched for many ids at once: asking for it costs more than the rest.
  if (poolAt === pool.length) {
    pool = randomBytes(poolSize)
    poolAt = 0
  }
  const bytes = pool.subarray(poolAt, poolAt + 16)
  poolAt += 16
  bytes.writeUIntBE(lastTime, 0, 6)
  bytes.writeUInt16BE(0x7000 | counter, 6)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Whether `text` has the shape of a UUID; what has not cannot name a record. */
export const isId = (text: unknown): text is string =>
  typeof text === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)
