import { sql } from 'kysely'
import type { Labels } from '#platform/i18n'
import type { Tx } from '#platform/records'
import type { ClassValue } from '../class-table.ts'

/** An index that puts states into classes, with the file in use that it is read from. */
export interface ClassSeries {
  readonly id: string
  readonly dataset: string
  readonly code: string
  readonly label: Labels
  /** Who says so: labels carry their author. */
  readonly author: string
  readonly scale: 'order' | 'class'
  readonly classes: Readonly<Record<string, Labels>>
  readonly better: '' | 'higher' | 'lower'
}

/** `vdem:v2x_regime`: how an address names a series. */
export const seriesKey = ({ dataset, code }: Pick<ClassSeries, 'dataset' | 'code'>): string =>
  `${dataset}:${code}`

/** The series that are asked about when an address names none. */
const first = 'vdem:v2x_regime'

/** Every series of classes that a file in use gives values of; V-Dem's regimes first. */
export async function readClassSeries(tx: Tx): Promise<readonly ClassSeries[]> {
  const { rows } = await sql<ClassSeries>`
    select s.id, s.dataset, s.code, s.label, s.author, s.scale, s.classes, s.better from observatory_series s
     where s.org_id = ${tx.actor.orgId}::uuid and s.scale in ('order', 'class') and s.classes <> '{}'
       and exists (select 1 from observatory_file f where f.org_id = s.org_id and f.dataset = s.dataset and f.superseded_by is null)
     order by s.dataset, s.code`.execute(tx.sql)
  return rows.toSorted((a, b) => Number(seriesKey(b) === first) - Number(seriesKey(a) === first))
}

/** The classes of a series in order, with their words. */
export const classesOf = ({
  classes,
}: ClassSeries): readonly { readonly value: number; readonly label: Labels }[] =>
  Object.entries(classes)
    .map(([value, label]) => ({ value: Number(value), label }))
    .toSorted((a, b) => a.value - b.value)

/** Where values are read: the file of a series. */
export interface ValueFile {
  readonly id: string
  readonly name: string
  readonly version: string
  readonly sha256: string
  readonly dataUntil: string
}

/** Values of a series from a year on, of the files in use, and these files. Two statements. */
export async function readClassValues(
  tx: Tx,
  seriesId: string,
  from: number,
): Promise<{ readonly values: readonly ClassValue[]; readonly files: readonly ValueFile[] }> {
  const org = sql`${tx.actor.orgId}::uuid`
  const { rows } = await sql<ClassValue & { readonly file: string }>`
    select v.polity, v.year, v.value, v.file_id as file from observatory_value v
      join observatory_file f on f.org_id = v.org_id and f.id = v.file_id and f.superseded_by is null
     where v.org_id = ${org} and v.series_id = ${seriesId}::uuid and v.year >= ${from} and v.value is not null
     order by f.imported_at`.execute(tx.sql)
  const ids = [...new Set(rows.map(({ file }) => file))]
  const { rows: files } = await sql<ValueFile>`
    select id, name, version, sha256, data_until as "dataUntil" from observatory_file
     where org_id = ${org} and id = any(${ids}::uuid[])`.execute(tx.sql)
  return { values: rows, files }
}
