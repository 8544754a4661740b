import fc from 'fast-check'
import { expect, test } from 'vitest'
import { smallest, suppress } from './suppress.ts'

test('no cell of one to four is told, nor can it be worked out from what is', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(12), { minLength: 1, maxLength: 8 }), (cells) => {
      const { cells: told, total } = suppress(cells)
      const sum = cells.reduce((a, b) => a + b, 0)
      if (total !== null) expect(total).toBe(sum)
      else expect(sum).toBeLessThan(smallest)
      told.forEach((one, i) => {
        if (one !== null) expect(one === cells[i] && (one === 0 || one >= smallest)).toBe(true)
      })
      if (total === null) return
      const hidden = cells.filter((_, i) => told[i] === null)
      // With one hidden, or several that sum to little, the total gives them away; with all of a few told, nothing is.
      if (hidden.length === 1) expect(cells.filter((one) => one > 0)).toEqual(hidden)
      if (hidden.length > 0) expect(hidden.reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(smallest)
    }),
    { numRuns: 2000 },
  )
  expect(suppress([20, 3, 9])).toEqual({ cells: [20, null, null], total: 32 })
  expect(suppress([20, 9, 0])).toEqual({ cells: [20, 9, 0], total: 29 })
  expect(suppress([2, 1])).toEqual({ cells: [null, null], total: null })
})
