import { ballotLength, polity } from '#catalogue/polities'

/** A class that an index gave a state in a year. */
export interface ClassValue {
  readonly polity: string
  readonly year: number
  readonly value: number
}

/** Classes of an index by year, ready to be asked of every ballot. */
export interface ClassTable {
  /** The last year of the index; later ones, for at most `carry` years, go by it. */
  readonly last: number
  /** The year whose classes count for `year`; null where the index has none to give. */
  readonly yearFor: (year: number) => number | null
  /** The value of a state in a year; null where it has none. */
  readonly of: (code: string, year: number) => number | null
  /** Value by place of a ballot (`n` - 1); NaN where there is none. */
  readonly places: (year: number) => Float64Array
}

const nobody = new Float64Array(ballotLength).fill(Number.NaN)

/** For how many years after its last an index still counts. */
export const carry = 2

/** Puts values into a table that is asked by year and place. */
export function classTable(values: readonly ClassValue[]): ClassTable {
  const years = new Map<number, Float64Array>()
  let last = Number.NEGATIVE_INFINITY
  for (const { polity: code, year, value } of values) {
    const state = polity(code)
    if (!state) continue
    last = Math.max(last, year)
    const there = years.get(year) ?? new Float64Array(ballotLength).fill(Number.NaN)
    there[state.n - 1] = value
    years.set(year, there)
  }
  const yearFor = (year: number): number | null => {
    if (years.has(year)) return year
    return year > last && year <= last + carry ? last : null
  }
  const places = (year: number): Float64Array => years.get(yearFor(year) ?? Number.NaN) ?? nobody
  return {
    last,
    yearFor,
    places,
    of: (code, year) => {
      const value = places(year)[(polity(code)?.n ?? 0) - 1] ?? Number.NaN
      return Number.isNaN(value) ? null : value
    },
  }
}
