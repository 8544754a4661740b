import type { Alphabet } from './alphabet.ts'
import type { Evidence } from './evidence.ts'
import type { Factor } from './factor.ts'
import type { Matrix } from './mutation.ts'
import type { OrderedMember } from './pedigree.ts'
import { type Slot, transmission } from './transmission.ts'

/** A founder's alleles: known ones as states, uncertain ones as the variables they are. */
export interface FounderDraws {
  /** States of alleles that are certain: drawn first. */
  readonly known: readonly number[]
  /** By founder, a variable over the alphabet for each uncertain allele. Their prior is left to who evaluates the network. */
  readonly uncertain: readonly (readonly number[])[]
}

/** The factors of one locus in one hypothesis, but for the probabilities of founders' alleles. */
export interface Network {
  readonly sizes: number[]
  readonly factors: Factor[]
  readonly draws: FounderDraws
  /** Orders in which known founder genotypes may have come: 2 for each heterozygote. */
  readonly orders: number
  /** Variables of the wanted person's two alleles, when asked for. */
  readonly wanted: readonly number[]
}

/** What is known of a member: their fitting genotypes, or nothing. */
export type EvidenceOf = (id: string) => Evidence | undefined

/**
 * Writes a pedigree at one locus as a product of small factors over single alleles (not genotypes: with n alleles a
 * transmission costs n³ at most instead of n⁴).
 *
 * - A person with evidence has one variable, whose states are the ordered genotypes that fit; a known founder has none.
 * - A person without has one variable an allele.
 * - A transmission from a parent with two alleles of their own is, where alleles are many, split by a selector variable
 *   (which of the two was passed on), so that every factor ties one parental allele to one of the child.
 *
 * `x`: X-chromosomal; men have one allele, from their mother. `wanted`: the member whose alleles are to be kept apart.
 */
export function buildNetwork(
  members: readonly OrderedMember[],
  matters: readonly boolean[],
  evidenceOf: EvidenceOf,
  alphabet: Alphabet,
  options: { readonly x: boolean; readonly wanted?: string },
): Network {
  const { size } = alphabet
  const all = Int32Array.from({ length: size }, (_, i) => i)
  const sizes: number[] = []
  const factors: Factor[] = []
  const known: number[] = []
  const uncertain: (readonly number[])[] = []
  let orders = 1
  let wanted: readonly number[] = []
  const variable = (states: number): number => sizes.push(states) - 1
  const free = (): Slot => ({ variable: variable(size), alleles: all })
  const fixed = (state: number): Slot => ({ variable: -1, alleles: Int32Array.of(state) })

  const passOn = (from: readonly Slot[], to: Slot, matrix: Matrix) =>
    factors.push(...transmission(from, to, matrix, size, () => variable(2)))

  const slots: (readonly Slot[])[] = []
  members.forEach((member, i) => {
    if (!matters[i]) {
      slots.push([])
      return
    }
    const single = options.x && member.sex === 'M'
    const evidence = evidenceOf(member.id)
    const founder = member.father < 0
    let mine: readonly Slot[]
    if (!evidence) {
      mine = single ? [free()] : [free(), free()]
      if (founder) uncertain.push(mine.map((slot) => slot.variable))
    } else if (founder) {
      mine = founderSlots(evidence, single)
    } else mine = seenSlots(evidence, single)
    slots.push(mine)
    if (member.id === options.wanted) wanted = mine.map((slot) => slot.variable)
    if (founder) return
    const [fathers = [], mothers = []] = [slots[member.father], slots[member.mother]]
    const maternal = mine[mine.length - 1] as Slot
    if (!single) passOn(fathers, mine[0] as Slot, alphabet.male)
    passOn(mothers, maternal, alphabet.female)
  })
  return { sizes, factors, draws: { known, uncertain }, orders, wanted }

  /** A person of whom something was seen: one variable for both alleles (of one state where one genotype fits). */
  function seenSlots(evidence: Evidence, single: boolean): readonly Slot[] {
    const { first, second, weight } = evidence
    const v = variable(weight.length)
    if (weight.some((w) => w !== 1)) factors.push({ vars: [v], data: weight })
    const one = { variable: v, alleles: first }
    return single ? [one] : [one, { variable: v, alleles: second }]
  }

  /** A founder of whom something was seen. Which allele came from whom does not matter: a heterozygote is written once. */
  function founderSlots(evidence: Evidence, single: boolean): readonly Slot[] {
    const { first, second, weight } = evidence
    const heterozygote = weight.length === 2 && first[0] === second[1] && first[1] === second[0]
    if (weight.length === 1 || heterozygote) {
      const mine = single ? [first[0] ?? 0] : [first[0] ?? 0, second[0] ?? 0]
      known.push(...mine)
      if (heterozygote) orders *= 2
      if (weight[0] !== 1) factors.push({ vars: [], data: Float64Array.of(weight[0] ?? 0) })
      return mine.map(fixed)
    }
    const both = [free(), free()] as const
    uncertain.push([both[0].variable, both[1].variable])
    const table = new Float64Array(size * size)
    weight.forEach((w, i) => {
      table[(first[i] ?? 0) * size + (second[i] ?? 0)] = w
    })
    factors.push({ vars: [both[0].variable, both[1].variable], data: table })
    return both
  }
}
