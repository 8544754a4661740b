import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomWalk } from './random-walk.ts'
import { arrangeVotes } from './votes.ts'

test('solves what it says, and gives the diagonal of the inverse', () =>
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 9 }),
      fc.infiniteStream(fc.double({ min: 0.1, max: 5, noNaN: true })),
      (owners, numbers) => {
        const state = Int32Array.from(owners).sort()
        const size = state.length
        const arranged = arrangeVotes({
          state,
          period: Int32Array.from(state.keys()),
          // Every point casts one vote on one item: all links weigh 1 / step.
          itemStart: Int32Array.of(0, size),
          point: Int32Array.from(state.keys()),
          choice: new Uint8Array(size),
        })
        const walk = randomWalk(arranged, 0.5)
        const draw = () => Float64Array.from({ length: size }, () => numbers.next().value as number)
        const [precision, right, x, variance, pulled] = [draw(), draw(), draw(), draw(), draw()]
        walk.solve(precision, right, x, variance)
        walk.force(x, pulled)
        for (let i = 0; i < size; i++)
          expect((precision[i] as number) * (x[i] as number) - (pulled[i] as number)).toBeCloseTo(
            right[i] as number,
            8,
          )
        // The inverse's column i is the solution for the i-th unit vector.
        const unit = new Float64Array(size)
        for (let i = 0; i < size; i++) {
          unit.fill(0)
          unit[i] = 1
          const column = new Float64Array(size)
          walk.solve(precision, unit, column, pulled)
          expect(column[i]).toBeCloseTo(variance[i] as number, 8)
        }
      },
    ),
    { numRuns: 60 },
  ))
