import { crc32, deflateSync } from 'node:zlib'
import type { Agreement } from '../agreement.ts'
import { depthOf, lowestOf, pictureCell } from './agreement-matrix.tsx'

/** From the paper to the accent of the design, in 51 steps; the last but one is what is not known. */
const paper = [255, 253, 249] as const
const accent = [10, 70, 80] as const
const unknown = [226, 224, 218] as const

/** A table of agreement as a PNG picture with a palette, row for row as in the table. */
export function matrixPng(table: Agreement): Buffer<ArrayBuffer> {
  const size = table.places.length
  const cell = pictureCell(size)
  const side = size * cell
  const lowest = lowestOf(table)
  const pixels = Buffer.alloc(side * (side + 1))
  for (let row = 0; row < size; row++) {
    const line = Buffer.alloc(side + 1)
    for (let column = 0; column < size; column++) {
      const at = row * size + column
      const step =
        table.shared[at] === 0 ? 51 : Math.round(depthOf(table.agreement[at] as number, lowest) * 50)
      line.fill(step, 1 + column * cell, 1 + (column + 1) * cell)
    }
    for (let i = 0; i < cell; i++) line.copy(pixels, (row * cell + i) * (side + 1))
  }
  const palette = Array.from({ length: 51 }, (_, step) =>
    paper.map((from, i) => Math.round(from + ((accent[i] as number) - from) * (step / 50))),
  )
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  // Eight bits, a palette; no interlacing.
  head.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from([...palette, unknown].flat())),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}
