/** The days on which somebody is in prison as far as is known: first day, and the first day after; null: no limit. */
export type HeldDays = readonly (readonly [string | null, string | null])[]

/** As a projection holds it: in every reading of the dates of a detention, and in one at least. */
export interface Held {
  readonly least: HeldDays
  readonly most: HeldDays
}

/** Days in prison up to and with a day. */
export interface HeldCount {
  readonly least: number
  /** Null where no beginning is known. */
  readonly most: number | null
  /** Whether it goes on: on that day in every reading, or in one at least. */
  readonly inside: 'certain' | 'possible' | 'no'
  /** The day on which the present stay began, or the last one: the first and the last that it can have been. */
  readonly since: readonly [string | null, string | null] | null
  /** The day of leaving, where nobody is inside any more. */
  readonly until: string | null
}

const number = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000

/**
 * Counts the days of a projection up to and with `day` (`2026-11-21`), from the projection alone: it moves with the day
 * and needs nothing of the case. The day of arrest counts, that of release does not. Pure.
 */
export function countHeld(held: Held, day: string): HeldCount {
  const at = (days: HeldDays) => days.find(([from, to]) => (from ?? '') <= day && (to === null || day < to))
  const least = daysUpTo(held.least, day) ?? 0
  const most = daysUpTo(held.most, day)
  const sure = at(held.least)
  const possible = at(held.most)
  const begun = held.most.filter(([from]) => (from ?? '') <= day)
  const last = possible ?? begun.at(-1)
  const surely = held.least.findLast(([from, to]) => overlaps([from, to], last))
  return {
    least,
    most,
    inside: sure ? 'certain' : possible ? 'possible' : 'no',
    since: last ? [last[0], surely?.[0] ?? null] : null,
    until: possible ? null : (last?.[1] ?? null),
  }
}

const overlaps = (
  [from, to]: readonly [string | null, string | null],
  other: readonly [string | null, string | null] | undefined,
): boolean =>
  other !== undefined &&
  (other[1] === null || (from ?? '') < other[1]) &&
  (to === null || (other[0] ?? '') < to)

function daysUpTo(days: HeldDays, day: string): number | null {
  let count = 0
  for (const [from, to] of days) {
    if (from === null) return null
    if (from > day) continue
    count += Math.min(to === null ? Number.POSITIVE_INFINITY : number(to), number(day) + 1) - number(from)
  }
  return count
}

/** What a projection holds, checked: it comes as JSON. */
export const isHeld = (value: unknown): value is Held =>
  typeof value === 'object' &&
  value !== null &&
  Array.isArray((value as Partial<Held>).least) &&
  Array.isArray((value as Partial<Held>).most)
