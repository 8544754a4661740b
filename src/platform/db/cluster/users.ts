import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// Who uses the cluster: one file for each user, named `<process id>-<random>`, holding when that process began
// (process ids are used again). Read and changed only under the lock.

/** Writes this process down as a user; gives the file's path, which is what `removeUser` wants. */
export function addUser(folder: string): string {
  const path = join(folder, `${process.pid}-${randomUUID()}`)
  writeFileSync(path, processStart(process.pid) ?? '', { mode: 0o600 })
  return path
}

/** Strikes a user off. */
export function removeUser(path: string): void {
  rmSync(path, { force: true })
}

/** The process ids of the users that are alive, one for each use; the files of the dead are removed. */
export function liveUsers(folder: string): readonly number[] {
  const alive: number[] = []
  for (const name of readdirSync(folder)) {
    const pid = Number.parseInt(name, 10)
    if (isAlive(pid) && (processStart(pid) ?? '') === readFileSync(join(folder, name), 'utf8'))
      alive.push(pid)
    else removeUser(join(folder, name))
  }
  return alive
}

/** Whether a process of that id exists (one that we may not signal also exists). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** When the process began, in the kernel's ticks; `null` where there is no /proc. */
export function processStart(pid: number): string | null {
  try {
    // proc(5): the second field is a name in parentheses that may hold spaces; starttime is the 22nd.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? null
  } catch {
    return null
  }
}
