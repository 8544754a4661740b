import { Decrypter, identityToRecipient } from 'age-encryption'
import type { z } from 'zod'
import {
  type BundledCase,
  type Manifest,
  type Terms,
  caseSchema,
  manifestSchema,
  termsSchema,
} from './format.ts'
import { type PlainFile, readPlainZip } from './plain-zip.ts'
import { refuse } from './refusal.ts'
import { mostBytes, sha256 } from './seal-bundle.ts'
import { fingerprintOf, publicPem, signatureHolds } from './signing.ts'

/** A bundle of which the signature and every hash hold. Whether the sender is who they say, the fingerprint tells. */
export interface OpenedBundle {
  readonly manifest: Manifest
  readonly fingerprint: string
  readonly terms: Terms
  readonly content: BundledCase
  /** All but the manifest and its signature, by path. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** The archive as it was signed, for whoever has to prove it later. */
  readonly archive: Buffer
}

/**
 * Opens and checks a bundle; writes nothing anywhere. Refuses with words: made for another key, changed by so much as a
 * byte, signed for somebody else.
 * @param identities private keys of the recipient, `AGE-SECRET-KEY-1…`
 */
export async function openBundle(sealed: Uint8Array, identities: readonly string[]): Promise<OpenedBundle> {
  if (sealed.length > mostBytes + 1_000_000) throw refuse('too_large')
  const archive = await decrypt(sealed, identities)
  const files = readPlainZip(archive)
  const [listed, signature, ...rest] = files ?? []
  if (listed?.path !== 'manifest.json' || signature?.path !== 'manifest.sig') throw refuse('no_bundle')
  const manifest = readJson(manifestSchema, listed)
  if (!signatureHolds(manifest.sender.key, listed.bytes, signature.bytes)) throw refuse('signature')
  const own = await Promise.all(identities.map((one) => identityToRecipient(one)))
  if (!own.includes(manifest.recipient.key)) throw refuse('other_recipient')
  const asListed =
    rest.length === manifest.files.length &&
    new Set(rest.map(({ path }) => path)).size === rest.length &&
    manifest.files.every(({ path, size, sha256: hash }, i) => {
      const file = rest[i]
      return file?.path === path && file.bytes.length === size && sha256(file.bytes) === hash
    })
  if (!asListed) throw refuse('hash')
  const byPath = new Map(rest.map(({ path, bytes }) => [path, bytes]))
  const one = (path: string): PlainFile => {
    const bytes = byPath.get(path)
    if (!bytes) throw refuse('no_bundle')
    return { path, bytes }
  }
  if (Buffer.from(one('sender.pem').bytes).toString() !== publicPem(manifest.sender.key))
    throw refuse('no_bundle')
  one('case.pdf')
  const content = readJson(caseSchema, one('case.json'))
  const terms = readJson(termsSchema, one('terms.json'))
  if (!wellTied(content, byPath)) throw refuse('no_bundle')
  return { manifest, fingerprint: fingerprintOf(manifest.sender.key), terms, content, files: byPath, archive }
}

async function decrypt(sealed: Uint8Array, identities: readonly string[]): Promise<Buffer> {
  const decrypter = new Decrypter()
  for (const identity of identities) decrypter.addIdentity(identity)
  try {
    return Buffer.from(await decrypter.decrypt(sealed))
  } catch (error) {
    throw refuse('not_ours', error)
  }
}

function readJson<Data>(schema: z.ZodType<Data>, file: PlainFile): Data {
  try {
    return schema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(file.bytes)))
  } catch (error) {
    throw refuse('no_bundle', error)
  }
}

/** Every record once, the case first, every file that is named there. */
function wellTied(content: BundledCase, files: ReadonlyMap<string, Uint8Array>): boolean {
  const ids = new Set(content.records.map(({ id }) => id))
  const [first] = content.records
  return (
    ids.size === content.records.length &&
    first?.id === 'case' &&
    first.type === 'case' &&
    content.scope.every(({ person }) => ids.has(person)) &&
    content.files.every(({ path, record }) => files.has(path) && ids.has(record))
  )
}
