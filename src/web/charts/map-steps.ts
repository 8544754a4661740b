/** One tint of the map and the numbers it stands for, both inclusive; `step` from 1 (palest) to 4. */
export interface Range {
  readonly step: 1 | 2 | 3 | 4
  readonly from: number
  readonly to: number
}

/**
 * Up to four tints for whole numbers, geometric (each range as many times wider as the last), because counts of cases
 * lie far apart. Ranges that would hold no whole number are left out; the deepest tint always holds the greatest.
 */
export function steps(counts: readonly number[]): {
  readonly ranges: readonly Range[]
  readonly stepOf: (count: number) => Range['step']
} {
  const most = Math.max(1, ...counts)
  const edges = ([1, 2, 3, 4] as const).map((step) => ({
    step,
    to: step === 4 ? most : Math.floor(most ** (step / 4)),
  }))
  const ranges: Range[] = []
  let from = 1
  for (const { step, to } of edges) {
    if (to < from) continue
    ranges.push({ step, from, to })
    from = to + 1
  }
  return { ranges, stepOf: (count) => ranges.find(({ to }) => count <= to)?.step ?? 4 }
}
