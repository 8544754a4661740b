import { polityByCode, type CodeSystem, type Polity } from '#catalogue/polities'
import { type BallotSheet, newSheet } from '../ballot.ts'

/** The sheets of a file's roll calls, by their number; consecutive rows of one find it without looking. */
export function createSheets<Key>() {
  const byKey = new Map<Key, BallotSheet>()
  let lastKey: Key | undefined
  let last: BallotSheet | undefined
  return {
    byKey,
    of(key: Key): BallotSheet {
      if (last && key === lastKey) return last
      last = byKey.get(key)
      if (!last) byKey.set(key, (last = newSheet()))
      lastKey = key
      return last
    },
  }
}

/** Reads codes of states of one system; the same code on the same day is only looked up once. */
export function createStates(system: CodeSystem) {
  const seen = new Map<string | number, { day: string; polity: Polity | null }>()
  return (code: string | number, day: string): Polity | null => {
    const known = seen.get(code)
    if (known?.day === day) return known.polity
    const polity = polityByCode(system, code, day)
    if (known) {
      known.day = day
      known.polity = polity
    } else seen.set(code, { day, polity })
    return polity
  }
}
