/**
 * One-dimensional arrays in PostgreSQL's binary format, as statements that write many rows take them: the driver sends a
 * Buffer as it is, and the database reads it several times faster than the text of an array, in which each letter is
 * looked at by both sides.
 */
export interface ArrayWriter {
  /** How many elements there are. */
  readonly length: () => number
  readonly pushNull: () => void
  readonly pushText: (text: string) => void
  readonly pushInt: (value: number) => void
  readonly pushBoolean: (value: boolean) => void
  readonly pushId: (id: string) => void
  /** JSON text as jsonb takes it. */
  readonly pushJson: (text: string) => void
  /** An element of any size, written part by part: `end` closes what `begin` opened. */
  readonly begin: () => void
  readonly putInt32: (value: number) => void
  readonly putInt16: (value: number) => void
  /** Text with the zero that ends it. */
  readonly putString: (text: string) => void
  readonly end: () => void
  /** Takes the element that `begin` opened back. */
  readonly drop: () => void
  /** The whole, to be given as a parameter cast to the array's type. */
  readonly finish: () => Buffer
}

/** The numbers by which the database knows the types of elements: fixed, from its own catalogue (pg_type.dat). */
const elementTypes = { uuid: 2950, text: 25, int4: 23, bool: 16, jsonb: 3802, tsvector: 3614 } as const

const headerSize = 20

/** An empty array of that type, to be filled. */
export function arrayWriter(type: keyof typeof elementTypes, expectedBytes = 4096): ArrayWriter {
  let bytes = Buffer.allocUnsafe(headerSize + expectedBytes)
  let at = headerSize
  let count = 0
  let nulls = 0
  let opened = 0
  const need = (more: number) => {
    if (at + more <= bytes.length) return
    const larger = Buffer.allocUnsafe(Math.max(bytes.length * 2, at + more))
    bytes.copy(larger, 0, 0, at)
    bytes = larger
  }
  const int32 = (value: number) => {
    bytes[at] = value >>> 24
    bytes[at + 1] = value >>> 16
    bytes[at + 2] = value >>> 8
    bytes[at + 3] = value
    at += 4
  }
  const sizeAt = (where: number, size: number) => {
    bytes.writeInt32BE(size, where)
  }
  const text = (value: string) => {
    need(4 + value.length * 3)
    const size = bytes.write(value, at + 4, 'utf8')
    int32(size)
    at += size
  }
  return {
    length: () => count,
    pushNull() {
      need(4)
      int32(-1)
      count++
      nulls++
    },
    pushText(value) {
      text(value)
      count++
    },
    pushInt(value) {
      need(8)
      int32(4)
      int32(value)
      count++
    },
    pushBoolean(value) {
      need(5)
      int32(1)
      bytes[at++] = value ? 1 : 0
      count++
    },
    pushId(id) {
      need(20)
      int32(16)
      const hex = id.length === 36 ? id.replaceAll('-', '') : ''
      if (bytes.write(hex, at, 16, 'hex') !== 16) throw new TypeError('not a UUID')
      at += 16
      count++
    },
    pushJson(value) {
      need(5 + value.length * 3)
      // The version of the format stands before the text.
      bytes[at + 4] = 1
      const size = bytes.write(value, at + 5, 'utf8')
      int32(size + 1)
      at += size + 1
      count++
    },
    begin() {
      need(4)
      opened = at
      at += 4
    },
    putInt32(value) {
      need(4)
      int32(value)
    },
    putInt16(value) {
      need(2)
      bytes[at] = value >>> 8
      bytes[at + 1] = value
      at += 2
    },
    putString(value) {
      need(value.length * 3 + 1)
      at += bytes.write(value, at, 'utf8')
      bytes[at++] = 0
    },
    end() {
      sizeAt(opened, at - opened - 4)
      count++
    },
    drop() {
      at = opened
    },
    finish() {
      const end = at
      at = 0
      if (count === 0) {
        int32(0)
        int32(0)
        int32(elementTypes[type])
        return bytes.subarray(0, at)
      }
      int32(1)
      int32(nulls > 0 ? 1 : 0)
      int32(elementTypes[type])
      int32(count)
      int32(1)
      return bytes.subarray(0, end)
    },
  }
}
