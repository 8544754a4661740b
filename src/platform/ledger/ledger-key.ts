import { type KeyObject, createPrivateKey, generateKeyPairSync, randomUUID } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

/** Where the key that signs checkpoints lies: `<home>/keys/ledger.key`. */
export const ledgerKeyPath = (home: string): string => join(home, 'keys', 'ledger.key')

/** The key that signs checkpoints (Ed25519, PEM); made when first needed, readable by its owner alone. */
export function loadLedgerKey(home: string): KeyObject {
  const path = ledgerKeyPath(home)
  const known = readLedgerKey(home)
  if (known) return known
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const fresh = `${path}.${randomUUID()}`
  const handle = openSync(fresh, 'wx', 0o600)
  try {
    const { privateKey } = generateKeyPairSync('ed25519')
    writeSync(handle, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  try {
    // Linking fails when the name is taken: of two at once, both go on with the same key.
    linkSync(fresh, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(fresh, { force: true })
  }
  const made = readLedgerKey(home)
  if (!made) throw new Error(`${path} cannot be read`)
  return made
}

/** The key, if there is one yet. */
export function readLedgerKey(home: string): KeyObject | null {
  const path = ledgerKeyPath(home)
  try {
    const key = createPrivateKey(readFileSync(path, 'utf8'))
    // A key copied back from a backup may have come with other rights.
    chmodSync(path, 0o600)
    return key
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
