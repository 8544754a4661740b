import { addColumns, type DesignMatrix, gradientOf } from './design-matrix.ts'

/** A logistic regression under way: coefficients on standardised columns, and what they say of each row. */
export interface LogitFit {
  /** The intercept, then one for each column. */
  readonly coefficients: Float64Array
  /** By row: the log odds. */
  readonly odds: Float64Array
}

/** The penalty: λ Σ fⱼ (share |βⱼ| + (1 - share) fⱼ βⱼ² / 2). */
export interface Penalty {
  readonly lambda: number
  readonly share: number
  readonly factor: Float64Array
}

/** By row: outcome - probability, 0 where the row is not `kept`; and the weights p (1 - p) when asked for. */
export function residuals(
  outcome: Uint8Array,
  odds: Float64Array,
  kept: Uint8Array,
  residual: Float64Array,
  weight?: Float64Array,
): void {
  for (let i = 0; i < outcome.length; i++) {
    if (kept[i] === 0) {
      residual[i] = 0
      if (weight) weight[i] = 0
      continue
    }
    const p = 1 / (1 + Math.exp(-(odds[i] as number)))
    residual[i] = (outcome[i] as number) - p
    // As glmnet: a probability of all but 0 or 1 still weighs 1e-5.
    if (weight) weight[i] = Math.max(1e-5, p * (1 - p))
  }
}

/**
 * Moves the fit to the minimum of the penalised quadratic with this gradient and Hessian, by coordinate descent with
 * soft thresholds (Friedman, Hastie & Tibshirani 2010). Gives the largest Hⱼⱼ dⱼ².
 */
export function descend(
  matrix: DesignMatrix,
  fit: LogitFit,
  gradient: Float64Array,
  hessian: Float64Array,
  { lambda, share, factor }: Penalty,
  precision: number,
): number {
  const { coefficients, odds } = fit
  const size = coefficients.length
  const left = gradient.slice()
  const change = new Float64Array(size)
  for (let sweep = 0; sweep < 1000; sweep++) {
    let most = 0
    for (let j = 0; j < size; j++) {
      const h = hessian[j * size + j] as number
      if (h <= 0) continue
      const at = (coefficients[j] as number) + (change[j] as number)
      let to: number
      if (j === 0) to = at + (left[0] as number) / h
      else {
        const f = factor[j - 1] as number
        const pull = (left[j] as number) + h * at
        const beyond = Math.abs(pull) - lambda * share * f
        to = beyond > 0 ? (Math.sign(pull) * beyond) / (h + lambda * (1 - share) * f * f) : 0
      }
      const d = to - at
      if (d === 0) continue
      change[j] = (change[j] as number) + d
      for (let k = 0; k < size; k++) left[k] = (left[k] as number) - d * (hessian[j * size + k] as number)
      most = Math.max(most, h * d * d)
    }
    if (most < precision) break
  }
  let moved = 0
  for (let j = 0; j < size; j++) {
    const d = change[j] as number
    coefficients[j] = (coefficients[j] as number) + d
    moved = Math.max(moved, (hessian[j * size + j] as number) * d * d)
  }
  const intercept = change[0] as number
  for (let i = 0; i < odds.length; i++) odds[i] = (odds[i] as number) + intercept
  addColumns(matrix, change.subarray(1), odds)
  return moved
}

/** The gradient of the mean log likelihood: by intercept, then by column. */
export function logitGradient(matrix: DesignMatrix, residual: Float64Array, count: number): Float64Array {
  const gradient = new Float64Array(matrix.columns + 1)
  gradientOf(matrix, residual, count, gradient.subarray(1))
  let sum = 0
  for (const one of residual) sum += one
  gradient[0] = sum / count
  return gradient
}

/** -2 × the log likelihood of the rows that are `counted`; probabilities are kept within `margin` of 0 and 1. */
export function deviance(
  outcome: Uint8Array,
  odds: Float64Array,
  counted: (i: number) => boolean,
  margin = 0,
): number {
  let sum = 0
  for (let i = 0; i < outcome.length; i++) {
    if (!counted(i)) continue
    const p = Math.min(1 - margin, Math.max(margin, 1 / (1 + Math.exp(-(odds[i] as number)))))
    sum -= 2 * Math.log(outcome[i] === 1 ? p : 1 - p)
  }
  return sum
}
