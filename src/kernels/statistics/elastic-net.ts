import { type DesignMatrix, designMatrix, deviationsWithin, weightedSquares } from './design-matrix.ts'
import { descend, deviance, type LogitFit, logitGradient, type Penalty, residuals } from './logit-step.ts'

export interface ElasticNetOptions {
  /** Share of the lasso in the penalty (glmnet's alpha): 1 lasso, 0 ridge. */
  readonly share?: number
  /** Length of the path of penalties, and its end as a share of its beginning. */
  readonly lambdas?: number
  readonly end?: number
}

/** One point of the path, on the scale of the data. */
export interface LogitModel {
  readonly lambda: number
  readonly intercept: number
  /** By column. */
  readonly coefficients: Float64Array
}

export interface ElasticNet {
  readonly path: readonly LogitModel[]
  /** By point of the path: mean deviance of the rows left out, when folds were given. */
  readonly error: readonly number[]
  /** The point of the path with the smallest error (glmnet's lambda.min); the last one without folds. */
  readonly best: LogitModel
}

/**
 * Logistic regression with the elastic-net penalty along a path of penalties, as glmnet does it: columns standardised, the intercept free,
 * λ from the smallest that leaves nothing in (100 steps down to a ten-thousandth) until the fit no longer gains. With `folds`
 * (a number by row) each fold is predicted from the others, and the best λ chosen.
 *
 * Solved by proximal Newton steps; the folds start from the whole's solution and use its Hessian, with their own gradient,
 * so that the solution is exact and the cost a tenth.
 */
export function fitElasticNet(
  columns: readonly ArrayLike<number>[],
  outcome: Uint8Array,
  options: ElasticNetOptions = {},
  folds?: Uint8Array,
): ElasticNet {
  const { share = 0.5, lambdas = 100, end = 1e-4 } = options
  const matrix = designMatrix(columns)
  const { rows, columns: width } = matrix
  const everyone = new Uint8Array(rows).fill(1)
  const residual = new Float64Array(rows)
  const weight = new Float64Array(rows)
  const hessian = new Float64Array((width + 1) ** 2)

  const ones = outcome.reduce((sum, one) => sum + one, 0)
  if (ones === 0 || ones === rows) throw new Error('fitElasticNet: the outcome does not vary')
  const whole = newFit(rows, width, Math.log(ones / (rows - ones)))
  const nullDeviance = deviance(outcome, whole.odds, () => true) / rows
  // Of a step's square; what is left after it is a small part of it. The folds only have to tell one λ from the next.
  const precision = { whole: 1e-8 * nullDeviance, fold: 1e-5 * nullDeviance }

  residuals(outcome, whole.odds, everyone, residual)
  const steepest = logitGradient(matrix, residual, rows)
    .subarray(1)
    .reduce((most, one) => Math.max(most, Math.abs(one)), 0)
  const first = steepest / Math.max(share, 1e-3)

  const parts = folds ? foldsOf(matrix, folds, whole) : []
  const path: LogitModel[] = []
  const error: number[] = []
  let explained = 0
  for (let step = 0; step < lambdas; step++) {
    const lambda = first * end ** (step / Math.max(1, lambdas - 1))
    const before = { coefficients: whole.coefficients.slice(), odds: whole.odds.slice() }
    const factor = Float64Array.from(matrix.deviation, (one) => (one > 0 ? 1 : 0))
    settle(
      matrix,
      outcome,
      everyone,
      rows,
      whole,
      hessian,
      { lambda, share, factor },
      precision.whole,
      weight,
      true,
    )
    path.push(onScaleOfData(matrix, lambda, whole.coefficients))
    if (parts.length > 0) {
      let sum = 0
      for (const part of parts) {
        follow(part.fit, whole, before)
        const penalty = { lambda, share, factor: part.factor }
        settle(
          matrix,
          outcome,
          part.kept,
          part.count,
          part.fit,
          hessian,
          penalty,
          precision.fold,
          weight,
          false,
        )
        // glmnet keeps predicted probabilities within 1e-5.
        sum += deviance(outcome, part.fit.odds, (i) => part.kept[i] === 0, 1e-5)
      }
      error.push(sum / rows)
    }
    const now = 1 - deviance(outcome, whole.odds, () => true) / rows / nullDeviance
    // glmnet's ends of the path: nothing more to gain, or all but perfect.
    if (now > 0.999 || (step >= 5 && now - explained < 1e-5 * now)) break
    explained = now
  }
  const at = error.length > 0 ? error.indexOf(Math.min(...error)) : path.length - 1
  return { path, error, best: path[at] as LogitModel }
}

