import { type UprSession, uprSessions } from '#catalogue/mechanisms'

/** A state's review: the session, its cycle and its days, by session. */
export function reviewsOf(code: string): readonly UprSession[] {
  return uprSessions
    .filter(({ states }) => states.includes(code))
    .toSorted((one, other) => one.session - other.session)
}

const bySession: ReadonlyMap<number, UprSession> = new Map(uprSessions.map((one) => [one.session, one]))

/** The session with this number, or null when it is not in the calendar. */
export function uprSession(session: number): UprSession | null {
  return bySession.get(session) ?? null
}

/** The review of a state in a cycle, or null; a postponed review is where it took place. */
export function reviewIn(code: string, cycle: number): UprSession | null {
  return reviewsOf(code).find((one) => one.cycle === cycle) ?? null
}
