import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { ClientBase } from 'pg'

/**
 * Put into a statement whose best plan depends on its values (how common a word or a key is): such a one is planned
 * each time that it runs.
 */
export const plannedEachTime = sql.raw('/* planned each time */')

// A kept plan takes PostgreSQL some ten kilobytes in each connection.
const mostPlans = 500
const mostTexts = 20_000

const nameOf = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 40)

/**
 * Lets PostgreSQL keep the plans of statements that come again on a connection. Under row-level security, planning
 * costs several times what running a small statement does: every policy is planned with it. `seen` is shared by the
 * connections of a pool: a text that comes a second time is worth a plan, one put together from many parts is not.
 */
export function keepPlans(client: ClientBase, seen: Set<string>): void {
  const named = new Map<string, string>()
  // Looked up each time, so that a test that watches every client sees what is asked here too.
  const prototype = Object.getPrototypeOf(client) as { query: (...asked: readonly unknown[]) => unknown }
  const ask = (...asked: readonly unknown[]): unknown => prototype.query.apply(client, [...asked])
  const query = (first: unknown, values?: unknown, ...rest: readonly unknown[]): unknown => {
    if (typeof first !== 'string' || !Array.isArray(values) || values.length === 0)
      return ask(first, values, ...rest)
    const name = named.get(first) ?? remember(first)
    return name === null ? ask(first, values, ...rest) : ask({ name, text: first, values }, ...rest)
  }
  const remember = (text: string): string | null => {
    if (text.includes('/* planned each time */') || named.size >= mostPlans) return null
    if (!seen.has(text)) {
      if (seen.size < mostTexts) seen.add(text)
      return null
    }
    const name = nameOf(text)
    named.set(text, name)
    return name
  }
  client.query = query as typeof client.query
}
