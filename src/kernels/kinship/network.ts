import type { Alphabet } from './alphabet.ts'
import { type Domain, narrowDomains, wholeDomain } from './domains.ts'
import type { Evidence } from './evidence.ts'
import type { Factor } from './factor.ts'
import { fitsMoments } from './moments.ts'
import type { Matrix } from './mutation.ts'
import type { OrderedMember } from './pedigree.ts'
import { type Slot, transmission } from './transmission.ts'

/** A founder's alleles: known ones as states, uncertain ones as the variables they are. */
export interface FounderDraws {
  /** States of alleles that are certain: drawn first. */
  readonly known: readonly number[]
  /** By founder, a slot for each uncertain allele. Their prior is left to who evaluates the network. */
  readonly uncertain: readonly (readonly Slot[])[]
}

/** The factors of one locus in one hypothesis, but for the probabilities of founders' alleles. */
export interface Network {
  readonly sizes: number[]
  readonly factors: Factor[]
  readonly draws: FounderDraws
  /** Orders in which known founder genotypes may have come: 2 for each heterozygote. */
  readonly orders: number
  /** The wanted person's two alleles, when asked for. */
  readonly wanted: readonly Slot[]
}

/** How a network is written. */
export interface NetworkOptions {
  /** X-chromosomal; men have one allele, from their mother. */
  readonly x: boolean
  readonly theta: number
  /** The member whose alleles are to be kept apart from one another. */
  readonly wanted?: string
  /** The states that are asked of the wanted person; all where it is not given. */
  readonly wantedStates?: readonly number[]
}

const isHeterozygote = ({ first, second, weight }: Evidence): boolean =>
  weight.length === 2 && first[0] === second[1] && first[1] === second[0]

/** Whether a founder's alleles are known to be just these. */
const isCertain = (evidence: Evidence): boolean => evidence.weight.length === 1 || isHeterozygote(evidence)

/**
 * Writes a pedigree at one locus (`evidences`: what is known of each member, their fitting genotypes) as a product of small factors over single alleles (not genotypes: with n alleles a
 * transmission costs n³ at most instead of n⁴).
 *
 * - A person with evidence has one variable, whose states are the ordered genotypes that fit; a known founder has none.
 * - A person without has one variable an allele, over no more states than matter to them (`domains.ts`).
 * - A transmission from a parent with two alleles of their own is, where alleles are many, split by a selector variable
 *   (which of the two was passed on), so that every factor ties one parental allele to one of the child.
 */
export function buildNetwork(
  members: readonly OrderedMember[],
  matters: readonly boolean[],
  evidences: readonly (Evidence | undefined)[],
  alphabet: Alphabet,
  options: NetworkOptions,
): Network {
  const { size } = alphabet
  const all = wholeDomain(size)
  const sizes: number[] = []
  const factors: Factor[] = []
  const known: number[] = []
  const uncertain: (readonly Slot[])[] = []
  let orders = 1
  let wanted: readonly Slot[] = []
  const domains = narrows()
    ? narrowDomains(members, matters, evidences, alphabet, options.wanted, options.wantedStates)
    : undefined
  const variable = (states: number): number => sizes.push(states) - 1
  const free = (domain: Domain): Slot => ({ ...domain, variable: variable(domain.alleles.length) })
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
    const evidence = evidences[i]
    const founder = member.father < 0
    const [fathers = [], mothers = []] = [slots[member.father], slots[member.mother]]
    let mine: readonly Slot[]
    if (!evidence) {
      const [paternal = all, maternal = all] = domains?.of(i, fathers, mothers) ?? []
      mine = single ? [free(maternal)] : [free(paternal), free(maternal)]
      if (founder) uncertain.push(mine)
    } else if (founder) {
      mine = founderSlots(evidence, single)
    } else mine = seenSlots(evidence, single)
    slots.push(mine)
    if (member.id === options.wanted) wanted = mine
    if (founder) return
    const maternal = mine[mine.length - 1] as Slot
    if (!single) passOn(fathers, mine[0] as Slot, alphabet.male)
    passOn(mothers, maternal, alphabet.female)
  })
  return { sizes, factors, draws: { known, uncertain }, orders, wanted }

  /** Partitions of founders' alleles (theta where moments do not fit) tie variables to one another: they must be alike. */
  function narrows(): boolean {
    if (!alphabet.lumpable) return false
    if (options.theta === 0) return true
    let open = 0
    members.forEach((member, i) => {
      const evidence = evidences[i]
      if (matters[i] && member.father < 0 && !(evidence && isCertain(evidence)))
        open += options.x && member.sex === 'M' ? 1 : 2
    })
    return fitsMoments(open, size)
  }

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
    if (isCertain(evidence)) {
      const mine = single ? [first[0] ?? 0] : [first[0] ?? 0, second[0] ?? 0]
      known.push(...mine)
      if (isHeterozygote(evidence)) orders *= 2
      if (weight[0] !== 1) factors.push({ vars: [], data: Float64Array.of(weight[0] ?? 0) })
      return mine.map(fixed)
    }
    const both = [free(all), free(all)] as const
    uncertain.push(both)
    const table = new Float64Array(size * size)
    weight.forEach((w, i) => {
      table[(first[i] ?? 0) * size + (second[i] ?? 0)] = w
    })
    factors.push({ vars: [both[0].variable, both[1].variable], data: table })
    return both
  }
}
