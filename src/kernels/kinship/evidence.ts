import type { Alphabet, Locus } from './alphabet.ts'
import { Refusal } from './refusal.ts'

/** What a laboratory saw of one person at one locus: one or two alleles (one: a homozygote, or a man's X). */
export type Observed = readonly string[]

/** The ordered genotypes that a person may have, given what was seen, each with the probability of seeing just that. */
export interface Evidence {
  readonly first: Int32Array
  /** Empty where one allele only is carried (X of a man). */
  readonly second: Int32Array
  readonly weight: Float64Array
}

/**
 * The alleles seen, each once. Refuses three alleles (two different ones of a man's X: `copies` 1), and an allele that the
 * table lacks.
 */
export function readObserved(
  observed: Observed,
  locus: Locus,
  person: string,
  copies: 1 | 2 = 2,
): readonly string[] {
  const seen: string[] = []
  for (const one of observed) {
    const allele = one.trim()
    if (allele !== '' && !seen.includes(allele)) seen.push(allele)
  }
  if (seen.length > copies || observed.length > 2)
    throw new Refusal(
      'too-many-alleles',
      `${person}, ${locus.name}: ${seen.length} alleles (${seen.join(', ')})`,
      'check for a mixture, or leave this locus out',
      { person, locus: locus.name },
    )
  for (const allele of seen)
    if (!locus.places.has(allele))
      throw new Refusal(
        'unknown-allele',
        `${person}, ${locus.name}: the allele ${allele} is not in the frequency table`,
        'add it to the table at its minimum frequency, or correct the profile',
        { person, locus: locus.name },
      )
  return seen
}

/**
 * The genotypes that fit what was seen. `dropout`: probability d that one allele copy does not show; seen a and b: (1-d)² at
 * a/b; seen a alone: 1-d² at a/a, d(1-d) at a/x (the convention of LRmix). A silent allele shows never: a seen alone may
 * be a/silent. `copies`: alleles carried, 1 for a man's X.
 */
export function genotypesOf(
  seen: readonly string[],
  alphabet: Alphabet,
  dropout: number,
  copies: 1 | 2,
): Evidence {
  const a = alphabet.stateOf(seen[0] ?? '')
  const b = seen[1] === undefined ? -1 : alphabet.stateOf(seen[1])
  if (dropout === 0 && copies === 2) {
    if (b >= 0)
      return { first: Int32Array.of(a, b), second: Int32Array.of(b, a), weight: Float64Array.of(1, 1) }
    if (alphabet.silent < 0)
      return { first: Int32Array.of(a), second: Int32Array.of(a), weight: Float64Array.of(1) }
  }
  const first: number[] = []
  const second: number[] = []
  const weight: number[] = []
  const take = (x: number, y: number, w: number) => {
    if (w === 0) return
    first.push(x)
    second.push(y)
    weight.push(w)
  }
  if (copies === 1)
    return { first: Int32Array.of(a), second: new Int32Array(0), weight: Float64Array.of(1 - dropout) }
  if (seen.length === 2) {
    take(a, b, (1 - dropout) ** 2)
    take(b, a, (1 - dropout) ** 2)
  } else {
    take(a, a, 1 - dropout ** 2)
    for (let x = 0; x < alphabet.size; x++) {
      if (x === a) continue
      const w = x === alphabet.silent ? 1 - dropout : dropout * (1 - dropout)
      take(a, x, w)
      take(x, a, w)
    }
  }
  return { first: Int32Array.from(first), second: Int32Array.from(second), weight: Float64Array.from(weight) }
}
