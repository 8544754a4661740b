import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { Problem } from '#platform/problem'
import { about, words } from './words.ts'

const recipientFile = 'backup.recipient'
const localFile = 'upgrade.identity'

/** Keys that no backup holds: passwords of one database, and what opens only this machine's own copies. */
export const unkeptKeys: readonly string[] = ['database.json', localFile]

/** For whom backups of this home are encrypted; null before the recovery kit was printed. */
export function readRecipient(home: string): string | null {
  return readLine(join(home, 'keys', recipientFile))
}

/**
 * Makes the identity that opens the backups to come, keeps its public half (`keys/backup.recipient`), and gives both.
 * The identity is kept nowhere: it is for the recovery kit. What was encrypted for an earlier one still needs that.
 */
export async function makeRecipient(
  home: string,
): Promise<{ readonly identity: string; readonly recipient: string }> {
  const identity = await generateX25519Identity()
  const recipient = await identityToRecipient(identity)
  keepLine(home, recipientFile, recipient)
  return { identity, recipient }
}

/**
 * For whom the copy before an upgrade is encrypted: the recovery kit alone once there is one; until then an identity
 * in `keys/upgrade.identity`, so that no first upgrade goes without a copy.
 */
export async function upgradeRecipient(home: string): Promise<string> {
  const kit = readRecipient(home)
  if (kit) return kit
  const known = readLine(join(home, 'keys', localFile))
  if (known) return identityToRecipient(known)
  const identity = await generateX25519Identity()
  keepLine(home, localFile, identity)
  return identityToRecipient(identity)
}

/** The recipients as they are; a Problem for one that is none. */
export function checkRecipients(recipients: readonly string[]): readonly string[] {
  for (const recipient of recipients)
    try {
      if (!recipient.startsWith('age1')) throw new Error('not a recipient')
      new Encrypter().addRecipient(recipient)
    } catch (cause) {
      throw new Problem('malformed', { explanation: about(recipient, words.badRecipient), cause })
    }
  return recipients
}

function readLine(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim() || null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

function keepLine(home: string, name: string, line: string): void {
  const folder = join(home, 'keys')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, name)
  const handle = openSync(`${path}.new`, 'w', 0o600)
  try {
    writeSync(handle, `${line}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(`${path}.new`, path)
}
