import type { Fact } from '#catalogue/mechanisms'
import file from './data/council-terms.json' with { type: 'json' }

/** A stretch of time in which a state sat on the Human Rights Council, as it was served. */
export interface CouncilTerm extends Fact {
  /** Code of `#catalogue/polities`. */
  readonly code: string
  /** The regional group whose seat it was: an id of `polityGroups`. */
  readonly group: 'afr' | 'apg' | 'eeg' | 'grulac' | 'weog'
  /** The year of the election. */
  readonly elected: number
  /** First and last day, both included. */
  readonly from: string
  readonly to: string
  /** How it ended before its time: Libya 2011 and Russia 2022 suspended, the United States 2018 withdrew. */
  readonly ended?: 'suspended' | 'withdrew'
}

/** Every term since 2006, by first day. Their shape is proved by the tests. */
export const councilTerms: readonly CouncilTerm[] = file.terms as readonly unknown[] as readonly CouncilTerm[]

/** The first and the last day of which the whole membership is known. Those elected in October 2026 are missing. */
export const councilKnown: { readonly from: string; readonly to: string } = file.known

/** Seats by regional group; 47 in all (General Assembly resolution 60/251). */
export const councilSeats: Readonly<Record<CouncilTerm['group'], number>> = file.seats

const isKnown = (day: string): boolean => day <= councilKnown.to
const covers = (term: CouncilTerm, day: string): boolean => term.from <= day && day <= term.to

/** The codes of the members on a day (`YYYY-MM-DD`); empty before 2006-06-19, null after the last day that is known. */
export function councilOn(day: string): readonly string[] | null {
  if (!isKnown(day)) return null
  return councilTerms.filter((term) => covers(term, day)).map(({ code }) => code)
}

/** Did a state sit on the Council on a day? Null when that is not known: after the last day, unless its term reaches there. */
export function wasOnCouncil(code: string, day: string): boolean | null {
  if (councilTerms.some((term) => term.code === code && covers(term, day))) return true
  return isKnown(day) ? false : null
}

/** The terms of a state, by first day. */
export function councilTermsOf(code: string): readonly CouncilTerm[] {
  return councilTerms.filter((term) => term.code === code)
}