/** The probability that the model gives each row. */
export function predictLogit(model: LogitModel, columns: readonly ArrayLike<number>[]): Float64Array {
  const rows = columns[0]?.length ?? 0
  return Float64Array.from({ length: rows }, (_, i) => {
    let odds = model.intercept
    for (let j = 0; j < columns.length; j++)
      odds += (model.coefficients[j] as number) * ((columns[j] as ArrayLike<number>)[i] as number)
    return 1 / (1 + Math.exp(-odds))
  })
}

/** Proximal Newton steps until the fit stands still. With `own` the Hessian is the fit's, else one of a neighbour, given. */
function settle(
  matrix: DesignMatrix,
  outcome: Uint8Array,
  kept: Uint8Array,
  count: number,
  fit: LogitFit,
  hessian: Float64Array,
  penalty: Penalty,
  precision: number,
  weight: Float64Array,
  own: boolean,
): void {
  const residual = new Float64Array(outcome.length)
  const square = own ? hessian : hessian.slice()
  let renew = own && (hessian[0] as number) === 0
  let before = Number.POSITIVE_INFINITY
  for (let round = 0; round < 100; round++) {
    residuals(outcome, fit.odds, kept, residual, renew ? weight : undefined)
    if (renew) weightedSquares(matrix, weight, count, square)
    const gradient = logitGradient(matrix, residual, count)
    const moved = descend(matrix, fit, gradient, square, penalty, precision / 100)
    if (moved < precision) return
    // A Hessian from elsewhere that stops serving is made anew.
    renew = moved > before / 2
    before = moved
  }
}

/** A fold begins where the whole's last move takes it. */
function follow(fit: LogitFit, whole: LogitFit, before: LogitFit): void {
  for (const part of ['coefficients', 'odds'] as const) {
    const [to, now, then] = [fit[part], whole[part], before[part]]
    for (let i = 0; i < to.length; i++) to[i] = (to[i] as number) + (now[i] as number) - (then[i] as number)
  }
}

interface Fold {
  readonly kept: Uint8Array
  readonly count: number
  readonly factor: Float64Array
  readonly fit: LogitFit
}

/** What each fold leaves, and how its own standardisation weighs the penalty. */
function foldsOf(matrix: DesignMatrix, folds: Uint8Array, whole: LogitFit): readonly Fold[] {
  return [...new Set(folds)]
    .sort((a, b) => a - b)
    .map((fold) => {
      const kept = Uint8Array.from(folds, (one) => (one === fold ? 0 : 1))
      return {
        kept,
        count: kept.reduce((sum, one) => sum + one, 0),
        factor: deviationsWithin(matrix, kept),
        fit: { coefficients: whole.coefficients.slice(), odds: whole.odds.slice() },
      }
    })
}

const newFit = (rows: number, columns: number, intercept: number): LogitFit => {
  const coefficients = new Float64Array(columns + 1)
  coefficients[0] = intercept
  return { coefficients, odds: new Float64Array(rows).fill(intercept) }
}

function onScaleOfData(matrix: DesignMatrix, lambda: number, fitted: Float64Array): LogitModel {
  let intercept = fitted[0] as number
  const coefficients = new Float64Array(matrix.columns)
  for (let j = 0; j < matrix.columns; j++) {
    const deviation = matrix.deviation[j] as number
    coefficients[j] = deviation > 0 ? (fitted[j + 1] as number) / deviation : 0
    intercept -= (coefficients[j] as number) * (matrix.mean[j] as number)
  }
  return { lambda, intercept, coefficients }
}
