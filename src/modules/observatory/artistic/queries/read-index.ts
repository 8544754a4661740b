import { sql } from 'kysely'
import type { Labels } from '#platform/i18n'
import type { Tx } from '#platform/records'

/** V-Dem's measure of freedom of academic and cultural expression. */
export const culturalExpression = 'v2clacfree'

/** What a measure says of a state in a year, and from where. */
export interface IndexValue {
  readonly polity: string
  readonly year: number
  readonly value: number
  readonly low: number | null
  readonly high: number | null
  readonly fileId: string
  readonly seriesId: string
  readonly file: string
  readonly row: number
  readonly label: Labels
  readonly author: string
}

/**
 * The latest value of the measure for each of some states, in the year asked or before it, from the files in use. Empty
 * where it was not imported. One query.
 */
export async function readIndex(
  tx: Tx,
  polities: readonly string[],
  year: number | null,
): Promise<ReadonlyMap<string, IndexValue>> {
  if (polities.length === 0) return new Map()
  const { rows } = await sql<IndexValue>`
    select distinct on (v.polity) v.polity, v.year, v.value, v.low, v.high, v.file_id as "fileId", v.series_id as "seriesId",
           f.name as file, v.source_row as row, s.label, s.author
      from observatory_series s
      join observatory_value v on v.org_id = s.org_id and v.series_id = s.id and v.polity = any(${[...polities]}::text[])
       and v.value is not null and v.year <= ${year ?? 9_999}
      join observatory_file f on f.org_id = v.org_id and f.id = v.file_id and f.superseded_by is null
     where s.org_id = ${tx.actor.orgId}::uuid and s.code = ${culturalExpression}
     order by v.polity, v.year desc, s.dataset`.execute(tx.sql)
  return new Map(rows.map((row) => [row.polity, row]))
}
