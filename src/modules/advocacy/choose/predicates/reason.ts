import type { Clock, Mechanism, SpecialProcedure, UprSession, IachrSession } from '#catalogue/mechanisms'
import { isChecked } from '#catalogue/mechanisms'
import type { StandingsOf } from '#catalogue/checks'
import type { Labels } from '#platform/i18n'
import type { CaseFacts } from '../facts.ts'

export const verdicts = ['fits', 'unknown', 'excluded'] as const
export type Verdict = (typeof verdicts)[number]

/** A rule of a mechanism, as it is quoted. */
export interface Quoted {
  readonly text: string
  /** A document or the organisation's own check stands behind it. */
  readonly checked: boolean
}

/** Why a mechanism is offered or not, in one point. */
export interface Reason {
  readonly verdict: Verdict
  readonly words: Labels
  /** The rule of the catalogue that it rests on. */
  readonly rule: Quoted | null
  /** It is about the subject itself (a disappearance, a detention) and the case says yes: something points this way. */
  readonly points?: true
}

/** What a predicate looks at besides the case: never a database, never today's date but the one given. */
export interface World {
  readonly mechanism: Mechanism
  /** The day, `YYYY-MM-DD`. */
  readonly at: string
  readonly standing: StandingsOf
  readonly mandates: readonly SpecialProcedure[]
  readonly uprSessions: readonly UprSession[]
  readonly iachrSessions: readonly IachrSession[]
}

/** One mechanism's conditions, and the events from which its terms to file are counted. Pure. */
export interface Predicate {
  readonly reasons: (facts: CaseFacts, world: World) => readonly Reason[]
  /** Events by anchor, for `clocksFor`; EDTF. */
  readonly events?: (facts: CaseFacts, world: World) => Readonly<Record<string, string>>
}

/** The rule at a place of the mechanism: `admissibility.0`, `purpose`, or the id of a time rule. */
export function quote({ mechanism }: Pick<World, 'mechanism'>, place: string): Quoted | null {
  const [list, index] = place.split('.')
  const fact =
    list === 'admissibility'
      ? mechanism.admissibility[Number(index)]
      : list === 'legalBasis'
        ? mechanism.legalBasis[Number(index)]
        : list === 'purpose'
          ? mechanism.purpose
          : list === 'who'
            ? mechanism.whoCanSubmit
            : mechanism.timeLimits.find(({ id }) => id === place)
  if (!fact) return null
  const rule = mechanism.timeLimits.find(({ id }) => id === place)
  return { text: fact.text, checked: rule?.check !== undefined || isChecked(fact) }
}

/** One verdict of many: what is excluded for certain, else what is not known, else it fits. */
export const verdictOf = (reasons: readonly Reason[]): Verdict =>
  reasons.some(({ verdict }) => verdict === 'excluded')
    ? 'excluded'
    : reasons.some(({ verdict }) => verdict === 'unknown')
      ? 'unknown'
      : 'fits'

/** Roles of rules that say until when one may file. */
export const filingRoles: ReadonlySet<Clock['role']> = new Set([
  'filing-window',
  'filing-before-event',
  'filing-window-event',
  'filing-annual',
  'eligibility',
])
