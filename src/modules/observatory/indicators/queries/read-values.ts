import { sql } from 'kysely'
import { plannedEachTime } from '#platform/db'
import type { Tx } from '#platform/records'

/** A value of a file in use. */
export interface Value {
  readonly seriesId: string
  readonly fileId: string
  readonly polity: string
  readonly year: number
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  /** As the source writes it, where that is more than the number; why there is none, where it says so. */
  readonly said: string | null
  readonly row: number
}

const valueColumns = sql`v.series_id as "seriesId", v.file_id as "fileId", v.polity, v.year, v.value, v.low, v.high, v.said,
  v.source_row as row`

/**
 * Values of measures from the files in use: of some states, of a year, or all. Where two files in use say something of the
 * same state and year, both are given: sources are never merged.
 */
export async function readValuesOf(
  tx: Tx,
  seriesIds: readonly string[],
  where: {
    readonly polities?: readonly string[]
    readonly year?: number
    readonly fileId?: string
    readonly until?: number
  },
): Promise<readonly Value[]> {
  if (seriesIds.length === 0) return []
  const { polities, year, fileId, until } = where
  const { rows } = await sql<Value>`
    ${plannedEachTime} select ${valueColumns} from observatory_value v
      join observatory_file f on f.org_id = v.org_id and f.id = v.file_id
     where v.org_id = ${tx.actor.orgId}::uuid and v.series_id = any(${[...seriesIds]}::uuid[]) and f.superseded_by is null
       ${polities === undefined ? sql`` : sql`and v.polity = any(${[...polities]}::text[])`}
       ${year === undefined ? sql`` : sql`and v.year = ${year}`}
       ${until === undefined ? sql`` : sql`and v.year <= ${until}`}
       ${fileId === undefined ? sql`` : sql`and v.file_id = ${fileId}::uuid`}
     order by v.series_id, v.polity, v.year`.execute(tx.sql)
  return rows
}

/** One value with the file that it came from, superseded ones too; null when there is none. */
export async function readOneValue(
  tx: Tx,
  of: { readonly fileId: string; readonly seriesId: string; readonly polity: string; readonly year: number },
) {
  const { rows } = await sql<
    Value & {
      readonly file: string
      readonly version: string
      readonly sha256: string
      readonly column: string
      readonly superseded: boolean
      readonly importedAt: Date
    }
  >`
    select ${valueColumns}, f.name as file, f.version, f.sha256, p.source_column as column,
           f.superseded_by is not null as superseded, f.imported_at as "importedAt"
      from observatory_value v
      join observatory_file f on f.org_id = v.org_id and f.id = v.file_id
      join observatory_series_file p on p.org_id = v.org_id and p.file_id = v.file_id and p.series_id = v.series_id
     where v.org_id = ${tx.actor.orgId}::uuid and v.file_id = ${of.fileId}::uuid and v.series_id = ${of.seriesId}::uuid
       and v.polity = ${of.polity} and v.year = ${of.year}`.execute(tx.sql)
  return rows[0] ?? null
}
