import { stepItems } from './item-step.ts'
import { millsTable } from './normal.ts'
import { gatherPoints, spreadOf, stepPoints } from './point-step.ts'
import { randomWalk } from './random-walk.ts'
import { startingCuts, startingPositions } from './start.ts'
import type { State } from './state.ts'
import { arrangeVotes, type Votes } from './votes.ts'

export interface IdealPointOptions {
  /** States (as in `Votes.state`) known to stand at the high end, and at the low end: they fix the sign and the start. */
  readonly high?: readonly number[]
  readonly low?: readonly number[]
  /** Variance of a step of the random walk between two periods of as many votes. */
  readonly step?: number
  /** Ends when no position moves more than this. */
  readonly tolerance?: number
  readonly mostIterations?: number
  /** Told after each round: how many are done, and how many there are at most. */
  readonly watch?: (round: number, most: number) => void
}

export interface IdealPoints {
  /** By point: position, and standard deviation of its posterior. Mean 0 and standard deviation 1 over all points. */
  readonly position: Float64Array
  readonly deviation: Float64Array
  /** By item: P(choice 0) = Φ(cut1 - slope × position), P(choice 2) = Φ(slope × position - cut2). */
  readonly slope: Float64Array
  readonly cut1: Float64Array
  readonly cut2: Float64Array
  readonly iterations: number
  /** False when the iterations ran out before the positions stood still. */
  readonly settled: boolean
}

/** Dynamic ordinal ideal points of states from their votes. Method, priors and limits: README.md. Never fails, same in, same out. */
export function fitIdealPoints(votes: Votes, options: IdealPointOptions = {}): IdealPoints {
  const { step = 0.25, tolerance = 0.003, mostIterations = 300 } = options
  const arranged = arrangeVotes(votes)
  const { points, items } = arranged
  const zeros = (size: number) => new Float64Array(size)
  const position = startingPositions(arranged, options.high ?? [], options.low ?? [])
  const cuts = startingCuts(arranged)
  const state: State = {
    position,
    variance: zeros(points),
    slope: zeros(items),
    ...cuts,
    meanFieldPoint: zeros(points),
    meanFieldSlope: zeros(items),
    table: millsTable(),
  }
  const walk = randomWalk(arranged, step)
  const evidence = { gradient: zeros(points), curvature: zeros(points), information: zeros(points) }
  const before = zeros(points)
  let iterations = 0
  let lastMove = Number.POSITIVE_INFINITY
  while (iterations < mostIterations && lastMove > tolerance) {
    before.set(position)
    stepItems(arranged, state)
    gatherPoints(arranged, state, evidence)
    stepPoints(arranged, state, evidence, walk)
    normalise(state)
    lastMove = 0
    for (let i = 0; i < points; i++)
      lastMove = Math.max(lastMove, Math.abs((position[i] as number) - (before[i] as number)))
    iterations++
    options.watch?.(iterations, mostIterations)
  }
  if (isMirrored(votes, position, options.high ?? [], options.low ?? [])) mirror(state)
  const { slope, cut1, cut2 } = state
  return {
    position,
    deviation: state.variance.map(Math.sqrt),
    slope,
    cut1,
    cut2,
    iterations,
    settled: lastMove <= tolerance,
  }
}

/** Brings the positions to mean 0 and standard deviation 1, and the items along, so that no vote becomes more or less likely. */
function normalise(state: State): void {
  const { position, variance, meanFieldPoint, slope, cut1, cut2, meanFieldSlope } = state
  let mean = 0
  for (const value of position) mean += value
  mean /= position.length
  const spread = spreadOf(position)
  // With one point, or all in one place, there is no scale to fix.
  const scale = spread > 1e-6 ? spread : 1
  for (let i = 0; i < position.length; i++) {
    position[i] = ((position[i] as number) - mean) / scale
    variance[i] = (variance[i] as number) / scale ** 2
    meanFieldPoint[i] = (meanFieldPoint[i] as number) / scale ** 2
  }
  for (let j = 0; j < slope.length; j++) {
    const shift = (slope[j] as number) * mean
    cut1[j] = (cut1[j] as number) - shift
    cut2[j] = (cut2[j] as number) - shift
    slope[j] = (slope[j] as number) * scale
    meanFieldSlope[j] = (meanFieldSlope[j] as number) * scale ** 2
  }
}

/** Whether those known to be high came out lower than those known to be low. */
function isMirrored(
  votes: Votes,
  position: Float64Array,
  high: readonly number[],
  low: readonly number[],
): boolean {
  const meanOf = (states: readonly number[]): number => {
    let sum = 0
    let count = 0
    for (let i = 0; i < position.length; i++)
      if (states.includes(votes.state[i] as number)) {
        sum += position[i] as number
        count++
      }
    return count === 0 ? 0 : sum / count
  }
  return meanOf(high) < meanOf(low)
}

function mirror({ position, slope }: State): void {
  for (let i = 0; i < position.length; i++) position[i] = -(position[i] as number)
  for (let j = 0; j < slope.length; j++) slope[j] = -(slope[j] as number)
}
