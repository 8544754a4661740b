import type { ArrangedVotes } from './votes.ts'

/** The random walks of all states: a block-diagonal matrix Q of tridiagonal blocks, one for each state. */
export interface RandomWalk {
  /** Solves (diag(precision) + Q) x = right; `x` into `out`, the diagonal of the inverse into `variance`. */
  solve(precision: Float64Array, right: Float64Array, out: Float64Array, variance: Float64Array): void
  /** -Q x into `out`: how the walk pulls each point towards its neighbours. */
  force(x: Float64Array, out: Float64Array): void
}

/**
 * Links each point to the state's next one. The variance of a step is `step` × 2n/(n + m), n and m being the votes cast in the later
 * and the earlier period (the weighting of the reference: a period with few votes leans on its neighbour). A gap counts as
 * one step.
 */
export function randomWalk(arranged: ArrangedVotes, step: number): RandomWalk {
  const { points, votes, pointStart } = arranged
  const { state } = votes
  /** Precision of the link to the point before; 0 where a state begins. */
  const link = new Float64Array(points + 1)
  for (let i = 1; i < points; i++) {
    if (state[i] !== state[i - 1]) continue
    const later = (pointStart[i + 1] as number) - (pointStart[i] as number)
    const earlier = (pointStart[i] as number) - (pointStart[i - 1] as number)
    link[i] = (later + earlier) / (2 * step * Math.max(later, 0.5))
  }
  const pivot = new Float64Array(points)
  return {
    // Where a state begins the link is 0, so that the sweep through all points is a sweep through each block.
    solve(precision, right, out, variance) {
      for (let i = 0; i < points; i++) {
        const before = link[i] as number
        let diagonal = (precision[i] as number) + before + (link[i + 1] as number)
        let value = right[i] as number
        if (before !== 0) {
          const ratio = before / (pivot[i - 1] as number)
          diagonal -= ratio * before
          value += ratio * (out[i - 1] as number)
        }
        // A state alone, of whom the votes say nothing, stays where it is.
        pivot[i] = diagonal > 1e-9 ? diagonal : 1e-9
        out[i] = value
      }
      for (let i = points - 1; i >= 0; i--) {
        const after = link[i + 1] as number
        const own = pivot[i] as number
        const ratio = after / own
        out[i] = (out[i] as number) / own + (after === 0 ? 0 : ratio * (out[i + 1] as number))
        variance[i] = 1 / own + (after === 0 ? 0 : ratio * ratio * (variance[i + 1] as number))
      }
    },
    force(x, out) {
      out.fill(0)
      for (let i = 1; i < points; i++) {
        const pull = (link[i] as number) * ((x[i] as number) - (x[i - 1] as number))
        out[i] = (out[i] as number) - pull
        out[i - 1] = (out[i - 1] as number) + pull
      }
    },
  }
}
