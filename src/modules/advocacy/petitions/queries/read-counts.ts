import { sql } from 'kysely'
import type { Tx } from '#platform/records'

/** Signatures of a petition as staff see them: numbers alone. */
export interface SignatureCounts {
  readonly confirmed: number
  readonly invalidated: number
  readonly withdrawn: number
  /** Put in, the mail not answered yet. */
  readonly waiting: number
  readonly organisations: number
  /** Nationals and residents of the states addressed, among the confirmed. */
  readonly ofState: number
  /** Who cleared their name for the addressees. */
  readonly delivered: number
  readonly named: number
  /** Who asked to be told, and whose address is still kept. */
  readonly news: number
}

/** By state of a signature and by what was agreed. */
export async function readCounts(tx: Tx, petitionId: string): Promise<SignatureCounts> {
  const { rows } = await sql<Record<keyof SignatureCounts, string>>`
    select count(*) filter (where state = 'confirmed') as confirmed,
           count(*) filter (where state = 'invalidated') as invalidated,
           count(*) filter (where state = 'withdrawn') as withdrawn,
           count(*) filter (where state = 'confirmed' and signer = 'organisation') as organisations,
           count(*) filter (where state = 'confirmed' and of_state) as "ofState",
           count(*) filter (where state = 'confirmed' and deliver) as delivered,
           count(*) filter (where state = 'confirmed' and shown is not null) as named,
           count(*) filter (where state = 'confirmed' and wants_news) as news,
           (select count(*) from signature_offer o
             where o.org_id = ${tx.actor.orgId}::uuid and o.petition_id = ${petitionId}::uuid
               and o.signature_id is null and o.withdrawn_at is null and o.expires_at > now()) as waiting
      from signature where org_id = ${tx.actor.orgId}::uuid and petition_id = ${petitionId}::uuid`.execute(
    tx.sql,
  )
  return Object.fromEntries(
    Object.entries(rows[0] ?? {}).map(([name, value]) => [name, Number(value)]),
  ) as unknown as SignatureCounts
}

/** How many confirmed on each day of UTC, the last 60 that had any, oldest first. */
export async function readDays(
  tx: Tx,
  petitionId: string,
): Promise<readonly { readonly day: string; readonly count: number }[]> {
  const { rows } = await sql<{ day: string; count: number }>`
    select day, count from (
      select ((confirmed_at at time zone 'utc')::date)::text as day, count(*)::int as count from signature
       where org_id = ${tx.actor.orgId}::uuid and petition_id = ${petitionId}::uuid and state = 'confirmed'
       group by 1 order by 1 desc limit 60) d order by day`.execute(tx.sql)
  return rows
}

/** How many from each country, most first; null: not said. */
export async function readCountries(
  tx: Tx,
  petitionId: string,
): Promise<readonly { readonly country: string | null; readonly count: number }[]> {
  const { rows } = await sql<{ country: string | null; count: number }>`
    select country, count(*)::int as count from signature
     where org_id = ${tx.actor.orgId}::uuid and petition_id = ${petitionId}::uuid and state = 'confirmed'
     group by 1 order by 2 desc, 1 nulls last`.execute(tx.sql)
  return rows
}

/** What will have had its time at a moment: the same question that the daily run asks. */
export async function readDue(
  tx: Tx,
  petitionId: string,
  at: Date,
): Promise<{ readonly addresses: number; readonly names: number }> {
  const { rows } = await sql<{ what: string; many: string }>`
    select what, many from signatures_due_count(${at.toISOString()}::timestamptz)
     where petition_id = ${petitionId}::uuid`.execute(tx.sql)
  const of = (what: string) => Number(rows.find((row) => row.what === what)?.many ?? 0)
  return { addresses: of('addresses'), names: of('names') }
}
