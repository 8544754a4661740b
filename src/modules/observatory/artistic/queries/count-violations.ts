import { inRegion } from '../region.ts'
import type { Violation } from '../violations.ts'
import type { Told } from './read-violations.ts'

/** What a table asks. */
export interface ArtisticQuery {
  readonly region: string
  /** Null: all years together. */
  readonly year: number | null
  readonly by: 'country' | 'discipline'
  /** Exercises instead of what is real. */
  readonly exercises: boolean
}

/** What a cell asks besides: the violation, and the country or discipline. */
export interface CellQuery extends ArtisticQuery {
  readonly violation?: Violation
  /** Empty: those where none is entered. */
  readonly at?: string
}

const columnsOf = (told: Told, query: ArtisticQuery): readonly string[] => {
  if (query.by === 'country') {
    const within = inRegion(query.region, query.year)
    return told.countries.filter(within)
  }
  return told.disciplines.length > 0 ? told.disciplines : ['']
}

/** Whether what is told is in the region, the year and among what is real or for exercise. */
export function meets(told: Told, query: CellQuery): boolean {
  const within = inRegion(query.region, query.year)
  return (
    told.fictitious === query.exercises &&
    (query.year === null || told.year === query.year) &&
    told.countries.some(within) &&
    (query.violation === undefined || told.violation === query.violation) &&
    (query.at === undefined || columnsOf(told, query).includes(query.at))
  )
}

/** Counts by violation and column. What concerns two countries counts in both, and once in the sum. */
export interface ArtisticTable {
  readonly columns: readonly string[]
  readonly counts: ReadonlyMap<string, number>
  readonly sums: ReadonlyMap<Violation, number>
  readonly columnSums: ReadonlyMap<string, number>
  readonly total: number
}

export const cellKey = (violation: Violation, column: string): string => `${violation} ${column}`

export function countViolations(all: readonly Told[], query: ArtisticQuery): ArtisticTable {
  const counts = new Map<string, number>()
  const sums = new Map<Violation, number>()
  const columnSums = new Map<string, number>()
  let total = 0
  const add = <K>(to: Map<K, number>, key: K) => to.set(key, (to.get(key) ?? 0) + 1)
  for (const told of all) {
    if (!meets(told, query)) continue
    total += 1
    add(sums, told.violation)
    for (const column of new Set(columnsOf(told, query))) {
      add(counts, cellKey(told.violation, column))
      add(columnSums, column)
    }
  }
  return { columns: [...columnSums.keys()], counts, sums, columnSums, total }
}

/** How many lie in each year, the earliest first; under null those whose date says no single year. */
export function countYears(
  all: readonly Told[],
  query: ArtisticQuery,
): { readonly years: readonly (readonly [number, number])[]; readonly without: number } {
  const found = all.filter((told) => meets(told, { ...query, year: null }))
  const counts = new Map<number, number>()
  for (const { year } of found) if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1)
  return {
    years: [...counts].toSorted(([a], [b]) => a - b),
    without: found.filter(({ year }) => year === null).length,
  }
}
