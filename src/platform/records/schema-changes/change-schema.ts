import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { mayAdminister } from '#platform/access'
import { writeLedger } from '#platform/ledger'
import { type FieldProblem, Problem } from '#platform/problem'
import { readSchema } from '../load-schema.ts'
import type { Schema } from '../schema.ts'
import type { Tx } from '../tx.ts'
import { ruleWords } from './rule-words.ts'
import { typesToReindex } from './types-to-reindex.ts'

/** What a change of the schema leaves. */
export interface SchemaChange {
  readonly schema: Schema
  /** Types whose records hold keys, words or titles that the old definitions made: see `reindexRecords`. */
  readonly reindex: readonly string[]
  /** Nothing was different: nothing was written. */
  readonly unchanged?: true
}

/** What is written down of a change. */
export interface ChangeEntry {
  readonly what: 'type' | 'field' | 'order' | 'section' | 'vocabulary' | 'term' | 'thesaurus' | 'retention'
  /** `person`, `person.nickname`, `countries.AR` */
  readonly name: string
  readonly before: unknown
  readonly after: unknown
}

/**
 * One change of an organisation's schema. Changes go one after another: the second waits for the first and sees what
 * it left. `action` writes its rows and gives what to write down, or null when there was nothing to change. All
 * processes read the new schema at their next request, because its version has moved.
 */
export async function changeSchema(
  tx: Tx,
  shipped: Schema,
  action: (before: Schema) => Promise<ChangeEntry | readonly ChangeEntry[] | null>,
): Promise<SchemaChange> {
  // The operator is the machine's own command line; all others act through the administrators' screens.
  if (!mayAdminister(tx.actor)) throw new Problem('forbidden')
  const org = await tx.sql
    .selectFrom('org')
    .select('languages')
    .where('id', '=', tx.actor.orgId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!org) throw new Problem('not_found')
  const read = () => readSchema(tx.sql, tx.actor.orgId, shipped, org.languages)
  const before = await read()
  const done = await action(before)
  const entries = Array.isArray(done) ? (done as readonly ChangeEntry[]) : done ? [done as ChangeEntry] : []
  if (entries.length === 0) return { schema: before, reindex: [], unchanged: true }
  await tx.sql
    .updateTable('org')
    .set({ schema_version: sql<number>`schema_version + 1` })
    .where('id', '=', tx.actor.orgId)
    .execute()
  for (const entry of entries) await writeLedger(tx, 'schema.change', null, { ...entry })
  const schema = await read()
  return { schema, reindex: typesToReindex(before, schema) }
}

/** Plain data with its keys in one order: the database keeps them in its own. */
const inOneOrder = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(inOneOrder)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, one]) => [key, inOneOrder(one)]),
        )
      : value

/** Whether two pieces of plain data say the same. */
export const sameData = (a: unknown, b: unknown): boolean =>
  JSON.stringify(inOneOrder(a)) === JSON.stringify(inOneOrder(b))

/** A short mark of how something was when a form showed it, to notice that someone else has changed it since. */
export const fingerprint = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(inOneOrder(value)) ?? '')
    .digest('base64url')
    .slice(0, 16)

/** Throws `stale`, with the current state, when what the person saw is no longer what there is. */
export function requireSeen(current: unknown, seen: string | undefined): void {
  if (seen !== undefined && seen !== fingerprint(current))
    throw new Problem('stale', { explanation: ruleWords.stale, data: { current } })
}

/** Throws `invalid` when there are problems. */
export function requireNone(problems: readonly FieldProblem[]): void {
  if (problems.length > 0) throw new Problem('invalid', { fields: problems })
}
