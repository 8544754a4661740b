import { cutTree, leafOrder, silhouette } from '#kernels/statistics'
import { type Agreement, distances, reordered, treeOf } from './agreement.ts'

/** States that voted alike more than with others. */
export interface Bloc {
  /** Places in a ballot, who stands nearest to all the others of the bloc first. */
  readonly places: readonly number[]
  /** Mean agreement of its pairs; NaN for one alone. */
  readonly within: number
  /** Mean agreement of its members with all who are not in it; NaN where there is nobody else. */
  readonly outside: number
}

/** The blocs of a window. */
export interface Blocs {
  /** The largest first. */
  readonly blocs: readonly Bloc[]
  /** The table in the order of the tree, so that each bloc lies together. */
  readonly table: Agreement
  /** How well the states lie in that many groups; NaN where it cannot be said. */
  readonly quality: readonly { readonly count: number; readonly silhouette: number }[]
  readonly count: number
  /** Whether the number was found, as that with the best silhouette, rather than asked for. */
  readonly found: boolean
  /** States that voted in too few roll calls to be placed. */
  readonly leftOut: readonly number[]
}

/** Who voted in fewer of the divided roll calls than this share is not placed: on a handful of votes anybody looks like anybody. */
const leastShare = 0.2

/** How many groups are tried. */
export const counts = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const

/** Finds blocs by average linkage of 1 - agreement; as many as asked, or as many as have the best silhouette. */
export function findBlocs(whole: Agreement, asked: number | null): Blocs {
  const size = whole.places.length
  const votesOf = (row: number): number => {
    let most = 0
    for (let column = 0; column < size; column++)
      if (column !== row) most = Math.max(most, whole.shared[row * size + column] as number)
    return most
  }
  const rows = whole.places.map((_, row) => row)
  const placed = rows.filter((row) => votesOf(row) >= leastShare * whole.divided)
  const leftOut = rows.filter((row) => !placed.includes(row)).map((row) => whole.places[row] as number)
  const table = reordered(whole, placed)
  const many = table.places.length
  const tree = treeOf(table)
  const away = distances(table.agreement)
  const quality = counts
    .filter((count) => count < many)
    .map((count) => ({ count, silhouette: silhouette(many, away, cutTree(tree, count)) }))
  const best = quality.reduce<(typeof quality)[number] | null>(
    (leader, one) => (leader === null || one.silhouette > leader.silhouette ? one : leader),
    null,
  )
  const count = Math.max(1, Math.min(many, asked ?? best?.count ?? 1))
  const order = leafOrder(tree, away)
  return {
    blocs: many === 0 ? [] : cutTree(tree, count).map((group) => describe(table, group)),
    table: reordered(table, order),
    quality,
    count,
    found: asked === null,
    leftOut,
  }
}

function describe({ places, agreement }: Agreement, group: readonly number[]): Bloc {
  const size = places.length
  const mean = (row: number, others: readonly number[]): number => {
    let sum = 0
    let count = 0
    for (const other of others) {
      const value = agreement[row * size + other] as number
      if (other === row || Number.isNaN(value)) continue
      sum += value
      count++
    }
    return sum / count
  }
  const average = (values: readonly number[]): number => {
    const known = values.filter((value) => !Number.isNaN(value))
    return known.reduce((sum, value) => sum + value, 0) / known.length
  }
  const inside = new Set(group)
  const others = places.map((_, row) => row).filter((row) => !inside.has(row))
  const central = group
    .map((row) => ({ row, near: mean(row, group) }))
    .sort((a, b) => b.near - a.near || a.row - b.row)
  return {
    places: central.map(({ row }) => places[row] as number),
    within: average(central.map(({ near }) => near)),
    outside: average(group.map((row) => mean(row, others))),
  }
}
