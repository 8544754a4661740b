/** How things were joined into ever larger groups, the closest first. */
export interface Tree {
  /** How many things there are; they are the groups 0 … size - 1. */
  readonly size: number
  /** `size` - 1 joinings: the group made by joining `i` is `size + i`. `distance` is the mean over the pairs of the two. */
  readonly joined: readonly { readonly a: number; readonly b: number; readonly distance: number }[]
}

/**
 * Joins things by average linkage (Sokal & Michener 1958): at each step the two groups whose members lie closest on average.
 * `distance` is `size` × `size` and symmetric; NaN where nothing is known of a pair: it does not count, and groups of whom no pair
 * is known are joined last. Equal distances are decided by the order of the things, so that the same table gives the same tree.
 */
export function averageLinkage(size: number, distance: Float64Array): Tree {
  // By slot: a slot holds a group until it is joined to a lower slot.
  const sum = new Float64Array(size * size)
  const known = new Float64Array(size * size)
  distance.forEach((value, at) => {
    if (Number.isNaN(value)) return
    sum[at] = value
    known[at] = 1
  })
  const slots = Array.from({ length: size }, (_, i) => i)
  const groupOf = slots.slice()
  const joined: Tree['joined'][number][] = []
  const mean = (a: number, b: number): number =>
    known[a * size + b] === 0
      ? Number.POSITIVE_INFINITY
      : (sum[a * size + b] as number) / (known[a * size + b] as number)
  while (slots.length > 1) {
    let [first, second] = [slots[0] as number, slots[1] as number]
    let least = mean(first, second)
    for (let i = 0; i < slots.length; i++)
      for (let j = i + 1; j < slots.length; j++) {
        const between = mean(slots[i] as number, slots[j] as number)
        if (between < least) {
          least = between
          first = slots[i] as number
          second = slots[j] as number
        }
      }
    joined.push({
      a: groupOf[first] as number,
      b: groupOf[second] as number,
      distance: Number.isFinite(least) ? least : Number.NaN,
    })
    groupOf[first] = size + joined.length - 1
    slots.splice(slots.indexOf(second), 1)
    for (const other of slots) {
      if (other === first) continue
      for (const table of [sum, known]) {
        const both = (table[first * size + other] as number) + (table[second * size + other] as number)
        table[first * size + other] = both
        table[other * size + first] = both
      }
    }
  }
  return { size, joined }
}

/** The things of each group when the last joinings are undone until `count` groups are left: the largest first, then by first member. */
export function cutTree({ size, joined }: Tree, count: number): readonly (readonly number[])[] {
  const members = new Map<number, readonly number[]>()
  for (let i = 0; i < size; i++) members.set(i, [i])
  joined.slice(0, Math.max(0, size - Math.max(1, count))).forEach(({ a, b }, i) => {
    members.set(
      size + i,
      [...(members.get(a) ?? []), ...(members.get(b) ?? [])].sort((x, y) => x - y),
    )
    members.delete(a)
    members.delete(b)
  })
  return [...members.values()].sort((x, y) => y.length - x.length || (x[0] as number) - (y[0] as number))
}

/**
 * The things in an order in which neighbours are alike: the leaves of the tree, each joining turned so that the ends which come
 * to lie beside each other are the closest of the four.
 */
export function leafOrder({ size, joined }: Tree, distance: Float64Array): readonly number[] {
  const lines = new Map<number, readonly number[]>()
  for (let i = 0; i < size; i++) lines.set(i, [i])
  const gap = ([x, y]: readonly [readonly number[], readonly number[]]): number => {
    const value = distance[(x.at(-1) as number) * size + (y[0] as number)] as number
    return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value
  }
  joined.forEach(({ a, b }, i) => {
    const left = lines.get(a) ?? []
    const right = lines.get(b) ?? []
    let best: readonly [readonly number[], readonly number[]] = [left, right]
    for (const turned of [
      [left, right.toReversed()],
      [left.toReversed(), right],
      [left.toReversed(), right.toReversed()],
    ] as const)
      if (gap(turned) < gap(best)) best = turned
    lines.set(size + i, best.flat())
    lines.delete(a)
    lines.delete(b)
  })
  return [...lines.values()].flat()
}

/**
 * How well things lie in their groups (Rousseeuw 1987): the mean of (b - a) / max(a, b), a being the mean distance to the others of
 * the own group, b to the closest other one. 1: far apart and tight; 0: no groups. A thing alone counts as 0; NaN with fewer than
 * two groups.
 */
export function silhouette(
  size: number,
  distance: Float64Array,
  groups: readonly (readonly number[])[],
): number {
  if (groups.length < 2) return Number.NaN
  const mean = (from: number, to: readonly number[]): number => {
    let total = 0
    let count = 0
    for (const other of to) {
      const value = distance[from * size + other] as number
      if (other === from || Number.isNaN(value)) continue
      total += value
      count++
    }
    return count === 0 ? Number.NaN : total / count
  }
  let total = 0
  let count = 0
  for (const own of groups)
    for (const one of own) {
      count++
      const within = mean(one, own)
      let nearest = Number.POSITIVE_INFINITY
      for (const other of groups) {
        const away = other === own ? Number.NaN : mean(one, other)
        if (away < nearest) nearest = away
      }
      const larger = Math.max(within, nearest)
      if (own.length > 1 && Number.isFinite(larger) && larger > 0) total += (nearest - within) / larger
    }
  return total / count
}
