import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'

/** A key pair for an auditor: `identity` is theirs alone, `recipient` encrypts for them. */
export interface AuditorKey {
  readonly identity: string
  readonly recipient: string
}

/** A new pair (age, X25519). */
export async function newAuditorKey(): Promise<AuditorKey> {
  const identity = await generateX25519Identity()
  return { identity, recipient: await identityToRecipient(identity) }
}

// So that the length of what is kept does not tell which word was sought.
const block = 64

/** The words of a search for the auditor's eyes, as base64 of an age file. Padded to a multiple of 64 bytes. */
export async function sealTerms(recipient: string, terms: string): Promise<string> {
  const bytes = Buffer.from(JSON.stringify(terms))
  const padded = Buffer.alloc(Math.ceil(bytes.length / block) * block, ' ')
  bytes.copy(padded)
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  return Buffer.from(await encrypter.encrypt(padded)).toString('base64')
}

/** Opens what `sealTerms` sealed; null when the identity is another, is none, or the words were changed. */
export async function openTerms(identity: string, sealed: string): Promise<string | null> {
  try {
    const decrypter = new Decrypter()
    decrypter.addIdentity(identity.trim())
    const plain = JSON.parse(await decrypter.decrypt(Buffer.from(sealed, 'base64'), 'text')) as unknown
    return typeof plain === 'string' ? plain : null
  } catch {
    return null
  }
}

/** Whether a text is an age identity of the kind that opens terms. */
export const isIdentity = (text: string): boolean => /^AGE-SECRET-KEY-1[0-9A-Z]{58}$/.test(text.trim())
