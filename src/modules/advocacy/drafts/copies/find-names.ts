import { fold } from '#platform/records'

/** Somebody whose name must not stand in a text: who, by which names, and what stands in their place. */
export interface WithheldName {
  readonly id: string
  readonly spellings: readonly string[]
  /** “the person A.” */
  readonly code: string
}

/** A stretch of a text that may be somebody's name, by its place in the text. */
export interface NameFinding {
  readonly start: number
  readonly end: number
  /** As it stands in the text. */
  readonly words: string
  /** The ids of those whose name it may be: more than one where a family shares it. */
  readonly whose: readonly string[]
}

/** Words within names that are no name by themselves. */
const particles = new Set(
  'a al abu bin bint ibn d da das de del della der des di do dos du e el i la las le los san santa the van vel von y'.split(
    ' ',
  ),
)

interface Token {
  readonly start: number
  readonly end: number
  /** Folded: Latin letters, no accents, no case. */
  readonly folded: string
  readonly raw: string
}

const wordPattern = /(?:[\p{L}\p{M}\p{N}'’ʼ·\u00ad]|\u200c|\u200d)+/gu

/** Words of a text with where they stand; signs that cannot be seen count as part of the word in which they stand. */
const tokensOf = (text: string): readonly Token[] =>
  [...text.matchAll(wordPattern)].flatMap((match) => {
    const raw = match[0]
    const folded = fold(raw.replace(/[\u00ad\u200b-\u200f\u2060\ufeff'’ʼ]/g, '')).replaceAll(' ', '')
    return folded === '' ? [] : [{ start: match.index, end: match.index + raw.length, folded, raw }]
  })

/** The words of a name by which somebody is recognised. */
export const nameWords = (spelling: string): readonly string[] =>
  tokensOf(spelling)
    .map(({ folded }) => folded)
    .filter((word) => word.length > 1 && !particles.has(word))

/** Consonants alone: what is left of a name when a script that writes no vowels is read in Latin letters. */
const skeleton = (folded: string): string =>
  folded
    .replace(/ph/g, 'f')
    .replace(/[aeiouwyh']/g, '')
    .replace(/(.)\1+/g, '$1')
    .replace(/[qk]/g, 'c')
    .replace(/z/g, 's')

const vowelless = /[\u0590-\u08ff]/

function oneMistake(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let i = 0
  while (i < a.length && i < b.length && a[i] === b[i]) i++
  if (a.length === b.length) return a.slice(i + 1) === b.slice(i + 1) || swapped(a, b, i)
  return a.length > b.length ? a.slice(i + 1) === b.slice(i) : a.slice(i) === b.slice(i + 1)
}

const swapped = (a: string, b: string, i: number): boolean =>
  a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2)

/** Whether a word of a text is, holds or nearly is a word of a name. */
function meets(token: Token, name: string): boolean {
  const { folded } = token
  if (folded === name) return true
  if (name.length >= 5 && folded.includes(name)) return true
  if (name.length === 4 && folded.startsWith(name) && folded.length <= 6) return true
  if (name.length >= 6 && folded.length >= 6 && oneMistake(folded, name)) return true
  if (!vowelless.test(token.raw)) return false
  const [bones, other] = [skeleton(folded), skeleton(name)]
  return other.length >= 3 && bones === other
}

/**
 * Every stretch of a text in which a withheld name may stand: any word of it, in any order, alone or with initials, in
 * capitals, without accents, in another script, run together, spaced out, broken at the end of a line or with one
 * letter wrong. It finds too much rather than too little: a person decides on each. `named`: names that may stand; a
 * whole one of them (two words or more) is not taken for that of a relative.
 */
export function findNames(
  text: string,
  withheld: readonly WithheldName[],
  named: readonly (readonly string[])[] = [],
): readonly NameFinding[] {
  const tokens = tokensOf(text)
  // A namesake who must not be named: then no stretch is free.
  const theirs = withheld.flatMap(({ spellings }) => spellings.map((one) => new Set(nameWords(one))))
  const free = masked(
    text,
    tokens,
    named.filter((words) => !theirs.some((set) => words.every((word) => set.has(word)))),
  )
  const hits = tokens.map(() => new Set<string>())
  for (const { id, spellings } of withheld) {
    const words = [...new Set(spellings.flatMap(nameWords))]
    const initials = new Set(words.map((word) => word[0]))
    // A long text has few different words.
    const met = new Map<string, boolean>()
    tokens.forEach((token, i) => {
      if (free.has(i)) return
      const known = met.get(token.raw) ?? words.some((word) => meets(token, word))
      met.set(token.raw, known)
      if (known) hits[i]?.add(id)
    })
    for (const [from, to] of [...spacedOut(tokens, words), ...broken(text, tokens, words)])
      for (let i = from; i <= to; i++) hits[i]?.add(id)
    // “N. Toralin”, “Toralin, N. M.”: the initials go with the name.
    tokens.forEach((token, i) => {
      if (token.folded.length !== 1 || !initials.has(token.folded) || hits[i]?.has(id)) return
      const beside = hits[i - 1]?.has(id) === true || hits[i + 1]?.has(id) === true
      if (beside && !/\p{Ll}/u.test(token.raw)) hits[i]?.add(id)
    })
  }
  return joined(text, tokens, hits)
}

/** The words that belong to a whole name of somebody who may be named. */
function masked(
  text: string,
  tokens: readonly Token[],
  named: readonly (readonly string[])[],
): ReadonlySet<number> {
  const free = new Set<number>()
  for (const words of named.filter((list) => list.length > 1))
    for (let i = 0; i + words.length <= tokens.length; i++) {
      const stretch = tokens.slice(i, i + words.length)
      const gaps = stretch.slice(1).map((token, k) => text.slice(stretch[k]?.end ?? 0, token.start))
      if (
        gaps.every((gap) => /^[ \u00a0-]+$/.test(gap)) &&
        stretch.every((token, k) => token.folded === words[k])
      )
        for (let k = 0; k < words.length; k++) free.add(i + k)
    }
  return free
}

/** “T o r a l i n”, “T.O.R.A.L.I.N.”: letters that stand alone and spell a name together. */
function spacedOut(
  tokens: readonly Token[],
  words: readonly string[],
): readonly (readonly [number, number])[] {
  const found: [number, number][] = []
  let from = 0
  while (from < tokens.length) {
    let to = from
    while (to < tokens.length && tokens[to]?.folded.length === 1) to++
    const letters = tokens
      .slice(from, to)
      .map(({ folded }) => folded)
      .join('')
    for (const word of words)
      for (let at = letters.indexOf(word); word.length > 2 && at >= 0; at = letters.indexOf(word, at + 1))
        found.push([from + at, from + at + word.length - 1])
    from = Math.max(to, from + 1)
  }
  return found
}

/** “Tora-↵lin”, “Tora lin”: two pieces that make a name together. */
const broken = (
  text: string,
  tokens: readonly Token[],
  words: readonly string[],
): readonly (readonly [number, number])[] =>
  tokens.flatMap((token, i) => {
    const next = tokens[i + 1]
    if (
      !next ||
      next.start - token.end > 3 ||
      !/^[\s\u00ad\u200b._-]+$/.test(text.slice(token.end, next.start))
    )
      return []
    const whole = token.folded + next.folded
    return words.some((word) => word.length >= 5 && whole === word) ? [[i, i + 1] as const] : []
  })

/** Neighbouring words of one name become one finding, with particles and initials between them. */
function joined(
  text: string,
  tokens: readonly Token[],
  hits: readonly ReadonlySet<string>[],
): readonly NameFinding[] {
  const findings: NameFinding[] = []
  for (let i = 0; i < tokens.length; i++) {
    let whose = new Set(hits[i])
    if (whose.size === 0) continue
    let last = i
    for (let j = i + 1; j < tokens.length; j++) {
      const token = tokens[j]
      const before = tokens[j - 1]
      if (!token || !before || !/^[\s\p{P}]{0,3}$/u.test(text.slice(before.end, token.start))) break
      if (/[.!?;:\n]\s/.test(text.slice(before.end, token.start)) && before.folded.length > 1) break
      const shared = new Set([...whose].filter((id) => hits[j]?.has(id)))
      if (shared.size > 0) {
        whose = shared
        last = j
      } else if (!particles.has(token.folded)) break
    }
    const [start, end] = [tokens[i]?.start ?? 0, tokens[last]?.end ?? 0]
    findings.push({ start, end, words: text.slice(start, end), whose: [...whose].toSorted() })
    i = last
  }
  return findings
}
