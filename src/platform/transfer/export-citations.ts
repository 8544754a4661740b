import { sql } from 'kysely'
import type { Tx, ValueClass } from '#platform/records'

/** A citation as it stands in a file of ours. */
export interface CarriedCitation {
  readonly id: string
  readonly record: string
  readonly field: string
  readonly source: string | null
  readonly locator: string | null
  readonly quote: string | null
  readonly reliability: string | null
  readonly note: string | null
  readonly class: ValueClass
}

/** What a file of ours takes along beside its records. */
export interface Beside {
  readonly classes: ReadonlySet<ValueClass>
  /** Nothing that came about after this id was given out: what a second person approved had none of it. */
  readonly before?: string | undefined
}

/** The columns of a table of citations: `citationsHeader` holds the id. */
export const citationParts = [
  'record',
  'field',
  'source',
  'locator',
  'quote',
  'reliability',
  'note',
  'class',
] as const

/**
 * The citations of records as they stand, of the classes that may leave, in the order of the records. A source that the
 * actor may not see is not named; of a sealed value nothing is said.
 */
export async function readCarried(
  tx: Tx,
  ids: readonly string[],
  { classes, before }: Beside,
): Promise<readonly CarriedCitation[]> {
  const open = [...classes].filter((one) => one !== 'sealed')
  const { rows } = await sql<CarriedCitation>`
    select c.id, c.record_id as record, c.field, s.id as source, c.locator, c.quote, c.reliability, c.note, c.class
      from citation c left join record s on s.org_id = c.org_id and s.id = c.source_id
     where c.org_id = ${tx.actor.orgId}::uuid and c.record_id = any(${[...ids]}::uuid[]) and c.until is null
       and c.class = any(${open}::text[]) ${before === undefined ? sql`` : sql`and c.id < ${before}::uuid`}
     order by array_position(${[...ids]}::uuid[], c.record_id), c.id`.execute(tx.sql)
  return rows
}
