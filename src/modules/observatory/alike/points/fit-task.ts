import type { Votes } from '#kernels/ideal-points'

/** What the thread is asked for. */
export interface FitTask {
  readonly votes: Votes
  readonly high: readonly number[]
  readonly low: readonly number[]
}

/** What it found, by point and by item. */
export interface Fitted {
  readonly position: Float64Array
  readonly low: Float64Array
  readonly high: Float64Array
  readonly slope: Float64Array
  readonly cut1: Float64Array
  readonly cut2: Float64Array
  readonly iterations: number
  readonly settled: boolean
}

/** What it says: how far it is, or what it found. */
export type FitAnswer = { readonly round: number; readonly most: number } | { readonly fitted: Fitted }
