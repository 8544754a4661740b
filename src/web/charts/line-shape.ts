import { round } from './ink.ts'

/** A value at a place of the axis (a year, a session); null: it is known that there is none. */
export interface LinePoint {
  readonly x: number
  readonly y: number | null
  /** The interval that its source gives; drawn as a band. */
  readonly low?: number | null | undefined
  readonly high?: number | null | undefined
  /** Where the value can be opened. */
  readonly href?: string | undefined
}

/** One line: a state, a measure. */
export interface Line {
  readonly key: string
  readonly label: string
  readonly points: readonly LinePoint[]
  /** The usual distance of two points; told from the points when left out. What lies further apart is a gap. */
  readonly step?: number | undefined
}

interface Known {
  readonly x: number
  readonly y: number
  readonly low: number | null
  readonly high: number | null
}

/**
 * The unbroken stretches of a line. A missing value and a missing year break it: nothing is ever drawn between two values
 * where the source has none.
 */
export function stretches({ points, step }: Line): readonly (readonly Known[])[] {
  const sorted = points.toSorted((a, b) => a.x - b.x)
  const usual = step ?? usualStep(sorted)
  const found: Known[][] = []
  let current: Known[] = []
  let last: number | null = null
  for (const { x, y, low = null, high = null } of sorted) {
    if (y === null || !Number.isFinite(y) || (last !== null && x - last > usual)) {
      if (current.length > 0) found.push(current)
      current = []
    }
    if (y !== null && Number.isFinite(y)) current.push({ x, y, low, high })
    last = x
  }
  if (current.length > 0) found.push(current)
  return found
}

/** The distance of two points that is seen most often; of several, the least. */
function usualStep(sorted: readonly LinePoint[]): number {
  const counts = new Map<number, number>()
  for (let i = 1; i < sorted.length; i++) {
    const step = (sorted[i] as LinePoint).x - (sorted[i - 1] as LinePoint).x
    if (step > 0) counts.set(step, (counts.get(step) ?? 0) + 1)
  }
  const best = [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0]
  return best?.[0] ?? 1
}

/** What a line covers of both axes, its intervals included; null when it has no value. */
export function extentOf(lines: readonly Line[]) {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const line of lines)
    for (const { x, y, low, high } of line.points) {
      left = Math.min(left, x)
      right = Math.max(right, x)
      if (y === null || !Number.isFinite(y)) continue
      bottom = Math.min(bottom, y, low ?? y)
      top = Math.max(top, y, high ?? y)
    }
  return top === -Infinity ? null : { left, right, bottom, top }
}

type Scale = (value: number) => number

/** The path of a stretch. */
export const strokeOf = (stretch: readonly Known[], x: Scale, y: Scale): string =>
  stretch.map((point, i) => `${i === 0 ? 'M' : 'L'}${round(x(point.x))} ${round(y(point.y))}`).join('')

/** The bands of a stretch: its parts in which every point has both bounds. */
export function bandsOf(stretch: readonly Known[], x: Scale, y: Scale): string {
  const parts: { x: number; low: number; high: number }[][] = []
  let part: { x: number; low: number; high: number }[] = []
  for (const { x: at, low, high } of stretch) {
    if (low !== null && high !== null) part.push({ x: at, low, high })
    else if (part.length > 0) {
      parts.push(part)
      part = []
    }
  }
  if (part.length > 0) parts.push(part)
  return parts
    .map((points) => {
      // A lone interval is as wide as a mark.
      if (points.length === 1) {
        const { x: at, low, high } = points[0] as { x: number; low: number; high: number }
        const [left, right] = [round(x(at) - 2), round(x(at) + 2)]
        return `M${left} ${round(y(low))}H${right}V${round(y(high))}H${left}z`
      }
      const up = points.map((point) => `${round(x(point.x))} ${round(y(point.high))}`)
      const down = points.toReversed().map((point) => `${round(x(point.x))} ${round(y(point.low))}`)
      return `M${[...up, ...down].join('L')}z`
    })
    .join('')
}

/** Labels that would lie over each other are moved apart; `at` and `apart` in pixels. Gives the new places, in the same order. */
export function spreadLabels(
  at: readonly number[],
  apart: number,
  lowest: number,
  highest: number,
): readonly number[] {
  const order = at.map((_, i) => i).toSorted((i, j) => (at[i] as number) - (at[j] as number))
  const placed = at.map(() => 0)
  let above = lowest - apart
  for (const i of order) above = placed[i] = Math.max(at[i] as number, above + apart)
  let below = highest + apart
  for (const i of order.toReversed()) below = placed[i] = Math.min(placed[i] as number, below - apart)
  return placed
}
