/** A correlation with the number of pairs behind it. */
export interface Correlation {
  /** NaN with fewer than two pairs, or when one side does not vary. */
  readonly r: number
  readonly n: number
}

/** Pearson's correlation over the pairs of which both are numbers. */
export function pearson(a: ArrayLike<number>, b: ArrayLike<number>): Correlation {
  const pairs = completePairs(a, b)
  return { r: correlate(pairs.a, pairs.b), n: pairs.a.length }
}

/** Spearman's correlation over the pairs of which both are numbers: Pearson's of their ranks, equal values sharing the mean rank. */
export function spearman(a: ArrayLike<number>, b: ArrayLike<number>): Correlation {
  const pairs = completePairs(a, b)
  return { r: correlate(ranks(pairs.a), ranks(pairs.b)), n: pairs.a.length }
}

/** Ranks from 1; equal values share the mean of theirs. */
export function ranks(values: ArrayLike<number>): Float64Array {
  const order = Array.from({ length: values.length }, (_, i) => i)
  order.sort((i, j) => (values[i] as number) - (values[j] as number))
  const rank = new Float64Array(values.length)
  for (let from = 0; from < order.length; ) {
    let to = from + 1
    while (to < order.length && values[order[to] as number] === values[order[from] as number]) to++
    for (let i = from; i < to; i++) rank[order[i] as number] = (from + to + 1) / 2
    from = to
  }
  return rank
}

function completePairs(a: ArrayLike<number>, b: ArrayLike<number>) {
  const length = Math.min(a.length, b.length)
  const kept = { a: new Array<number>(), b: new Array<number>() }
  for (let i = 0; i < length; i++)
    if (Number.isFinite(a[i]) && Number.isFinite(b[i])) {
      kept.a.push(a[i] as number)
      kept.b.push(b[i] as number)
    }
  return kept
}

function correlate(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const n = a.length
  let meanA = 0
  let meanB = 0
  for (let i = 0; i < n; i++) {
    meanA += (a[i] as number) / n
    meanB += (b[i] as number) / n
  }
  let ab = 0
  let aa = 0
  let bb = 0
  for (let i = 0; i < n; i++) {
    const x = (a[i] as number) - meanA
    const y = (b[i] as number) - meanB
    ab += x * y
    aa += x * x
    bb += y * y
  }
  return n < 2 || aa === 0 || bb === 0 ? Number.NaN : ab / Math.sqrt(aa * bb)
}
