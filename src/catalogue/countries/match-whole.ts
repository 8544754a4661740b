import { contentKey, foldName, isFunctionWord, squashKey } from './fold.ts'
import { countryByCode } from './country-list.ts'
import { type NameMeaning, nameIndex, shortKey } from './name-index.ts'

/** How a match was reached; only `exact` is ever automatic. */
export type MatchMethod =
  | 'exact'
  | 'ambiguous'
  | 'territory'
  | 'bracketed'
  | 'code'
  | 'fuzzy'
  | 'phrase'
  | 'status'
  | 'list'
  | 'none'

/** What a piece of text may mean. `certain`: one country by a name that is its own; `review`: a person decides. */
export type CountryMatch = {
  readonly status: 'certain' | 'review' | 'none'
  /** Alpha-2; null where several are possible or the place is not a country of the list. */
  readonly code: string | null
  /** Alpha-2 codes to choose from, the likeliest first; the code itself when there is one. */
  readonly candidates: readonly string[]
  readonly original: string
  readonly how: MatchMethod
}

/** A match for review: its code only when it is the only candidate and `named` says that the text names it. */
export function proposal(
  original: string,
  candidates: readonly string[],
  how: MatchMethod,
  named = true,
): CountryMatch {
  const [only] = candidates
  const code = named && candidates.length === 1 ? (only ?? null) : null
  return {
    status: candidates.length === 0 && how === 'none' ? 'none' : 'review',
    code,
    candidates,
    original,
    how,
  }
}

function fromMeaning(original: string, meaning: NameMeaning): CountryMatch {
  const [only] = meaning.codes
  if (meaning.kind === 'country' && only !== undefined && meaning.codes.length === 1) {
    return { status: 'certain', code: only, candidates: [only], original, how: 'exact' }
  }
  // An ambiguous name with one listed candidate (`Sahara`) still names no country by itself.
  return proposal(original, meaning.codes, meaning.kind === 'territory' ? 'territory' : 'ambiguous', false)
}

/**
 * “Republic of …”, “Regne de …”, in the languages read here. Not “Democratic”, “Popular” nor “State”: those words
 * tell two Congos, two Koreas, and a state of Mexico apart.
 */
const formalStyle =
  /^(?:the |la |el )?(?:(?:islamic|federal|federative|oriental|plurinational|bolivarian|hashemite|arab|united|socialist) )*(?:republic|kingdom|republica|regne|reino|republique|royaume|repubblica|regno)(?: (?:islamica|federal|federativa|oriental|bolivariana|arabe|arab|unida|socialista|islamique|federale|unie))* (?:of the|of|de la|de l|del|de|d|di|du|do|da|des|dels) (.+)$/

/**
 * Whether small words may be passed over. Not across a list sign, nor at the end: in “Colombia / Las” the small word
 * is what is left of Laos.
 */
function looseWords(text: string, folded: string): boolean {
  return !/[,;/|]/u.test(text) && !isFunctionWord(folded.split(' ').at(-1) ?? '')
}

function lookUp(text: string): NameMeaning | undefined {
  const index = nameIndex()
  const folded = foldName(text)
  const squashed = squashKey(folded)
  if (squashed.length <= 3 && /^[a-z]*$/.test(squashed)) return index.short.get(shortKey(text))
  const known =
    index.exact.get(folded) ?? (looseWords(text, folded) ? index.content.get(contentKey(folded)) : undefined)
  if (known !== undefined) return known
  const plain = formalStyle.exec(folded)?.[1]
  return plain === undefined ? undefined : index.exact.get(plain)
}

/** `Congo, Democratic Republic of the` read in its spoken order. */
function inverted(text: string): string | null {
  const parts = text.split(',')
  const [head, tail] = parts
  return parts.length === 2 && head !== undefined && tail !== undefined
    ? `${tail.trim()} ${head.trim()}`
    : null
}

function bracketed(text: string): CountryMatch | null {
  const parts = /^([^()]+)\(([^()]+)\)$/u.exec(text)
  if (parts === null) return null
  const [outer, inner] = [lookUp(parts[1] ?? ''), lookUp(parts[2] ?? '')]
  const codes = [...new Set([outer, inner].flatMap((side) => (side?.kind === 'country' ? side.codes : [])))]
  const bothNamed = outer?.kind === 'country' && inner?.kind === 'country'
  const [only] = codes
  if (bothNamed && codes.length === 1 && only !== undefined) {
    return { status: 'certain', code: only, candidates: [only], original: text, how: 'exact' }
  }
  if (codes.length > 0) return proposal(text, codes, 'bracketed')
  const known = outer ?? inner
  return known === undefined ? null : proposal(text, known.codes, 'bracketed', false)
}

/**
 * What a whole piece of text means by an exact folded name (case, accents, punctuation and articles
 * aside), or null. Fuzzy and partial readings are in `match-part.ts`.
 */
export function matchWhole(text: string): CountryMatch | null {
  const trimmed = text.trim()
  if (trimmed === '') return null
  const meaning = lookUp(trimmed)
  if (meaning !== undefined) return fromMeaning(trimmed, meaning)
  const turned = inverted(trimmed)
  const turnedMeaning = turned === null ? undefined : nameIndex().exact.get(foldName(turned))
  if (turnedMeaning !== undefined) return fromMeaning(trimmed, turnedMeaning)
  const inBrackets = bracketed(trimmed)
  if (inBrackets !== null) return inBrackets
  return matchIsoCode(trimmed)
}

/** A bare ISO code in capitals is proposed, never accepted: `SAL`, `CA` and `MAR` are also words and regions. */
function matchIsoCode(text: string): CountryMatch | null {
  if (!/^[A-Z]{2}$/.test(text)) return null
  return countryByCode(text) === null ? null : proposal(text, [text], 'code')
}
