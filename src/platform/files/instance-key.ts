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
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { StartProblem } from '#platform/config'

/** Where the key lies: `<home>/keys/instance.key`. */
export const instanceKeyPath = (home: string): string => join(home, 'keys', 'instance.key')

/** Where files lie: `<home>/files/xx/<random id>`. */
export const filesFolder = (home: string): string => join(home, 'files')

const opening = 'AMPARO-INSTANCE-KEY-1:'

/**
 * The 32 bytes that wrap every file's own key; made at the first start, readable by its owner alone.
 * Refuses to make a new one where files are already kept: they would be lost without a word.
 * On the same disk as the files it is no defence against seizure (architecture, "Access").
 */
export function loadInstanceKey(home: string): Buffer {
  const path = instanceKeyPath(home)
  const known = readKey(path)
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
  const made = readKey(path)
  if (!made) throw keyLost(path)
  return made
}

function readKey(path: string): Buffer | null {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
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
