import { type KeyObject, createPublicKey, sign, verify } from 'node:crypto'
import { part } from './entry-hash.ts'

/** What a chain was at a moment, signed: up to `place` its hash was `hash`. */
export interface Checkpoint {
  /** The organisation's id. */
  readonly org: string
  readonly place: number
  /** Lower-case hexadecimal. */
  readonly hash: string
  /** ISO 8601 with milliseconds, UTC. */
  readonly at: string
  /** The Ed25519 public key, 32 bytes as base64url. */
  readonly key: string
  /** 64 bytes as base64. */
  readonly signature: string
}

/** The bytes that a checkpoint's signature is over. README: the encoding. */
const signedBytes = ({ org, place, hash, at }: Omit<Checkpoint, 'key' | 'signature'>): Buffer =>
  Buffer.from(['amparo ledger checkpoint 1', org, String(place), hash, at].map(part).join(''))

/** The public half of a key, as checkpoints carry it. */
export const publicText = (key: KeyObject): string => createPublicKey(key).export({ format: 'jwk' }).x ?? ''

/** Signs what a chain is now. */
export const signCheckpoint = (key: KeyObject, given: Omit<Checkpoint, 'key' | 'signature'>): Checkpoint => ({
  ...given,
  key: publicText(key),
  signature: sign(null, signedBytes(given), key).toString('base64'),
})

/** Whether a checkpoint is what the owner of its key signed. Whose key that is, is another question. */
export function signatureHolds(given: Checkpoint): boolean {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: given.key }, format: 'jwk' })
    return verify(null, signedBytes(given), key, Buffer.from(given.signature, 'base64'))
  } catch {
    return false
  }
}
