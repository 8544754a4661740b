import { type Transaction, sql } from 'kysely'
import type { Tables } from '#platform/db'

/** A record that somebody was shown, and what of it is not for everyone. */
export interface Reading {
  readonly id: string
  readonly restricted: boolean
  /** The classes of value, other than open, that it showed. */
  readonly classes: readonly string[]
}

/**
 * Writes down that the person was shown these records; those with nothing that is not for everyone are left out.
 * Each once a session and day, so that the ledger can still be read.
 */
export async function noteReadings(
  tx: { readonly sql: Transaction<Tables>; readonly sessionId?: string },
  readings: readonly Reading[],
): Promise<void> {
  const kept = readings.filter(({ restricted, classes }) => restricted || classes.length > 0)
  if (kept.length === 0) return
  const rows = kept.map(({ id, restricted, classes }) => ({
    id,
    detail: { restricted, classes: classes.toSorted(), session: tx.sessionId ?? null },
  }))
  await sql`select note_readings(${JSON.stringify(rows)}::jsonb)`.execute(tx.sql)
}
