/**
 * The quantile of values at `share` (0 to 1), between two values by straight line (Hyndman & Fan's type 7, as R's and
 * NumPy's default). Values that are no numbers are left out; NaN when none are left.
 */
export function quantile(values: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort()
  if (sorted.length === 0) return Number.NaN
  const at = (sorted.length - 1) * Math.min(1, Math.max(0, share))
  const low = Math.floor(at)
  const value = sorted[low] as number
  // Two equal infinities would give NaN.
  return at === low ? value : value + (at - low) * ((sorted[low + 1] as number) - value)
}
