import { describe, expect, test } from 'vitest'
import { dealFolds, pearson, quantile, ranks, seededGenerator, spearman } from './index.ts'

// Anscombe (1973), first and fourth set: r = 0.816 in both; ranks tell them apart.
const x1 = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
const y1 = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]
const x4 = [8, 8, 8, 8, 8, 8, 8, 19, 8, 8, 8]
const y4 = [6.58, 5.76, 7.71, 8.84, 8.47, 7.04, 5.25, 12.5, 5.56, 7.91, 6.89]

describe('correlation', () => {
  test('is that of the published sets', () => {
    expect(pearson(x1, y1).r).toBeCloseTo(0.81642, 5)
    expect(pearson(x4, y4).r).toBeCloseTo(0.81652, 5)
    expect(spearman(x1, y1).r).toBeCloseTo(0.81818, 5)
    expect(spearman(x4, y4).r).toBeCloseTo(0.5, 12)
  })
  test('counts only pairs of which both are numbers', () =>
    expect(pearson([1, Number.NaN, 2, 3], [2, 5, 4, 6])).toEqual({ r: expect.closeTo(1, 12), n: 3 }))
  test.each([
    [[], []],
    [[1], [2]],
    [
      [1, 1],
      [2, 3],
    ],
  ])('of %j and %j is no number', (a, b) => expect(pearson(a, b).r).toBeNaN())
  test('equal values share their rank', () => expect([...ranks([3, 1, 3, 2])]).toEqual([3.5, 1, 3.5, 2]))
})

describe('quantile (type 7)', () => {
  test.each([
    [0, 1],
    [0.25, 1.75],
    [0.5, 2.5],
    [1, 4],
  ])('at %d of 1, 2, 3, 4: %d', (share, expected) =>
    expect(quantile([4, 2, 3, 1], share)).toBeCloseTo(expected, 12),
  )
  test('leaves out what is no number', () => {
    expect(quantile([Number.NaN, 7], 0.5)).toBe(7)
    expect(quantile([], 0.5)).toBeNaN()
  })
})

describe('the generator', () => {
  // mulberry32 of its author, seed 1.
  test('is mulberry32', () => {
    const random = seededGenerator(1)
    expect([random(), random(), random()].map((one) => Math.round(one * 2 ** 32))).toEqual([
      2693262067, 11749833, 2265367787,
    ])
  })
  test('deals folds of equal size', () => {
    const folds = dealFolds(103, 10, seededGenerator(7))
    const sizes = Array.from({ length: 10 }, (_, fold) => folds.filter((one) => one === fold).length)
    expect(sizes.sort((a, b) => a - b)).toEqual([10, 10, 10, 10, 10, 10, 10, 11, 11, 11])
  })
})
