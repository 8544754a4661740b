import type { Prisoner } from './queries/prisoners.ts'
import type { Counting } from './queries/counting.ts'

/** By what the list is told apart. */
export const dimensions = ['status', 'country', 'charge', 'place', 'gender', 'recognition'] as const
export type Dimension = (typeof dimensions)[number]

/** Which of the counts is shown: the certain one, the one at most, or one of those apart. */
export const shownCounts = ['lower', 'upper', 'house_arrest', 'conditional'] as const
export type ShownCount = (typeof shownCounts)[number]

/** What is asked of the list. */
export interface ListQuestion {
  readonly day: string
  readonly counting: Counting
  readonly show: ShownCount
  readonly filters: Readonly<Partial<Record<Dimension, string>>>
}

/** Stands for those of whom a dimension is not known. */
export const unknownKey = 'none'

/** `YYYY-MM-DD` that is a day of the calendar. */
export const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text < '0001') return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text
}

/** The keys of a prisoner in a dimension; several charges are several keys. */
export function keysIn(one: Prisoner, dimension: Dimension): readonly string[] {
  if (dimension === 'charge') return one.charges.length > 0 ? one.charges : [unknownKey]
  const key = {
    status: one.status,
    country: one.country,
    place: one.place,
    gender: one.gender,
    recognition: one.recognition === 'neither' ? null : one.recognition,
  }[dimension]
  return [key ?? unknownKey]
}

/** Whether a prisoner is among those asked for, apart from which count is shown. `except`: that filter is not applied. */
export const isAmong = (one: Prisoner, { filters }: ListQuestion, except?: Dimension): boolean =>
  dimensions.every(
    (dimension) =>
      dimension === except ||
      filters[dimension] === undefined ||
      keysIn(one, dimension).includes(filters[dimension]),
  )

/** Whether a prisoner is in a count. */
export const isIn = (one: Prisoner, count: ShownCount): boolean =>
  count === 'lower'
    ? one.set === 'list' && one.certain
    : count === 'upper'
      ? one.set === 'list'
      : one.set === count

/** How many, for certain and at most. */
export interface Pair {
  readonly least: number
  readonly most: number
}

/** How many of a set there are. */
export const pairOf = (list: readonly Prisoner[], set: Prisoner['set']): Pair => ({
  least: list.filter((one) => one.set === set && one.certain).length,
  most: list.filter((one) => one.set === set).length,
})

/** How many there are of each key of a dimension, the most first; of the set that is shown. */
export function countBy(
  list: readonly Prisoner[],
  dimension: Dimension,
  question: ListQuestion,
): readonly (Pair & { readonly key: string })[] {
  const counts = new Map<string, { least: number; most: number }>()
  const wide = question.show === 'lower' ? 'upper' : question.show
  for (const one of list) {
    if (!isIn(one, wide) || !isAmong(one, question, dimension)) continue
    for (const key of keysIn(one, dimension)) {
      const count = counts.get(key) ?? { least: 0, most: 0 }
      counts.set(key, { least: count.least + (one.certain ? 1 : 0), most: count.most + 1 })
    }
  }
  return [...counts]
    .map(([key, count]) => ({ key, ...count }))
    .sort(
      (a, b) =>
        Number(a.key === unknownKey) - Number(b.key === unknownKey) ||
        b.most - a.most ||
        (a.key < b.key ? -1 : 1),
    )
}

/** The question of an address; `wrongDay`: what was written and is no day. */
export function readQuestion(
  search: URLSearchParams,
  today: string,
): { readonly question: ListQuestion; readonly wrongDay: string | null } {
  const asked = search.get('at')?.trim() ?? ''
  const show = shownCounts.find((one) => one === search.get('count')) ?? 'upper'
  const filters: Partial<Record<Dimension, string>> = {}
  for (const dimension of dimensions) {
    const value = search.get(dimension)
    if (value) filters[dimension] = value.slice(0, 80)
  }
  return {
    question: {
      day: isDay(asked) ? asked : today,
      counting: readCounting(search),
      show,
      filters,
    },
    wrongDay: asked === '' || isDay(asked) ? null : asked,
  }
}

/** What an address says is counted with prison: `with=house`, `with=conditional`. */
export const readCounting = (search: URLSearchParams): Counting => ({
  ...(search.getAll('with').includes('house') && { withHouse: true }),
  ...(search.getAll('with').includes('conditional') && { withConditional: true }),
})

/** The same as part of an address. */
export const writeCounting = ({ withHouse, withConditional }: Counting): [string, string][] => [
  ...(withHouse ? [['with', 'house'] satisfies [string, string]] : []),
  ...(withConditional ? [['with', 'conditional'] satisfies [string, string]] : []),
]

/** The part of an address that asks it. */
export const writeQuestion = ({ day, counting, show, filters }: ListQuestion): URLSearchParams =>
  new URLSearchParams([['at', day], ['count', show], ...writeCounting(counting), ...Object.entries(filters)])
