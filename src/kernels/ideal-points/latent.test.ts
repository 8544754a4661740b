import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { betweenDerivatives, boundPull } from './latent.ts'
import { density, distribution, millsRatio, millsTable, quantile } from './normal.ts'

const table = millsTable()

describe('the normal distribution', () => {
  // Abramowitz & Stegun, table 26.1, and 26.2 for the tail.
  test.each([
    [0, 0.5],
    [1, 0.841344746068543],
    [1.96, 0.97500210485178],
    [-3, 0.00134989803163],
    [-8, 6.22096057427e-16],
  ])('Φ(%d) = %d', (z, expected) => expect(distribution(z) / expected).toBeCloseTo(1, 10))

  test('its quantile undoes it', () =>
    fc.assert(
      fc.property(fc.double({ min: -6, max: 6, noNaN: true }), (z) => {
        expect(quantile(distribution(z))).toBeCloseTo(z, 6)
      }),
    ))

  test('the table of φ/Φ reads true between its steps, and beyond them', () =>
    fc.assert(
      fc.property(fc.double({ min: -11.9, max: 11.9, noNaN: true }), (z) => {
        expect(Math.abs(millsRatio(table, z) - density(z) / distribution(z))).toBeLessThan(2e-7)
        expect(millsRatio(table, -20)).toBeCloseTo(20.0497, 3)
      }),
    ))
})

describe('a vote between two cuts', () => {
  const logMass = (a: number, b: number) =>
    // The smaller tail, as the larger loses its digits.
    Math.log(a > 0 ? distribution(-a) - distribution(-b) : distribution(b) - distribution(a))

  test('its derivatives are those of the probability', () =>
    fc.assert(
      fc.property(
        fc.double({ min: -6, max: 6, noNaN: true }),
        fc.double({ min: 0.05, max: 6, noNaN: true }),
        (low, gap) => {
          const out = new Float64Array(5)
          const high = low + gap
          betweenDerivatives(table, low, high, out)
          const h = 1e-5
          const byLow = (logMass(low + h, high) - logMass(low - h, high)) / (2 * h)
          const byHigh = (logMass(low, high + h) - logMass(low, high - h)) / (2 * h)
          const near = (a: number, b: number) =>
            expect(Math.abs(a - b) / (1 + Math.abs(b))).toBeLessThan(1e-3)
          near(out[0] as number, byLow)
          near(out[1] as number, byHigh)
          const before = new Float64Array(5)
          betweenDerivatives(table, low - 0.001, high, before)
          const after = new Float64Array(5)
          betweenDerivatives(table, low + 0.001, high, after)
          near(out[2] as number, ((after[0] as number) - (before[0] as number)) / 0.002)
          near(out[4] as number, ((after[1] as number) - (before[1] as number)) / 0.002)
        },
      ),
    ))

  test.each([
    [30, 31],
    [-45, -40],
    [2, 2],
    [-1e-9, 1e-9],
    [-50, 50],
  ])('has finite derivatives between %d and %d', (low, high) => {
    const out = new Float64Array(5)
    betweenDerivatives(table, low, high, out)
    expect([...out].every(Number.isFinite)).toBe(true)
  })

  test('the bound on responses pulls back by what lies beyond it', () => {
    const out = new Float64Array(2)
    boundPull(table, 9, out)
    expect(out[0]).toBeCloseTo(density(0), 6)
    boundPull(table, 30, out)
    expect([...out]).toEqual([21, 1])
  })
})
