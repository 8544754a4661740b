import { betweenDerivatives, boundFelt, boundPull } from './latent.ts'
import { millsRatio } from './normal.ts'
import type { State } from './state.ts'
import { above, type ArrangedVotes, below } from './votes.ts'
import type { RandomWalk } from './random-walk.ts'

/** By point: slope and curvature of the log likelihood, and the information that the augmented model sees. */
export interface PointEvidence {
  readonly gradient: Float64Array
  readonly curvature: Float64Array
  readonly information: Float64Array
}

/** Gathers what the votes say of every point, given the items. */
export function gatherPoints(arranged: ArrangedVotes, state: State, into: PointEvidence): void {
  const { points, pointStart, itemOf, sideOf } = arranged
  const { position, slope, cut1, cut2, meanFieldSlope, table } = state
  const pull = new Float64Array(2)
  const mid = new Float64Array(5)
  for (let i = 0; i < points; i++) {
    const x = position[i] as number
    let g = 0
    let h = 0
    let squares = 0
    let spread = 0
    const end = pointStart[i + 1] as number
    for (let k = pointStart[i] as number; k < end; k++) {
      const j = itemOf[k] as number
      const b = slope[j] as number
      const mean = b * x
      squares += b * b
      spread += meanFieldSlope[j] as number
      if (mean > boundFelt || mean < -boundFelt) {
        boundPull(table, mean < 0 ? -mean : mean, pull)
        g -= (mean < 0 ? -b : b) * (pull[0] as number)
        h += b * b * (pull[1] as number)
      }
      const where = sideOf[k]
      if (where === below) {
        const z = (cut1[j] as number) - mean
        const r = millsRatio(table, z)
        g -= r * b
        h += r * (z + r) * b * b
      } else if (where === above) {
        const z = mean - (cut2[j] as number)
        const r = millsRatio(table, z)
        g += r * b
        h += r * (z + r) * b * b
      } else {
        betweenDerivatives(table, (cut1[j] as number) - mean, (cut2[j] as number) - mean, mid)
        g -= ((mid[0] as number) + (mid[1] as number)) * b
        h -= ((mid[2] as number) + (mid[3] as number) + 2 * (mid[4] as number)) * b * b
      }
    }
    into.gradient[i] = g - x * spread
    into.curvature[i] = h + spread
    into.information[i] = squares + spread
  }
}

/**
 * One Newton step on all points, state by state along its random walk, given what the votes say.
 *
 * The scale is fixed as in the reference, inside of the augmented step: that step's outcome has some mean and standard deviation, and
 * is brought back to 0 and 1. For the positions this is a weak prior: precision (sd - 1) × information, around the centre
 * of the period. It keeps in place states at the end of the line, of whom votes say only "further out".
 */
export function stepPoints(
  arranged: ArrangedVotes,
  state: State,
  evidence: PointEvidence,
  walk: RandomWalk,
): void {
  const { points, periods, periodOf } = arranged
  const { position, variance, meanFieldPoint } = state
  const { gradient, curvature, information } = evidence
  const right = new Float64Array(points)
  const augmented = new Float64Array(points)
  for (let i = 0; i < points; i++)
    right[i] = (information[i] as number) * (position[i] as number) + (gradient[i] as number)
  walk.solve(information, right, augmented, meanFieldPoint)
  const excess = Math.max(0, spreadOf(augmented) - 1)

  const weight = new Float64Array(periods)
  const centre = new Float64Array(periods)
  for (let i = 0; i < points; i++) {
    const t = periodOf[i] as number
    weight[t] = (weight[t] as number) + (information[i] as number)
    centre[t] = (centre[t] as number) + (information[i] as number) * (position[i] as number)
  }
  const precision = new Float64Array(points)
  walk.force(position, right)
  for (let i = 0; i < points; i++) {
    const t = periodOf[i] as number
    const ridge = excess * (information[i] as number)
    precision[i] = (curvature[i] as number) + ridge
    // In a period without votes there is no centre, and no information either.
    const from = ridge === 0 ? 0 : (position[i] as number) - (centre[t] as number) / (weight[t] as number)
    right[i] = (gradient[i] as number) - ridge * from + (1 + excess) * (right[i] as number)
  }
  walk.solve(precision, right, augmented, variance)
  for (let i = 0; i < points; i++)
    position[i] = (position[i] as number) + Math.max(-1, Math.min(1, augmented[i] as number))
}

/** Standard deviation of values. */
export function spreadOf(values: Float64Array): number {
  let mean = 0
  for (const value of values) mean += value
  mean /= values.length
  let squares = 0
  for (const value of values) squares += (value - mean) ** 2
  return Math.sqrt(squares / values.length)
}
