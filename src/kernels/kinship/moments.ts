import { type Plans, planSteps, rescale, type Step } from './eliminate.ts'
import { type Factor, strideOf, sumProduct } from './factor.ts'
import type { Slot } from './transmission.ts'

/**
 * Elimination in which founders' allele probabilities are left as letters. A likelihood is a polynomial in the allele
 * probabilities q of the pool that the founders were drawn from, of a degree up to the number of uncertain founder alleles;
 * under theta q follows a Dirichlet law, so that each monomial is replaced at the end by its moment. No enumeration of
 * founders' genotypes, and few monomials: what relatives show leaves the founders little choice.
 */

/** A sum of monomials: their names (see `baseFor`) and coefficients. */
interface Polynomial {
  readonly names: Float64Array
  readonly values: Float64Array
}

/** A factor with a polynomial for each combination of states; null where it is zero. */
interface PolynomialFactor {
  readonly vars: readonly number[]
  readonly entries: readonly (Polynomial | null)[]
}

/**
 * Powers of a monomial are the digits of its name in a base above the number of draws: names of products are sums, and all
 * are exact integers as long as they stay below 2^53.
 */
const baseFor = (uncertain: number): number => uncertain + 1

/** Whether monomials of so many founder alleles in so many letters have exact names. */
export const fitsMoments = (uncertain: number, letters: number): boolean =>
  baseFor(uncertain) ** letters <= Number.MAX_SAFE_INTEGER

/** By state of a slot, the letters of its alleles (several where a state is a class of alleles). */
const lettersOf = ({ alleles, merged }: Slot, base: number): readonly Float64Array[] => {
  const letters = Array.from(alleles, (a) => Float64Array.of(base ** a))
  if (merged) letters[letters.length - 1] = Float64Array.from(merged, (a) => base ** a)
  return letters
}

/** The prior of an uncertain founder allele: each state stands for the sum of its letters. */
const letterPrior = (v: number, letters: readonly Float64Array[]): PolynomialFactor => ({
  vars: [v],
  entries: letters.map((names) => ({ names, values: new Float64Array(names.length).fill(1) })),
})

/** A pool of founder alleles with theta: frequencies, and what is known to have been drawn from it. */
export interface Pool {
  readonly p: Float64Array
  readonly counts: Float64Array
  readonly drawn: number
  readonly theta: number
}

/** E[monomial]: product over further draws of ((count + i)θ + (1-θ)p) / (1 + (drawn + i - 1)θ). */
function momentOf(name: number, base: number, { p, counts, drawn, theta }: Pool): number {
  let moment = 1
  let done = drawn
  let rest = name
  for (let a = 0; rest > 0; a++) {
    const power = rest % base
    rest = (rest - power) / base
    for (let i = 0; i < power; i++, done++)
      moment *= (((counts[a] ?? 0) + i) * theta + (1 - theta) * (p[a] ?? 0)) / (1 + (done - 1) * theta)
  }
  return moment
}

/**
 * The joint table over `wanted` (and a logarithm to add) of a network whose `uncertain` slots are drawn from one pool.
 */
export function momentTable(
  factors: readonly Factor[],
  sizes: readonly number[],
  uncertain: readonly Slot[],
  wanted: readonly number[],
  pool: Pool,
  plans: Plans,
): { readonly data: Float64Array; readonly log: number } {
  const base = baseFor(uncertain.length)
  const numbers: (Factor | undefined)[] = [...factors]
  const polynomials: (PolynomialFactor | undefined)[] = factors.map(() => undefined)
  // The letter of a variable is put in when the variable goes; of those that stay, here.
  const drawn = new Map<number, readonly Float64Array[]>()
  for (const slot of uncertain) {
    const { variable } = slot
    const letters = lettersOf(slot, base)
    if (wanted.includes(variable)) polynomials.push(letterPrior(variable, letters))
    else drawn.set(variable, letters)
  }
  const all = polynomials.map((lettered, i) => lettered ?? (numbers[i] as Factor))
  const shape = `θ${wanted.join()};${all.map((factor) => factor.vars.join()).join('|')}`
  let steps: readonly Step[] | undefined = plans.get(shape)
  if (!steps) {
    steps = planSteps(
      all.map(({ vars }) => ({ vars })),
      sizes,
      wanted,
    )
    plans.set(shape, steps)
  }
  let log = 0
  for (const step of steps) {
    if ('gates' in step) continue
    const { inputs, vars, gone } = step
    if (!drawn.has(gone) && inputs.every((i) => !polynomials[i])) {
      const plain = sumProduct(
        inputs.map((i) => numbers[i] as Factor),
        sizes,
        vars,
        gone,
      )
      log += rescale(plain.data)
      numbers[polynomials.push(undefined) - 1] = plain
      continue
    }
    const message = sumProductOfPolynomials(
      inputs.flatMap((i) => (polynomials[i] ? [] : [numbers[i] as Factor])),
      inputs.flatMap((i) => polynomials[i] ?? []),
      sizes,
      vars,
      gone,
      drawn.get(gone),
    )
    log += rescalePolynomials(message)
    polynomials.push(message)
  }
  const last = polynomials[polynomials.length - 1]
  if (!last) return { data: (numbers[polynomials.length - 1] as Factor).data, log }
  const moments = new Map<number, number>()
  const data = Float64Array.from(last.entries, (entry) => {
    let sum = 0
    entry?.names.forEach((name, i) => {
      const moment = moments.get(name) ?? momentOf(name, base, pool)
      moments.set(name, moment)
      sum += moment * (entry.values[i] as number)
    })
    return sum
  })
  return { data, log }
}

