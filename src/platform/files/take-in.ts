import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { Problem } from '#platform/problem'
import { headBytes, sniffMediaType } from './media-type.ts'

/** What lies in the store before any row names it. */
export interface TakenIn {
  readonly id: string
  readonly identity: string
  readonly mediaType: string
  readonly sha256: string
  readonly size: number
}

/** The path of a file in the store's folder. */
export const pathOf = (folder: string, id: string): string => join(folder, id.slice(0, 2), id)

/** Where contents lie while they arrive. */
export const arrivals = (folder: string): string => join(folder, 'arriving')

const zeros = Buffer.alloc(64 * 1024)

/**
 * Encrypts `content` into the store as it arrives, under a random id and a key of its own, in the age format.
 * Hashes it and looks at its beginning on the way. When anything fails nothing stays; a full disk is a Problem.
 * What is returned is on disk for good (fsync of the file and of its folder).
 */
export async function takeIn(
  folder: string,
  content: Readable,
  /** The size to which a content of so many bytes is filled up with zeros, so that less can be told by it. */
  fillTo: (size: number) => number = (size) => size,
): Promise<TakenIn> {
  const id = randomUUID()
  const identity = await generateX25519Identity()
  const encrypter = new Encrypter()
  encrypter.addRecipient(await identityToRecipient(identity))
  const hash = createHash('sha256')
  const head: Buffer[] = []
  let size = 0
  async function* watched() {
    for await (const chunk of content as AsyncIterable<Buffer | string>) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
      if (size < headBytes) head.push(Buffer.from(bytes.subarray(0, headBytes - size)))
      size += bytes.length
      hash.update(bytes)
      yield bytes
    }
    for (let rest = fillTo(size) - size; rest > 0; rest -= zeros.length)
      yield zeros.subarray(0, Math.min(rest, zeros.length))
  }
  const path = pathOf(folder, id)
  const arriving = join(arrivals(folder), id)
  try {
    await mkdir(arrivals(folder), { recursive: true, mode: 0o700 })
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const encrypted = await encrypter.encrypt(
      Readable.toWeb(Readable.from(watched())) as ReadableStream<Uint8Array>,
    )
    await pipeline(
      Readable.fromWeb(encrypted as never),
      createWriteStream(arriving, { flags: 'wx', mode: 0o600, flush: true }),
    )
    await rename(arriving, path)
    await syncFolder(dirname(path))
  } catch (error) {
    content.destroy()
    await rm(arriving, { force: true })
    throw storeProblem(error)
  }
  return {
    id,
    identity,
    mediaType: await sniffMediaType(Buffer.concat(head)),
    sha256: hash.digest('hex'),
    size,
  }
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A full disk, told so that a person can act on it; anything else as it came. */
function storeProblem(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  return code === 'ENOSPC' || code === 'EDQUOT' ? new Problem('full', { cause: error }) : error
}
