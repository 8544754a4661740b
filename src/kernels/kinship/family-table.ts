import { type Alphabet, type Locus, makeAlphabet } from './alphabet.ts'
import type { Plans } from './eliminate.ts'
import { genotypesOf, readObserved } from './evidence.ts'
import { jointTable } from './founder-draws.ts'
import { buildNetwork } from './network.ts'
import { type OrderedMember, relevant } from './pedigree.ts'
import type { Model } from './score.ts'
import type { Slot } from './transmission.ts'

/** Place of the unordered genotype {i, j} in a table of n(n+1)/2. */
export const genotypePlace = (i: number, j: number): number =>
  i < j ? (j * (j + 1)) / 2 + i : (i * (i + 1)) / 2 + j

const stranger = '\u0000candidate'

/**
 * ln LR of every profile that a candidate can show at an autosomal locus, by `genotypePlace` over the locus's alleles:
 * one pass over the family gives F1(g) = P(family, missing person = g) for all genotypes at once, F2(g) is the same for
 * somebody unrelated, and LR = Σ_g P(seen|g) F1(g) / Σ_g P(seen|g) F2(g). -Infinity where the family excludes a profile.
 *
 * Alleles that nobody in the family shows enter through their frequency alone where the model allows it: with x and y
 * unseen, F(x,y) = p_x p_y A and F(x,x) = p_x² A + p_x B (B: both alleles from one ancestor, or one pool), so that two
 * of them, apart, give all.
 */
