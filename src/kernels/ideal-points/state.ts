/** What is estimated, while it is being estimated. All arrays are written in place. */
export interface State {
  /** By point: position, and variance of its posterior. */
  readonly position: Float64Array
  readonly variance: Float64Array
  /** By item. */
  readonly slope: Float64Array
  readonly cut1: Float64Array
  readonly cut2: Float64Array
  /** Variances in the factorised posterior of the augmented model: what E[β²θ²] needs beyond the means. */
  readonly meanFieldPoint: Float64Array
  readonly meanFieldSlope: Float64Array
  /** See `millsTable`. */
  readonly table: Float64Array
}
