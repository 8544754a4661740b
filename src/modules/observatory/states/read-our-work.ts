import { sql } from 'kysely'
import { plannedEachTime } from '#platform/db'
import type { Tx } from '#platform/records'

/** The types whose country says of which state they are. */
export const ownTypes = ['case', 'event', 'public_text'] as const
export type OwnType = (typeof ownTypes)[number]

/** How much of the organisation's own work is about a state (ISO alpha-2), of what the reader may see. */
export interface OurWork {
  readonly counts: Readonly<Record<OwnType, number>>
  readonly submissions: number
}

/** Counts records of a state and the submissions on its cases. One query. */
export async function readOurWork(tx: Tx, country: string): Promise<OurWork> {
  const { rows } = await sql<{ readonly what: string; readonly n: number }>`
    ${plannedEachTime} with of_state as materialized (
      select k.type, k.record_id from record_key k
       where k.org_id = ${tx.actor.orgId}::uuid and k.type = any(${[...ownTypes]}::text[]) and k.field = 'country' and k.key = ${country})
    select type as what, count(*)::int as n from of_state group by type
    union all
    select 'submission', count(distinct r.id)::int
      from of_state c
      join link l on l.org_id = ${tx.actor.orgId}::uuid and l.to_id = c.record_id and l.belongs and l.until is null
      join record r on r.org_id = l.org_id and r.id = l.from_id and r.type = 'submission'
       and r.deleted_at is null and r.merged_into is null
     where c.type = 'case'`.execute(tx.sql)
  const of = (what: string): number => rows.find((row) => row.what === what)?.n ?? 0
  return {
    counts: { case: of('case'), event: of('event'), public_text: of('public_text') },
    submissions: of('submission'),
  }
}

/** How many cases of each state (ISO alpha-2) the reader may see. */
export async function countCases(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ readonly key: string; readonly n: number }>`
    select key, count(*)::int as n from record_key
     where org_id = ${tx.actor.orgId}::uuid and type = 'case' and field = 'country' group by key`.execute(
    tx.sql,
  )
  return new Map(rows.map(({ key, n }) => [key, n]))
}
