import { type UprSession, uprSessions } from '#catalogue/mechanisms'

/** Sessions in which a state is reviewed, by our calendar, the earliest first. */
export const sessionsOf = (code: string): readonly UprSession[] =>
  uprSessions.filter(({ states }) => states.includes(code))

/** The first session of a state that is not over on a day; null when none is known yet. */
export const nextSession = (code: string, day: string): UprSession | null =>
  sessionsOf(code).find(({ end }) => end >= day) ?? null

/** A deadline, and whether it was published or is our estimate. */
export interface Deadline {
  readonly day: string
  readonly estimated: boolean
}

/**
 * When submissions of organisations are due for a session: the published day, else the first day of the session less seven
 * months (observed for sessions 41 to 46: 188 to 221 days).
 */
export function submissionDeadline({ start, stakeholderDeadline }: UprSession): Deadline {
  if (stakeholderDeadline) return { day: stakeholderDeadline.date, estimated: false }
  const day = new Date(`${start}T00:00:00Z`)
  day.setUTCMonth(day.getUTCMonth() - 7)
  return { day: day.toISOString().slice(0, 10), estimated: true }
}

/** Today, as an ISO day. */
export const today = (): string => new Date().toISOString().slice(0, 10)
