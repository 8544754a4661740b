import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/**
 * What is derived from the instance's key for signing in. Whoever has the database alone can test no passphrase, read
 * no secret of an authenticator, and tell no address that failed.
 */
export interface Secrets {
  /** Goes into every passphrase's hash and lies outside the database. */
  readonly pepper: Uint8Array
  /** Encrypts text so that only `open` with the same purpose reads it. */
  readonly seal: (purpose: string, text: string) => string
  /** What was sealed for that purpose; null when it was not, or was changed. */
  readonly open: (purpose: string, sealed: string) => string | null
  /** A keyed hash: equal texts are equal, nothing can be read back. */
  readonly mark: (purpose: string, text: string) => Buffer
}

/** @param instanceKey 32 bytes */
export function openSecrets(instanceKey: Uint8Array): Secrets {
  const derive = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', instanceKey, new Uint8Array(), `amparo identity ${purpose}`, 32))
  return {
    pepper: derive('pepper'),
    seal: (purpose, text) => {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', derive(`seal ${purpose}`), nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
    },
    open: (purpose, sealed) => {
      const bytes = Buffer.from(sealed, 'base64url')
      if (bytes.length < 28) return null
      const decipher = createDecipheriv(
        'aes-256-gcm',
        derive(`seal ${purpose}`),
        bytes.subarray(0, 12),
      ).setAuthTag(bytes.subarray(12, 28))
      try {
        return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
      } catch {
        return null
      }
    },
    mark: (purpose, text) =>
      createHmac('sha256', derive(`mark ${purpose}`))
        .update(text)
        .digest(),
  }
}

/** Something said now that is believed for some minutes: sealed with the hour at which it ends. */
export const sealFor = (
  secrets: Secrets,
  purpose: string,
  data: Readonly<Record<string, unknown>>,
  minutes: number,
) => secrets.seal(purpose, JSON.stringify({ ...data, until: Date.now() + minutes * 60_000 }))

/** What `sealFor` sealed, while it is believed. */
export function openSealed(
  secrets: Secrets,
  purpose: string,
  sealed: string,
): Readonly<Record<string, unknown>> | null {
  const text = sealed && secrets.open(purpose, sealed)
  if (!text) return null
  const data = JSON.parse(text) as Record<string, unknown>
  return typeof data['until'] === 'number' && data['until'] > Date.now() ? data : null
}
