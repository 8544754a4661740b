import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { StartProblem } from '#platform/config'

/**
 * Runs `work` while no other process or call does so under the same `path`. SQLite is used for its file lock
 * alone, which the system lets go when its holder dies, however it dies; a file with a process id in it does not.
 */
export async function withLock<T>(path: string, work: () => Promise<T>, patienceMs = 120_000): Promise<T> {
  const handle = new DatabaseSync(path, { timeout: 0 })
  try {
    const deadline = Date.now() + patienceMs
    while (!tryLock(handle)) {
      if (Date.now() > deadline) throw busy(path)
      await wait(25)
    }
    return await work()
  } finally {
    handle.close()
  }
}

function tryLock(handle: DatabaseSync): boolean {
  try {
    handle.exec('BEGIN EXCLUSIVE')
    return true
  } catch (error) {
    if (/locked|busy/i.test(String(error))) return false
    throw error
  }
}

const busy = (path: string) =>
  new StartProblem(
    'locked',
    {
      en: `Another start or stop of the database has not finished (${path}).`,
      es: `Otro arranque o cierre de la base de datos no ha terminado (${path}).`,
      ca: `Una altra arrencada o aturada de la base de dades no ha acabat (${path}).`,
    },
    {
      en: 'Wait for it, or end that process, and start again.',
      es: 'Espere a que termine, o finalice ese proceso, e inicie de nuevo.',
      ca: 'Espereu que acabi, o atureu aquell procés, i torneu a iniciar.',
    },
  )
