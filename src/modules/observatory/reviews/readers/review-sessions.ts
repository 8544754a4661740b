import { uprSessions } from '#catalogue/mechanisms'

const sessions = new Map(uprSessions.map((one) => [String(one.session), one]))

/** The number in what a source calls a session (`20`, `Session 20`, `20th UPR Working Group`); '' where there is none. */
export const readSession = (said: string): string => {
  const found = /\d{1,3}/.exec(said)?.[0]
  return found === undefined ? '' : String(Number(found))
}

/** Cycle and first day of a session by our calendar; null for a session that it does not know. */
export function sessionFacts(
  session: string,
): { readonly cycle: number; readonly start: string; readonly year: number } | null {
  const found = sessions.get(session)
  return found ? { cycle: found.cycle, start: found.start, year: Number(found.start.slice(0, 4)) } : null
}

/** The last day of the latest of some sessions that the calendar knows; '' for none. */
export const lastDayOf = (given: Iterable<string>): string =>
  [...given]
    .flatMap((session) => sessions.get(session)?.end ?? [])
    .toSorted()
    .at(-1) ?? ''
