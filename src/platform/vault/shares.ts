import { createHash } from 'node:crypto'
import { combine, split } from 'shamir-secret-sharing'
import { readBech32, writeBech32 } from './bech32.ts'

const identityWord = 'age-secret-key-'
const shareWord = 'amparo-share-'

/** The recovery key's 32 bytes; null for a text that is no age identity. */
export const readIdentity = (text: string): Buffer | null => {
  const bytes = readBech32(identityWord, text)
  return bytes?.length === 32 ? bytes : null
}

/** The age identity of 32 bytes. */
export const writeIdentity = (bytes: Uint8Array): string => writeBech32(identityWord, bytes).toUpperCase()

/**
 * A share as it is put on paper: `AMPARO-SHARE-1…` in groups, with a checksum. The recovery key whole, where it was not
 * split, is an age identity.
 */
export const writeShare = (share: Uint8Array): string => {
  const text = (share.length === 32 ? writeIdentity(share) : writeBech32(shareWord, share)).toUpperCase()
  return share.length === 32 ? text : (text.match(/.{1,5}/g) ?? []).join(' ')
}

/** The share of a paper, with any spaces and any size of letters; null when something was written down wrong. */
export const readShare = (text: string): Buffer | null => {
  const bytes = readBech32(shareWord, text)
  return bytes?.length === 33 ? bytes : readIdentity(text)
}

/** By which a share is known without being one: it is random and long. */
export const markOf = (share: Uint8Array): Buffer => createHash('sha256').update(share).digest()

/** Shares of a recovery key, of which `threshold` are needed. One alone is the key itself. */
export async function splitKey(
  key: Uint8Array,
  count: number,
  threshold: number,
): Promise<readonly Buffer[]> {
  if (count === 1 && threshold === 1) return [Buffer.from(key)]
  // A single share that is enough would be the key in every hand: ask for two.
  if (threshold < 2 || threshold > count || count > 20) throw new RangeError('threshold')
  return (await split(Uint8Array.from(key), count, threshold)).map((share) => Buffer.from(share))
}

/** The key that shares add up to. Too few, or of different keys, give another: compare its public half. */
export async function joinShares(shares: readonly Uint8Array[]): Promise<Buffer> {
  const [first] = shares
  if (!first) throw new RangeError('shares')
  if (shares.length === 1) return Buffer.from(first)
  return Buffer.from(await combine(shares.map((share) => Uint8Array.from(share))))
}
