import { agreementMatrix, averageLinkage, chooseStates, leafOrder, type Tree } from '#kernels/statistics'
import { everyPlace } from './state-group.ts'
import { packBallots } from './ballots.ts'

/** How far states voted alike. Rows and columns are `places`, in that order. */
export interface Agreement {
  /** Places in a ballot of the states that voted with another at least once. */
  readonly places: readonly number[]
  /** `places.length` squared; NaN where two shared no roll call. */
  readonly agreement: Float64Array
  /** Divided roll calls in which both voted. */
  readonly shared: Int32Array
  /** Roll calls of the window that divided the states; those in which all voted alike say nothing. */
  readonly divided: number
}

/** Agreement among some states (all unless told) over the roll calls of `ballots` that divided anybody. */
export function agreementAmong(ballots: readonly string[], among: readonly number[] = everyPlace): Agreement {
  const packed = packBallots(ballots)
  let divided = 0
  for (const word of packed.divided) divided += ones(word)
  const whole = agreementMatrix(chooseStates(packed, among))
  const kept = among.flatMap((place, i) =>
    among.some((_, j) => j !== i && (whole.shared[i * among.length + j] as number) > 0) ? [{ place, i }] : [],
  )
  const size = kept.length
  const agreement = new Float64Array(size * size)
  const shared = new Int32Array(size * size)
  kept.forEach(({ i }, a) => {
    kept.forEach(({ i: j }, b) => {
      agreement[a * size + b] = whole.agreement[i * among.length + j] as number
      shared[a * size + b] = whole.shared[i * among.length + j] as number
    })
  })
  return { places: kept.map(({ place }) => place), agreement, shared, divided }
}

/** The tree of who votes with whom: distance is 1 - agreement. */
export const treeOf = ({ places, agreement }: Agreement): Tree =>
  averageLinkage(places.length, distances(agreement))

/** The same table with neighbours alike. */
export function seriated(table: Agreement): Agreement {
  return reordered(table, leafOrder(treeOf(table), distances(table.agreement)))
}

/** The same table in another order: `order[i]` is the row that comes at `i`. */
export function reordered(table: Agreement, order: readonly number[]): Agreement {
  const size = table.places.length
  const turn = <Values extends Float64Array | Int32Array>(from: Values, to: Values): Values => {
    order.forEach((row, i) => {
      order.forEach((column, j) => {
        to[i * order.length + j] = from[row * size + column] as number
      })
    })
    return to
  }
  return {
    ...table,
    places: order.map((row) => table.places[row] as number),
    agreement: turn(table.agreement, new Float64Array(order.length ** 2)),
    shared: turn(table.shared, new Int32Array(order.length ** 2)),
  }
}

export const distances = (agreement: Float64Array): Float64Array => agreement.map((value) => 1 - value)

function ones(word: number): number {
  let count = 0
  for (let rest = word; rest !== 0; rest &= rest - 1) count++
  return count
}
