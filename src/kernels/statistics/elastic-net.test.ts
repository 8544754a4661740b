import { describe, expect, test } from 'vitest'
import { dealFolds, fitElasticNet, predictLogit, seededGenerator } from './index.ts'

const rows = 400
const random = seededGenerator(3)
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
const first = Float64Array.from({ length: rows }, normal)
const columns = [
  first,
  // On another scale and correlated with the first.
  Float64Array.from(first, (one) => 100 + 20 * (0.7 * one + normal())),
  Float64Array.from({ length: rows }, () => (random() < 0.2 ? 1 : 0)),
  // Noise, and a column that does not vary.
  Float64Array.from({ length: rows }, normal),
  new Float64Array(rows).fill(5),
]
const outcome = Uint8Array.from(first, (one, i) =>
  random() < 1 / (1 + Math.exp(1.5 - one - 1.2 * (columns[2]?.[i] as number))) ? 1 : 0,
)

const deviationOf = (column: Float64Array): number => {
  const mean = column.reduce((sum, one) => sum + one, 0) / rows
  return Math.sqrt(column.reduce((sum, one) => sum + (one - mean) ** 2, 0) / rows)
}

describe('logistic regression with an elastic net', () => {
  const share = 0.5
  const fit = fitElasticNet(columns, outcome, { share })

  test('every point of the path is the optimum: the conditions of Karush, Kuhn and Tucker hold', () => {
    expect(fit.path.length).toBeGreaterThan(20)
    for (const model of fit.path) {
      const p = predictLogit(model, columns)
      const residual = Float64Array.from(outcome, (one, i) => one - (p[i] as number))
      expect(Math.abs(residual.reduce((sum, one) => sum + one, 0) / rows)).toBeLessThan(1e-4)
      columns.forEach((column, j) => {
        const deviation = deviationOf(column)
        const b = (model.coefficients[j] as number) * deviation
        if (deviation === 0) return expect(b).toBe(0)
        const mean = column.reduce((sum, one) => sum + one, 0) / rows
        const gradient =
          residual.reduce((sum, one, i) => sum + one * ((column[i] as number) - mean), 0) / rows / deviation
        const smooth = gradient - model.lambda * (1 - share) * b
        if (b === 0) expect(Math.abs(smooth)).toBeLessThan(model.lambda * share + 1e-4)
        else expect(Math.abs(smooth - model.lambda * share * Math.sign(b))).toBeLessThan(1e-4)
      })
    }
  })

  test('begins where nothing is left in', () => {
    for (const one of fit.path[0]?.coefficients ?? [1]) expect(one).toBeCloseTo(0, 12)
    const ones = outcome.reduce((sum, one) => sum + one, 0)
    expect(fit.path[0]?.intercept).toBeCloseTo(Math.log(ones / (rows - ones)), 6)
    expect(fit.path[1]?.coefficients.some((one) => one !== 0)).toBe(true)
  })

  test('ends near the logistic regression without penalty', () => {
    const last = fit.path.at(-1)
    const p = predictLogit(last as NonNullable<typeof last>, columns)
    columns.forEach((column, j) => {
      if (j === 4) return
      const score = outcome.reduce((sum, one, i) => sum + (one - (p[i] as number)) * (column[i] as number), 0)
      expect(Math.abs(score / rows / deviationOf(column))).toBeLessThan(2e-3)
    })
  })

  test('chooses λ by what the folds foretell', () => {
    const folds = dealFolds(rows, 5, seededGenerator(4))
    const chosen = fitElasticNet(columns, outcome, { share }, folds)
    expect(chosen.error).toHaveLength(chosen.path.length)
    const at = chosen.error.indexOf(Math.min(...chosen.error))
    expect(chosen.best).toBe(chosen.path[at])
    // Each fold fitted by itself on the others, at (nearly) the same λ, gives the same deviance.
    const deviances = [0, 1, 2, 3, 4].map((fold) => {
      const others = [...folds.keys()].filter((i) => folds[i] !== fold)
      const left = [...folds.keys()].filter((i) => folds[i] === fold)
      const take = (column: ArrayLike<number>, which: readonly number[]) =>
        Float64Array.from(which, (i) => column[i] as number)
      const path = fitElasticNet(
        columns.map((one) => take(one, others)),
        Uint8Array.from(others, (i) => outcome[i] as number),
        { share, lambdas: 400 },
      ).path
      const near = path.reduce((a, b) =>
        Math.abs(b.lambda - chosen.best.lambda) < Math.abs(a.lambda - chosen.best.lambda) ? b : a,
      )
      const p = predictLogit(
        near,
        columns.map((one) => take(one, left)),
      )
      return left.reduce(
        (sum, i, k) => sum - 2 * Math.log(outcome[i] === 1 ? (p[k] as number) : 1 - (p[k] as number)),
        0,
      )
    })
    expect(deviances.reduce((sum, one) => sum + one, 0) / rows).toBeCloseTo(chosen.error[at] as number, 3)
  })

  test('refuses an outcome that does not vary', () =>
    expect(() => fitElasticNet(columns, new Uint8Array(rows))).toThrow('does not vary'))

  test('comes to an end when one column foretells everything', () => {
    const perfect = fitElasticNet([Float64Array.from(outcome)], outcome)
    expect(perfect.path.every((one) => Number.isFinite(one.intercept))).toBe(true)
  })
})
