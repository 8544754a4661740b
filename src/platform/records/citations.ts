import { sql } from 'kysely'
import { newId } from '#platform/db'
import { Problem } from '#platform/problem'
import type { ValueClass } from './definition.ts'
import { readRecord } from './read-record.ts'
import { classOf, fieldOf } from './schema.ts'
import { type Tx, typeOf } from './tx.ts'

/** Where a value comes from: a source record, the place in it, the words as written, and how far it is trusted. */
export interface Citation {
  readonly id: string
  readonly field: string
  readonly sourceId: string | null
  readonly sourceTitle: string | null
  readonly locator: string | null
  readonly quote: string | null
  readonly reliability: string | null
  readonly note: string | null
}

export interface NewCitation {
  /** Where it had one before: it comes back from a file. */
  readonly id?: string
  readonly recordId: string
  readonly field: string
  readonly sourceId?: string
  readonly locator?: string
  readonly quote?: string
  readonly reliability?: string
  readonly note?: string
  /** The class of the quoted words where it is higher than the field's own ("Nicaragua, exiled in Catalonia" is a location). */
  readonly class?: ValueClass
}

/** Adds citations to records that stand at version `since`. One statement for any number. */
export async function insertCitations(
  tx: Tx,
  citations: readonly (NewCitation & { readonly class: ValueClass })[],
  since: number,
) {
  if (citations.length === 0) return
  await tx.sql
    .insertInto('citation')
    .values(
      citations.map((c) => ({
        org_id: tx.actor.orgId,
        id: c.id ?? newId(),
        record_id: c.recordId,
        field: c.field,
        source_id: c.sourceId ?? null,
        locator: c.locator ?? null,
        quote: c.quote ?? null,
        reliability: c.reliability ?? null,
        note: c.note ?? null,
        class: c.class,
        since,
        until: null,
      })),
    )
    .execute()
}

// A citation is kept in clear: of what is sealed it may say which source, and nothing of what it says.
const notInClear = {
  en: 'Of a sealed value only the source can be named: the words beside it would be kept in clear.',
  es: 'De un valor sellado solo se puede indicar la fuente: las palabras quedarían guardadas sin cifrar.',
  ca: "D'un valor segellat només es pot indicar la font: les paraules quedarien desades sense xifrar.",
}

/** Says where a value of a record comes from. */
export async function cite(tx: Tx, given: NewCitation): Promise<void> {
  const record = await readRecord(tx, given.recordId)
  const field = fieldOf(typeOf(tx, record.type), given.field)
  if (!field) throw new Problem('not_found')
  if (classOf(field) === 'sealed' && [given.quote, given.locator, given.note].some((words) => words?.trim()))
    throw new Problem('invalid', { fields: [{ field: given.field, message: notInClear }] })
  if (given.sourceId) {
    const source = await readRecord(tx, given.sourceId)
    if (source.deletedAt) throw new Problem('not_found')
  }
  await insertCitations(tx, [{ ...given, class: given.class ?? classOf(field) }], record.version)
}

/** Ends a citation; what it said stays in the history. */
export async function closeCitation(tx: Tx, recordId: string, id: string): Promise<void> {
  const record = await readRecord(tx, recordId)
  await tx.sql
    .updateTable('citation')
    .set({ until: record.version + 1 })
    .where('org_id', '=', tx.actor.orgId)
    .where('record_id', '=', recordId)
    .where('id', '=', id)
    .where('until', 'is', null)
    .execute()
}

/** The citations of a record as they stand, by field. A source that the reader may not see is not named. */
export async function readCitations(
  tx: Tx,
  recordId: string,
): Promise<ReadonlyMap<string, readonly Citation[]>> {
  const { rows } = await sql<Citation>`
    select c.id, c.field, s.id as "sourceId", s.title as "sourceTitle", c.locator, c.quote, c.reliability, c.note
      from citation c left join record s on s.org_id = c.org_id and s.id = c.source_id
     where c.org_id = ${tx.actor.orgId}::uuid and c.record_id = ${recordId}::uuid and c.until is null
     order by c.id`.execute(tx.sql)
  const byField = new Map<string, Citation[]>()
  for (const row of rows) byField.set(row.field, [...(byField.get(row.field) ?? []), row])
  return byField
}
