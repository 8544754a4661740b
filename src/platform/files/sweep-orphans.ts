import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Database, isId } from '#platform/db'
import { arrivals, pathOf } from './take-in.ts'

/** How many contents were removed, and how many bytes of disk they took. */
export interface Swept {
  readonly files: number
  readonly bytes: number
}

const day = 24 * 60 * 60 * 1000

/**
 * Removes contents that no row names (their transaction was rolled back, their record purged), those whose key was
 * erased, and arrivals that broke off with the process. Younger ones may belong to a transaction that still runs.
 */
export async function sweepOrphans(folder: string, owner: Database, olderThanMs = day): Promise<Swept> {
  const before = Date.now() - olderThanMs
  let files = 0
  let bytes = 0
  const remove = async (path: string) => {
    const found = await stat(path).catch(() => null)
    if (!found || found.mtimeMs > before) return
    await rm(path, { force: true })
    files += 1
    bytes += found.size
  }
  for (const name of await list(arrivals(folder))) await remove(join(arrivals(folder), name))
  for (const part of (await list(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
    const ids = (await list(join(folder, part))).filter(isId)
    // One 256th of the store at a time.
    for (let from = 0; from < ids.length; from += 1000) {
      const some = ids.slice(from, from + 1000)
      const kept = await owner
        .selectFrom('file')
        .select('id')
        .where('id', 'in', some)
        .where('data_key', 'is not', null)
        .execute()
      const named = new Set(kept.map((row) => row.id))
      for (const id of some) if (!named.has(id)) await remove(pathOf(folder, id))
    }
  }
  return { files, bytes }
}

const list = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
