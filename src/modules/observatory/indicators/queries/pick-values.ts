import type { SourcedSeries } from './read-series.ts'
import type { Value } from './read-values.ts'

/** One value for each state and year, and how often another file in use says something else. */
export interface Picked {
  readonly values: readonly Value[]
  readonly differing: number
}

/**
 * Where two files in use speak of the same state and year, that of the newer file (the later last year) is shown, and what
 * differs is counted: nothing is averaged.
 */
export function pickValues(series: SourcedSeries, values: readonly Value[]): Picked {
  const order = new Map(series.sources.map(({ fileId }, i) => [fileId, i]))
  const place = ({ fileId }: Value): number => order.get(fileId) ?? Infinity
  const picked = new Map<string, Value>()
  let differing = 0
  for (const value of values) {
    const spot = `${value.polity} ${value.year}`
    const before = picked.get(spot)
    if (before && before.value !== null && value.value !== null && before.value !== value.value) differing++
    const better =
      !before || (before.value === null && value.value !== null)
        ? true
        : value.value !== null && place(value) < place(before)
    if (better) picked.set(spot, value)
  }
  return { values: [...picked.values()], differing }
}
