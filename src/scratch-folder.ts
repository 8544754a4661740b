import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive, processStart } from '#platform/db/cluster'

/**
 * Makes this process's folder for what is under way, and removes those of processes that were killed: uploads lie
 * there in the clear. Folders are named `<process id>-<when it began>`, because process ids are used again.
 */
export function makeScratchFolder(home: string): string {
  const all = join(home, 'scratch')
  mkdirSync(all, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(all)) {
    const [pid = '', began = ''] = name.split('-')
    if (!isAlive(Number(pid)) || (processStart(Number(pid)) ?? '') !== began)
      rmSync(join(all, name), { recursive: true, force: true })
  }
  const own = join(all, `${process.pid}-${processStart(process.pid) ?? ''}`)
  mkdirSync(own, { recursive: true, mode: 0o700 })
  return own
}
