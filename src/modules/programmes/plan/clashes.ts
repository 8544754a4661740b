import { minutesOf } from './days.ts'
import type { Named, Plan, PlannedActivity, PlannedStay } from './plan.ts'

/** More activities than this on one day of one guest are pointed out. */
export const fullDay = 3

/** Something in a plan that a person should look at. It never stops anyone: the coordinators may know better. */
export type Clash =
  | { readonly kind: 'overlap'; readonly person: Named; readonly day: string; readonly activities: Pair }
  | { readonly kind: 'two_stays'; readonly person: Named; readonly day: string; readonly stays: Stays }
  | { readonly kind: 'outside_stay' | 'no_stay'; readonly person: Named; readonly activity: PlannedActivity }
  | { readonly kind: 'town_without_stay'; readonly town: Named; readonly activity: PlannedActivity }
  | { readonly kind: 'full_day'; readonly person: Named; readonly day: string; readonly count: number }
  | { readonly kind: 'outside_edition' | 'no_day' | 'no_time'; readonly activity: PlannedActivity }

type Pair = readonly [PlannedActivity, PlannedActivity]
type Stays = readonly [PlannedStay, PlannedStay]

/** The minutes `[from, to)` that an activity takes; without an end its first minute; null without a readable time. */
export function spanOf(activity: Pick<PlannedActivity, 'start' | 'end'>): readonly [number, number] | null {
  const from = minutesOf(activity.start)
  if (from === null) return null
  const to = activity.end.trim() === '' ? from + 1 : minutesOf(activity.end)
  return to === null || to <= from ? null : [from, to]
}

/** All clashes of a plan, by day. `most` is how many activities a guest's day may have. Pure. */
export function findClashes(plan: Plan, most = fullDay): readonly Clash[] {
  const clashes = [
    ...unplacedActivities(plan),
    ...overlaps(plan),
    ...twoStays(plan),
    ...strayActivities(plan),
    ...fullDays(plan, most),
  ]
  return clashes.sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0))
}

/** The day that a clash is about; empty when it has none. */
export const dayOf = (clash: Clash): string => ('day' in clash ? clash.day : (clash.activity.day ?? ''))

function unplacedActivities({ activities, first, last }: Plan): Clash[] {
  return activities.flatMap((activity): Clash[] => {
    if (activity.day === null) return [{ kind: 'no_day', activity }]
    const outside = (first !== null && activity.day < first) || (last !== null && activity.day > last)
    return [
      ...(outside ? [{ kind: 'outside_edition' as const, activity }] : []),
      // No time at all is common while planning; a time that cannot be read, or that ends before it begins, is a slip.
      ...(activity.start.trim() !== '' && spanOf(activity) === null
        ? [{ kind: 'no_time' as const, activity }]
        : []),
    ]
  })
}

/** Activities of each person and day, in the order of the plan. */
function byPersonAndDay(plan: Plan): readonly { person: Named; day: string; list: PlannedActivity[] }[] {
  const groups = new Map<string, { person: Named; day: string; list: PlannedActivity[] }>()
  for (const activity of plan.activities) {
    if (activity.day === null) continue
    for (const person of new Map(activity.people.map((one) => [one.id, one])).values()) {
      const key = `${person.id} ${activity.day}`
      const group = groups.get(key) ?? { person, day: activity.day, list: [] }
      group.list.push(activity)
      groups.set(key, group)
    }
  }
  return [...groups.values()]
}

const folded = (text: string) => text.trim().toLocaleLowerCase()

/** One thing inside another in the same room is no clash: a reading within an opening day. */
const samePlace = (a: PlannedActivity, b: PlannedActivity): boolean =>
  a.town.id === b.town.id && a.place.trim() !== '' && folded(a.place) === folded(b.place)

function overlaps(plan: Plan): Clash[] {
  return byPersonAndDay(plan).flatMap(({ person, day, list }) => {
    const found: Clash[] = []
    for (const [i, a] of list.entries())
      for (const b of list.slice(i + 1)) {
        const [x, y] = [spanOf(a), spanOf(b)]
        if (x && y && x[0] < y[1] && y[0] < x[1] && !samePlace(a, b))
          found.push({ kind: 'overlap', person, day, activities: x[0] <= y[0] ? [a, b] : [b, a] })
      }
    return found
  })
}

/** One person in two towns: leaving and arriving on the same day is how one travels. */
function twoStays({ stays }: Plan): Clash[] {
  const found: Clash[] = []
  for (const [i, a] of stays.entries())
    for (const b of stays.slice(i + 1)) {
      if (a.person.id !== b.person.id || a.town.id === b.town.id) continue
      const from = a.arrival > b.arrival ? a.arrival : b.arrival
      const to = a.departure < b.departure ? a.departure : b.departure
      if (from < to) found.push({ kind: 'two_stays', person: a.person, day: from, stays: [a, b] })
    }
  return found
}

/** Guests' activities where they do not stay. Who only accompanies or interprets needs no stay. */
function strayActivities(plan: Plan): Clash[] {
  const guests = new Set([...plan.invitations, ...plan.stays].map(({ person }) => person.id))
  return plan.activities.flatMap((activity): Clash[] => {
    const there = plan.stays.filter((stay) => stay.town.id === activity.town.id)
    if (there.length === 0) return [{ kind: 'town_without_stay', town: activity.town, activity }]
    const { day } = activity
    if (day === null) return []
    return activity.people
      .filter((person) => guests.has(person.id) || person.role === 'speaker')
      .flatMap((person): Clash[] => {
        const own = there.filter((stay) => stay.person.id === person.id)
        if (own.length === 0) return [{ kind: 'no_stay', person, activity }]
        return own.some((stay) => stay.arrival <= day && day <= stay.departure)
          ? []
          : [{ kind: 'outside_stay', person, activity }]
      })
  })
}

function fullDays(plan: Plan, most: number): Clash[] {
  const guests = new Set([...plan.invitations, ...plan.stays].map(({ person }) => person.id))
  return byPersonAndDay(plan).flatMap(({ person, day, list }): Clash[] =>
    guests.has(person.id) && list.length > most
      ? [{ kind: 'full_day', person, day, count: list.length }]
      : [],
  )
}
