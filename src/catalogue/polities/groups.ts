import type { Confidence, Fact } from '#catalogue/mechanisms'
import type { Labels } from '#platform/i18n'
import file from './data/groups.json' with { type: 'json' }
import { inUnitedNations, polity } from './polity.ts'
import { holds } from './span.ts'

/** A member of a group: since always, or from and to a day, a month or a year, both included. It may come more than once. */
export interface GroupMember {
  readonly code: string
  readonly from?: string
  readonly to?: string
}

/** States that act together: a regional group of the United Nations, an organisation, a club. */
export interface PolityGroup extends Fact {
  readonly id: string
  readonly name: Labels
  /** All members of today are in it. Who was in it in the past is as sure as `confidence` says. */
  readonly complete: boolean
  /** General knowledge, read in no list of the group's own: `source` is `own`. */
  readonly confidence: Confidence
  /** Counts only those that were members of the United Nations on the day. */
  readonly within?: 'un'
  readonly note?: string
  readonly members: readonly GroupMember[]
}

/** Regional groups (afr, apg, eeg, grulac, weog), eu, oas, mercosur, alba, oic, african-union, asean, arab-league, brics, p5, celac, latin-america. */
export const polityGroups: readonly PolityGroup[] = file as readonly unknown[] as readonly PolityGroup[]

const byId: ReadonlyMap<string, PolityGroup> = new Map(polityGroups.map((one) => [one.id, one]))

/** The group with this id, or null. */
export function polityGroup(id: string): PolityGroup | null {
  return byId.get(id) ?? null
}

/**
 * The codes of a group's members on a day (`YYYY-MM-DD`; a year alone stands for its last day) that existed on it, without
 * repeats, in the order of the file. Throws RangeError on an unknown group: a picture of nobody would look like an answer.
 */
export function groupMembers(id: string, day: string): readonly string[] {
  const group = byId.get(id)
  if (!group) throw new RangeError(`no group ${id}`)
  const counts = (code: string): boolean => {
    const one = polity(code)
    return holds(one?.from, one?.to, day) && (group.within !== 'un' || inUnitedNations(code, day))
  }
  const found = group.members.filter(({ code, from, to }) => holds(from, to, day) && counts(code))
  return [...new Set(found.map(({ code }) => code))]
}

/** The regional group of the United Nations that a state was in on a day; null when in none (not a member, or unassigned). */
export function regionalGroupOf(code: string, day: string): PolityGroup | null {
  return polityGroups.find((one) => one.within === 'un' && groupMembers(one.id, day).includes(code)) ?? null
}
