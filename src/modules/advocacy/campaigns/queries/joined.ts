import { sql } from 'kysely'
import { type RecordView, type Reference, type Tx, readRecords, valuesOf } from '#platform/records'

/** Records that a campaign joins, those that the reader may see. */
export interface Joined {
  /** By their record type: what points at the campaign (publications, petitions). */
  readonly pointing: ReadonlyMap<string, readonly RecordView[]>
  /** By the campaign's own field: submissions, events, requests for recognition. */
  readonly pointed: ReadonlyMap<string, readonly RecordView[]>
}

const most = 200

/** Reads what a campaign joins, whichever side says so. */
export async function readJoined(tx: Tx, campaign: RecordView): Promise<Joined> {
  const { rows } = await sql<{ id: string }>`
    select distinct r.id from link l join record r on r.org_id = l.org_id and r.id = l.from_id
     where l.org_id = ${tx.actor.orgId}::uuid and l.to_id = ${campaign.id}::uuid and l.field = 'campaign'
       and l.until is null and r.deleted_at is null and r.merged_into is null limit ${most}`.execute(tx.sql)
  const pointing = new Map<string, RecordView[]>()
  for (const record of await readRecords(
    tx,
    rows.map(({ id }) => id),
  )) {
    const list = pointing.get(record.type) ?? []
    pointing.set(record.type, list)
    list.push(record)
  }
  const pointed = new Map<string, readonly RecordView[]>()
  for (const field of ['submissions', 'events', 'recognitions'])
    pointed.set(
      field,
      (
        await readRecords(
          tx,
          (valuesOf(campaign.values[field]) as readonly Reference[]).map(({ to }) => to),
        )
      ).filter(({ deletedAt }) => deletedAt === null),
    )
  return { pointing, pointed }
}
