import { randomBytes, randomUUID } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { StartProblem } from '#platform/config'
import { lockKey, unlockKey } from './key-lock.ts'

/** Where the key lies: `<home>/keys/instance.key`. */
export const instanceKeyPath = (home: string): string => join(home, 'keys', 'instance.key')

/** Where files lie: `<home>/files/xx/<random id>`. */
export const filesFolder = (home: string): string => join(home, 'files')

const opening = 'AMPARO-INSTANCE-KEY-1:'
const lockedOpening = 'AMPARO-INSTANCE-KEY-LOCKED-1:'

/**
 * The 32 bytes that wrap every file's own key; made at the first start, readable by its owner alone.
 * Refuses to make a new one where files are already kept: they would be lost without a word.
 * On the same disk as the files it is no defence against seizure (architecture, "Access"), unless it is locked.
 * @param passphrase what opens a locked key
 */
export function loadInstanceKey(home: string, passphrase: string | null = null): Buffer {
  const path = instanceKeyPath(home)
  const known = readKey(path, passphrase)
  if (known) return known
  if (holdsFiles(filesFolder(home))) throw keyLost(path)
  mkdirSync(join(home, 'keys'), { recursive: true, mode: 0o700 })
  const fresh = `${path}.${randomUUID()}`
  const handle = openSync(fresh, 'wx', 0o600)
  try {
    writeSync(handle, `${opening}${randomBytes(32).toString('base64url')}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  try {
    // Linking fails when the name is taken: of two first starts at once, both go on with the same key.
    linkSync(fresh, path)
    syncFolder(join(home, 'keys'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(fresh, { force: true })
  }
  const made = readKey(path, null)
  if (!made) throw keyLost(path)
  return made
}

/** How the key lies on the disk. */
export type KeyState = 'missing' | 'open' | 'locked'

/** How the instance key of a home lies on the disk: in clear, or locked with a passphrase. */
export function instanceKeyState(home: string): KeyState {
  const text = readText(instanceKeyPath(home))
  return text === null ? 'missing' : text.startsWith(lockedOpening) ? 'locked' : 'open'
}

/**
 * Locks the key with a passphrase that has to be given at every start from then on. Kept nowhere: without it files,
 * passphrases and what is sealed cannot be opened again, by a backup neither.
 */
export function lockInstanceKey(home: string, passphrase: string): void {
  replaceKey(home, `${lockedOpening}${lockKey(loadInstanceKey(home), passphrase)}\n`)
}

/** Takes the lock off again. Throws a `StartProblem` when the passphrase is wrong. */
export function unlockInstanceKey(home: string, passphrase: string): void {
  replaceKey(home, `${opening}${loadInstanceKey(home, passphrase).toString('base64url')}\n`)
}

function replaceKey(home: string, text: string): void {
  const path = instanceKeyPath(home)
  const fresh = `${path}.${randomUUID()}`
  const handle = openSync(fresh, 'wx', 0o600)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(fresh, path)
  syncFolder(join(home, 'keys'))
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

function readKey(path: string, passphrase: string | null): Buffer | null {
  const text = readText(path)
  if (text === null) return null
  if (text.startsWith(lockedOpening)) {
    const key = passphrase && unlockKey(text.slice(lockedOpening.length).trim(), passphrase)
    if (!key) throw keyLocked(path, passphrase !== null)
    return key
  }
  const key = Buffer.from(text.startsWith(opening) ? text.slice(opening.length).trim() : '', 'base64url')
  if (key.length !== 32) throw keyLost(path)
  // A key copied back from a backup may have come with other rights.
  chmodSync(path, 0o600)
  return key
}

function holdsFiles(folder: string): boolean {
  try {
    return readdirSync(folder).some(
      (name) => /^[0-9a-f]{2}$/.test(name) && readdirSync(join(folder, name)).length > 0,
    )
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

function syncFolder(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

const keyLost = (path: string): StartProblem =>
  new StartProblem(
    'home',
    {
      en: `There are files, but the key that opens them is missing or damaged (${path}).`,
      es: `Hay archivos, pero la clave que los abre falta o está dañada (${path}).`,
      ca: `Hi ha fitxers, però la clau que els obre falta o és malmesa (${path}).`,
    },
    {
      en: 'Put the folder "keys" of this AMPARO_HOME back from where it is kept safe, and start again.',
      es: 'Devuelva a su lugar la carpeta "keys" de este AMPARO_HOME desde su copia segura, e inicie de nuevo.',
      ca: 'Torneu a posar la carpeta "keys" d\'aquest AMPARO_HOME des de la còpia segura, i torneu a iniciar.',
    },
  )

const keyLocked = (path: string, given: boolean): StartProblem =>
  new StartProblem(
    'home',
    given
      ? {
          en: `This passphrase does not open the instance key (${path}).`,
          es: `Esta frase no abre la clave de la instancia (${path}).`,
          ca: `Aquesta frase no obre la clau de la instància (${path}).`,
        }
      : {
          en: `The instance key is locked (${path}).`,
          es: `La clave de la instancia está bloqueada (${path}).`,
          ca: `La clau de la instància està bloquejada (${path}).`,
        },
    {
      en: 'Start it on a terminal and write the passphrase, or name a file that holds it: AMPARO_KEY_PASSPHRASE_FILE=…',
      es: 'Inícielo en una terminal y escriba la frase, o indique un archivo que la contenga: AMPARO_KEY_PASSPHRASE_FILE=…',
      ca: 'Engegueu-lo en un terminal i escriviu la frase, o indiqueu un fitxer que la contingui: AMPARO_KEY_PASSPHRASE_FILE=…',
    },
  )
