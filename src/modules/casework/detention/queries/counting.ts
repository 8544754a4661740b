import { type Group, doubtful, groups } from '../statuses.ts'
import { type Detention, type Line, type Run, type Stay, runsOf, staysOf } from './history.ts'

/** What is counted together; prison is always among it. */
export interface Counting {
  readonly withHouse?: boolean
  readonly withConditional?: boolean
}

/** What is counted: the list, or one of the groups that stand apart. */
export type SetName = 'list' | Exclude<Group, 'prison'>

/** The statuses that a count takes for being in prison. */
const countedStatuses = ({ withHouse, withConditional }: Counting): readonly string[] => [
  ...groups.prison,
  ...(withHouse ? groups.house_arrest : []),
  ...(withConditional ? groups.conditional : []),
]

/** The sets that are told apart, each with its statuses. */
export const setsOf = (
  counting: Counting,
): readonly { readonly name: SetName; readonly statuses: readonly string[] }[] => [
  { name: 'list', statuses: countedStatuses(counting) },
  ...(counting.withHouse ? [] : [{ name: 'house_arrest' as const, statuses: groups.house_arrest }]),
  ...(counting.withConditional ? [] : [{ name: 'conditional' as const, statuses: groups.conditional }]),
]

/** A person's stays in a set, by both counts. What is unknown is in the upper count of the list alone. */
export interface PersonStays {
  readonly person: string
  readonly lower: readonly Stay[]
  readonly upper: readonly Stay[]
}

/** The stays of every person in a set. Pure. */
export function staysIn(
  detentions: readonly Detention[],
  set: { readonly name: SetName; readonly statuses: readonly string[] },
): readonly PersonStays[] {
  const sure = new Set(set.statuses)
  const maybe = new Set(set.name === 'list' ? [...set.statuses, ...doubtful] : set.statuses)
  const runs = new Map<string, Record<Line, Run[]>>()
  for (const detention of detentions) {
    const of = runs.get(detention.person) ?? { lower: [], upper: [] }
    runs.set(detention.person, of)
    of.lower.push(...runsOf(detention, sure, 'lower'))
    of.upper.push(...runsOf(detention, maybe, 'upper'))
  }
  return [...runs].map(([person, { lower, upper }]) => ({
    person,
    lower: staysOf(lower),
    upper: staysOf(upper),
  }))
}
