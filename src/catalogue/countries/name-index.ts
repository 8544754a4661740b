import { ambiguities } from './ambiguities.ts'
import { contentKey, foldName, squashKey } from './fold.ts'
import { sourcedNames } from './name-sources.ts'
import { territories } from './territories.ts'

/** What a name is known as: a country, a name of several, or a place outside the list of countries. */
export type NameMeaning = {
  readonly kind: 'country' | 'ambiguous' | 'territory'
  readonly codes: readonly string[]
}

/** A folded name for proposing, with what it means. */
export type ProposableName = { readonly folded: string; readonly meaning: NameMeaning }

type NameIndex = {
  readonly exact: ReadonlyMap<string, NameMeaning>
  readonly content: ReadonlyMap<string, NameMeaning>
  /** Names of three letters or fewer as they are written; folding them would let in common words. */
  readonly short: ReadonlyMap<string, NameMeaning>
  readonly byFirstLetter: ReadonlyMap<string, readonly ProposableName[]>
  readonly longestWords: number
}

/** Two meanings of one key: whatever is not the same single country needs a person. */
function combine(known: NameMeaning | undefined, added: NameMeaning): NameMeaning {
  if (known === undefined) return added
  const codes = [...new Set([...known.codes, ...added.codes])]
  if (known.kind === 'ambiguous') return known
  if (added.kind === 'ambiguous') return added
  if (known.kind === 'country' && added.kind === 'country') {
    return { kind: codes.length === 1 ? 'country' : 'ambiguous', codes }
  }
  return { kind: known.kind === added.kind ? known.kind : 'ambiguous', codes }
}

function put(map: Map<string, NameMeaning>, key: string, meaning: NameMeaning): void {
  if (key !== '') map.set(key, combine(map.get(key), meaning))
}

function allMeanings(): readonly (readonly [string, NameMeaning])[] {
  const split = (names: string): string[] => names.split(';').map((name) => name.trim())
  return [
    ...ambiguities.flatMap(({ names, candidates }) =>
      split(names).map((name) => [name, { kind: 'ambiguous', codes: candidates }] as const),
    ),
    ...sourcedNames().map(({ name, code }) => [name, { kind: 'country', codes: [code] }] as const),
    ...territories.flatMap(({ names, within }) =>
      split(names).map((name) => [name, { kind: 'territory', codes: within }] as const),
    ),
  ]
}

function buildIndex(): NameIndex {
  const exact = new Map<string, NameMeaning>()
  const short = new Map<string, NameMeaning>()
  for (const [name, meaning] of allMeanings()) {
    const folded = foldName(name)
    if (squashKey(folded).length <= 3 && /^[a-z ]+$/.test(folded)) put(short, shortKey(name), meaning)
    else put(exact, folded, meaning)
  }
  const content = new Map<string, NameMeaning>()
  const byFirstLetter = new Map<string, ProposableName[]>()
  let longestWords = 1
  for (const [folded, meaning] of exact) {
    put(content, contentKey(folded), meaning)
    const letter = folded[0] ?? ''
    const names = byFirstLetter.get(letter) ?? []
    names.push({ folded, meaning })
    byFirstLetter.set(letter, names)
    longestWords = Math.max(longestWords, folded.split(' ').length)
  }
  return { exact, content, short, byFirstLetter, longestWords }
}

/** The key of a short name: its letters as written, without dots and spaces. */
export function shortKey(name: string): string {
  return name.normalize('NFC').replace(/[.\s]/gu, '')
}

let built: NameIndex | undefined

/** The index of every known name; built at the first call (about 0.1 s), the same ever after. */
export function nameIndex(): NameIndex {
  built ??= buildIndex()
  return built
}
