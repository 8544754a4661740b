import { sql } from 'kysely'
import { newId } from '#platform/db'
import type { Tx } from '#platform/records'
import type { SeriesDefinition } from '../reading/reading.ts'
import type { ReadSeries } from '../reading/read-values.ts'

/** Rows of one statement. */
const batch = 20_000

/**
 * Writes what was read of a file: each measure by its code, so that it stays the same one from edition to edition, then its
 * values. What a measure is called follows the newest file.
 */
export async function writeSeries(
  tx: Tx,
  fileId: string,
  dataset: string,
  series: readonly ReadSeries[],
  progress: (values: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<void> {
  let done = 0
  for (const { reading, values } of series) {
    signal?.throwIfAborted()
    const id = await seriesId(tx, dataset, reading.series)
    for (let from = 0; from < values.length; from += batch) {
      const part = values.slice(from, from + batch)
      await sql`
        insert into observatory_value (org_id, file_id, series_id, polity, year, value, low, high, said, source_row)
        select ${tx.actor.orgId}::uuid, ${fileId}::uuid, ${id}::uuid, x.*
          from unnest(${part.map((one) => one.polity)}::text[], ${part.map((one) => one.year)}::int[],
            ${part.map((one) => one.value)}::float8[], ${part.map((one) => one.low)}::float8[],
            ${part.map((one) => one.high)}::float8[], ${part.map((one) => one.said)}::text[],
            ${part.map((one) => one.row)}::int[]) x`.execute(tx.sql)
      done += part.length
      progress(done)
    }
    const years = values.map(({ year }) => year)
    await sql`
      insert into observatory_series_file (org_id, file_id, series_id, source_column, values, states, first_year, last_year)
      values (${tx.actor.orgId}::uuid, ${fileId}::uuid, ${id}::uuid, ${reading.column}, ${values.length},
        ${new Set(values.map(({ polity }) => polity)).size}, ${years.reduce((a, b) => Math.min(a, b), Infinity)},
        ${years.reduce((a, b) => Math.max(a, b), -Infinity)})`.execute(tx.sql)
  }
}

async function seriesId(tx: Tx, dataset: string, series: SeriesDefinition): Promise<string> {
  const {
    label,
    author,
    description = {},
    unit = '',
    scale,
    lowest = null,
    highest = null,
    better = '',
  } = series
  const classes = Object.fromEntries((series.classes ?? []).map((one) => [String(one.value), one.label]))
  const { rows } = await sql<{ readonly id: string }>`
    insert into observatory_series (org_id, id, dataset, code, label, author, description, unit, scale, lowest, highest, better, classes)
    values (${tx.actor.orgId}::uuid, ${newId()}::uuid, ${dataset}, ${series.code}, ${JSON.stringify(label)}::jsonb, ${author},
      ${JSON.stringify(description)}::jsonb, ${unit}, ${scale}, ${lowest}, ${highest}, ${better}, ${JSON.stringify(classes)}::jsonb)
    on conflict (org_id, dataset, code) do update set label = excluded.label, author = excluded.author,
      description = excluded.description, unit = excluded.unit, scale = excluded.scale, lowest = excluded.lowest,
      highest = excluded.highest, better = excluded.better, classes = excluded.classes
    returning id`.execute(tx.sql)
  const [row] = rows
  if (!row) throw new Error('a series was not written')
  return row.id
}
