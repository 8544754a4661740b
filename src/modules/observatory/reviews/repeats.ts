import { comparable } from './readers/recommendation-key.ts'

/** What is compared. */
export interface Compared {
  readonly key: string
  readonly session: string
  readonly text: string
  readonly issues: readonly string[]
  /** Whose subjects these are: those of two compilers have different names. */
  readonly compiler: string
}

/** A recommendation of an earlier session in similar words. */
export interface Repeat<One extends Compared> {
  readonly earlier: One
  /** 0 to 1: cosine of the words, rare ones weighing more. */
  readonly likeness: number
}

/** Below this, words are alike because the subject is, not because the recommendation is. */
export const leastLikeness = 0.55

/** Words that stand in half of all recommendations say nothing; names of states in brackets are no part of what is asked. */
function wordsOf(text: string): readonly string[] {
  const words = comparable(text.replaceAll(/\([^()]*\)/gu, ' ')).split(' ')
  // A plain stem, so that ratify, ratifies and ratification's first half meet.
  return words.filter((word) => word.length > 2).map((word) => (word.length > 6 ? word.slice(0, 6) : word))
}

/**
 * For each recommendation the likest one of each earlier session of the same state that shares a subject with it (where both
 * tell any), at least `leastLikeness` alike, the likest first. By key.
 */
export function findRepeats<One extends Compared>(
  given: readonly One[],
  earlier: readonly One[],
): ReadonlyMap<string, readonly Repeat<One>[]> {
  const all = [...new Map([...given, ...earlier].map((one) => [one.key, one])).values()]
  const bags = new Map(all.map((one) => [one.key, new Set(wordsOf(one.text))]))
  const spread = new Map<string, number>()
  for (const bag of bags.values()) for (const word of bag) spread.set(word, (spread.get(word) ?? 0) + 1)
  const weight = (word: string): number => Math.log(1 + all.length / (spread.get(word) ?? 1)) ** 2
  const norm = (bag: ReadonlySet<string>): number =>
    Math.sqrt([...bag].reduce((sum, word) => sum + weight(word), 0))
  const norms = new Map([...bags].map(([key, bag]) => [key, norm(bag)]))
  const holding = new Map<string, One[]>()
  for (const one of earlier)
    for (const word of bags.get(one.key) ?? []) {
      const list = holding.get(word)
      if (list) list.push(one)
      else holding.set(word, [one])
    }
  const found = new Map<string, readonly Repeat<One>[]>()
  for (const one of given) {
    const shared = new Map<One, number>()
    for (const word of bags.get(one.key) ?? [])
      for (const other of holding.get(word) ?? [])
        if (Number(other.session) < Number(one.session))
          shared.set(other, (shared.get(other) ?? 0) + weight(word))
    const best = new Map<string, Repeat<One>>()
    for (const [other, sum] of shared) {
      const likeness = sum / ((norms.get(one.key) ?? 1) * (norms.get(other.key) ?? 1))
      if (likeness < leastLikeness || !shareSubject(one, other)) continue
      if (likeness > (best.get(other.session)?.likeness ?? 0))
        best.set(other.session, { earlier: other, likeness })
    }
    if (best.size > 0)
      found.set(
        one.key,
        [...best.values()].toSorted((a, b) => b.likeness - a.likeness),
      )
  }
  return found
}

/** Whether they have a subject in common, as far as that can be told. */
function shareSubject(one: Compared, other: Compared): boolean {
  if (one.compiler !== other.compiler || one.issues.length === 0 || other.issues.length === 0) return true
  return one.issues.some((issue) => other.issues.includes(issue))
}
