import { rightPatterns } from './right-patterns.ts'
import { freedomWords, neutralPhrases, rightWords } from './right-words.ts'

/** How far a pattern can be trusted; `neutral` is understood and adds no code. */
export type PatternStrength = 'sure' | 'governed' | 'hint' | 'neutral'

export type Pattern = {
  readonly pieces: readonly string[]
  readonly strength: PatternStrength
  readonly code: string
}

function allPatterns(): readonly Pattern[] {
  const read = (list: string | undefined, strength: PatternStrength, code: string): Pattern[] =>
    (list ?? '')
      .split(';')
      .map((phrase) => phrase.trim())
      .filter((phrase) => phrase !== '')
      .map((phrase) => ({ pieces: phrase.split(' '), strength, code }))
  return [
    ...Object.entries(rightPatterns).flatMap(([code, { sure, governed, hint }]) => [
      ...read(sure, 'sure', code),
      // “Right to truth, justice …”: without this, the shorter “right to truth” would be the longest that fits.
      ...read(sure, 'sure', code).flatMap(({ pieces, ...rest }) =>
        pieces.length > 1 && !pieces.includes('R') ? [{ ...rest, pieces: ['R', ...pieces] }] : [],
      ),
      ...read(governed, 'governed', code),
      ...read(hint, 'hint', code),
    ]),
    ...neutralPhrases.flatMap((phrase) => read(phrase, 'neutral', '')),
  ]
}

const patterns: readonly Pattern[] = allPatterns()

const byFirstLetter: ReadonlyMap<string, readonly Pattern[]> = Map.groupBy(
  patterns,
  ({ pieces }) => pieces[0]?.[0] ?? '',
)

/** The patterns that can begin with this folded word. */
export function patternsFor(word: string): readonly Pattern[] {
  const literal = byFirstLetter.get(word[0] ?? '') ?? []
  if (rightWords.has(word)) return [...(byFirstLetter.get('R') ?? []), ...literal]
  return freedomWords.has(word) ? [...(byFirstLetter.get('F') ?? []), ...literal] : literal
}

/** Single whole words and stems, for proposing what a misspelt word may be. */
export const singleWords: readonly {
  readonly word: string
  readonly stem: boolean
  readonly code: string
}[] = patterns
  .filter(({ pieces, strength }) => pieces.length === 1 && strength !== 'neutral')
  .map(({ pieces: [piece = ''], code }) => ({
    word: piece.replace('*', ''),
    stem: piece.endsWith('*'),
    code,
  }))

/** Letters after a stem; more, and a second word was glued on (“indigenouswomen”). */
const longestEnding = 6

/** Whether a folded word fits a piece of a pattern (`word`, `stem*`, `R`, `F`). */
export function fits(piece: string, word: string): boolean {
  if (piece === 'R') return rightWords.has(word)
  if (piece === 'F') return freedomWords.has(word)
  if (!piece.endsWith('*')) return word === piece
  return word.startsWith(piece.slice(0, -1)) && word.length - piece.length < longestEnding
}
