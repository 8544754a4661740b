import type { Tx } from '#platform/records'
import { type Counting, type SetName, setsOf, staysIn } from './counting.ts'
import { type DayNumber, type Detention, type Stay, dayNumber, dayOf, daysUpTo } from './history.ts'
import { type Scope, readDecisions, readDetentions, readNames, readTargets } from './read-detentions.ts'

/** Somebody on the list of a day. */
export interface Prisoner {
  /** The person; of a detention whose person the reader may not see, the detention itself. */
  readonly person: string
  readonly name: string | null
  readonly gender: string | null
  readonly fictitious: boolean
  /** Kept to a few: the detention or the person. */
  readonly restricted: boolean
  /** Which count they are in: prison and what was asked to be counted with it, or one of those apart. */
  readonly set: SetName
  /** In it in every reading of the dates; otherwise in one at least. */
  readonly certain: boolean
  /** The detention that holds them on that day. */
  readonly detention: string
  readonly caseId: string | null
  readonly status: string
  readonly country: string | null
  /** Where they are then, where the reader may know. */
  readonly place: string | null
  readonly charges: readonly string[]
  /** The first and the last day on which the present stay can have begun; null where there is no limit. */
  readonly since: readonly [string | null, string | null]
  /** Days in it up to and with that day, over all their detentions: at least, at most; null where no beginning is known. */
  readonly days: readonly [number, number | null]
  /** What the organisation had decided by that day. */
  readonly recognition: string | null
}

/** The list of a day, and the detentions that cannot be counted rightly. */
export interface PrisonerList {
  readonly prisoners: readonly Prisoner[]
  /** Detentions begun by that day whose dates contradict each other: an end before the beginning, a change outside. */
  readonly contradictions: readonly { readonly id: string; readonly title: string }[]
}

const at = (stays: readonly Stay[], day: DayNumber): Stay | undefined =>
  stays.find(({ from, to }) => from <= day && day < to)

/**
 * Who is in prison on a day (`YYYY-MM-DD`), and beside them who is under house arrest or out under conditions where these
 * are not counted with it; by name. Counted from the statuses of the record as they stand now, whenever they were entered.
 */
export async function readPrisonerList(
  tx: Tx,
  day: string,
  counting: Counting = {},
  scope: Omit<Scope, 'by'> = {},
): Promise<PrisonerList> {
  const detentions = await readDetentions(tx, { ...scope, by: day })
  const decisions = await readDecisions(tx, day)
  const now = dayNumber(day)
  const present = setsOf(counting).flatMap((set) =>
    staysIn(detentions, set).flatMap(({ person, lower, upper }) => {
      const stay = at(upper, now)
      // The one that began last holds them.
      const run = stay?.runs.findLast(({ from, to }) => from <= now && now < to)
      return stay && run ? [{ set: set.name, person, lower, upper, stay, run }] : []
    }),
  )
  const names = await readNames(tx, [...new Set(present.map(({ person }) => person))])
  const targets = await readTargets(
    tx,
    [...new Set(present.flatMap(({ run }) => run.detention.chain.map(({ record }) => record)))],
    ['case', 'charges', 'place'],
  )
  const decided = new Map<string, { readonly on: string; readonly countsAs: string }>()
  for (const { id, person } of detentions) {
    const one = decisions.get(id)
    if (one && one.on >= (decided.get(person)?.on ?? '')) decided.set(person, one)
  }
  const prisoners = present.map(({ set, person, lower, upper, stay, run }): Prisoner => {
    const name = names.get(person)
    const certain = at(lower, now) !== undefined
    const { detention } = run
    const begun = detention.chain.filter(({ hi }) => hi <= now)
    const since = Math.min(...stay.runs.filter(({ from }) => from === stay.from).map(({ surely }) => surely))
    return {
      person,
      name: name?.title ?? null,
      gender: name?.gender ?? null,
      fictitious: name?.fictitious ?? detention.fictitious,
      restricted: detention.restricted || (name?.restricted ?? true),
      set,
      certain,
      detention: detention.id,
      caseId: targets(detention.id, 'case')[0] ?? null,
      status: (certain && begun.at(-1)?.status) || run.entry.status,
      country: detention.country,
      place:
        (begun.length > 0 ? begun : detention.chain.slice(0, 1))
          .map(({ record }) => targets(record, 'place')[0])
          .findLast((place) => place !== undefined) ?? null,
      charges: targets(detention.id, 'charges'),
      since: [dayOf(stay.from), dayOf(since)],
      days: [daysUpTo(lower, now) ?? 0, daysUpTo(upper, now)],
      recognition: decided.get(person)?.countsAs ?? null,
    }
  })
  const order = new Intl.Collator('en')
  return {
    prisoners: prisoners.sort(
      (a, b) =>
        Number(a.name === null) - Number(b.name === null) ||
        order.compare(a.name ?? '', b.name ?? '') ||
        (a.person < b.person ? -1 : a.person > b.person ? 1 : 0),
    ),
    contradictions: detentions.filter(isBroken).map(({ id, title }) => ({ id, title })),
  }
}

const isBroken = ({ broken }: Detention): boolean => broken

/** The list alone: see `readPrisonerList`. */
export const readPrisoners = async (
  ...asked: Parameters<typeof readPrisonerList>
): Promise<readonly Prisoner[]> => (await readPrisonerList(...asked)).prisoners

/** Days in prison of somebody up to and with a day: at least, at most (null where no beginning is known). */
export interface DaysInPrison {
  readonly least: number
  readonly most: number | null
  /** In prison on that day in every reading of the dates, or in one at least. */
  readonly inside: 'certain' | 'possible' | 'no'
}

/**
 * For campaigns: how many days each of these people has been in prison up to and with a day, over all their detentions.
 * Release stops it; days under house arrest count where `counting` says so. Who has no detention is not in it.
 */
export async function daysInPrison(
  tx: Tx,
  people: readonly string[],
  day: string,
  counting: Counting = {},
): Promise<ReadonlyMap<string, DaysInPrison>> {
  if (people.length === 0) return new Map()
  const detentions = await readDetentions(tx, { people, by: day })
  const now = dayNumber(day)
  return new Map(
    setsOf(counting)
      .filter(({ name }) => name === 'list')
      .flatMap((set) => staysIn(detentions, set))
      .map(({ person, lower, upper }) => [
        person,
        {
          least: daysUpTo(lower, now) ?? 0,
          most: daysUpTo(upper, now),
          inside: at(lower, now) ? 'certain' : at(upper, now) ? 'possible' : 'no',
        },
      ]),
  )
}
