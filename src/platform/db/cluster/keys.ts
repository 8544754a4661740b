import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { StartProblem } from '#platform/config'

/** The passwords of the cluster's logins; `superuser` is used only to make the others. */
export interface ClusterKeys {
  readonly superuser: string
  readonly owner: string
  readonly app: string
  readonly public: string
}

const file = (folder: string) => join(folder, 'database.json')

/** The passwords kept in `folder`, or `null` when there are none yet. */
export function readKeys(folder: string): ClusterKeys | null {
  try {
    return JSON.parse(readFileSync(file(folder), 'utf8')) as ClusterKeys
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Makes four passwords of 192 random bits and keeps them, safely on disk and readable by their owner alone. */
export function makeKeys(folder: string): ClusterKeys {
  const word = () => randomBytes(24).toString('base64url')
  const keys = { superuser: word(), owner: word(), app: word(), public: word() }
  const handle = openSync(`${file(folder)}.new`, 'w', 0o600)
  writeSync(handle, `${JSON.stringify(keys, null, 2)}\n`)
  fsyncSync(handle)
  closeSync(handle)
  renameSync(`${file(folder)}.new`, file(folder))
  return keys
}

/** A database is there and its passwords are not. */
export const keysLost = (folder: string): StartProblem =>
  new StartProblem(
    'cluster',
    {
      en: `The database is there but its passwords are not (${file(folder)}).`,
      es: `La base de datos está, pero sus claves no (${file(folder)}).`,
      ca: `La base de dades hi és, però les seves claus no (${file(folder)}).`,
    },
    {
      en: 'Put the folder "keys" of this AMPARO_HOME back from where it is kept safe, and start again.',
      es: 'Devuelva a su lugar la carpeta "keys" de este AMPARO_HOME desde su copia segura, e inicie de nuevo.',
      ca: 'Torneu a posar la carpeta "keys" d\'aquest AMPARO_HOME des de la còpia segura, i torneu a iniciar.',
    },
  )
