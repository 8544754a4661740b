import { Transform } from 'node:stream'

const least = 4096

/**
 * The bytes that a sealed file of `size` bytes takes up: the next power of two, 4 KiB at least. Neither the table nor
 * the disk tells more of its size.
 */
export const sealedSize = (size: number): number => 2 ** Math.ceil(Math.log2(Math.max(least, size)))

/** The first `size` bytes; what fills the file up is read to its end, so that a file cut short still fails. */
export function withoutFilling(size: number): Transform {
  let left = size
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const part = chunk.subarray(0, left)
      left -= part.length
      done(null, part.length > 0 ? part : undefined)
    },
    flush(done) {
      done(left > 0 ? new Error('a sealed file is shorter than it was') : null)
    },
  })
}
