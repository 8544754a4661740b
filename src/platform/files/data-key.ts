import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** The keys derived from the instance key, once for each purpose, so that none can stand in for another. */
const derive = (secret: Uint8Array, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `amparo file: ${purpose}`, 32))

/** First byte of what `seal` makes, so that a later scheme can be told apart. */
const scheme = 1

/** AES-256-GCM: scheme, 12 bytes of nonce, ciphertext, 16 bytes of tag. Bound to `about`, so that rows cannot be swapped. */
export function seal(key: Buffer, about: string, plain: Buffer): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about))
  return Buffer.concat([Buffer.of(scheme), nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** What `seal` sealed. Throws when it was changed, belongs elsewhere, or the key is another. */
export function unseal(key: Buffer, about: string, sealed: Buffer): Buffer {
  if (sealed[0] !== scheme || sealed.length < 29) throw new Error('not sealed by this release')
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13))
    .setAAD(Buffer.from(about))
    .setAuthTag(sealed.subarray(-16))
  return Buffer.concat([decipher.update(sealed.subarray(13, -16)), decipher.final()])
}

const about = (orgId: string, fileId: string): string => `${orgId}/${fileId}`

const step = 256

/**
 * The file's own age identity (`AGE-SECRET-KEY-1…`), wrapped for `file.data_key`: by the instance key, that of a sealed
 * file by the data key that the vault keeps for it.
 */
export const wrapIdentity = (wrapping: Buffer, orgId: string, fileId: string, identity: string): Buffer =>
  seal(derive(wrapping, 'data key'), about(orgId, fileId), Buffer.from(identity))

/** The file's own age identity. */
export const unwrapIdentity = (wrapping: Buffer, orgId: string, fileId: string, wrapped: Buffer): string =>
  unseal(derive(wrapping, 'data key'), about(orgId, fileId), wrapped).toString()

/** The facts about a file are sealed with a key that comes from its own: without `data_key` its name is gone too. */
export function sealFacts(identity: string, orgId: string, fileId: string, facts: unknown): Buffer {
  const plain = Buffer.from(JSON.stringify(facts))
  // Blanks after it: the length would tell that of the name.
  const filled = Buffer.alloc(Math.ceil(plain.length / step) * step, ' ')
  plain.copy(filled)
  return seal(derive(Buffer.from(identity), 'metadata'), about(orgId, fileId), filled)
}

/** The facts that `sealFacts` sealed. */
export const unsealFacts = (identity: string, orgId: string, fileId: string, sealed: Buffer): unknown =>
  JSON.parse(unseal(derive(Buffer.from(identity), 'metadata'), about(orgId, fileId), sealed).toString())

/** Equal for equal contents of one organisation, meaningless in another and to whoever lacks the instance key. */
export const duplicateKey = (instanceKey: Buffer, orgId: string, sha256: string): Buffer =>
  createHmac('sha256', derive(instanceKey, `duplicates of ${orgId}`))
    .update(sha256)
    .digest()
