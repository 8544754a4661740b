import { sql } from 'kysely'
import type { Tx } from '#platform/records'

/** How often a page was read: in the last seven and thirty days. */
export interface PageReaders {
  readonly page: string
  readonly week: number
  readonly month: number
}

/** The pages read most in the last thirty days, a hundred of them. Times a page was given, not people. */
export async function readReaders(tx: Tx): Promise<readonly PageReaders[]> {
  const { rows } = await sql<PageReaders>`
    select page, coalesce(sum(readers) filter (where day > current_date - 7), 0)::int as week, sum(readers)::int as month
      from page_count where org_id = ${tx.actor.orgId}::uuid and day > current_date - 30
     group by page order by 3 desc, 1 limit 100`.execute(tx.sql)
  return rows
}
