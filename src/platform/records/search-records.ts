import { sql } from 'kysely'
import { plannedEachTime } from '#platform/db'
import { noteSearch } from '#platform/ledger'
import { fold } from './fold.ts'
import { countLimit } from './hits.ts'
import type { Tx } from './tx.ts'

/** The best finds of one type. */
export interface FoundOfType {
  readonly type: string
  readonly rows: readonly { readonly id: string; readonly title: string }[]
  /** How many there are among the best `countLimit` finds of all types. */
  readonly count: number
}

/** What a search of everything gives: by type, in the order of the schema. */
export interface Found {
  readonly types: readonly FoundOfType[]
  /** Nothing had exactly these words; what is there has names that are similar. */
  readonly similar: boolean
}

/** The best finds of a text among the records of all types, `each` of a type. One statement, two when nothing is exact. */
export async function searchRecords(tx: Tx, text: string, each = 8): Promise<Found> {
  const words = fold(text)
  if (words === '') return { types: [], similar: false }
  await noteSearch(tx, null, text)
  const exact = await findIn(tx, words, false, each)
  return exact.length > 0
    ? { types: exact, similar: false }
    : { types: await findIn(tx, words, true, each), similar: true }
}

async function findIn(
  tx: Tx,
  words: string,
  similar: boolean,
  each: number,
): Promise<readonly FoundOfType[]> {
  const types = [...tx.schema.types.keys()]
  const { rows } = await sql<{ id: string; title: string; type: string; total: number }>`
    ${plannedEachTime} with hits as materialized (
      select record_id, rank from search_records(${words}, ${similar}, ${types}::text[], ${countLimit + 1}))
    select id, title, type, total from (
      select r.id, r.title, r.type, count(*) over (partition by r.type)::int as total,
             row_number() over (partition by r.type order by h.rank desc, r.id) as place
        from hits h join record r on r.org_id = ${tx.actor.orgId}::uuid and r.id = h.record_id and r.deleted_at is null) found
     where place <= ${each} order by place`.execute(tx.sql)
  return types.flatMap((type) => {
    const own = rows.filter((row) => row.type === type)
    return own[0] ? [{ type, rows: own.map(({ id, title }) => ({ id, title })), count: own[0].total }] : []
  })
}
