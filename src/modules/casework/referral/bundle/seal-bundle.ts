import { createHash } from 'node:crypto'
import { Encrypter } from 'age-encryption'
import { type Manifest, writeJson } from './format.ts'
import { type PlainFile, writePlainZip } from './plain-zip.ts'
import { refuse } from './refusal.ts'
import { publicPem, signBytes } from './signing.ts'

/** The most bytes of a bundle. */
export const mostBytes = 100_000_000

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** What goes into a bundle, and who sends it to whom. */
export interface BundleToSeal extends Pick<Manifest, 'number' | 'made' | 'recipient'> {
  readonly sender: { readonly name: string; readonly publicKey: string; readonly privateKey: string }
  readonly files: readonly PlainFile[]
}

/** The signed archive, as it is before it is encrypted. */
export function signBundle({ number, made, recipient, sender, files }: BundleToSeal): Buffer {
  const all = [...files, { path: 'sender.pem', bytes: Buffer.from(publicPem(sender.publicKey)) }].sort(
    (a, b) => (a.path < b.path ? -1 : 1),
  )
  const manifest: Manifest = {
    format: 'amparo-bundle',
    version: 1,
    number,
    made,
    sender: { name: sender.name, key: sender.publicKey },
    recipient,
    files: all.map(({ path, bytes }) => ({ path, size: bytes.length, sha256: sha256(bytes) })),
  }
  const listed = writeJson(manifest)
  const archive = writePlainZip([
    { path: 'manifest.json', bytes: listed },
    { path: 'manifest.sig', bytes: signBytes(sender.privateKey, listed) },
    ...all,
  ])
  if (archive.length > mostBytes) throw refuse('too_large')
  return archive
}

/** Signs and encrypts: an age file, which the standard tool opens into a ZIP. */
export async function sealBundle(given: BundleToSeal): Promise<Buffer> {
  return encryptFor(given.recipient.key, signBundle(given))
}

/** Bytes as an age file for one public key. */
export async function encryptFor(recipient: string, bytes: Uint8Array): Promise<Buffer> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  return Buffer.from(await encrypter.encrypt(bytes))
}
