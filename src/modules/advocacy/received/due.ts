import { type Clock, type Mechanism, clocksFor } from '#catalogue/mechanisms'
import { type CivilDay, daysBetween, isCivilDay, safeDay } from '#platform/deadlines'

/** What of a communication decides until when it is to be answered. Days are `YYYY-MM-DD`; empty: not given. */
export interface Term {
  readonly dated: string
  readonly receivedOn: string
  /** The day that the letter names. */
  readonly named: string
  readonly extendedTo: string
}

/** Until when a communication is to be answered, and why that day. */
export interface Due {
  /** The last day; null where the letter names none and the procedure has no figure. */
  readonly day: CivilDay | null
  /** Some days before: when it should be ready. Never after the last day. */
  readonly safe: CivilDay | null
  readonly basis: 'extension' | 'letter' | 'rule' | 'none'
  /** The clock of the rule, where one counts; its words and source are to be shown. */
  readonly clock: Clock | null
}

/** How many days before the last one the office wants to be ready. */
export const readyDays = 3

/**
 * The day by which a communication is to be answered: the extension that was agreed, else the day that the letter names,
 * else the rule of its procedure, counted from the date of the letter, or from its receipt. Pure.
 */
export function dueOf(mechanism: Pick<Mechanism, 'timeLimits'> | null, term: Term): Due {
  const anchor = term.dated || term.receivedOn
  const clocks =
    mechanism && isCivilDay(anchor)
      ? clocksFor(mechanism, {
          'communication.transmittedDate': anchor,
          'communication.receivedDate': isCivilDay(term.receivedOn) ? term.receivedOn : anchor,
        }).filter(({ role }) => role === 'reply-expected')
      : []
  const clock = clocks.find(({ earliest }) => earliest !== null) ?? clocks[0] ?? null
  const chosen = isCivilDay(term.extendedTo)
    ? ({ day: term.extendedTo, basis: 'extension' } as const)
    : isCivilDay(term.named)
      ? ({ day: term.named, basis: 'letter' } as const)
      : clock?.earliest
        ? ({ day: clock.earliest, basis: 'rule' } as const)
        : ({ day: null, basis: 'none' } as const)
  return {
    ...chosen,
    safe: chosen.day === null ? null : safeDay(chosen.day, { amount: readyDays, unit: 'days' }),
    clock,
  }
}

/** How long a reply took and whether it was in time; null where it was not sent, and where no day was known. */
export function measureReply(
  receivedOn: string,
  sentOn: string,
  due: Pick<Due, 'day'>,
): { readonly days: number; readonly inTime: boolean | null } | null {
  if (!isCivilDay(receivedOn) || !isCivilDay(sentOn)) return null
  return { days: daysBetween(receivedOn, sentOn), inTime: due.day === null ? null : sentOn <= due.day }
}
