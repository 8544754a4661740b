import { type Factor, type Scaled, sumProduct } from './factor.ts'

/** Largest table that a single step may make; beyond it a pedigree is refused rather than the memory exhausted. */
const largestTable = 50_000_000

/** Thrown when the likelihood would need more memory or time than any machine gives. */
export class TooEntangled extends Error {
  constructor(what: string) {
    super(`this pedigree needs ${what}`)
    this.name = 'TooEntangled'
  }
}

/** One step: the product of these factors, summed over `gone`, is a factor of `vars`. Factors are counted on from the given ones. */
export interface Step {
  readonly inputs: readonly number[]
  readonly vars: readonly number[]
  readonly gone: number
}

/** The steps for networks of one shape; the loci of a family mostly share theirs. */
export type Plans = Map<string, readonly Step[]>

/**
 * Sums a product of factors over every variable but those in `keep`, one variable at a time. Loops of a pedigree need
 * nothing special, they only make a wider table. Every table is scaled to a maximum of 1, the logarithm is carried along.
 *
 * Gives a factor over `keep` (in that order) and the logarithm to add to it; a factor of zeros when nothing is possible.
 * Exact up to rounding: about 1e-14 relative on the reference cases. Throws `TooEntangled` where a table would not fit.
 */
export function eliminate(
  factors: readonly Factor[],
  sizes: readonly number[],
  keep: readonly number[],
  plans: Plans,
): Scaled {
  const shape = `${keep.join()};${factors.map((factor) => factor.vars.join()).join('|')}`
  let steps = plans.get(shape)
  if (!steps) {
    steps = planSteps(factors, sizes, keep)
    plans.set(shape, steps)
  }
  const made: Factor[] = [...factors]
  let log = 0
  for (const { inputs, vars, gone } of steps) {
    const message = sumProduct(
      inputs.map((i) => made[i] as Factor),
      sizes,
      vars,
      gone,
    )
    log += rescale(message.data)
    made.push(message)
  }
  return { factor: made[made.length - 1] as Factor, log }
}

/**
 * The order of elimination: the next variable is always the one whose table costs least (greedy least weight). The last
 * step multiplies what is left.
 */
export function planSteps(
  factors: readonly Pick<Factor, 'vars'>[],
  sizes: readonly number[],
  keep: readonly number[],
): readonly Step[] {
  const varsOf: (readonly number[])[] = factors.map((factor) => factor.vars)
  const live = new Set(varsOf.keys())
  const touching = new Map<number, Set<number>>()
  varsOf.forEach((vars, i) => {
    for (const v of vars) touching.set(v, (touching.get(v) ?? new Set()).add(i))
  })
  const costOf = (v: number): number => {
    const seen = new Set<number>([v])
    let cost = sizes[v] ?? 1
    for (const i of touching.get(v) ?? [])
      for (const one of varsOf[i] ?? [])
        if (!seen.has(one)) {
          seen.add(one)
          cost *= sizes[one] ?? 1
        }
    return cost
  }
  const left = new Map<number, number>()
  for (const v of touching.keys()) if (!keep.includes(v)) left.set(v, costOf(v))

  const steps: Step[] = []
  while (left.size > 0) {
    let gone = -1
    let least = Number.POSITIVE_INFINITY
    for (const [v, cost] of left) if (cost < least) [least, gone] = [cost, v]
    if (least > largestTable * (sizes[gone] ?? 1)) throw new TooEntangled(`a table of ${least} cells`)
    const inputs = [...(touching.get(gone) ?? [])]
    const vars = [...new Set(inputs.flatMap((i) => varsOf[i] ?? []))].filter((v) => v !== gone)
    const message = varsOf.push(vars) - 1
    steps.push({ inputs, vars, gone })
    left.delete(gone)
    live.add(message)
    for (const i of inputs) live.delete(i)
    for (const v of vars) {
      const mine = touching.get(v)
      for (const i of inputs) mine?.delete(i)
      mine?.add(message)
    }
    for (const v of vars) if (left.has(v)) left.set(v, costOf(v))
  }
  steps.push({ inputs: [...live], vars: keep, gone: -1 })
  return steps
}

/** Divides by the largest entry; gives its logarithm, 0 when all are zero. */
function rescale(data: Float64Array): number {
  let most = 0
  for (let i = 0; i < data.length; i++) if ((data[i] as number) > most) most = data[i] as number
  if (most === 0 || most === 1) return 0
  for (let i = 0; i < data.length; i++) data[i] = (data[i] as number) / most
  return Math.log(most)
}
