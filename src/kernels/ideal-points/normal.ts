/** Density of the standard normal distribution at 0. */
export const density0 = 1 / Math.sqrt(2 * Math.PI)

const from = -12
const to = 12
const steps = 1024

/**
 * The inverse Mills ratio φ(z)/Φ(z), tabled from -12 to 12 in steps of 1/1024: read with `millsRatio`. The error of
 * reading between two steps is below 5e-8.
 */
export function millsTable(): Float64Array {
  const table = new Float64Array((to - from) * steps + 2)
  for (let i = 0; i < table.length; i++) table[i] = exactMillsRatio(from + i / steps)
  return table
}

/** φ(z)/Φ(z) from the table; beyond it, the first terms of the asymptotic series. */
export function millsRatio(table: Float64Array, z: number): number {
  if (z >= to) return 0
  if (!(z > from)) return -z - 1 / z
  const at = (z - from) * steps
  const i = at | 0
  const low = table[i] as number
  return low + ((table[i + 1] as number) - low) * (at - i)
}

/** Standard normal density. */
export const density = (z: number): number => density0 * Math.exp(-0.5 * z * z)

/** φ(z)/Φ(z). */
function exactMillsRatio(z: number): number {
  if (z <= 0) return (2 * density0) / scaledErfc(-z / Math.SQRT2)
  const upper = density(z)
  return upper / (1 - 0.5 * scaledErfc(z / Math.SQRT2) * Math.exp(-0.5 * z * z))
}

/** exp(x²) erfc(x) for x ≥ 0: Taylor series below 2, Laplace's continued fraction above (Abramowitz & Stegun 7.1.5, 7.1.14). */
function scaledErfc(x: number): number {
  if (x < 2) {
    let term = x
    let sum = x
    for (let k = 1; k < 100 && Math.abs(term) > 1e-18; k++) {
      term *= (-x * x) / k
      sum += term / (2 * k + 1)
    }
    return (1 - (2 / Math.sqrt(Math.PI)) * sum) * Math.exp(x * x)
  }
  let fraction = 0
  for (let k = 80; k >= 1; k--) fraction = k / 2 / (x + fraction)
  return 1 / Math.sqrt(Math.PI) / (x + fraction)
}

/** The standard normal distribution function. */
export function distribution(z: number): number {
  const tail = 0.5 * scaledErfc(Math.abs(z) / Math.SQRT2) * Math.exp(-0.5 * z * z)
  return z < 0 ? tail : 1 - tail
}

/** Its inverse, to some 12 digits: Abramowitz & Stegun 26.2.23, then two steps of Newton. */
export function quantile(share: number): number {
  if (!(share > 0)) return Number.NEGATIVE_INFINITY
  if (!(share < 1)) return Number.POSITIVE_INFINITY
  if (share > 0.5) return -quantile(1 - share)
  const t = Math.sqrt(-2 * Math.log(share))
  let z =
    (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t
  for (let step = 0; step < 2; step++) z -= (distribution(z) - share) / density(z)
  return z
}
