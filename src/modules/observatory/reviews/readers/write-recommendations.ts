import { sql } from 'kysely'
import type { Tx } from '#platform/records'
import type { Recommendation } from './recommendation.ts'

/** Rows of one statement; texts are long, so that this is about a megabyte. */
export const batchSize = 500

/**
 * Writes recommendations of a file and their senders. Those whose key the file has already are not written again.
 *
 * @returns the rows of the source that were left out for that
 */
export async function writeRecommendations(
  tx: Tx,
  fileId: string,
  all: readonly Recommendation[],
): Promise<readonly Recommendation[]> {
  if (all.length === 0) return []
  const org = sql`${tx.actor.orgId}::uuid`
  const { rows } = await sql<{ readonly row: number }>`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(all, storable)}::jsonb) as r(
        key text, mechanism text, body text, polity text, cycle int, session text, year int, number text, text text,
        language text, senders text[], response text, "responseSaid" text, action int, issues text[], groups text[],
        goals text[], symbol text, details jsonb, row int)
    ), written as (
      insert into observatory_recommendation (org_id, file_id, key, mechanism, body, polity, cycle, session, year, number, text,
        language, senders, response, response_said, action, issues, groups, goals, symbol, details, source_row)
      select ${org}, ${fileId}::uuid, key, mechanism, body, polity, cycle, session, year, number, text,
        language, senders, response, "responseSaid", action, issues, groups, goals, symbol, details, row from given
      on conflict do nothing
      returning key, source_row as row, senders
    ), sent as (
      insert into observatory_sender (org_id, file_id, key, sender)
      select distinct ${org}, ${fileId}::uuid, key, sender from written, unnest(senders) as sender
    )
    select row from written`.execute(tx.sql)
  if (rows.length === all.length) return []
  const written = new Set(rows.map(({ row }) => row))
  return all.filter(({ row }) => !written.has(row))
}

/** What the database cannot keep in a text: the character zero, and halves of characters. */
const storable = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value
