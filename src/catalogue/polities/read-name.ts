import { editDistance, foldName, matchCountry } from '#catalogue/countries'
import { languages } from '#platform/i18n'
import { listNames, polityAliases, sharedNames } from './aliases.ts'
import { datedNames, polityName } from './names.ts'
import { polities, type Polity, polity, polityOfCountry } from './polity.ts'
import { seatOn } from './seats.ts'

/**
 * How much the place of a name says. `alone`: nothing, so that a name of two polities is none. `list`: it stands in a
 * list of all states, where Congo is the one of Brazzaville and Guinea that of Conakry, as the United Nations writes them.
 */
export type NameReading = 'alone' | 'list'

interface Index {
  /** A folded name → the code of its one polity. */
  readonly exact: ReadonlyMap<string, string>
  readonly shared: ReadonlyMap<string, readonly string[]>
  readonly list: ReadonlyMap<string, string>
}

const split = (names: string): readonly string[] => names.split(';').map((name) => foldName(name))

function buildIndex(): Index {
  const shared = new Map(
    Object.entries(sharedNames).flatMap(([names, codes]) =>
      split(names).map((name) => [name, codes] as const),
    ),
  )
  const exact = new Map<string, string>()
  const put = (name: string, code: string): void => {
    if (!shared.has(name)) exact.set(name, code)
  }
  for (const { code } of polities) for (const one of languages) put(foldName(polityName(code, one)), code)
  for (const { code, name } of datedNames) for (const one of languages) put(foldName(name[one]), code)
  for (const [code, names] of Object.entries(polityAliases)) for (const name of split(names)) put(name, code)
  const list = new Map(Object.entries(listNames).map(([name, code]) => [foldName(name), code]))
  return { exact, shared, list }
}

let built: Index | undefined
const index = (): Index => (built ??= buildIndex())

/** Ampersands and HTML's escapes of them, as exports write them. */
const plain = (name: string): string => name.replace(/&amp;|&#38;/giu, '&').replaceAll('&', ' and ')

function codeByName(name: string, reading: NameReading): string | null {
  const text = plain(name)
  const folded = foldName(text)
  if (folded === '') return null
  const { exact, shared, list } = index()
  if (reading === 'list' && list.has(folded)) return list.get(folded) ?? null
  if (shared.has(folded)) return null
  const known = exact.get(folded) ?? exact.get(foldName(name))
  if (known !== undefined) return known
  const match = matchCountry(text)
  return match.status === 'certain' && match.code !== null
    ? (polityOfCountry(match.code)?.code ?? null)
    : null
}

/**
 * The polity of a name as sources write it, in English, Spanish, Catalan, French or Portuguese: folded (case, accents,
 * punctuation), whole, exact or a listed alias. With a day (`YYYY-MM-DD` or a year), Yugoslavia and Serbia
 * are the state of that day. China is CHN on every day. Null otherwise, and for a name of two polities (Congo,
 * Korea, Guinea) that `reading` does not decide: never a guess.
 */
export function polityByName(name: string, day?: string, reading: NameReading = 'alone'): Polity | null {
  const code = codeByName(name, reading)
  return code === null ? null : polity(seatOn(code, day))
}

/** Polities that a person may confirm for a name that is not exact, the likeliest first. At most `limit`. */
export function polityCandidates(name: string, limit = 5): readonly Polity[] {
  const text = plain(name)
  const folded = foldName(text)
  if (folded === '') return []
  const { exact, shared } = index()
  const known = codeByName(name, 'alone')
  const found = new Set<string>(known === null ? [] : [known])
  for (const code of shared.get(folded) ?? []) found.add(code)
  for (const country of matchCountry(text).candidates) {
    const one = polityOfCountry(country)
    if (one) found.add(one.code)
  }
  for (const code of near(folded, exact)) found.add(code)
  return [...found].flatMap((code) => polity(code) ?? []).slice(0, limit)
}

/** Codes whose names are a slip away or hold the words as a part; nearer ones first. */
function near(folded: string, exact: ReadonlyMap<string, string>): readonly string[] {
  const slips = folded.length <= 4 ? 0 : folded.length <= 7 ? 1 : folded.length <= 13 ? 2 : 3
  const scored: { code: string; score: number }[] = []
  for (const [name, code] of exact) {
    const far = Math.abs(name.length - folded.length) > slips ? Infinity : editDistance(name, folded, slips)
    if (far <= slips) scored.push({ code, score: far })
    else if (folded.length >= 4 && ` ${name} `.includes(` ${folded} `)) scored.push({ code, score: 5 })
    else if (name.length >= 5 && ` ${folded} `.includes(` ${name} `)) scored.push({ code, score: 6 })
  }
  return scored.toSorted((one, other) => one.score - other.score).map(({ code }) => code)
}