/** Divides by the largest coefficient; gives its logarithm. */
function rescalePolynomials({ entries }: PolynomialFactor): number {
  let most = 0
  for (const entry of entries) for (const value of entry?.values ?? []) if (value > most) most = value
  if (most === 0) return 0
  for (const entry of entries)
    if (entry)
      for (let i = 0; i < entry.values.length; i++) entry.values[i] = (entry.values[i] as number) / most
  return Math.log(most)
}

/**
 * As `sumProduct`, with factors of numbers and of polynomials. `letters`: what each state of `gone` brings with it.
 */
function sumProductOfPolynomials(
  numeric: readonly Factor[],
  lettered: readonly PolynomialFactor[],
  sizes: readonly number[],
  vars: readonly number[],
  gone: number,
  letters: readonly Float64Array[] | undefined,
): PolynomialFactor {
  const ordered = [...numeric, ...lettered]
  let length = 1
  for (const v of vars) length *= sizes[v] ?? 1
  const n = gone < 0 ? 1 : (sizes[gone] ?? 1)
  const strides = vars.map((v) => Int32Array.from(ordered, (factor) => strideOf(factor, sizes, v)))
  const inner = Int32Array.from(ordered, (factor) => (gone < 0 ? 0 : strideOf(factor, sizes, gone)))
  const at = new Int32Array(ordered.length)
  const states = new Int32Array(vars.length)
  const entries: (Polynomial | null)[] = []
  for (let cell = 0; cell < length; cell++) {
    // Most cells of a mutation-free table are impossible: nothing is made for them.
    let sum: Sum = nothing
    let byLetter: Sum[] | undefined
    for (let s = 0; s < n; s++) {
      let scale = 1
      for (let f = 0; f < numeric.length && scale !== 0; f++)
        scale *= (numeric[f] as Factor).data[(at[f] as number) + s * (inner[f] as number)] as number
      if (scale === 0) continue
      const parts: Polynomial[] = []
      for (let f = numeric.length; f < ordered.length; f++) {
        const entry = lettered[f - numeric.length]?.entries[(at[f] as number) + s * (inner[f] as number)]
        if (!entry) break
        parts.push(entry)
      }
      if (parts.length < lettered.length) continue
      if (letters) {
        byLetter ??= letters.map(() => nothing)
        sum = byLetter[s] = new Map()
      } else if (sum === nothing) sum = new Map()
      addProduct(sum, parts, 0, 0, scale)
    }
    if (letters && byLetter) sum = weighed(byLetter, letters)
    entries.push(
      sum.size === 0
        ? null
        : { names: Float64Array.from(sum.keys()), values: Float64Array.from(sum.values()) },
    )
    for (let i = vars.length - 1; i >= 0; i--) {
      const step = strides[i] as Int32Array
      const size = sizes[vars[i] as number] as number
      const next = (states[i] as number) + 1
      if (next < size) {
        states[i] = next
        for (let f = 0; f < at.length; f++) at[f] = (at[f] as number) + (step[f] as number)
        break
      }
      states[i] = 0
      for (let f = 0; f < at.length; f++) at[f] = (at[f] as number) - (step[f] as number) * (size - 1)
    }
  }
  return { vars, entries }
}

/** Coefficients by the names of their monomials. */
type Sum = Map<number, number>

const nothing: Sum = new Map()

/** Coefficients that differ by less than this, relatively, are the same but for rounding. */
const rounding = 1e-14

/**
 * Σ_a q_a P_a over all letters. What all P_a have in common needs no letter, as Σ_a q_a = 1: an allele that nobody was seen
 * to inherit leaves no trace. Without this each such allele multiplies the monomials by the number of letters.
 */
function weighed(parts: readonly Sum[], letters: readonly Float64Array[]): Sum {
  const common: Sum = new Map(parts.includes(nothing) ? nothing : parts[0])
  for (let a = 1; a < parts.length && common.size > 0; a++)
    for (const [name, least] of common) {
      const value = parts[a]?.get(name)
      if (value === undefined) common.delete(name)
      else if (value < least) common.set(name, value)
    }
  const sum: Sum = new Map(common)
  parts.forEach((part, a) => {
    for (const [name, value] of part) {
      const rest = value - (common.get(name) ?? 0)
      if (rest <= rounding * value) continue
      for (const letter of letters[a] ?? []) sum.set(name + letter, (sum.get(name + letter) ?? 0) + rest)
    }
  })
  return sum
}

/** Adds scale × the monomial `name` × the product of parts from `next` on. */
function addProduct(sum: Sum, parts: readonly Polynomial[], next: number, name: number, scale: number): void {
  const part = parts[next]
  if (!part) {
    sum.set(name, (sum.get(name) ?? 0) + scale)
    return
  }
  const { names, values } = part
  for (let i = 0; i < names.length; i++)
    addProduct(sum, parts, next + 1, name + (names[i] as number), scale * (values[i] as number))
}
