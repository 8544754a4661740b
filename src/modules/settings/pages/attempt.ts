import type { Visit } from '#platform/http'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'

const shownAgain = new Set<Problem['kind']>(['invalid', 'stale', 'conflict'])

/**
 * Runs a writing handler; a Problem that the person can mend gives the same form again with everything that was typed,
 * after what was begun has been rolled back.
 */
export async function attempt(
  visit: Visit,
  write: (tx: Tx) => Promise<Response>,
  again: (tx: Tx, problem: Problem) => Response | Promise<Response>,
): Promise<Response> {
  try {
    return await visit.within(write)
  } catch (error) {
    if (!(error instanceof Problem) || !shownAgain.has(error.kind)) throw error
    return visit.within(async (tx) => again(tx, error))
  }
}
