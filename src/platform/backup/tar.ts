// A tar archive as it streams: POSIX ustar, with a pax record where a size does not fit. Only plain files.
// Source: IEEE Std 1003.1-2017, pax, "ustar Interchange Format" and "pax Extended Header".

const block = 512
/** Largest size that eleven octal digits hold. */
const largestPlain = 0o77777777777

/** One file of an archive; its body has to be read, or left, before the next is asked for. */
export interface TarEntry {
  readonly name: string
  readonly size: number
  readonly body: AsyncIterable<Buffer>
}

/** What precedes a body of `size` bytes. `name`: ASCII, at most 100 characters. `time` in seconds since 1970. */
export function tarHeader(name: string, size: number, time: number): Buffer {
  if (size <= largestPlain) return header(name, size, time, '0')
  const record = paxRecord('size', String(size))
  return Buffer.concat([
    header('pax-header', record.length, time, 'x'),
    record,
    tarPadding(record.length),
    header(name, 0, time, '0'),
  ])
}

/** What follows a body of `size` bytes. */
export const tarPadding = (size: number): Buffer => Buffer.alloc((block - (size % block)) % block)

/** What ends an archive. */
export const tarEnd: Buffer = Buffer.alloc(2 * block)

function header(name: string, size: number, time: number, kind: '0' | 'x'): Buffer {
  if (!/^[\x20-\x7e]{1,100}$/.test(name)) throw new Error(`not a name for an archive: ${name}`)
  const bytes = Buffer.alloc(block)
  const octal = (value: number, at: number, width: number) =>
    bytes.write(`${value.toString(8).padStart(width - 1, '0')}\0`, at, 'latin1')
  bytes.write(name, 0, 'latin1')
  octal(0o600, 100, 8)
  octal(0, 108, 8)
  octal(0, 116, 8)
  octal(size, 124, 12)
  octal(Math.floor(time), 136, 12)
  bytes.write(' '.repeat(8), 148, 'latin1')
  bytes.write(kind, 156, 'latin1')
  bytes.write('ustar\x0000', 257, 'latin1')
  bytes.write(`${checksum(bytes).toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return bytes
}

const checksum = (bytes: Buffer): number => bytes.reduce((sum, byte) => sum + byte, 0)

/** `<length> key=value\n`, where the length counts itself. */
function paxRecord(key: string, value: string): Buffer {
  const rest = ` ${key}=${value}\n`
  let length = rest.length
  while (String(length).length + rest.length !== length) length = String(length).length + rest.length
  return Buffer.from(`${length}${rest}`)
}

/** The archive is cut short or is none. */
export class TarError extends Error {}

/** The files of an archive, one after the other as they stream. Throws a `TarError` when it is cut short or is none. */
export async function* readTar(source: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry, void> {
  const bytes = byteReader(source)
  for (;;) {
    let head = await bytes.exactly(block)
    if (head.every((byte) => byte === 0)) break
    let size = plainSize(head)
    if (kindOf(head) === 'x') {
      if (size > 64 * 1024) throw new TarError('a header that is too long')
      const records = (await bytes.exactly(size)).toString('utf8')
      await bytes.exactly(tarPadding(size).length)
      head = await bytes.exactly(block)
      size = Number(/(?:^|\n)\d+ size=(\d+)\n/.exec(records)?.[1] ?? plainSize(head))
    }
    if (kindOf(head) !== '0' || !Number.isSafeInteger(size)) throw new TarError('not a plain file')
    let left = size
    async function* body() {
      while (left > 0) {
        const chunk = await bytes.atMost(left)
        left -= chunk.length
        yield chunk
      }
    }
    yield { name: text(head, 0, 100), size, body: body() }
    while (left > 0) left -= (await bytes.atMost(left)).length
    await bytes.exactly(tarPadding(size).length)
  }
  await bytes.drain()
}

const text = (head: Buffer, from: number, length: number): string =>
  head
    .subarray(from, from + length)
    .toString('latin1')
    .split('\0', 1)[0] ?? ''

function plainSize(head: Buffer): number {
  const stated = Number.parseInt(text(head, 148, 8), 8)
  const blank = Buffer.from(head)
  blank.write(' '.repeat(8), 148, 'latin1')
  const size = Number.parseInt(text(head, 124, 12), 8)
  if (stated !== checksum(blank) || Number.isNaN(size)) throw new TarError('a header that does not add up')
  return size
}

const kindOf = (head: Buffer): string => text(head, 156, 1) || '0'

function byteReader(source: AsyncIterable<Uint8Array>) {
  const chunks = source[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  const fill = async (): Promise<void> => {
    while (held.length === 0) {
      const next = await chunks.next()
      if (next.done) throw new TarError('cut short')
      held = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength)
    }
  }
  const atMost = async (count: number): Promise<Buffer> => {
    await fill()
    const taken = held.subarray(0, count)
    held = held.subarray(taken.length)
    return taken
  }
  return {
    atMost,
    exactly: async (count: number): Promise<Buffer> => {
      const parts: Buffer[] = []
      for (let left = count; left > 0; ) {
        const part = await atMost(left)
        parts.push(part)
        left -= part.length
      }
      return Buffer.concat(parts, count)
    },
    /** To the end, so that whatever authenticates it has seen all of it. */
    drain: async (): Promise<void> => {
      while (!(await chunks.next()).done);
    },
  }
}
