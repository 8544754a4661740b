import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { newId } from '#platform/db'

const brand = Symbol('sealed value')

/**
 * A sealed value as it is kept: ciphertext, and the id of the key that opens it. Written out as JSON it says only that
 * something is sealed: `{"sealed": "<key id>"}`. What is kept is `stored` and nothing else.
 */
export interface SealedValue {
  readonly [brand]: true
  /** The id of its key in `sealed_key`. */
  readonly key: string
  /** The record and version that it was written for: both are bound to the ciphertext. */
  readonly record: string
  readonly version: number
  /** Scheme, nonce, ciphertext and tag, base64. */
  readonly box: string
  readonly toJSON: () => { readonly sealed: string }
}

/** The form in which a sealed value lies in the database. */
export interface StoredSealed {
  readonly key: string
  readonly record: string
  readonly version: number
  readonly box: string
}

/** Where a value belongs: it opens nowhere else. */
export interface SealedPlace {
  readonly orgId: string
  readonly record: string
  readonly field: string
  readonly version: number
}

/** Whether a value is sealed. What arrives from outside never is: the mark cannot be written in JSON. */
export const isSealed = (value: unknown): value is SealedValue =>
  typeof value === 'object' && value !== null && brand in value

/** What the database holds of a sealed value. */
export const storedForm = ({ key, record, version, box }: SealedValue): StoredSealed => ({
  key,
  record,
  version,
  box,
})

/** The sealed value that the database holds; undefined for anything else. */
export function fromStored(held: unknown): SealedValue | undefined {
  if (typeof held !== 'object' || held === null) return undefined
  const { key, record, version, box } = held as Partial<StoredSealed>
  if (typeof key !== 'string' || typeof record !== 'string' || typeof box !== 'string') return undefined
  if (typeof version !== 'number') return undefined
  return { [brand]: true, key, record, version, box, toJSON: () => ({ sealed: key }) }
}

/** First byte of a box, so that a later scheme can be told apart. */
const scheme = 1

// Its length would tell a yes from a no: every box is a whole number of these.
const step = 256

const about = ({ orgId, record, field, version }: SealedPlace, key: string): Buffer =>
  Buffer.from(JSON.stringify(['amparo sealed value 1', orgId, record, field, version, key]))

/** Seals a value under a fresh key: AES-256-GCM, bound to its place and to the key's id. */
export function sealValue(
  place: SealedPlace,
  value: unknown,
): { readonly sealed: SealedValue; readonly dataKey: Buffer } {
  const key = newId()
  const dataKey = randomBytes(32)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', dataKey, nonce).setAAD(about(place, key))
  const plain = Buffer.from(JSON.stringify(value))
  const padded = Buffer.alloc(Math.ceil(plain.length / step) * step, ' ')
  plain.copy(padded)
  const box = Buffer.concat([
    Buffer.of(scheme),
    nonce,
    cipher.update(padded),
    cipher.final(),
    cipher.getAuthTag(),
  ])
  plain.fill(0)
  padded.fill(0)
  const sealed = fromStored({
    key,
    record: place.record,
    version: place.version,
    box: box.toString('base64'),
  })
  if (!sealed) throw new Error('a sealed value was not made')
  return { sealed, dataKey }
}

/** Opens a value. Throws when it was changed, belongs to another place, or the key is another. */
export function openValue(
  place: Pick<SealedPlace, 'orgId' | 'field'>,
  sealed: SealedValue,
  dataKey: Buffer,
): unknown {
  const bytes = Buffer.from(sealed.box, 'base64')
  if (bytes[0] !== scheme || bytes.length < 29) throw new Error('not sealed by this release')
  const decipher = createDecipheriv('aes-256-gcm', dataKey, bytes.subarray(1, 13), { authTagLength: 16 })
    .setAAD(about({ ...place, record: sealed.record, version: sealed.version }, sealed.key))
    .setAuthTag(bytes.subarray(-16))
  const plain = Buffer.concat([decipher.update(bytes.subarray(13, -16)), decipher.final()])
  return JSON.parse(plain.toString())
}

/** What stands for a sealed value in a table that leaves the house. */
export const sealedMark = '[sealed]'

/** Whether something that arrived is such a mark, ours or the API's: it means "as it is". */
export const isSealedMark = (value: unknown): boolean =>
  value === sealedMark ||
  (typeof value === 'object' &&
    value !== null &&
    !isSealed(value) &&
    typeof (value as { sealed?: unknown }).sealed === 'string' &&
    Object.keys(value).length === 1) ||
  (Array.isArray(value) && value.length > 0 && value.every(isSealedMark))
