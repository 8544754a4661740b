/** From a day to a day, both included; null while it lasts. */
export type Span = readonly [from: string, to: string | null]

/** A year alone, or a month, stands for its last day: what a yearly source says of a state, it says of its year's end. */
export function dayOf(day: string): string {
  if (day.length === 4) return `${day}-12-31`
  return day.length === 7 ? `${day}-31` : day
}

/**
 * Whether a day falls from `from` to `to`, both included, each open when missing. A bound that is a year alone takes in
 * the whole of that year.
 */
export function holds(from: string | undefined, to: string | null | undefined, day: string): boolean {
  const on = dayOf(day)
  if (from !== undefined && on < from) return false
  return to === undefined || to === null || on.slice(0, to.length) <= to
}
