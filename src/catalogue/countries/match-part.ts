import { editDistance, toleratedMistakes } from './edit-distance.ts'
import { foldName } from './fold.ts'
import { type CountryMatch, proposal } from './match-whole.ts'
import { nameIndex } from './name-index.ts'

/**
 * The names that the whole text may be a misspelling of: same first letter, a distance that grows with length.
 * Always for review; names one mistake further than the nearest are candidates too, since `Nigera` may be either.
 */
export function matchMisspelt(text: string): CountryMatch | null {
  const folded = foldName(text)
  const limit = toleratedMistakes(folded.length)
  if (limit === 0 || folded.length > 70) return null
  const nearest = new Map<string, { distance: number; named: boolean }>()
  for (const { folded: name, meaning } of nameIndex().byFirstLetter.get(folded[0] ?? '') ?? []) {
    const distance = editDistance(folded, name, limit)
    if (distance > limit || distance > toleratedMistakes(name.length)) continue
    for (const code of meaning.codes) {
      if (distance < (nearest.get(code)?.distance ?? Infinity)) {
        nearest.set(code, { distance, named: meaning.kind === 'country' })
      }
    }
  }
  if (nearest.size === 0) return null
  const best = Math.min(...[...nearest.values()].map(({ distance }) => distance))
  const kept = [...nearest]
    .filter(([, { distance }]) => distance <= best + 1)
    .sort((a, b) => a[1].distance - b[1].distance)
  return proposal(
    text.trim(),
    kept.map(([code]) => code),
    'fuzzy',
    kept.every(([, { named }]) => named),
  )
}

/** The longest known names inside a text (“activista de Colòmbia”), for review. */
export function matchPhraseInside(text: string): CountryMatch | null {
  const { exact, longestWords } = nameIndex()
  const words = foldName(text).split(' ')
  const codes = new Set<string>()
  let named = true
  let at = 0
  while (at < words.length) {
    let taken = 1
    for (let count = Math.min(longestWords, words.length - at); count > 0; count--) {
      const meaning = exact.get(words.slice(at, at + count).join(' '))
      if (meaning === undefined) continue
      for (const code of meaning.codes) codes.add(code)
      named &&= meaning.kind === 'country'
      taken = count
      break
    }
    at += taken
  }
  return codes.size === 0 ? null : proposal(text.trim(), [...codes], 'phrase', named)
}
