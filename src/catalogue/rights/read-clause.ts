import { editDistance, foldName } from '#catalogue/countries'
import { fits, type Pattern, patternsFor, singleWords } from './right-index.ts'
import {
  englishGovernors,
  englishRightWords,
  freedomWords,
  functionWords,
  neutralWords,
  oppositionWords,
  rightWords,
} from './right-words.ts'

/** What a clause says: the codes it names, those it only suggests, and whether every word was understood. */
export type ClauseReading = {
  readonly named: readonly string[]
  /** Each entry is one word or phrase with the codes it may stand for. */
  readonly suggested: readonly (readonly string[])[]
  readonly understood: boolean
}

type Word = {
  readonly text: string /** A right word that governs what follows. */
  readonly governs: boolean
}

const harms: ReadonlySet<string> = new Set([
  'gender-violence',
  'torture-detention',
  'disappearance',
  'life-death-penalty',
])

function contentWords(clause: string): readonly Word[] {
  const all = foldName(clause)
    .split(' ')
    .filter((word) => word !== '')
  return all.flatMap((text, at): Word[] => {
    if (functionWords.has(text)) return []
    const governs =
      freedomWords.has(text) ||
      (rightWords.has(text) && (!englishRightWords.has(text) || englishGovernors.has(all[at + 1] ?? '')))
    return [{ text, governs }]
  })
}

function fitsAt(pattern: Pattern, words: readonly Word[], at: number): boolean {
  return pattern.pieces.every((piece, offset) => {
    const word = words[at + offset]
    if (word === undefined || !fits(piece, word.text)) return false
    // “human rights work” is not “right to work”: a leading right word must govern.
    return !(piece === 'R' && offset === 0 && pattern.pieces.length > 1) || word.governs
  })
}

/** The longest patterns that fit here; of these, the strongest kind only. */
function patternsAt(words: readonly Word[], at: number, governed: boolean): readonly Pattern[] {
  const fitting = patternsFor(words[at]?.text ?? '').filter(
    (pattern) => (pattern.strength !== 'governed' || governed) && fitsAt(pattern, words, at),
  )
  const length = Math.max(0, ...fitting.map(({ pieces }) => pieces.length))
  const longest = fitting.filter(({ pieces }) => pieces.length === length)
  for (const strength of ['neutral', 'sure', 'governed', 'hint'] as const) {
    const kept = longest.filter((pattern) => pattern.strength === strength)
    if (kept.length > 0) return kept
  }
  return []
}

function misspelt(word: string): readonly string[] {
  if (word.length < 6) return []
  const near = singleWords.filter(
    ({ word: known, stem }) =>
      known.length >= 5 &&
      known[0] === word[0] &&
      editDistance(stem ? word.slice(0, known.length) : word, known, 1) <= 1,
  )
  return [...new Set(near.map(({ code }) => code))]
}

/** A clause that ends in an article or a preposition has lost its last word, or that word was misspelt into one. */
function isCutOff(clause: string): boolean {
  const last = foldName(clause).split(' ').at(-1) ?? ''
  return last !== 's' && functionWords.has(last)
}

/** “Rights of persons” without a right that is known here; “human rights” in general needs none. */
function speaksOfOtherRights(words: readonly Word[]): boolean {
  return (
    words.some(({ text }) => rightWords.has(text)) && !words.some(({ text }) => /^(human|uman)/.test(text))
  )
}

/**
 * Reads one clause word by word. Words are consumed by the longest pattern that fits, by neutral words, or not at
 * all; a word that is not understood, a suggestion, or an opposition to something that is no harm (“against the
 * occupation”) makes the whole clause one for review. Pure.
 */
export function readClause(clause: string): ClauseReading {
  const words = contentWords(clause)
  const named = new Set<string>()
  const suggested: (readonly string[])[] = []
  let understood = true
  let governed = false
  let opposed = false
  let at = 0
  while (at < words.length) {
    const word = words[at]
    if (word === undefined) break
    const found = patternsAt(words, at, governed)
    const [first] = found
    if (first !== undefined) {
      const codes = [...new Set(found.map(({ code }) => code))]
      const span = words.slice(at, at + first.pieces.length)
      if (first.strength === 'hint') {
        suggested.push(codes)
        understood = false
      } else if (first.strength !== 'neutral') {
        for (const code of codes) named.add(code)
        if (opposed && !codes.every((code) => harms.has(code))) understood = false
        opposed = false
      }
      governed ||= span.some(({ governs }) => governs)
      at += first.pieces.length
      continue
    }
    if (oppositionWords.has(word.text)) {
      opposed ||= !neutralWords.has(word.text)
    } else if (rightWords.has(word.text)) {
      governed = word.governs
    } else if (neutralWords.has(word.text)) {
      // “human rights and education” is not “right to education”.
      if (/^(human|uman)/.test(word.text)) governed = false
    } else {
      understood = false
      governed = false
      const near = misspelt(word.text)
      if (near.length > 0) suggested.push(near)
    }
    at++
  }
  const unclaimed = suggested.filter((codes) => !codes.some((code) => named.has(code)))
  const complete = !opposed && !isCutOff(clause) && (named.size > 0 || !speaksOfOtherRights(words))
  return { named: [...named], suggested: unclaimed, understood: understood && complete }
}
