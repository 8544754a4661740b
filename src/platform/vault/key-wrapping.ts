import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { type Secrets, passphraseKey } from '#platform/identity'

/** An X25519 key pair, written as age writes it: `AGE-SECRET-KEY-1…` and `age1…`. */
export interface KeyPair {
  readonly identity: string
  readonly recipient: string
}

/** A new key pair. */
export async function makeKeyPair(): Promise<KeyPair> {
  const identity = await generateX25519Identity()
  return { identity, recipient: await identityToRecipient(identity) }
}

/** The public half. Throws for what is no identity. */
export const recipientFor = (identity: string): Promise<string> => identityToRecipient(identity)

/** Encrypts a few bytes for a public key: an ordinary age file, which the standard tool opens too. */
export async function wrapFor(recipient: string, bytes: Uint8Array): Promise<Buffer> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  return Buffer.from(await encrypter.encrypt(bytes))
}

/** What `wrapFor` encrypted. Throws when the key is another or the bytes were changed. */
export async function unwrap(identity: string, wrapped: Uint8Array): Promise<Buffer> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  return Buffer.from(await decrypter.decrypt(wrapped))
}

/** Whose key a locked identity is. */
export interface Owner {
  readonly orgId: string
  readonly accountId: string
}

// Scheme 1: Argon2id with the parameters of signing in, 16 bytes of salt, AES-256-GCM.
const scheme = 1

const about = ({ orgId, accountId }: Owner, recipient: string): Buffer =>
  Buffer.from(JSON.stringify(['amparo locked key 1', orgId, accountId, recipient]))

/** The instance's share in the lock: whoever has the database alone can try no passphrase. */
const secretFor = (secrets: Secrets, { accountId }: Owner): Buffer => secrets.mark('sealing key', accountId)

/** Locks a private key with its person's sealing passphrase. */
export async function lockIdentity(
  secrets: Secrets,
  owner: Owner,
  pair: KeyPair,
  passphrase: string,
): Promise<Buffer> {
  const salt = randomBytes(16)
  const nonce = randomBytes(12)
  const key = await passphraseKey(passphrase, salt, secretFor(secrets, owner))
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(about(owner, pair.recipient))
  const body = Buffer.concat([cipher.update(pair.identity), cipher.final()])
  key.fill(0)
  return Buffer.concat([Buffer.of(scheme), salt, nonce, body, cipher.getAuthTag()])
}

/** The private key; null when the passphrase is wrong or what is kept was changed, which cannot be told apart. */
export async function unlockIdentity(
  secrets: Secrets,
  owner: Owner,
  kept: { readonly recipient: string; readonly locked: Buffer },
  passphrase: string,
): Promise<string | null> {
  const { locked } = kept
  if (locked[0] !== scheme || locked.length < 46) throw new Error('not locked by this release')
  const key = await passphraseKey(passphrase, locked.subarray(1, 17), secretFor(secrets, owner))
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, locked.subarray(17, 29), { authTagLength: 16 })
      .setAAD(about(owner, kept.recipient))
      .setAuthTag(locked.subarray(-16))
    return Buffer.concat([decipher.update(locked.subarray(29, -16)), decipher.final()]).toString()
  } catch {
    return null
  } finally {
    key.fill(0)
  }
}
