import { type Polity, polity, polityByCode, polityByName } from '#catalogue/polities'
import type { StateReading } from './reading.ts'

/** What a row's cells say of its state. `codes` in the order of the reading. */
export interface StateCells {
  readonly codes: readonly string[]
  readonly name: string
}

/** Which state a row is about. `differs`: code and name mean two; the code is believed. `named`: only the name is known. */
export interface StateMatch {
  readonly polity: Polity | null
  readonly differs?: Polity
  readonly named?: boolean
}

const empty: ReadonlySet<string> = new Set(['', 'NA', 'NaN', 'null'])

/**
 * The state of a row in a year: by its codes before its name; exact or a listed alias, never a guess. "NA" is a code only
 * of `iso2`, where it is Namibia.
 */
export function matchState(reading: StateReading, cells: StateCells, year: number): StateMatch {
  const day = String(year)
  const named = cells.name === '' ? null : polityByName(cells.name, day, 'list')
  let said = false
  for (const [i, { system }] of reading.codes.entries()) {
    const value = cells.codes[i] ?? ''
    if (system === 'iso2' ? value === '' : empty.has(value)) continue
    said = true
    const own = reading.own?.[value]
    // Before 1971 an index means the country by CHN; only a source of votes means the seat.
    const found =
      own !== undefined
        ? polity(own)
        : system === 'iso3' && value.toUpperCase() === 'CHN'
          ? polity('CHN')
          : polityByCode(system, value, day)
    if (!found) continue
    if (!named || named.code === found.code) return { polity: found }
    // A source that calls the whole series by its name of today says one thing, not two: Czechia, 1950.
    return polityByCode(system, value)?.code === named.code
      ? { polity: found }
      : { polity: found, differs: named }
  }
  return named && said ? { polity: named, named: true } : { polity: named }
}
