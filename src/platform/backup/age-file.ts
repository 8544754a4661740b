import { createReadStream } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { Decrypter, Encrypter, type Identity, type Recipient } from 'age-encryption'
import { Problem } from '#platform/problem'
import { about, words } from './words.ts'

/** Opens what was just written, as long as the process that wrote it lives. Never leaves its memory. */
export type OpenAgain = Identity

/**
 * Encrypts what `plain` yields for `recipients` (`age1…`) in the age format, piece by piece. `openAgain` holds the
 * key of this one file, so that what was written can be read through once without anyone's identity.
 */
export async function encryptFor(
  recipients: readonly string[],
  plain: AsyncGenerator<Uint8Array>,
): Promise<{ readonly encrypted: Readable; readonly openAgain: OpenAgain }> {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  let key: Uint8Array | null = null
  const listener: Recipient = {
    wrapFileKey: (fileKey) => {
      key = Uint8Array.from(fileKey)
      return []
    },
  }
  encrypter.addRecipient(listener)
  const stream = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const next = await plain.next()
        if (next.done) controller.close()
        else controller.enqueue(next.value)
      },
      cancel: async () => {
        await plain.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
  const encrypted = await encrypter.encrypt(stream)
  return {
    encrypted: Readable.fromWeb(encrypted as never, { highWaterMark: 1 }),
    openAgain: { unwrapFileKey: () => key },
  }
}

/**
 * Decrypts the file at `path` as it is read. A Problem when no identity opens it, when it is no age file, or, in the
 * middle of it, when it was changed or cut short.
 */
export async function* decryptFile(
  path: string,
  identities: readonly (string | Identity)[],
): AsyncGenerator<Uint8Array, void> {
  // Opened here, so that a file that is missing is told as such.
  const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'EISDIR')
      throw new Problem('not_found', { explanation: about(path, words.noFile) })
    throw error
  })
  const source = createReadStream('', { fd: handle, highWaterMark: 256 * 1024 })
  try {
    const decrypter = new Decrypter()
    for (const identity of identities) decrypter.addIdentity(identity)
    const plain = await decrypter
      .decrypt(Readable.toWeb(source) as ReadableStream<Uint8Array>)
      .catch((error: unknown) => {
        const unopened = error instanceof Error && /no identity matched/.test(error.message)
        throw new Problem(unopened ? 'forbidden' : 'malformed', {
          explanation: about(path, unopened ? words.wrongIdentity : words.notABackup),
          cause: error,
        })
      })
    const reader = plain.getReader()
    for (;;) {
      const next = await reader.read().catch((error: unknown) => {
        throw new Problem('malformed', { explanation: about(path, words.changed), cause: error })
      })
      if (next.done) return
      yield next.value
    }
  } finally {
    source.destroy()
  }
}

/** The identities in a file as `age-keygen` writes it: a line each, other lines passed over. A Problem when there is none. */
export async function readIdentities(path: string): Promise<readonly string[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'EISDIR')
      throw new Problem('not_found', { explanation: about(path, words.noFile) })
    throw error
  })
  const found = text
    .split('\n')
    .map((line) => line.replace(/#.*/, '').replace(/\s+/g, '').toUpperCase())
    // The text of the whole kit will do as well.
    .filter((line) => /^AGE-SECRET-KEY-[A-Z0-9-]+$/.test(line))
  try {
    if (found.length === 0) throw new Error('no identity')
    const decrypter = new Decrypter()
    for (const identity of found) decrypter.addIdentity(identity)
  } catch (error) {
    throw new Problem('malformed', { explanation: about(path, words.noIdentity), cause: error })
  }
  return found
}
