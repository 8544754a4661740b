import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitIdealPoints, intervals, simulateVotes, type Votes } from './index.ts'

/** Numbers from 0 to below 1, the same each time (a linear congruential generator). */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

const states = 40
const periods = 6
const itemsEach = 25

/** A world of forty states, six periods, 150 items: positions drift, some votes are missing. */
function world(seed: number) {
  const random = generator(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const state: number[] = []
  const period: number[] = []
  const position: number[] = []
  for (let s = 0; s < states; s++) {
    let at = (s / (states - 1)) * 4 - 2
    for (let t = 0; t < periods; t++) {
      // The last state joins late.
      if (s === states - 1 && t < 2) continue
      state.push(s)
      period.push(t)
      position.push((at += 0.35 * normal()))
    }
  }
  const mean = position.reduce((sum, one) => sum + one, 0) / position.length
  const spread = Math.sqrt(position.reduce((sum, one) => sum + (one - mean) ** 2, 0) / position.length)
  const truth = {
    position: position.map((one) => (one - mean) / spread),
    slope: new Array<number>(),
    cut1: new Array<number>(),
    cut2: new Array<number>(),
  }
  const itemStart = [0]
  const point: number[] = []
  for (let t = 0; t < periods; t++)
    for (let j = 0; j < itemsEach; j++) {
      for (let i = 0; i < state.length; i++) if (period[i] === t && random() > 0.15) point.push(i)
      itemStart.push(point.length)
      truth.slope.push(1.2 * normal())
      truth.cut1.push(normal())
      truth.cut2.push((truth.cut1.at(-1) as number) + random())
    }
  const votes: Votes = {
    state: Int32Array.from(state),
    period: Int32Array.from(period),
    itemStart: Int32Array.from(itemStart),
    point: Int32Array.from(point),
    choice: new Uint8Array(point.length),
  }
  return { truth, votes: simulateVotes(votes, truth, random) }
}

const correlation = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  const n = a.length
  const mean = (of: ArrayLike<number>) => Array.from(of).reduce((sum, one) => sum + one, 0) / n
  const [ma, mb] = [mean(a), mean(b)]
  const sum = (f: (i: number) => number) =>
    Array.from({ length: n }, (_, i) => f(i)).reduce((x, y) => x + y, 0)
  const at = (of: ArrayLike<number>, i: number) => of[i] as number
  return (
    sum((i) => (at(a, i) - ma) * (at(b, i) - mb)) /
    Math.sqrt(sum((i) => (at(a, i) - ma) ** 2) * sum((i) => (at(b, i) - mb) ** 2))
  )
}

const ends = { high: [states - 2, states - 1], low: [0, 1] }

describe('votes drawn from the model', () => {
  test('the positions come back, and the intervals hold them as often as they say', () => {
    let held = 0
    let all = 0
    for (const seed of [11, 12, 13, 14]) {
      const { truth, votes } = world(seed)
      const fit = fitIdealPoints(votes, ends)
      expect(fit.settled).toBe(true)
      expect(correlation(fit.position, truth.position)).toBeGreaterThan(0.95)
      const { low, high } = intervals(fit, 0.95)
      truth.position.forEach((one, i) => {
        all++
        if (one >= (low[i] as number) && one <= (high[i] as number)) held++
      })
    }
    expect(held / all).toBeGreaterThan(0.9)
    expect(held / all).toBeLessThan(0.99)
  })

  test('the same votes give the same positions to the last bit', () => {
    const { votes } = world(21)
    expect(fitIdealPoints(votes, ends)).toEqual(fitIdealPoints(votes, ends))
  })

  test('calling yes no and no yes turns the items around and moves nobody', () => {
    const { votes } = world(22)
    const turned = { ...votes, choice: votes.choice.map((one) => 2 - one) }
    const [one, other] = [fitIdealPoints(votes, ends), fitIdealPoints(turned, ends)]
    one.position.forEach((value, i) => expect(other.position[i]).toBeCloseTo(value, 6))
    one.slope.forEach((value, j) => expect(other.slope[j]).toBeCloseTo(-value, 6))
  })

  test('without known ends the line is found as well, up to its direction', () => {
    const { truth, votes } = world(23)
    const fit = fitIdealPoints(votes)
    expect(Math.abs(correlation(fit.position, truth.position))).toBeGreaterThan(0.97)
  })

  test('the known ends decide the direction', () => {
    const { truth, votes } = world(24)
    const fit = fitIdealPoints(votes, { high: ends.low, low: ends.high })
    expect(correlation(fit.position, truth.position)).toBeLessThan(-0.97)
  })
})

test('never fails, whatever the votes', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 3 }),
      fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 15, maxLength: 15 }), { maxLength: 6 }),
      (many, long, cast) => {
        const points = many * long
        const itemStart = [0]
        const point: number[] = []
        const choice: number[] = []
        for (const row of cast) {
          row.slice(0, points).forEach((vote, i) => {
            if (vote === 3) return
            point.push(i)
            choice.push(vote)
          })
          itemStart.push(point.length)
        }
        const fit = fitIdealPoints(
          {
            state: Int32Array.from({ length: points }, (_, i) => Math.floor(i / long)),
            period: Int32Array.from({ length: points }, (_, i) => i % long),
            itemStart: Int32Array.from(itemStart),
            point: Int32Array.from(point),
            choice: Uint8Array.from(choice),
          },
          { high: [0], low: [many - 1], mostIterations: 60 },
        )
        const { low, high } = intervals(fit, 0.95)
        for (const found of [fit.position, fit.deviation, fit.slope, fit.cut1, fit.cut2, low, high])
          expect([...found].every(Number.isFinite)).toBe(true)
        fit.cut1.forEach((cut, j) => expect(fit.cut2[j]).toBeGreaterThanOrEqual(cut))
      },
    ),
    { numRuns: 40 },
  ))
