import { Refusal } from './refusal.ts'

/**
 * How alleles change from parent to child. Rates are per transmission, for fathers and mothers apart.
 * - `equal`: every other allele alike.
 * - `proportional`: to allele j in proportion to its frequency; stationary.
 * - `stepwise` (extended): within a microvariant group (same decimal part) by `range` to the power of the steps,
 *   altogether `rate`; to the other groups `rate2`, spread evenly.
 * `stationary` takes the reversible form of the matrix, see `stationary()`.
 */
export interface MutationModel {
  readonly model: 'equal' | 'proportional' | 'stepwise' | 'custom'
  readonly maleRate: number
  readonly femaleRate: number
  /** Rate to another microvariant group (`stepwise`). */
  readonly rate2?: number | null | undefined
  /** Ratio of the probability of n + 1 steps to that of n (`stepwise`). */
  readonly range?: number | null | undefined
  /** Rows parental, columns transmitted, in the order of the table's alleles, by locus (`custom`). */
  readonly matrices?: Readonly<
    Record<
      string,
      { readonly male: readonly (readonly number[])[]; readonly female: readonly (readonly number[])[] }
    >
  >
  readonly stationary?: boolean
}

/** A square matrix by rows: parental allele × transmitted allele; rows sum to 1. */
export type Matrix = Float64Array

/** Alleles pass as they are. */
export const unchanged = (n: number): Matrix => {
  const m = new Float64Array(n * n)
  for (let i = 0; i < n; i++) m[i * n + i] = 1
  return m
}

function equal(n: number, rate: number): Matrix {
  const m = new Float64Array(n * n).fill(n > 1 ? rate / (n - 1) : 0)
  for (let i = 0; i < n; i++) m[i * n + i] = n > 1 ? 1 - rate : 1
  return m
}

function proportional(p: Float64Array, rate: number): Matrix {
  const n = p.length
  let heterozygosity = 0
  for (const x of p) heterozygosity += x * (1 - x)
  const a = heterozygosity > 0 ? rate / heterozygosity : 0
  const m = new Float64Array(n * n)
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) m[i * n + j] = a * (p[j] ?? 0) + (i === j ? 1 - a : 0)
  return m
}

/** Alleles of one group differ by whole repeats: 9.3 and 10.3, not 9.3 and 10. */
const microvariant = (repeats: number): number => Math.round((repeats - Math.round(repeats)) * 10)

function stepwise(
  alleles: readonly string[],
  rate: number,
  rate2: number,
  range: number,
  locus: string,
): Matrix {
  const n = alleles.length
  const repeats = alleles.map(Number)
  const odd = alleles.find((_, i) => !Number.isFinite(repeats[i]))
  if (odd !== undefined)
    throw new Refusal(
      'bad-parameter',
      `${locus}: the allele ${odd} has no number of repeats`,
      'use the equal or the proportional model at this locus',
      { locus },
    )
  const groups = repeats.map(microvariant)
  const several = new Set(groups).size > 1
  const m = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    let steps = 0
    let others = 0
    for (let j = 0; j < n; j++)
      if (groups[j] !== groups[i]) others++
      else if (j !== i) steps += range ** Math.abs((repeats[i] ?? 0) - (repeats[j] ?? 0))
    let leaves = 0
    for (let j = 0; j < n; j++) {
      if (j === i) continue
      const to =
        groups[j] === groups[i]
          ? (rate * range ** Math.abs((repeats[i] ?? 0) - (repeats[j] ?? 0))) / steps
          : rate2 / others
      m[i * n + j] = to
    }
    if (steps > 0) leaves += rate
    if (several) leaves += rate2
    m[i * n + i] = 1 - leaves
  }
  return m
}

/**
 * The reversible form of `m` for frequencies `p`: between two alleles flows the mean of both directions,
 * (p_i m_ij + p_j m_ji) / 2. It leaves `p` as it is from one generation to the next and keeps the total mutation rate
 * (the cure of Simonsson & Mostad, FSI: Genetics 23, 2016, for untyped founders). Refused where a rare allele would have
 * to change with a probability above 1.
 */
function stationary(m: Matrix, p: Float64Array, locus: string): Matrix {
  const n = p.length
  const out = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    let leaves = 0
    for (let j = 0; j < n; j++) {
      if (i === j) continue
      const flow = ((p[i] ?? 0) * (m[i * n + j] ?? 0) + (p[j] ?? 0) * (m[j * n + i] ?? 0)) / 2
      const to = (p[i] ?? 0) > 0 ? flow / (p[i] ?? 1) : 0
      out[i * n + j] = to
      leaves += to
    }
    if (leaves > 1)
      throw new Refusal(
        'bad-parameter',
        `${locus}: no stationary matrix, an allele is too rare for this rate`,
        'use a smaller rate or the proportional model',
        { locus },
      )
    out[i * n + i] = 1 - leaves
  }
  return out
}

/** The matrices of fathers and mothers over `alleles` with frequencies `p` at a locus; null without a mutation model. */
export function mutationMatrices(
  model: MutationModel | null,
  alleles: readonly string[],
  p: Float64Array,
  locus: string,
): { readonly male: Matrix; readonly female: Matrix } | null {
  if (!model) return null
  const of = (rate: number, sex: 'male' | 'female'): Matrix => {
    if (!(rate >= 0 && rate < 1))
      throw new Refusal('bad-parameter', `a mutation rate of ${rate}`, 'give a rate from 0 to below 1')
    const plain =
      model.model === 'equal'
        ? equal(p.length, rate)
        : model.model === 'proportional'
          ? proportional(p, rate)
          : model.model === 'stepwise'
            ? stepwise(alleles, rate, model.rate2 ?? 0, model.range ?? 0.1, locus)
            : custom(model, locus, sex, p.length)
    return model.stationary && model.model !== 'proportional' ? stationary(plain, p, locus) : plain
  }
  return { male: of(model.maleRate, 'male'), female: of(model.femaleRate, 'female') }
}

function custom(model: MutationModel, locus: string, sex: 'male' | 'female', n: number): Matrix {
  const rows = model.matrices?.[locus]?.[sex]
  if (!rows) return unchanged(n)
  const bad =
    rows.length !== n ||
    rows.some(
      (row) =>
        row.length !== n || Math.abs(row.reduce((a, b) => a + b, 0) - 1) > 1e-9 || row.some((x) => x < 0),
    )
  if (bad)
    throw new Refusal(
      'bad-parameter',
      `${locus}: the mutation matrix is not ${n} × ${n} with rows that sum to 1`,
      'correct the matrix',
      { locus },
    )
  return Float64Array.from(rows.flat())
}
