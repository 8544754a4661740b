/** A count that goes out: the number, or that it is too small to be told. */
export type Told = number | null

/** Fewer people than this in a cell could be recognised. */
export const smallest = 5

/**
 * The cells of a breakdown, of which the total is told beside them. A cell of fewer than five is not told; and so many
 * others with it, the smallest first, that those kept back are at least two and sum to at least five: else what is kept
 * back could be worked out from the total. Nobody at all is told as 0. Where the total itself is small nothing is told.
 */
export function suppress(cells: readonly number[]): {
  readonly cells: readonly Told[]
  readonly total: Told
} {
  const total = cells.reduce((sum, one) => sum + one, 0)
  if (total === 0) return { cells, total }
  const told = cells.map((): boolean => total >= smallest)
  const order = cells.map((count, i) => ({ count, i })).filter(({ count }) => count > 0)
  order.sort((a, b) => a.count - b.count || a.i - b.i)
  let kept = 0
  let sum = 0
  for (const { count, i } of order) {
    if (count >= smallest && (kept === 0 || (kept >= 2 && sum >= smallest))) break
    told[i] = false
    kept++
    sum += count
  }
  return {
    cells: cells.map((count, i) => (told[i] || (count === 0 && total >= smallest) ? count : null)),
    total: total >= smallest ? total : null,
  }
}
