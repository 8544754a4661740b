import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreementIndex, agreementMatrix, chooseStates, packVotes } from './index.ts'

/** The number, to 12 places; NaN is NaN. */
const near = (value: number): unknown => (Number.isNaN(value) ? Number.NaN : expect.closeTo(value, 12))

/** 1 - |v - w| / 2 over the roll calls that divided, the slow way. */
function byHand(states: number, calls: readonly (readonly number[])[], a: number, b: number) {
  const shared = calls.filter(
    (votes) =>
      new Set(votes.filter((one) => one >= 1 && one <= 3)).size > 1 &&
      [votes[a], votes[b]].every((one) => one !== undefined && one >= 1 && one <= 3),
  )
  const sum = shared.reduce(
    (total, votes) => total + 1 - Math.abs((votes[a] as number) - (votes[b] as number)) / 2,
    0,
  )
  return { n: shared.length, agreement: sum / shared.length, states }
}

describe('agreement', () => {
  test('is what it is by hand, for any votes and any choice of roll calls', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.array(fc.array(fc.constantFrom(0, 1, 2, 3, 8, 9), { minLength: 6, maxLength: 6 }), {
          maxLength: 70,
        }),
        fc.func(fc.boolean()),
        (states, rows, chosen) => {
          const calls = rows.map((row) => row.slice(0, states))
          const packed = packVotes(states, calls.length, Uint8Array.from(calls.flat()))
          const { agreement, shared } = agreementMatrix(packed, (call) => chosen(call))
          const kept = calls.filter((_, call) => chosen(call))
          for (let a = 0; a < states; a++)
            for (let b = 0; b < states; b++) {
              const expected = byHand(states, kept, a, b)
              expect(shared[a * states + b]).toBe(expected.n)
              expect(agreement[a * states + b]).toEqual(near(expected.agreement))
            }
        },
      ),
      { numRuns: 60 },
    ))

  test('of states that share nothing is no number', () => {
    const { agreement, shared } = agreementMatrix(packVotes(3, 1, Uint8Array.of(1, 8, 3)))
    expect([shared[1], agreement[1], agreement[2]]).toEqual([0, Number.NaN, 0])
  })
})

describe('cohesion (Hix, Noury & Roland)', () => {
  test.each([
    [10, 0, 0, 1],
    [5, 5, 0, 0.25],
    [4, 4, 4, 0],
    [8, 1, 1, 0.7],
    [0, 0, 0, Number.NaN],
  ])('%d yes, %d no, %d abstaining: %d', (yes, no, abstain, expected) =>
    expect(agreementIndex(yes, no, abstain)).toEqual(near(expected)),
  )
})

test('some of the states, in another order: the same numbers, and what divided the others still counts', () => {
  const calls = [
    [1, 1, 3],
    [1, 2, 2],
    [3, 1, 1],
    [1, 1, 1],
  ]
  const packed = packVotes(3, calls.length, Uint8Array.from(calls.flat()))
  const whole = agreementMatrix(packed)
  const some = agreementMatrix(chooseStates(packed, [1, 0]))
  // The first divides only the third from both, and counts for them; the last divides nobody.
  expect([some.states, some.shared[1], whole.shared[1]]).toEqual([2, 3, 3])
  expect(some.agreement[1]).toBe(whole.agreement[1])
})
