/** The bundle as a file: signed, encrypted, and checked to the last byte. It knows nothing of the database. */
export {
  type BundledCase,
  type BundledRecord,
  type Manifest,
  type Terms,
  isReference,
  writeJson,
} from './format.ts'
export { type OpenedBundle, openBundle } from './open-bundle.ts'
export { type PlainFile, isPlainPath, readPlainZip, writePlainZip } from './plain-zip.ts'
export { bundleWords, refuse } from './refusal.ts'
export { type BundleToSeal, encryptFor, mostBytes, sealBundle, sha256, signBundle } from './seal-bundle.ts'
export { fingerprintOf, isPublicKey, makeSigningKey, sameFingerprint } from './signing.ts'
