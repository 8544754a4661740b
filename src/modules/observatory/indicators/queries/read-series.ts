import { sql } from 'kysely'
import type { Labels, Language } from '#platform/i18n'
import { label } from '#platform/i18n'
import type { Tx } from '#platform/records'

/** A measure as it is kept. */
export interface Series {
  readonly id: string
  readonly dataset: string
  readonly code: string
  readonly label: Labels
  readonly author: string
  readonly description: Partial<Labels>
  readonly unit: string
  readonly scale: 'number' | 'order' | 'class'
  readonly lowest: number | null
  readonly highest: number | null
  readonly better: '' | 'higher' | 'lower'
  /** Words of its values, by the value. */
  readonly classes: Readonly<Record<string, Labels>>
}

/** What one file in use says of a measure. */
export interface SeriesSource {
  readonly fileId: string
  readonly file: string
  readonly version: string
  readonly sha256: string
  readonly scope: string
  readonly column: string
  readonly values: number
  readonly states: number
  readonly firstYear: number
  readonly lastYear: number
}

/** A measure with the files in use that hold it, the newest years first. */
export interface SourcedSeries extends Series {
  readonly sources: readonly SeriesSource[]
}

const seriesColumns = sql`s.id, s.dataset, s.code, s.label, s.author, s.description, s.unit, s.scale, s.lowest, s.highest,
  s.better, s.classes`

/** Every measure of the files in use, by dataset and label; of one dataset and code where they are given. */
export async function readSeries(
  tx: Tx,
  of?: { readonly dataset: string; readonly code: string },
): Promise<readonly SourcedSeries[]> {
  const { rows } = await sql<Series & SeriesSource>`
    select ${seriesColumns}, f.id as "fileId", f.name as file, f.version, f.sha256, f.scope, p.source_column as column, p.values,
           p.states, p.first_year as "firstYear", p.last_year as "lastYear"
      from observatory_series_file p
      join observatory_series s on s.org_id = p.org_id and s.id = p.series_id
      join observatory_file f on f.org_id = p.org_id and f.id = p.file_id
     where p.org_id = ${tx.actor.orgId}::uuid and f.superseded_by is null
       and (${of === undefined} or (s.dataset = ${of?.dataset ?? ''} and s.code = ${of?.code ?? ''}))
     order by s.dataset, s.code, p.last_year desc, f.id`.execute(tx.sql)
  const byId = new Map<string, { series: Series; sources: SeriesSource[] }>()
  for (const row of rows) {
    const { fileId, file, version, sha256, scope, column, values, states, firstYear, lastYear, ...series } =
      row
    const one = byId.get(series.id) ?? { series, sources: [] }
    one.sources.push({ fileId, file, version, sha256, scope, column, values, states, firstYear, lastYear })
    byId.set(series.id, one)
  }
  return [...byId.values()].map(({ series, sources }) => ({ ...series, sources }))
}

/** First and last year of a measure over its files. */
export const spanOf = ({ sources }: SourcedSeries): readonly [number, number] => [
  Math.min(...sources.map(({ firstYear }) => firstYear)),
  Math.max(...sources.map(({ lastYear }) => lastYear)),
]

/** What a measure is called. */
export const seriesName = (series: Series, language: Language): string => label(series.label, language)

/** Who says so, with the edition: "V-Dem 15"; editions of several files that are in use beside each other are left out. */
export function authorOf({ author, sources }: SourcedSeries): string {
  const versions = new Set(sources.map(({ version }) => version))
  const [version = ''] = versions
  return versions.size === 1 && version !== '' ? `${author} ${version}` : author
}

/** The word of a value of an order or a class; null where it is a number. */
export const classWord = (series: Series, value: number, language: Language): string | null => {
  const word = series.classes[String(value)]
  return word ? label(word, language) : null
}

/** The classes of a measure, the lowest first; empty where it is a number. */
export const classesOf = (series: Series, language: Language): ReadonlyMap<number, string> =>
  new Map(
    Object.entries(series.classes)
      .map(([value, word]) => [Number(value), label(word, language)] as const)
      .toSorted((a, b) => a[0] - b[0]),
  )

/** A measure by its id, whether or not a file in use holds it; null when there is none. */
export async function readSeriesById(tx: Tx, id: string): Promise<Series | null> {
  const { rows } = await sql<Series>`
    select ${seriesColumns} from observatory_series s
     where s.org_id = ${tx.actor.orgId}::uuid and s.id = ${id}::uuid`.execute(tx.sql)
  return rows[0] ?? null
}
