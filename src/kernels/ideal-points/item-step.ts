import { betweenDerivatives, boundFelt, boundPull } from './latent.ts'
import { millsRatio } from './normal.ts'
import type { State } from './state.ts'
import { above, type ArrangedVotes, below } from './votes.ts'

/** Variance of the prior of the slopes, and precision of that of the cuts (all but flat). */
const slopePrecision = 1
const cutPrecision = 1e-3

/** Cuts lie within ±7. */
const mostCut = 7

/**
 * One Newton step on slope and cuts of every item, given the points. The likelihood is concave in the three together; a
 * step is shortened where it would be longer than 1 or turn the cuts around.
 */
export function stepItems(arranged: ArrangedVotes, state: State): void {
  const { votes, items, oneCut, side } = arranged
  const { itemStart, point } = votes
  const { position, slope, cut1, cut2, meanFieldPoint, meanFieldSlope, table } = state
  const pull = new Float64Array(2)
  const mid = new Float64Array(5)
  for (let j = 0; j < items; j++) {
    const b = slope[j] as number
    const c1 = cut1[j] as number
    const c2 = cut2[j] as number
    // Gradient and negative Hessian of the log posterior by slope, first and second cut.
    let g0 = 0
    let g1 = -c1 * cutPrecision
    let g2 = -c2 * cutPrecision
    let h00 = slopePrecision
    let h01 = 0
    let h02 = 0
    let h11 = cutPrecision
    let h12 = 0
    let h22 = cutPrecision
    let squares = 0
    let spread = 0
    const end = itemStart[j + 1] as number
    for (let k = itemStart[j] as number; k < end; k++) {
      const i = point[k] as number
      const x = position[i] as number
      const mean = b * x
      squares += x * x
      spread += meanFieldPoint[i] as number
      if (mean > boundFelt || mean < -boundFelt) {
        boundPull(table, mean < 0 ? -mean : mean, pull)
        g0 -= (mean < 0 ? -x : x) * (pull[0] as number)
        h00 += x * x * (pull[1] as number)
      }
      const where = side[k]
      if (where === below) {
        const z = c1 - mean
        const r = millsRatio(table, z)
        const h = r * (z + r)
        g1 += r
        g0 -= r * x
        h11 += h
        h01 -= h * x
        h00 += h * x * x
      } else if (where === above) {
        const z = mean - c2
        const r = millsRatio(table, z)
        const h = r * (z + r)
        g2 -= r
        g0 += r * x
        h22 += h
        h02 -= h * x
        h00 += h * x * x
      } else {
        betweenDerivatives(table, c1 - mean, c2 - mean, mid)
        const low = mid[0] as number
        const high = mid[1] as number
        const lows = (mid[2] as number) + (mid[4] as number)
        const highs = (mid[3] as number) + (mid[4] as number)
        g1 += low
        g2 += high
        g0 -= (low + high) * x
        h11 -= mid[2] as number
        h22 -= mid[3] as number
        h12 -= mid[4] as number
        h01 += lows * x
        h02 += highs * x
        h00 -= (lows + highs) * x * x
      }
    }
    // Mean field: the expectation of (slope × position)² holds the variance of the position.
    h00 += spread
    g0 -= b * (slopePrecision + spread)
    meanFieldSlope[j] = 1 / (slopePrecision + squares + spread)

    if (oneCut[j] === 1) {
      const hc = h11 + h22
      const gc = g1 + g2
      const h0c = h01 + h02
      const det = h00 * hc - h0c * h0c
      const d0 = (g0 * hc - gc * h0c) / det
      const dc = (gc * h00 - g0 * h0c) / det
      const share = 1 / Math.max(1, Math.abs(d0), Math.abs(dc))
      slope[j] = b + share * d0
      cut1[j] = within(c1 + share * dc)
      cut2[j] = cut1[j] as number
      continue
    }
    // Cholesky of the three.
    const l00 = Math.sqrt(h00)
    const l10 = h01 / l00
    const l20 = h02 / l00
    const l11 = Math.sqrt(h11 - l10 * l10)
    const l21 = (h12 - l20 * l10) / l11
    const l22 = Math.sqrt(Math.max(h22 - l20 * l20 - l21 * l21, 1e-12))
    const y0 = g0 / l00
    const y1 = (g1 - l10 * y0) / l11
    const y2 = (g2 - l20 * y0 - l21 * y1) / l22
    const d2 = y2 / l22
    const d1 = (y1 - l21 * d2) / l11
    const d0 = (y0 - l10 * d1 - l20 * d2) / l00
    let share = 1 / Math.max(1, Math.abs(d0), Math.abs(d1), Math.abs(d2))
    const gap = c2 - c1
    if (gap + share * (d2 - d1) < 0.1 * gap) share = Math.min(share, (0.9 * gap) / (d1 - d2))
    slope[j] = b + share * d0
    cut1[j] = within(c1 + share * d1)
    // Both at the same bound would leave no room between them.
    cut2[j] = Math.max(within(c2 + share * d2), (cut1[j] as number) + 1e-6)
  }
}

const within = (cut: number): number => (cut > mostCut ? mostCut : cut < -mostCut ? -mostCut : cut)
