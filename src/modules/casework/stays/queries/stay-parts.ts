import { sql } from 'kysely'
import { type RecordView, type Tx, readRecords } from '#platform/records'

/** The parts of a stay that the reader sees, by type, oldest first within each. */
export type StayParts = ReadonlyMap<string, readonly RecordView[]>

/** Reads all that belongs to a stay, but what is in the trash. */
export async function readStayParts(tx: Tx, stayId: string): Promise<StayParts> {
  const { rows } = await sql<{ id: string }>`
    select r.id from link l join record r on r.org_id = l.org_id and r.id = l.from_id
     where l.org_id = ${tx.actor.orgId}::uuid and l.to_id = ${stayId}::uuid and l.field = 'stay' and l.until is null
       and r.type like 'refuge\_%' and r.deleted_at is null and r.merged_into is null
     order by r.created_at, r.id`.execute(tx.sql)
  const parts = new Map<string, RecordView[]>()
  for (const part of await readRecords(
    tx,
    rows.map(({ id }) => id),
  ))
    parts.set(part.type, [...(parts.get(part.type) ?? []), part])
  return parts
}

/** The parts of one type. */
export const partsOf = (parts: StayParts, type: string): readonly RecordView[] => parts.get(type) ?? []
