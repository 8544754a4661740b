import { sql } from 'kysely'
import type { Database } from '#platform/db'
import type { House } from '#platform/house'
import type { Visit } from '#platform/http'
import type { Place } from './site-frame.tsx'

/** Pages of a house that are counted at once: what asks for more addresses than these is not a reader. */
const most = 5_000

// By database, so that two houses in one process never count for each other.
const tallies = new WeakMap<Database, Map<string, number>>()

/**
 * Counts that a page was read: the day and the page, in memory, and nothing of who read it: no address, no browser, no
 * way they came. A page is told by its path without language and search.
 */
export function countVisit({ house, request }: Pick<Visit, 'house' | 'request'>, place: Place): void {
  if (request.method !== 'GET') return
  const tally = tallies.get(house.publicDb) ?? new Map<string, number>()
  tallies.set(house.publicDb, tally)
  const page = place.rest.split('?')[0]?.slice(0, 200) ?? ''
  const key = JSON.stringify([place.site.orgId, place.now.toISOString().slice(0, 10), page || '/'])
  if (tally.size < most || tally.has(key)) tally.set(key, (tally.get(key) ?? 0) + 1)
}

/** Adds what was counted to the day's rows, one for each page; what was not written is counted on. */
export async function keepVisits({ db, publicDb }: Pick<House, 'db' | 'publicDb'>): Promise<void> {
  const tally = tallies.get(publicDb)
  if (!tally || tally.size === 0) return
  tallies.delete(publicDb)
  const rows = [...tally].map(([key, count]) => {
    const [org, day, page] = JSON.parse(key) as readonly [string, string, string]
    return { org, day, page, count }
  })
  try {
    await sql`select add_page_counts(${JSON.stringify(rows)}::jsonb)`.execute(db)
  } catch (error) {
    const now = tallies.get(publicDb) ?? new Map<string, number>()
    for (const [key, count] of tally) now.set(key, (now.get(key) ?? 0) + count)
    tallies.set(publicDb, now)
    throw error
  }
}