export function familyTable(
  members: readonly OrderedMember[],
  missing: string,
  observed: (id: string) => readonly string[] | undefined,
  locus: Locus,
  model: Model,
  plans: Plans = new Map(),
): Float64Array {
  const seen = new Map<string, readonly string[]>()
  for (const { id } of members) {
    const alleles = readObserved(observed(id) ?? [], locus, id)
    if (alleles.length > 0 && id !== missing) seen.set(id, alleles)
  }
  const shown = new Set([...seen.values()].flat())
  const unseen = locus.alleles.map((_, i) => i).filter((i) => !shown.has(locus.alleles[i] ?? ''))
  unseen.sort((i, j) => (locus.p[j] ?? 0) - (locus.p[i] ?? 0))
  const sample = locus.exchangeable ? unseen[0] : undefined
  const apart = locus.exchangeable
    ? new Set(sample === undefined ? shown : [...shown, locus.alleles[sample] ?? ''])
    : new Set(locus.alleles)
  const alphabet = makeAlphabet(locus, apart)
  const rest = locus.exchangeable && unseen.length > 1 ? alphabet.size - (alphabet.silent >= 0 ? 2 : 1) : -1
  const at = (allele: number): number => alphabet.stateOf(locus.alleles[allele] ?? '')

  const withStranger = [...members, { id: stranger, sex: 'M' as const, father: -1, mother: -1 }]
  const evidence = withStranger.map(({ id }) => {
    const alleles = seen.get(id)
    return alleles && genotypesOf(alleles, alphabet, 0, 2)
  })
  const joint = (wanted: string) => {
    const matters = relevant(withStranger, (i) => evidence[i] !== undefined || withStranger[i]?.id === wanted)
    const network = buildNetwork(withStranger, matters, evidence, alphabet, {
      x: false,
      theta: model.theta,
      wanted,
    })
    const { data, log } = jointTable(network, alphabet, model.theta, plans)
    return { data: overAll(data, network.wanted, alphabet.size), log }
  }
  const one = joint(missing)
  const two = model.theta === 0 ? unrelated(one.data, one.log, alphabet) : joint(stranger)
  const first = spread(one.data, alphabet, sample === undefined ? -1 : at(sample), rest)
  const second = spread(two.data, alphabet, sample === undefined ? -1 : at(sample), rest)

  const n = locus.alleles.length
  const table = new Float64Array((n * (n + 1)) / 2)
  const shift = one.log - two.log
  const lnRatio = (a: number, b: number): number => Math.log(a) - Math.log(b) + shift
  // A profile of two alleles is one genotype, whatever may drop out or be silent: the factor (1-d)² cancels.
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) table[genotypePlace(i, j)] = lnRatio(first.pair(i, j), second.pair(i, j))
  for (let i = 0; i < n; i++) table[genotypePlace(i, i)] = lnRatio(alone(first, i), alone(second, i))
  return table

  /** Probability of seeing allele `i` alone. */
  function alone(spreaded: Spread, i: number): number {
    const d = model.dropout
    let sum = (1 - d ** 2) * spreaded.twice(i)
    if (d > 0) sum += d * (1 - d) * (spreaded.anyOther(i) - spreaded.silent(i))
    return sum + (1 - d) * spreaded.silent(i)
  }

  function spread(data: Float64Array, { size, p, silent }: Alphabet, x: number, others: number): Spread {
    const entry = (a: number, b: number): number => (data[a * size + b] ?? 0) + (data[b * size + a] ?? 0)
    const own = (i: number): number => (locus.p[i] ?? 0) * (1 - locus.silent)
    const px = p[x] ?? 0
    const A = x < 0 ? 0 : others < 0 ? 0 : entry(x, others) / (2 * px * (p[others] ?? 0))
    // A difference of equals is rounding, not an ancestor in common.
    const common = x < 0 ? 0 : (data[x * size + x] ?? 0) / px - px * A
    const B = others >= 0 && Math.abs(common) < 1e-12 * px * A ? 0 : common
    const scaled = (i: number): number => (px > 0 ? own(i) / px : 0)
    const pair = (i: number, j: number): number => {
      const [a, b] = [at(i), at(j)]
      if (a >= 0 && b >= 0) return entry(a, b)
      if (a < 0 && b < 0) return 2 * own(i) * own(j) * A
      // The sampled allele is one of the unseen: it meets another of them as any two do.
      const [known, unknown] = a >= 0 ? [a, j] : [b, i]
      return known === x ? 2 * px * own(unknown) * A : entry(known, x) * scaled(unknown)
    }
    const twice = (i: number): number => {
      const a = at(i)
      return a >= 0 ? (data[a * size + a] ?? 0) : own(i) * (own(i) * A + B)
    }
    const silentWith = (i: number): number => {
      if (silent < 0) return 0
      const a = at(i)
      return a >= 0 ? entry(a, silent) : entry(x, silent) * scaled(i)
    }
    return {
      pair,
      twice,
      silent: silentWith,
      anyOther(i) {
        let sum = silentWith(i)
        for (let j = 0; j < locus.alleles.length; j++) if (j !== i) sum += pair(i, j)
        return sum
      },
    }
  }
}

/** A table over the states of the wanted person's two slots, as one over all alleles: those left out are impossible. */
function overAll(data: Float64Array, [one, other]: readonly Slot[], size: number): Float64Array {
  if (!one || !other || data.length === size * size) return data
  const table = new Float64Array(size * size)
  let from = 0
  for (const a of one.alleles) for (const b of other.alleles) table[a * size + b] = data[from++] as number
  return table
}

/** Probabilities of unordered genotypes by place of their alleles in the locus. */
interface Spread {
  readonly pair: (i: number, j: number) => number
  readonly twice: (i: number) => number
  readonly silent: (i: number) => number
  readonly anyOther: (i: number) => number
}

/** F2 without theta: the family as it is, and somebody with table frequencies. */
function unrelated(
  joint: Float64Array,
  log: number,
  { p, size }: Alphabet,
): { data: Float64Array; log: number } {
  let family = 0
  for (const value of joint) family += value
  const data = new Float64Array(size * size)
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) data[i * size + j] = family * (p[i] ?? 0) * (p[j] ?? 0)
  return { data, log }
}
