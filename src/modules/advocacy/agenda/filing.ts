import { type Clock, type Mechanism, clocksFor } from '#catalogue/mechanisms'
import { isCivilDay } from '#platform/deadlines'
import { type AgendaBody, agendaBodies } from './bodies.ts'

/** A day by which something has to be asked for or sent before a session. */
export interface FilingWindow {
  /** The rule of the catalogue; `official` for a day that the body published. */
  readonly rule: string
  readonly day: string
  readonly latest: string | null
  /** A day published by the body, or one of a checked hard rule. Never an estimate. */
  readonly hard: boolean
  readonly estimate: boolean
  readonly checked: boolean
  readonly words: string
}

const before: ReadonlySet<Clock['role']> = new Set(['filing-before-event', 'filing-window-event'])

/**
 * The days by which to file before a session: the official one where the body published it, and what the rules of its
 * procedure give. Of the periodic review the catalogue gives an estimate only, and none once the official day is known.
 * Pure.
 */
export function filingWindows(
  body: AgendaBody,
  mechanism: Pick<Mechanism, 'timeLimits'> | null,
  given: { readonly from: string; readonly opens: string; readonly closes: string },
): readonly FilingWindow[] {
  const official: readonly FilingWindow[] = isCivilDay(given.closes)
    ? [
        {
          rule: 'official',
          day: given.closes,
          latest: given.closes,
          hard: true,
          estimate: false,
          checked: true,
          words: '',
        },
      ]
    : []
  const { anchor } = agendaBodies[body]
  if (!mechanism || anchor === null || !isCivilDay(given.from)) return official
  const events = { [anchor]: given.from, ...(isCivilDay(given.opens) && { 'call.openDate': given.opens }) }
  const counted = clocksFor(mechanism, events).flatMap((clock): readonly FilingWindow[] =>
    before.has(clock.role) && clock.earliest !== null
      ? [
          {
            rule: clock.id,
            day: clock.earliest,
            latest: clock.latest,
            hard: clock.hard,
            estimate: clock.kind === 'estimate',
            checked: clock.checked,
            words: clock.rule.text,
          },
        ]
      : [],
  )
  return [...official, ...counted.filter(({ estimate }) => !estimate || official.length === 0)].toSorted(
    (a, b) => (a.day < b.day ? -1 : 1),
  )
}
