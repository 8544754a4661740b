import { weeksOf } from './days.ts'
import type { Named, Plan, PlannedActivity, PlannedStay } from './plan.ts'

/** Rows of the table: the guests, or the towns. */
export type GridView = 'person' | 'town'

/** What happens to one guest, or in one town, on one day. */
export interface GridCell {
  readonly day: string
  /** Stays of the day: of a guest, where; of a town, who. The first ends before the last begins. */
  readonly stays: readonly PlannedStay[]
  readonly activities: readonly PlannedActivity[]
}

export interface GridRow extends Named {
  readonly cells: ReadonlyMap<string, GridCell>
}

export interface Grid {
  readonly view: GridView
  readonly weeks: readonly { readonly monday: string; readonly days: readonly string[] }[]
  readonly rows: readonly GridRow[]
  /** Activities that no column can hold. */
  readonly undated: readonly PlannedActivity[]
}

/** The plan as a table of person × day or town × day. Every activity with a day stands in each row it belongs to. Pure. */
export function buildGrid(plan: Plan, view: GridView): Grid {
  const days = [
    plan.first,
    plan.last,
    ...plan.stays.flatMap((stay) => [stay.arrival, stay.departure]),
    ...plan.activities.map((activity) => activity.day),
  ].filter((day) => day !== null)
  const weeks = weeksOf(days)
  const columns = weeks.flatMap((week) => week.days)
  const rows = new Map<string, GridRow & { cells: Map<string, GridCell> }>()
  const rowOf = ({ id, title }: Named) => {
    const row = rows.get(id) ?? { id, title, cells: new Map<string, GridCell>() }
    rows.set(id, row)
    return row
  }
  const put = (row: { cells: Map<string, GridCell> }, day: string, more: Partial<GridCell>) => {
    const cell = row.cells.get(day) ?? { day, stays: [], activities: [] }
    row.cells.set(day, {
      day,
      stays: [...cell.stays, ...(more.stays ?? [])],
      activities: [...cell.activities, ...(more.activities ?? [])],
    })
  }
  for (const one of view === 'person' ? plan.invitations.map(({ person }) => person) : plan.towns) rowOf(one)
  for (const stay of plan.stays) {
    const row = rowOf(view === 'person' ? stay.person : stay.town)
    for (const day of columns)
      if (stay.arrival <= day && day <= stay.departure) put(row, day, { stays: [stay] })
  }
  for (const activity of plan.activities) {
    if (activity.day === null) continue
    if (view === 'town') put(rowOf(activity.town), activity.day, { activities: [activity] })
    // Whoever only moderates or interprets is not a guest and gets no row.
    else
      for (const person of new Map(activity.people.map((one) => [one.id, one])).values())
        if (rows.has(person.id) || person.role === 'speaker')
          put(rowOf(person), activity.day, { activities: [activity] })
  }
  return {
    view,
    weeks,
    rows: [...rows.values()].sort((a, b) => a.title.localeCompare(b.title)),
    undated: plan.activities.filter(({ day }) => day === null || !columns.includes(day)),
  }
}
