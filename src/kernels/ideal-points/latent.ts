import { density, millsRatio } from './normal.ts'

/**
 * What a vote between two cuts says: the derivatives of ln(Φ(high) - Φ(low)), into `out`: by low, by high, by low twice, by
 * high twice, by both.
 */
export function betweenDerivatives(table: Float64Array, low: number, high: number, out: Float64Array): void {
  // The tail with the smaller numbers keeps its digits: what lies to the right is mirrored.
  const mirrored = low + high > 0
  const a = mirrored ? -high : low
  const b = mirrored ? -low : high
  const fa = density(a)
  const fb = density(b)
  const mass = fb / millsRatio(table, b) - (fa === 0 ? 0 : fa / millsRatio(table, a))
  let da: number
  let db: number
  let daa: number
  let dbb: number
  if (mass > 1e-290 && b > a) {
    da = -fa / mass
    db = fb / mass
    daa = -a * da - da * da
    dbb = -b * db - db * db
  } else {
    // So far out that nothing is left of either: the nearer cut decides, as if the other were not there.
    const ratio = millsRatio(table, b)
    da = 0
    db = ratio
    daa = 0
    dbb = -ratio * (b + ratio)
  }
  out[0] = mirrored ? -db : da
  out[1] = mirrored ? -da : db
  out[2] = mirrored ? dbb : daa
  out[3] = mirrored ? daa : dbb
  out[4] = -da * db
}

/** Latent responses lie within ±9: the pull back, and its slope, of a mean response of `size` (absolute), into `out`. */
export function boundPull(table: Float64Array, size: number, out: Float64Array): void {
  const beyond = size - mostResponse
  if (beyond > 8) {
    out[0] = beyond
    out[1] = 1
    return
  }
  const f = density(beyond)
  const share = f / millsRatio(table, beyond)
  out[0] = beyond * share + f
  out[1] = share
}

/** No latent response lies further out (as in the reference). */
export const mostResponse = 9

/** Below this the bound on responses cannot be felt (its pull is below 1e-5). */
export const boundFelt = mostResponse - 4
