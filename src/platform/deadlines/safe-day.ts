import { addDays, type CivilDay, dayNumber } from './civil-day.ts'
import { addWorkingDays, type WorkCalendar } from './work-calendar.ts'

/** How much earlier than the legal day an office wants to be done. */
export type Margin =
  | { readonly amount: number; readonly unit: 'days' }
  | { readonly amount: number; readonly unit: 'working-days'; readonly calendar: WorkCalendar }

/**
 * The internal day by which to be done: the legal day (the earliest, when it is a range) less a margin. Never later than
 * the legal day. Where the calendar ends, the margin is taken in calendar days. Throws RangeError on a negative margin.
 */
export function safeDay(legal: CivilDay, margin: Margin): CivilDay {
  if (!Number.isInteger(margin.amount) || margin.amount < 0)
    throw new RangeError(`not a margin: ${margin.amount}`)
  if (margin.unit === 'days') return addDays(legal, -margin.amount)
  return addWorkingDays(legal, -margin.amount, margin.calendar, 'closed') ?? addDays(legal, -margin.amount)
}

/** A day that a person set in the place of the computed one, and why (a continuing violation, the date in a letter). */
export interface Override {
  readonly day: CivilDay
  readonly reason: string
}

/** The override as it is kept: what was computed stays beside what was chosen. RangeError without a day or a reason. */
export function overrideDay(
  computed: { readonly earliest: CivilDay | null; readonly latest: CivilDay | null },
  override: Override,
): { readonly day: CivilDay; readonly reason: string; readonly computed: typeof computed } {
  dayNumber(override.day)
  const reason = override.reason.trim()
  if (reason === '') throw new RangeError('a day set by hand needs a reason')
  return { day: override.day, reason, computed: { earliest: computed.earliest, latest: computed.latest } }
}
