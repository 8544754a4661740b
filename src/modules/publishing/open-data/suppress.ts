/** A number as it may be shown; null: fewer than `least`, or hidden so that another hidden one cannot be worked out. */
export interface Cell {
  readonly key: string
  readonly count: number | null
}

/** From this number on a count is shown. */
export const least = 5

/**
 * Hides small counts of a table whose total is known: 1 to 4 are not shown, and where only one would be hidden, the
 * next smallest is hidden too, or the total would give it away. Zero is shown: it is nobody's.
 */
export function suppressSmall(
  counts: readonly { readonly key: string; readonly count: number }[],
): readonly Cell[] {
  const hidden = new Set(counts.filter(({ count }) => count > 0 && count < least).map(({ key }) => key))
  if (hidden.size === 1) {
    const [next] = counts
      .filter(({ key, count }) => count > 0 && !hidden.has(key))
      .toSorted((a, b) => a.count - b.count || (a.key < b.key ? -1 : 1))
    if (next) hidden.add(next.key)
  }
  return counts.map(({ key, count }) => ({ key, count: hidden.has(key) ? null : count }))
}
