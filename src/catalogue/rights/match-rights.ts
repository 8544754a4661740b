import { foldName } from '#catalogue/countries'
import { readClause } from './read-clause.ts'
import { rights } from './right-list.ts'

/** A right read in a text. `certain`: its whole clause was understood; `review`: a person decides. */
export type RightMatch = {
  /** One of the codes of `rights`; null where none or several are possible. */
  readonly code: string | null
  readonly status: 'certain' | 'review'
  /** The clause it comes from, as written. */
  readonly original: string
  readonly candidates: readonly string[]
}

/** Wordings that are a right by themselves and that the patterns must not read word by word. */
const knownPhrases: ReadonlyMap<string, string> = new Map([
  ...rights.flatMap(({ code, label }) => Object.values(label).map((text) => [foldName(text), code] as const)),
  ['right to work', 'labour'],
  ['right to protest', 'association-assembly'],
  ['right to be forgotten', 'privacy-digital'],
])

/** General expressions that stand for several codes of the list. */
const broadPhrases: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /\b(econom\w* social|social\w* (and|i|y|et|e) econom\w*|desc\b|escr\b)/,
    ['labour', 'housing', 'health', 'education', 'water-food'],
  ],
  [
    /\b(standard of living|nivell de vida|nivel de vida|niveau de vie|nivel de vida|tenore di vita)\b/,
    ['housing', 'water-food', 'health'],
  ],
]

/** Longer texts are documents, not the rights of a card. */
const longestText = 10_000

function clausesOf(text: string): readonly string[] {
  return text
    .normalize('NFC')
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/gu, '')
    .split(/[.!?](?=\s|$)|[;|•\n\r\t]|\s+[·–—-]\s+|\s*\/\s*/u)
    .map((clause) => clause.replace(/\s+/gu, ' ').replace(/^[\s,:*•·–—-]+|[\s,:*–—-]+$/gu, ''))
    .filter((clause) => /[\p{L}\p{N}]/u.test(clause))
}

function matchClause(original: string): readonly RightMatch[] {
  const folded = foldName(original)
  const known = knownPhrases.get(folded)
  if (known !== undefined) return [{ code: known, status: 'certain', original, candidates: [known] }]
  const broad = broadPhrases.find(([pattern]) => pattern.test(folded))
  if (broad !== undefined) {
    return [
      {
        code: null,
        status: 'review',
        original,
        candidates: [...new Set([...readClause(original).named, ...broad[1]])],
      },
    ]
  }
  const { named, suggested, understood } = readClause(original)
  const status = understood ? 'certain' : 'review'
  const matches: RightMatch[] = named.map((code) => ({ code, status, original, candidates: [code] }))
  for (const codes of suggested) {
    const [only] = codes
    matches.push({
      code: codes.length === 1 ? (only ?? null) : null,
      status: 'review',
      original,
      candidates: codes,
    })
  }
  if (matches.length === 0 && !understood)
    matches.push({ code: null, status: 'review', original, candidates: [] })
  return matches
}

/** One entry per code; where a code was read twice, the doubtful reading stays. */
function withoutRepeats(matches: readonly RightMatch[]): readonly RightMatch[] {
  const kept = new Map<string, RightMatch>()
  for (const match of matches) {
    const key = match.code ?? `${match.original}|${match.candidates.join()}`
    const earlier = kept.get(key)
    if (earlier === undefined || (earlier.status === 'certain' && match.status === 'review'))
      kept.set(key, match)
  }
  return [...kept.values()]
}

/**
 * The rights that a text names, clause by clause (split at `.`, `;`, `/`, `|`, bullets and line ends). A text that
 * only speaks of human rights in general gives one match without a code, for review; empty text gives none.
 * Pure; never throws.
 */
export function matchRights(text: string): readonly RightMatch[] {
  if (text.length > longestText) return [{ code: null, status: 'review', original: text, candidates: [] }]
  const clauses = clausesOf(text)
  const matches = withoutRepeats(clauses.flatMap(matchClause))
  const [first] = clauses
  if (matches.length > 0 || first === undefined) return matches
  return [{ code: null, status: 'review', original: clauses.join('. '), candidates: [] }]
}
