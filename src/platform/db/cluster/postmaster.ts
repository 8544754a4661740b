import { existsSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isAlive } from './users.ts'

/** What PostgreSQL says of itself in `postmaster.pid` (storage order: src/include/utils/pidfile.h). */
export interface Postmaster {
  readonly pid: number
  readonly socket: string
  readonly ready: boolean
}

/** The running server of a data folder, or `null` when the file is missing or left over from one that died. */
export function findPostmaster(data: string): Postmaster | null {
  let lines: string[]
  try {
    lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return null
  }
  const pid = Number.parseInt(lines[0] ?? '', 10)
  if (!(pid > 0) || !isAlive(pid) || !isPostgres(pid)) return null
  return { pid, socket: lines[4] ?? '', ready: (lines[7] ?? '').trim() === 'ready' }
}

/** Whether the socket's file is still there (cleaners of temporary folders have been known to remove it). */
export const hasSocket = (postmaster: Postmaster): boolean =>
  existsSync(join(postmaster.socket, '.s.PGSQL.5432'))

/** A dead server's process id may by now be another program's, which must be neither adopted nor ended. */
function isPostgres(pid: number): boolean {
  try {
    return /\/postgres( \(deleted\))?$/.test(readlinkSync(`/proc/${pid}/exe`))
  } catch (error) {
    // Not ours to look at, or no /proc on this system: believe the file.
    return (
      (error as NodeJS.ErrnoException).code !== 'ESRCH' &&
      (!existsSync('/proc/self') || existsSync(`/proc/${pid}`))
    )
  }
}

/**
 * The fast stop (what `pg_ctl stop -m fast` sends): sessions end, everything is written, nothing to recover. After
 * `patienceMs` the immediate stop, which costs a recovery at the next start but loses nothing that was committed.
 */
export async function stopPostmaster(postmaster: Postmaster, patienceMs = 60_000): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', patienceMs],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 10_000],
  ] as const) {
    try {
      process.kill(postmaster.pid, signal)
    } catch {
      return
    }
    for (const deadline = Date.now() + patience; Date.now() < deadline; await wait(10)) {
      if (!isAlive(postmaster.pid) || !isPostgres(postmaster.pid)) return
    }
  }
}
