const idBytes = 16
const atOnce = 4096

/** Ids in the order they came, sixteen bytes each: a million of them is less than a page of a picture. */
export interface PackedIds {
  readonly push: (id: string) => void
  /** Some hundred at a time. */
  readonly pages: (size: number) => Generator<readonly string[]>
}

/** An empty list of UUIDs. */
export function packedIds(): PackedIds {
  const blocks: Buffer[] = []
  let count = 0
  const read = (at: number): string => {
    const from = (at % atOnce) * idBytes
    const hex = blocks[Math.floor(at / atOnce)]?.toString('hex', from, from + idBytes) ?? ''
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  }
  return {
    push(id) {
      if (count % atOnce === 0) blocks.push(Buffer.alloc(atOnce * idBytes))
      blocks.at(-1)?.write(id.replaceAll('-', ''), (count % atOnce) * idBytes, 'hex')
      count++
    },
    *pages(size) {
      for (let from = 0; from < count; from += size)
        yield Array.from({ length: Math.min(size, count - from) }, (_, i) => read(from + i))
    },
  }
}
