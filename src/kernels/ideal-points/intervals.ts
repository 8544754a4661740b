import type { IdealPoints } from './fit.ts'
import { quantile } from './normal.ts'

/** By point, the ends of an interval that holds the position with probability `level`. What it leaves out: README.md. */
export function intervals(
  { position, deviation }: IdealPoints,
  level: number,
): { readonly low: Float64Array; readonly high: Float64Array } {
  const width = quantile(0.5 + level / 2)
  return {
    low: position.map((one, i) => one - width * (deviation[i] as number)),
    high: position.map((one, i) => one + width * (deviation[i] as number)),
  }
}
