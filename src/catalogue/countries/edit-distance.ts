/**
 * Optimal string alignment distance (insert, drop, replace, swap neighbours), given up beyond `limit`.
 * Gives `limit + 1` when the true distance is larger. Time O(|a|·|b|).
 */
export function editDistance(a: string, b: string, limit: number): number {
  const over = limit + 1
  if (Math.abs(a.length - b.length) > limit) return over
  let beforeLast: number[] = []
  let last: number[] = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row: number[] = [i]
    let smallest = i
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min((last[j] ?? over) + 1, (row[j - 1] ?? over) + 1, (last[j - 1] ?? over) + cost)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) best = Math.min(best, (beforeLast[j - 2] ?? over) + 1)
      row.push(best)
      smallest = Math.min(smallest, best)
    }
    if (smallest > limit) return over
    beforeLast = last
    last = row
  }
  return Math.min(last[b.length] ?? over, over)
}

/** How many mistakes a name of this many letters may hold and still be proposed (never accepted). */
export function toleratedMistakes(letters: number): number {
  if (letters < 4) return 0
  if (letters < 8) return 1
  return letters < 14 ? 2 : 3
}
