import { sql } from 'kysely'
import type { Tx } from '#platform/records'

/** A name that may not stand where it does: by the words of it that do. */
export interface NotToBeNamed {
  /** The text itself, or the quotation, correction or section in which it stands. */
  readonly recordId: string
  /** The words found, folded and by the alphabet: `neva toralin`. */
  readonly name: string
  /** Silence is asked, or not yet decided; or a person of the text's cases who has not agreed. */
  readonly why: 'silence' | 'consent'
}

/**
 * Whom a text for the public (`public_text`, `campaign`) and what belongs to it name that may not be named, looked for in
 * its words by every name under which the house knows them, those included that the asker may not see. Of a name only
 * the words that the text has are told. Empty: nothing stands against it.
 */
export async function findWithheldHere(tx: Tx, recordId: string): Promise<readonly NotToBeNamed[]> {
  const { rows } = await sql<NotToBeNamed>`
    select record_id as "recordId", name, why from not_to_be_named(${recordId}::uuid) order by why desc, name`.execute(
    tx.sql,
  )
  return rows
}
