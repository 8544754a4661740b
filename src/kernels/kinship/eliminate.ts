import { type Factor, type Gate, type Scaled, sumProduct } from './factor.ts'

/** Largest table that a single step may make; beyond it a pedigree is refused rather than the memory exhausted. */
const largestTable = 50_000_000

/** Thrown when the likelihood would need more memory or time than any machine gives. */
export class TooEntangled extends Error {
  constructor(what: string) {
    super(`this pedigree needs ${what}`)
    this.name = 'TooEntangled'
  }
}

/** The product of these factors, summed over `gone` (-1: over nothing), is a factor of `vars`. Factors are counted on from the given ones. */
export interface Product {
  readonly inputs: readonly number[]
  readonly vars: readonly number[]
  readonly gone: number
}

/**
 * The allele `gone` of somebody unseen, which came from one of two (`gates`), goes: each gate takes over what hung on it
 * (`inputs`, with the variables `rest`). Joining the two, as a plain product would, would tie both parental alleles to one
 * another and square the table.
 */
interface Split {
  readonly gates: readonly [number, number]
  readonly inputs: readonly number[]
  readonly rest: readonly number[]
  readonly gone: number
}

export type Step = Product | Split

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
  let shape = `${keep.join()};`
  for (const { vars } of factors) {
    for (const v of vars) shape += `${v},`
    shape += '|'
  }
  let steps = plans.get(shape)
  if (!steps) {
    steps = planSteps(factors, sizes, keep)
    plans.set(shape, steps)
  }
  const made: Factor[] = [...factors]
  let log = 0
  for (const step of steps) {
    if ('gates' in step) {
      made.push(...split(step, made, inputsOf(step, made), sizes))
      continue
    }
    const message = sumProduct(inputsOf(step, made), sizes, step.vars, step.gone)
    log += rescale(message.data)
    made.push(message)
  }
  return { factor: made[made.length - 1] as Factor, log }
}

function inputsOf({ inputs }: Step, made: readonly Factor[]): readonly Factor[] {
  const factors: Factor[] = []
  for (const i of inputs) factors.push(made[i] as Factor)
  return factors
}

/** The two gates after their allele is summed out. */
function split(
  { gates, rest, gone }: Split,
  made: readonly Factor[],
  inputs: readonly Factor[],
  sizes: readonly number[],
): readonly Factor[] {
  const [first, second] = [made[gates[0]] as Factor, made[gates[1]] as Factor]
  const [one, other] = [first.gate as Gate, second.gate as Gate]
  const cells = (sizes[one.from] ?? 1) * (sizes[gone] ?? 1)
  // Both gates hold the same matrix: that of the first serves both, its half included.
  const matrix = { vars: [one.from, gone], data: first.data.subarray(0, cells) }
  const { data: half } = sumProduct([matrix, ...inputs], sizes, [one.from, ...rest], gone)
  const open = new Float64Array(2 * half.length).fill(0.5, half.length)
  open.set(half)
  const shut = new Float64Array(2 * half.length).fill(1, 0, half.length)
  for (let i = 0; i < half.length; i++) shut[half.length + i] = 2 * (half[i] as number)
  return [
    { vars: [one.selector, one.from, ...rest], data: open },
    { vars: [other.selector, other.from, ...rest], data: shut },
  ]
}

/** From so many cells on, factors are first multiplied two by two: below it is not worth a table. */
const worthMerging = 4_000

/**
 * The order of elimination: the next variable is always the one whose going makes tables grow least. (Taking the one that is
 * cheapest now ties the two alleles of a grandparent together early, and is a hundred times slower on uncles.) The last
 * step multiplies what is left.
 */
