import { type Locus, makeAlphabet, prepareLocus } from './alphabet.ts'
import type { Plans } from './eliminate.ts'
import { type Comparison, type OrderedComparison, orderComparison } from './comparison.ts'
import { type Evidence, genotypesOf, readObserved } from './evidence.ts'
import { jointTable, logProbability } from './founder-draws.ts'
import { buildNetwork } from './network.ts'
import type { MutationModel } from './mutation.ts'
import { relevant } from './pedigree.ts'
import type { LocusFrequencies } from './alphabet.ts'
import { Refusal } from './refusal.ts'

/** What is assumed. Rates and frequencies are probabilities from 0 to below 1. */
export interface Model {
  readonly mutation: MutationModel | null
  /** Background relatedness (F_ST). */
  readonly theta: number
  /** Probability that one allele of the person compared does not show. Relatives' profiles are taken as whole. */
  readonly dropout: number
  /** Frequency of an allele that never shows. */
  readonly silent: number
}

/** A locus under both hypotheses: natural logarithms of the probability of all profiles, and their ratio. */
export interface LocusScore {
  readonly LR: number
  readonly lnL1: number
  readonly lnL2: number
}

/** Up to so many alleles a table over all genotypes of the missing person is quicker than two eliminations. */
const fewAlleles = 12

/**
 * The likelihood ratio at one locus:
 * P(all profiles | the candidate is the missing person) / P(all profiles | the candidate is unrelated to the family).
 * A locus at which the candidate shows nothing has LR 1.
 */
export function scoreLocus(
  comparison: Comparison,
  locus: Locus,
  model: Model,
  plans: Plans = new Map(),
): LocusScore {
  return scoreOrdered(orderComparison(comparison), comparison, locus, model, plans)
}

function scoreOrdered(
  { members, missing, stranger, genotypes, copies }: OrderedComparison,
  comparison: Comparison,
  locus: Locus,
  model: Model,
  plans: Plans,
): LocusScore {
  const { name } = locus
  const apart = new Set<string>()
  const seen = genotypes.map((profile, i) => {
    const observed = profile?.[name]
    if (!observed) return undefined
    const alleles = readObserved(observed, locus, members[i]?.id ?? '', copies[i])
    for (const allele of alleles) apart.add(allele)
    return alleles.length > 0 ? alleles : undefined
  })
  const mine = readObserved(comparison.candidate[name] ?? [], locus, 'the person compared', copies[missing])
  for (const allele of mine) apart.add(allele)

  const alphabet = makeAlphabet(locus, apart)
  const evidence = seen.map((alleles, i) => alleles && genotypesOf(alleles, alphabet, 0, copies[i] ?? 2))
  const own = mine.length > 0 ? genotypesOf(mine, alphabet, model.dropout, copies[missing] ?? 2) : undefined
  const x = comparison.chromosome === 'X'

  if (model.theta === 0 && alphabet.size <= fewAlleles) {
    // Both hypotheses come out of one table: the family with each genotype of the missing person.
    const matters = relevant(
      members,
      (i) => evidence[i] !== undefined || (own !== undefined && i === missing),
    )
    const network = buildNetwork(members, matters, evidence, alphabet, {
      x,
      theta: 0,
      ...(own && { wanted: members[missing]?.id ?? '', wantedStates: statesOf(own) }),
    })
    if (!own) {
      const lnL = logProbability(network, alphabet, 0, plans)
      return { LR: 1, lnL1: lnL, lnL2: lnL }
    }
    const { data, log } = jointTable(network, alphabet, 0, plans)
    let family = 0
    for (let i = 0; i < data.length; i++) family += data[i] as number
    const [one, other] = network.wanted
    const inFamily = seenIn(own, (a, b) => {
      const i = one ? one.alleles.indexOf(a) : -1
      const j = other ? other.alleles.indexOf(b) : 0
      return i < 0 || j < 0 ? 0 : (data[i * (other ? other.alleles.length : 1) + j] as number)
    })
    const { p } = alphabet
    const unrelated = seenIn(own, (a, b) => (p[a] as number) * (b < 0 ? 1 : (p[b] as number)))
    return ratio(log + Math.log(inFamily), log + Math.log(family) + Math.log(unrelated))
  }

  const lnL = (candidate: number): number => {
    const known = evidence.map((one, i) => (i === candidate ? own : one))
    const matters = relevant(members, (i) => known[i] !== undefined)
    const network = buildNetwork(members, matters, known, alphabet, { x, theta: model.theta })
    return logProbability(network, alphabet, model.theta, plans)
  }
  const lnL2 = lnL(stranger)
  return own ? ratio(lnL(missing), lnL2) : { LR: 1, lnL1: lnL2, lnL2 }
}

const ratio = (lnL1: number, lnL2: number): LocusScore => ({
  LR: lnL1 === Number.NEGATIVE_INFINITY ? 0 : Math.exp(lnL1 - lnL2),
  lnL1,
  lnL2,
})

const statesOf = ({ first, second }: Evidence): readonly number[] => [...first, ...second]

/** The probability of what was seen of one person, `of` giving that of each genotype (of a man's X: b is -1). */
function seenIn({ first, second, weight }: Evidence, of: (a: number, b: number) => number): number {
  let sum = 0
  for (let i = 0; i < weight.length; i++) sum += (weight[i] as number) * of(first[i] ?? 0, second[i] ?? -1)
  return sum
}

/** All loci together. */
export interface Score {
  readonly perLocus: ReadonlyMap<string, LocusScore>
  /** The product; 0 when a locus excludes. */
  readonly LR: number
  /** -Infinity when a locus excludes. */
  readonly log10LR: number
  /** Loci with LR 0. */
  readonly exclusions: readonly string[]
}

/**
 * The likelihood ratios of a comparison over `loci`, taken as independent. `frequencies`: by locus, as the table gives them.
 * Refuses bad input with the person, the locus and the remedy (`Refusal`).
 */
export function score(
  comparison: Comparison,
  loci: readonly string[],
  frequencies: Readonly<Record<string, LocusFrequencies>>,
  model: Model,
): Score {
  checkModel(model)
  const perLocus = new Map<string, LocusScore>()
  const plans: Plans = new Map()
  const ordered = orderComparison(comparison)
  let log10LR = 0
  for (const name of loci) {
    const table = frequencies[name]
    if (!table)
      throw new Refusal(
        'no-frequencies',
        `no frequencies for ${name}`,
        'add the locus to the table, or leave it out',
        { locus: name },
      )
    const one = scoreOrdered(ordered, comparison, prepareLocus(name, table, model), model, plans)
    perLocus.set(name, one)
    log10LR += one.LR === 0 ? Number.NEGATIVE_INFINITY : (one.lnL1 - one.lnL2) / Math.LN10
  }
  const exclusions = [...perLocus].filter(([, one]) => one.LR === 0).map(([name]) => name)
  return { perLocus, LR: exclusions.length > 0 ? 0 : 10 ** log10LR, log10LR, exclusions }
}

/** Refuses parameters that are not probabilities. */
export function checkModel({ theta, dropout, silent }: Model): void {
  for (const [name, value] of Object.entries({ theta, dropout, silent }))
    if (!(value >= 0 && value < 1))
      throw new Refusal('bad-parameter', `${name} is ${value}`, `give ${name} from 0 to below 1`)
}
