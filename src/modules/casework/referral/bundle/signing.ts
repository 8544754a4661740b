import {
  type KeyObject,
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
} from 'node:crypto'

// What stands before the 32 bytes of an Ed25519 key in its usual wrapping (RFC 8410).
const publicHead = Buffer.from('302a300506032b6570032100', 'hex')

/** A pair of keys to sign with: the private half as PEM, the public one as its 32 bytes in base64. */
export function makeSigningKey(): { readonly privateKey: string; readonly publicKey: string } {
  const pair = generateKeyPairSync('ed25519')
  const spki = pair.publicKey.export({ type: 'spki', format: 'der' })
  return {
    privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: spki.subarray(publicHead.length).toString('base64'),
  }
}

const rawKey = (publicKey: string): Buffer | null => {
  const raw = Buffer.from(publicKey, 'base64')
  return raw.length === 32 && raw.toString('base64') === publicKey ? raw : null
}

/** Whether a text is the public half of a key to sign with. */
export const isPublicKey = (text: string): boolean => rawKey(text) !== null

function keyObject(publicKey: string): KeyObject {
  const raw = rawKey(publicKey)
  if (!raw) throw new RangeError('not a public key')
  return createPublicKey({ key: Buffer.concat([publicHead, raw]), format: 'der', type: 'spki' })
}

/** A public key as other programs read it (`openssl pkeyutl -verify -rawin`). */
export const publicPem = (publicKey: string): string =>
  keyObject(publicKey).export({ type: 'spki', format: 'pem' }).toString()

/** What two organisations read to each other over another way: 160 bits of the key's SHA-256, in groups of four. */
export const fingerprintOf = (publicKey: string): string =>
  (
    createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 40).match(/.{4}/g) ??
    []
  )
    .join(' ')
    .toUpperCase()

/** Whether what somebody typed is that fingerprint, however they set the spaces. */
export const sameFingerprint = (typed: string, fingerprint: string): boolean =>
  typed.replace(/[\s:.-]+/g, '').toUpperCase() === fingerprint.replaceAll(' ', '')

export const signBytes = (privateKey: string, bytes: Uint8Array): Buffer =>
  sign(null, bytes, createPrivateKey(privateKey))

export const signatureHolds = (publicKey: string, bytes: Uint8Array, signature: Uint8Array): boolean =>
  signature.length === 64 && verify(null, bytes, keyObject(publicKey), signature)