export function planSteps(
  factors: readonly Pick<Factor, 'vars' | 'gate'>[],
  sizes: readonly number[],
  keep: readonly number[],
): readonly Step[] {
  const tables: Pick<Factor, 'vars' | 'gate'>[] = [...factors]
  const varsOf = (i: number) => tables[i]?.vars ?? []
  const live = new Set(tables.keys())
  const touching = new Map<number, Set<number>>()
  tables.forEach(({ vars }, i) => {
    for (const v of vars) touching.set(v, (touching.get(v) ?? new Set()).add(i))
  })
  const cells = (vars: Iterable<number>): number => {
    let product = 1
    for (const v of vars) product *= sizes[v] ?? 1
    return product
  }
  const union = (inputs: Iterable<number>): Set<number> => {
    const vars = new Set<number>()
    for (const i of inputs) for (const v of varsOf(i)) vars.add(v)
    return vars
  }
  /** How `v` can be split off: its two gates and the rest; none where something else hangs on their selector. */
  const splitOf = (v: number): Split | undefined => {
    const all = [...(touching.get(v) ?? [])]
    const gates = all.filter((i) => tables[i]?.gate?.to === v)
    const [first = -1, second = -1] = gates.toSorted(
      (i, j) => (tables[i]?.gate?.which ?? 0) - (tables[j]?.gate?.which ?? 0),
    )
    const selector = tables[first]?.gate?.selector
    if (gates.length !== 2 || selector === undefined || tables[second]?.gate?.selector !== selector)
      return undefined
    const inputs = all.filter((i) => i !== first && i !== second)
    const rest = union(inputs)
    rest.delete(v)
    const tied = [selector, tables[first]?.gate?.from, tables[second]?.gate?.from]
    return tied.some((one) => one !== undefined && rest.has(one))
      ? undefined
      : { gates: [first, second], inputs, rest: [...rest], gone: v }
  }
  /** What tables grow by when `v` goes: less than nothing where it makes them smaller. */
  const growthOf = (v: number): number => {
    let before = 0
    for (const i of touching.get(v) ?? []) before += cells(varsOf(i))
    const apart = splitOf(v)
    if (apart) return 4 * cells(apart.rest) * (sizes[v] ?? 1) - before
    return cells(union(touching.get(v) ?? [])) / (sizes[v] ?? 1) - before
  }
  const left = new Map<number, number>()
  for (const v of touching.keys()) if (!keep.includes(v)) left.set(v, growthOf(v))

  const steps: Step[] = []
  const add = (vars: readonly number[]): number => {
    const place = tables.push({ vars }) - 1
    live.add(place)
    for (const v of vars) touching.get(v)?.add(place)
    return place
  }
  const remove = (inputs: readonly number[]) => {
    for (const i of inputs) {
      live.delete(i)
      for (const v of varsOf(i)) touching.get(v)?.delete(i)
    }
  }
  /** Multiplies factors together, the two with the smallest product first, until three are left. */
  const merged = (inputs: readonly number[]): readonly number[] => {
    let rest = [...inputs]
    while (rest.length > 3) {
      const [i = 0, j = 0] = rest.toSorted((a, b) => cells(varsOf(a)) - cells(varsOf(b)))
      const vars = [...union([i, j])]
      steps.push({ inputs: [i, j], vars, gone: -1 })
      const place = tables.push({ vars }) - 1
      rest = [...rest.filter((one) => one !== i && one !== j), place]
    }
    return rest
  }
  while (left.size > 0) {
    let gone = -1
    let least = Number.POSITIVE_INFINITY
    for (const [v, growth] of left) if (growth < least) [least, gone] = [growth, v]
    if (least > largestTable) throw new TooEntangled(`a table of ${least} cells`)
    const apart = splitOf(gone)
    const inputs = [...(touching.get(gone) ?? [])]
    const around = new Set<number>()
    left.delete(gone)
    remove(inputs)
    if (apart) {
      steps.push(apart)
      const [one, other] = apart.gates.map((i) => tables[i]?.gate)
      if (one && other)
        for (const gate of [one, other]) {
          const vars = [gate.selector, gate.from, ...apart.rest]
          add(vars)
          for (const v of vars) around.add(v)
        }
    } else {
      const vars = [...union(inputs)].filter((v) => v !== gone)
      steps.push({ inputs: cells(union(inputs)) > worthMerging ? merged(inputs) : inputs, vars, gone })
      add(vars)
      for (const v of vars) around.add(v)
    }
    for (const v of around) if (left.has(v)) left.set(v, growthOf(v))
  }
  steps.push({ inputs: [...live], vars: keep, gone: -1 })
  return steps
}

/** Divides by the largest entry; gives its logarithm, 0 when all are zero. */
export function rescale(data: Float64Array): number {
  let most = 0
  for (let i = 0; i < data.length; i++) if ((data[i] as number) > most) most = data[i] as number
  if (most === 0 || most === 1) return 0
  for (let i = 0; i < data.length; i++) data[i] = (data[i] as number) / most
  return Math.log(most)
}
