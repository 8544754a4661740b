import { createHash } from 'node:crypto'
import type { Database } from '#platform/db'
import type { PublicFile } from './site-route.ts'

/** A page as it was made, and the state of what is public that it was made from. */
export interface KeptPage extends PublicFile {
  /** Encoded once: it is given thousands of times. */
  readonly body: Uint8Array<ArrayBuffer>
  readonly version: string
  readonly etag: string
}

const most = 400
// A file larger than this is made each time: a few of them would push every page out.
const mostBytes = 200_000

// By database, so that two houses in one process never answer for each other.
const shelves = new WeakMap<Database, Map<string, KeptPage>>()

/**
 * Gives the page of `key` if it was made at this very version, else makes it. The version is read from the database
 * on every request, before the page's own data, and moves in the transaction that publishes or withdraws: a page that
 * shows someone withdrawn is never given. Without a key the page is made and not kept: what a reader searched for
 * must not lie in memory. `null`: there is no such page.
 */
export async function keptPage(
  db: Database,
  key: string | null,
  version: string,
  make: () => Promise<PublicFile | null>,
): Promise<KeptPage | null> {
  if (key === null) {
    const made = await make()
    return made && kept(made, version)
  }
  const shelf = shelves.get(db) ?? new Map<string, KeptPage>()
  shelves.set(db, shelf)
  const found = shelf.get(key)
  if (found?.version === version) return found
  shelf.delete(key)
  const made = await make()
  if (!made) return null
  const page = kept(made, version)
  if (page.body.length > mostBytes) return page
  // The one that has stood longest makes room.
  const oldest = shelf.keys().next()
  if (shelf.size >= most && !oldest.done) shelf.delete(oldest.value)
  shelf.set(key, page)
  return page
}

function kept(made: PublicFile, version: string): KeptPage {
  const body = typeof made.body === 'string' ? new Uint8Array(Buffer.from(made.body)) : made.body
  // The mark by which a browser asks whether what it has is still so.
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  return { ...made, body, version, etag }
}
