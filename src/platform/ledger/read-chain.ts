import { type Transaction, sql } from 'kysely'
import type { Tables } from '#platform/db'
import type { ChainedText } from './entry-hash.ts'

/** An entry as it lies in the database: what is hashed, what the hash is said to be, and when, for people. */
export interface LyingEntry extends ChainedText {
  readonly hash: string
  /** ISO 8601 with microseconds, UTC. */
  readonly time: string
}

const columns = sql.raw(`
  l.org_id::text as org, l.place::text as place, l.seq::text as seq,
  trim_scale(extract(epoch from l.at) * 1000000)::text as at, l.account_id::text as account, l.act,
  l.subject::text as subject, l.detail::text as detail, coalesce(encode(l.previous, 'hex'), '') as previous,
  coalesce(encode(l.hash, 'hex'), '') as hash,
  to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as time`)

const batch = 1000

/**
 * An organisation's chain from its first place on (or from after `after` on), in memory that does not grow with it.
 * Entries with the same place, which there cannot be while the database's index stands, come in the order of writing.
 */
export async function* readChain(
  trx: Transaction<Tables>,
  orgId: string,
  after = '-9223372036854775808',
): AsyncGenerator<LyingEntry> {
  let last = { place: after, seq: '9223372036854775807' }
  for (;;) {
    const { rows } = await sql<LyingEntry>`
      select ${columns} from ledger l
       where l.org_id = ${orgId}::uuid and l.place is not null
         and (l.place, l.seq) > (${last.place}::bigint, ${last.seq}::bigint)
       order by l.place, l.seq limit ${batch}`.execute(trx)
    yield* rows
    const end = rows.at(-1)
    if (!end || rows.length < batch) return
    last = end
  }
}

/** Entries that stand in no chain. Every transaction gives its entries a place before it ends: there should be none. */
export async function readUnchained(
  trx: Transaction<Tables>,
  orgId: string,
  limit: number,
): Promise<readonly LyingEntry[]> {
  const { rows } = await sql<LyingEntry>`
    select ${columns} from ledger l where l.org_id = ${orgId}::uuid and l.place is null order by l.seq limit ${limit}`.execute(
    trx,
  )
  return rows.map((row) => ({ ...row, place: '' }))
}
