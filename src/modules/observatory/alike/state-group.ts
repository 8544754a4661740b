import { groupMembers, polities, polity, polityGroup } from '#catalogue/polities'

/** Who is looked at: places in a ballot (`n` - 1) on a day. */
export interface StateGroup {
  /** As it stands in an address: `grulac`, `all`, `states`, `index:vdem:v2x_regime:0-1`. */
  readonly key: string
  readonly name: string
  /** For the end of a line in a chart. */
  readonly short: string
  readonly at: (day: string) => readonly number[]
}

/** All polities, whenever. */
export const everyPlace: readonly number[] = polities.map((_, i) => i)

const placesOf = (codes: readonly string[]): readonly number[] =>
  codes.flatMap((code) => {
    const found = polity(code)
    return found ? [found.n - 1] : []
  })

const longest = 22

/** A name that fits beside a line; what has letters of its own is known by them. */
const shortened = (name: string, letters = ''): string =>
  name.length <= longest ? name : letters || `${name.slice(0, longest - 1)}…`

/** A function that is asked once for each day. */
function remembered(ask: (day: string) => readonly number[]): StateGroup['at'] {
  const known = new Map<string, readonly number[]>()
  return (day) => {
    const before = known.get(day)
    if (before) return before
    const found = ask(day)
    known.set(day, found)
    return found
  }
}

/** A group of the catalogue with its members of each day; null where there is none of that id. */
export function catalogueGroup(id: string, language: 'en' | 'es' | 'ca'): StateGroup | null {
  const group = polityGroup(id)
  return group
    ? {
        key: id,
        name: group.name[language],
        short: shortened(group.name[language], id.toUpperCase()),
        at: remembered((day) => placesOf(groupMembers(id, day))),
      }
    : null
}

/** Chosen states, the same on every day. */
export function chosenStates(codes: readonly string[], name: string): StateGroup {
  const places = [...new Set(placesOf(codes))]
  return { key: 'states', name, short: shortened(name), at: () => places }
}

/** States by the class that an index gave them in the year; after its last year, that of the last, for at most `carry` years. */
export function indexGroup(
  key: string,
  name: string,
  values: readonly { readonly polity: string; readonly year: number; readonly value: number }[],
  isIn: (value: number) => boolean,
  carry = 2,
): StateGroup {
  const byYear = new Map<number, string[]>()
  let last = Number.NEGATIVE_INFINITY
  for (const { polity: code, year, value } of values) {
    last = Math.max(last, year)
    if (!isIn(value)) continue
    const there = byYear.get(year)
    if (there) there.push(code)
    else byYear.set(year, [code])
  }
  return {
    key,
    name,
    short: shortened(name),
    at: remembered((day) => {
      const year = Number(day.slice(0, 4))
      return placesOf(byYear.get(year > last && year <= last + carry ? last : year) ?? [])
    }),
  }
}
