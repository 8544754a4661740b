import { type Locus, makeAlphabet, prepareLocus } from './alphabet.ts'
import type { Plans } from './eliminate.ts'
import { type Evidence, genotypesOf, type Observed, readObserved } from './evidence.ts'
import { jointTable, logProbability } from './founder-draws.ts'
import { buildNetwork } from './network.ts'
import type { MutationModel } from './mutation.ts'
import { type Member, orderPedigree, relevant } from './pedigree.ts'
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

/** A family, the person wanted in it, and the person compared. */
export interface Comparison {
  readonly pedigree: readonly Member[]
  readonly missing: string
  /** Alleles by locus, of typed relatives. */
  readonly genotypes: Readonly<Record<string, Readonly<Record<string, Observed>>>>
  readonly candidate: Readonly<Record<string, Observed>>
  readonly candidateSex: 'M' | 'F'
  readonly chromosome: 'autosomal' | 'X'
}

/** A locus under both hypotheses: natural logarithms of the probability of all profiles, and their ratio. */
export interface LocusScore {
  readonly LR: number
  readonly lnL1: number
  readonly lnL2: number
}

const stranger = '\u0000candidate'

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
  const { pedigree, missing, genotypes, candidate, candidateSex } = comparison
  const x = comparison.chromosome === 'X'
  const members = orderPedigree(pedigree)
  const wanted = members.find((one) => one.id === missing)
  if (!wanted)
    throw new Refusal(
      'person-unknown',
      `the missing person ${missing} is not in the pedigree`,
      'name a person of the pedigree',
      { person: missing },
    )
  if (wanted.sex !== candidateSex)
    throw new Refusal(
      'sex-conflict',
      `the missing person ${missing} is ${wanted.sex}, the person compared ${candidateSex}`,
      'compare with people of the same sex, or correct it',
      { person: missing },
    )
  if (genotypes[missing]?.[locus.name])
    throw new Refusal('person-twice', `${missing} is missing and typed`, 'leave the missing person untyped', {
      person: missing,
      locus: locus.name,
    })

  const seen = new Map<string, readonly string[]>()
  for (const member of members) {
    const observed = genotypes[member.id]?.[locus.name]
    const alleles = observed ? readObserved(observed, locus, member.id) : []
    if (alleles.length > 0) seen.set(member.id, alleles)
  }
  for (const id of Object.keys(genotypes))
    if (!members.some((member) => member.id === id))
      throw new Refusal(
        'person-unknown',
        `${id} has a profile and is not in the pedigree`,
        'add the person to the pedigree',
        { person: id },
      )
  const mine = readObserved(candidate[locus.name] ?? [], locus, 'the person compared')

  const alphabet = makeAlphabet(locus, new Set([...[...seen.values()].flat(), ...mine]))
  const sexOf = new Map<string, 'M' | 'F'>([
    ...members.map((one) => [one.id, one.sex] as const),
    [stranger, candidateSex],
  ])
  const evidence = new Map(
    [...seen].map(([id, alleles]) => [id, genotypesOf(alleles, alphabet, 0, copies(id))] as const),
  )
  const own = mine.length > 0 ? genotypesOf(mine, alphabet, model.dropout, copies(missing)) : undefined

  const inFamily = (wanted?: string) => {
    const matters = relevant(members, (id) => evidence.has(id) || id === wanted)
    return buildNetwork(members, matters, (id) => evidence.get(id), alphabet, {
      x,
      theta: 0,
      ...(wanted !== undefined && { wanted }),
      ...(own && { wantedStates: [...own.first, ...own.second] }),
    })
  }
  if (model.theta === 0 && alphabet.size <= fewAlleles) {
    // Both hypotheses come out of one table: the family with each genotype of the missing person.
    if (!own) {
      const lnL = logProbability(inFamily(), alphabet, 0, plans)
      return { LR: 1, lnL1: lnL, lnL2: lnL }
    }
    const network = inFamily(missing)
    const { data, log } = jointTable(network, alphabet, 0, plans)
    const family = log + Math.log(data.reduce((a, b) => a + b, 0))
    const [one, other] = network.wanted.map(({ alleles }) => alleles)
    const lnL1 =
      log +
      Math.log(
        seenIn(own, (a, b) => {
          const i = one?.indexOf(a) ?? -1
          const j = other ? other.indexOf(b) : 0
          return i < 0 || j < 0 ? 0 : (data[i * (other?.length ?? 1) + j] ?? 0)
        }),
      )
    const { p } = alphabet
    const lnL2 = family + Math.log(seenIn(own, (a, b) => (p[a] ?? 0) * (b < 0 ? 1 : (p[b] ?? 0))))
    return { LR: lnL1 === Number.NEGATIVE_INFINITY ? 0 : Math.exp(lnL1 - lnL2), lnL1, lnL2 }
  }

  const withCandidate = [...members, { id: stranger, sex: candidateSex, father: -1, mother: -1 }]
  const lnL = (candidateIs: string): number => {
    const evidenceOf = (id: string) => (id === candidateIs ? own : evidence.get(id))
    const matters = relevant(withCandidate, (id) => evidenceOf(id) !== undefined)
    const network = buildNetwork(withCandidate, matters, evidenceOf, alphabet, { x, theta: model.theta })
    return logProbability(network, alphabet, model.theta, plans)
  }
  const lnL2 = lnL(stranger)
  const lnL1 = own ? lnL(missing) : lnL2
  return { LR: lnL1 === Number.NEGATIVE_INFINITY ? 0 : Math.exp(lnL1 - lnL2), lnL1, lnL2 }

  function copies(id: string): 1 | 2 {
    return x && sexOf.get(id) === 'M' ? 1 : 2
  }
}

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
    const one = scoreLocus(comparison, prepareLocus(name, table, model), model, plans)
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
