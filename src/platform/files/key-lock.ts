import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { hashRawSync } from '@node-rs/argon2'

// Argon2id as for signing in: 128 MiB, two passes, one lane. Once a start, so it may take its time.
const cost = { memoryCost: 131_072, timeCost: 2, parallelism: 1, outputLen: 32 } as const
const about = Buffer.from('amparo instance key 1')

const keyOf = (passphrase: string, salt: Uint8Array): Buffer =>
  hashRawSync(passphrase.normalize('NFKC'), { ...cost, salt })

/** The key encrypted with a passphrase: salt, nonce, ciphertext and tag, base64url. */
export function lockKey(key: Uint8Array, passphrase: string): string {
  const salt = randomBytes(16)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(passphrase, salt), nonce).setAAD(about)
  return Buffer.concat([salt, nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]).toString(
    'base64url',
  )
}

/** The key; null when the passphrase is another or the text was changed. */
export function unlockKey(locked: string, passphrase: string): Buffer | null {
  const bytes = Buffer.from(locked, 'base64url')
  if (bytes.length !== 16 + 12 + 32 + 16) return null
  const decipher = createDecipheriv(
    'aes-256-gcm',
    keyOf(passphrase, bytes.subarray(0, 16)),
    bytes.subarray(16, 28),
    {
      authTagLength: 16,
    },
  )
    .setAAD(about)
    .setAuthTag(bytes.subarray(-16))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(28, -16)), decipher.final()])
  } catch {
    return null
  }
}
