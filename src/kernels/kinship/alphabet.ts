import { type Matrix, type MutationModel, mutationMatrices, unchanged } from './mutation.ts'
import { Refusal } from './refusal.ts'

/** Frequencies of the alleles of one locus, as a table gives them. */
export type LocusFrequencies = Readonly<Record<string, number>>

/** A locus made ready for a model: alleles in the table's order, frequencies that sum to 1, both mutation matrices. */
export interface Locus {
  readonly name: string
  readonly alleles: readonly string[]
  readonly p: Float64Array
  readonly matrices: { readonly male: Matrix; readonly female: Matrix } | null
  /** Whether alleles that nobody shows may be merged without changing any likelihood (Kemeny & Snell). */
  readonly lumpable: boolean
  /** Whether an unseen allele enters likelihoods through its frequency alone. */
  readonly exchangeable: boolean
  readonly silent: number
}

/** How far from 1 the frequencies of a locus may sum and still be taken for rounding. */
const roundingTolerance = 0.005

/**
 * Makes a locus ready. Frequencies are divided by their sum; a sum further from 1 than 0.005 is refused, as a
 * misplaced decimal point there makes every likelihood ratio wrong. `silent`: frequency of an allele that never shows and
 * does not mutate; the others are multiplied by 1 - silent.
 */
export function prepareLocus(
  name: string,
  frequencies: LocusFrequencies,
  model: { readonly mutation: MutationModel | null; readonly silent: number },
): Locus {
  const alleles = Object.keys(frequencies)
  const raw = Float64Array.from(alleles, (allele) => frequencies[allele] ?? Number.NaN)
  const sum = raw.reduce((a, b) => a + b, 0)
  if (alleles.length === 0 || !raw.every((x) => x >= 0) || !(Math.abs(sum - 1) <= roundingTolerance))
    throw new Refusal(
      'not-a-distribution',
      `${name}: the frequencies sum to ${sum.toPrecision(6)}`,
      'look for a misplaced decimal point, or leave out a row that is no allele (such as fmin)',
      { locus: name },
    )
  const p = raw.map((x) => x / sum)
  if (!(model.silent >= 0 && model.silent < 1))
    throw new Refusal(
      'bad-parameter',
      `a silent frequency of ${model.silent}`,
      'give a frequency from 0 to below 1',
    )
  const kind = model.mutation?.model
  const averaged = model.mutation?.stationary === true && kind !== 'proportional'
  return {
    name,
    alleles,
    p,
    matrices: mutationMatrices(model.mutation, alleles, p, name),
    lumpable: (kind === undefined || kind === 'equal' || kind === 'proportional') && !averaged,
    exchangeable: kind === undefined || kind === 'proportional',
    silent: model.silent,
  }
}

/** The alleles of one computation: those that must be told apart, the rest as one where the model allows it. */
export interface Alphabet {
  readonly p: Float64Array
  readonly male: Matrix
  readonly female: Matrix
  /** State of the silent allele, or -1. */
  readonly silent: number
  /** State of a named allele; -1 when it is among the merged ones. */
  readonly stateOf: (allele: string) => number
  readonly size: number
  /** Whether states may be merged further, person by person. */
  readonly lumpable: boolean
  readonly mutates: boolean
}

/** Alphabet in which each of `apart` has its own state. */
export function makeAlphabet(locus: Locus, apart: ReadonlySet<string>): Alphabet {
  const n = locus.alleles.length
  const own = locus.alleles
    .map((allele, i) => ({ allele, i }))
    .filter(({ allele }) => !locus.lumpable || apart.has(allele))
  const merged = locus.lumpable
    ? locus.alleles.map((_, i) => i).filter((i) => !apart.has(locus.alleles[i] ?? ''))
    : []
  const groups = [...own.map(({ i }) => [i]), ...(merged.length > 0 ? [merged] : [])]
  const silent = locus.silent > 0 ? groups.length : -1
  const size = groups.length + (silent >= 0 ? 1 : 0)
  const p = new Float64Array(size)
  groups.forEach((members, g) => {
    for (const i of members) p[g] = (p[g] ?? 0) + (locus.p[i] ?? 0) * (1 - locus.silent)
  })
  if (silent >= 0) p[silent] = locus.silent
  const lumped = (full: Matrix): Matrix => {
    const m = new Float64Array(size * size)
    groups.forEach((from, g) => {
      groups.forEach((to, h) => {
        let sum = 0
        for (const j of to) sum += full[(from[0] ?? 0) * n + j] ?? 0
        m[g * size + h] = sum
      })
    })
    if (silent >= 0) m[silent * size + silent] = 1
    return m
  }
  const same = unchanged(size)
  const states = new Map(own.map(({ allele }, state) => [allele, state]))
  return {
    p,
    male: locus.matrices ? lumped(locus.matrices.male) : same,
    female: locus.matrices ? lumped(locus.matrices.female) : same,
    silent,
    stateOf: (allele) => states.get(allele) ?? -1,
    size,
    lumpable: locus.lumpable,
    mutates: locus.matrices !== null,
  }
}
