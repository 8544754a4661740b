import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StartProblem } from '#platform/config'

/** Where the private cluster keeps what, all under `AMPARO_HOME`. */
export interface Places {
  readonly home: string
  /** The folder of everything below but the keys. */
  readonly folder: string
  readonly keys: string
  readonly lock: string
  readonly users: string
  readonly record: string
  readonly log: string
  readonly links: string
}

/** The paths under `home`; touches nothing. */
export function clusterPlaces(home: string): Places {
  const folder = join(home, 'postgres')
  return {
    home,
    folder,
    keys: join(home, 'keys'),
    lock: join(folder, 'lock.sqlite'),
    users: join(folder, 'users'),
    record: join(folder, 'cluster.json'),
    log: join(folder, 'server.log'),
    links: join(folder, 'lib'),
  }
}

/**
 * Makes the folders that are missing, readable by their owner alone. A `StartProblem` when that is not possible, or
 * when they belong to another user (root included: its files in there would lock that user out).
 */
export function makePlaces(places: Places): void {
  if (existsSync(places.folder) && statSync(places.folder).uid !== process.geteuid?.()) {
    throw otherOwner(places.folder)
  }
  try {
    for (const folder of [places.home, places.keys, places.folder, places.users]) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
    }
    chmodSync(places.keys, 0o700)
  } catch (cause) {
    throw new StartProblem(
      'home',
      {
        en: `The data folder ${places.home} cannot be written (${String(cause)}).`,
        es: `No se puede escribir en la carpeta de datos ${places.home} (${String(cause)}).`,
        ca: `No es pot escriure a la carpeta de dades ${places.home} (${String(cause)}).`,
      },
      {
        en: 'Give its owner the right to write there, or choose another folder with AMPARO_HOME.',
        es: 'Dé permiso de escritura a quien inicia el programa, o elija otra carpeta con AMPARO_HOME.',
        ca: "Doneu permís d'escriptura a qui inicia el programa, o trieu una altra carpeta amb AMPARO_HOME.",
      },
      cause,
    )
  }
}

/** Files of two owners in one cluster would lock one of them out, so each cluster has one. */
export const otherOwner = (data: string) =>
  new StartProblem(
    'home',
    {
      en: `The database in ${data} belongs to another user of this machine.`,
      es: `La base de datos en ${data} pertenece a otro usuario de esta máquina.`,
      ca: `La base de dades a ${data} pertany a un altre usuari d'aquesta màquina.`,
    },
    {
      en: 'Start the program as the user who started it before, or choose another AMPARO_HOME.',
      es: 'Inicie el programa con el usuario que lo inició antes, o elija otro AMPARO_HOME.',
      ca: "Inicieu el programa amb l'usuari que el va iniciar abans, o trieu un altre AMPARO_HOME.",
    },
  )

/** What is remembered of a cluster between two starts. */
export interface ClusterRecord {
  readonly data: string
  readonly socket: string
  /** How it was run: a cluster that had to leave home stays where it went. */
  readonly runAs: 'self' | 'namespace' | 'other-user'
}

/** The record, or `null` before the first start. */
export function readRecord(places: Places): ClusterRecord | null {
  try {
    return JSON.parse(readFileSync(places.record, 'utf8')) as ClusterRecord
  } catch {
    return null
  }
}

/** Replaces the record whole, so that no reader sees half of one. */
export function writeRecord(places: Places, record: ClusterRecord): void {
  writeFileSync(`${places.record}.new`, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${places.record}.new`, places.record)
}

// The kernel's limit for the path of a Unix socket, without the final zero (sockaddr_un, 108 bytes on Linux).
const socketPathBytes = process.platform === 'darwin' ? 103 : 107

/** Whether PostgreSQL could listen in this folder. */
export const fitsSocket = (folder: string): boolean =>
  Buffer.byteLength(join(folder, '.s.PGSQL.5432')) <= socketPathBytes

/**
 * A private folder for the socket: `known` when it is still there and ours alone (after a restart of the machine
 * somebody else may have made a folder of that name), else a new one under `runtimeFolder` or the temporary folder.
 */
export function socketFolder(known: string | null, runtimeFolder: string | null, owner: number): string {
  if (known !== null && isPrivate(known, owner)) return known
  for (const base of [runtimeFolder, tmpdir(), '/tmp']) {
    if (base === null || !fitsSocket(join(base, 'amparo-XXXXXX'))) continue
    try {
      return mkdtempSync(join(base, 'amparo-'))
    } catch {
      // not writable: the next one
    }
  }
  throw new StartProblem(
    'socket',
    {
      en: 'There is no temporary folder that can be written and has a short enough path for a socket.',
      es: 'No hay una carpeta temporal donde se pueda escribir y cuya ruta sea lo bastante corta para un socket.',
      ca: 'No hi ha cap carpeta temporal on es pugui escriure i amb una ruta prou curta per a un socket.',
    },
    {
      en: 'Make /tmp writable, or set XDG_RUNTIME_DIR to a private folder with a path under 80 characters.',
      es: 'Permita escribir en /tmp, o defina XDG_RUNTIME_DIR con una carpeta privada de ruta menor a 80 caracteres.',
      ca: 'Permeteu escriure a /tmp, o definiu XDG_RUNTIME_DIR amb una carpeta privada de ruta inferior a 80 caràcters.',
    },
  )
}

function isPrivate(folder: string, owner: number): boolean {
  try {
    const found = statSync(folder)
    return found.isDirectory() && found.uid === owner && (found.mode & 0o077) === 0 && fitsSocket(folder)
  } catch {
    return false
  }
}

/** Removes a socket folder that has served. */
export function removeSocketFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}
