import { type Matrix, type MutationModel, mutationMatrices, unchanged } from './mutation.ts'
import { Refusal } from './refusal.ts'

/** Frequencies of the alleles of one locus, as a table gives them. */
export type LocusFrequencies = Readonly<Record<string, number>>

/** A locus made ready for a model: alleles in the table's order, frequencies that sum to 1, both mutation matrices. */
export interface Locus {
  readonly name: string
  readonly alleles: readonly string[]
  /** Place of an allele in `alleles`. */
  readonly places: ReadonlyMap<string, number>
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

interface Prepared {
  readonly mutation: MutationModel | null
  readonly silent: number
  readonly locus: Locus
}

/** The last locus made ready of each table of frequencies: comparisons come by the thousand under one model. */
const prepared = new WeakMap<LocusFrequencies, Prepared>()

/** As `makeReady`; what was made for the same table and model is given again. */
export function prepareLocus(
  name: string,
  frequencies: LocusFrequencies,
  model: { readonly mutation: MutationModel | null; readonly silent: number },
): Locus {
  const { mutation, silent } = model
  const last = prepared.get(frequencies)
  if (last && last.mutation === mutation && last.silent === silent && last.locus.name === name)
    return last.locus
  const locus = makeReady(name, frequencies, model)
  prepared.set(frequencies, { mutation, silent, locus })
  return locus
}

/**
 * Makes a locus ready. Frequencies are divided by their sum; a sum further from 1 than 0.005 is refused, as a
 * misplaced decimal point there makes every likelihood ratio wrong. `silent`: frequency of an allele that never shows and
 * does not mutate; the others are multiplied by 1 - silent.
 */
function makeReady(
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
    places: new Map(alleles.map((allele, i) => [allele, i])),
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
  if (!locus.matrices && locus.lumpable) return unmutated(locus, apart)
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

/** The same where alleles pass as they are: nothing but frequencies to sum. */
function unmutated(locus: Locus, apart: ReadonlySet<string>): Alphabet {
  const states = new Map<string, number>()
  const share = 1 - locus.silent
  const frequencies: number[] = []
  let rest = 1
  for (const allele of apart) {
    const place = locus.places.get(allele)
    if (place === undefined) continue
    states.set(allele, frequencies.length)
    const frequency = locus.p[place] as number
    frequencies.push(frequency * share)
    rest -= frequency
  }
  if (states.size < locus.alleles.length) {
    // Summed rather than subtracted where little is left, so that no digits are lost.
    if (rest < 0.1) {
      rest = 0
      for (let i = 0; i < locus.alleles.length; i++)
        if (!states.has(locus.alleles[i] as string)) rest += locus.p[i] as number
    }
    frequencies.push(rest * share)
  }
  const silent = locus.silent > 0 ? frequencies.push(locus.silent) - 1 : -1
  const size = frequencies.length
  const same = unchanged(size)
  return {
    p: Float64Array.from(frequencies),
    male: same,
    female: same,
    silent,
    stateOf: (allele) => states.get(allele) ?? -1,
    size,
    lumpable: true,
    mutates: false,
  }
}
