/**
 * Roll-call votes of states over time.
 *
 * A *point* is a state in a period (a session); the points of a state lie beside each other, in order of time. An *item* is a
 * roll call, or several that repeat the same text in other periods.
 */
export interface Votes {
  /** For each point, which state: 0, 1, …, ascending. */
  readonly state: Int32Array
  /** For each point, its period, ascending within a state; any whole numbers, alike for all states. */
  readonly period: Int32Array
  /** The votes of item `j` are those from `itemStart[j]` to before `itemStart[j + 1]`. */
  readonly itemStart: Int32Array
  /** For each vote, who cast it: a point. */
  readonly point: Int32Array
  /** For each vote: 0, 1 or 2, in order (as yes, abstain, no). */
  readonly choice: Uint8Array
}

/** What a vote says of the latent position: below the first cut, between the cuts, above the second. */
export const below = 0
export const between = 1
export const above = 2

/** The same votes made ready: items that saw two kinds of vote have one cut, and the votes are also listed by point. */
export interface ArrangedVotes {
  readonly votes: Votes
  readonly points: number
  readonly items: number
  /** 1 where the item has one cut only. */
  readonly oneCut: Uint8Array
  /** By vote, in the order of items: below, between or above. */
  readonly side: Uint8Array
  /** The votes of point `i` are those from `pointStart[i]` to before `pointStart[i + 1]` of the two lists that follow. */
  readonly pointStart: Int32Array
  readonly itemOf: Int32Array
  readonly sideOf: Uint8Array
  /** Number of different periods, and for each point which of them. */
  readonly periods: number
  readonly periodOf: Int32Array
}

/** Arranges votes by item and by point. An abstention in an item without noes counts as the far side of its one cut. */
export function arrangeVotes(votes: Votes): ArrangedVotes {
  const { state, period, itemStart, point, choice } = votes
  const points = state.length
  const items = itemStart.length - 1
  const oneCut = new Uint8Array(items)
  const side = new Uint8Array(choice.length)
  for (let j = 0; j < items; j++) {
    let seen = 0
    for (let k = itemStart[j] as number; k < (itemStart[j + 1] as number); k++)
      seen |= 1 << (choice[k] as number)
    oneCut[j] = seen === 7 ? 0 : 1
    const abstentions = seen === 7 ? between : seen & 1 ? above : below
    for (let k = itemStart[j] as number; k < (itemStart[j + 1] as number); k++)
      side[k] = choice[k] === 1 ? abstentions : (choice[k] as number)
  }

  const pointStart = new Int32Array(points + 1)
  for (const at of point) pointStart[at + 1] = (pointStart[at + 1] as number) + 1
  for (let i = 0; i < points; i++)
    pointStart[i + 1] = (pointStart[i + 1] as number) + (pointStart[i] as number)
  const next = pointStart.slice()
  const itemOf = new Int32Array(point.length)
  const sideOf = new Uint8Array(point.length)
  for (let j = 0; j < items; j++)
    for (let k = itemStart[j] as number; k < (itemStart[j + 1] as number); k++) {
      const i = point[k] as number
      const at = next[i] as number
      next[i] = at + 1
      itemOf[at] = j
      sideOf[at] = side[k] as number
    }

  const order = [...new Set(period)].sort((a, b) => a - b)
  const placeOf = new Map(order.map((one, i) => [one, i]))
  const periodOf = Int32Array.from(period, (one) => placeOf.get(one) ?? 0)
  return { votes, points, items, oneCut, side, pointStart, itemOf, sideOf, periods: order.length, periodOf }
}
