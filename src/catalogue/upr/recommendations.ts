import type { Fact, TextFact } from '#catalogue/mechanisms'
import type { Labels } from '#platform/i18n'
import file from './data/recommendations.json' with { type: 'json' }

/** How much a recommendation asks for, from 1 to 5 (McMahon's scale, which UPR Info uses). */
export interface UprAction extends Fact {
  readonly rank: 1 | 2 | 3 | 4 | 5
  readonly id: 'minimal' | 'continue' | 'consider' | 'general' | 'specific'
  /** One word, for charts. */
  readonly short: Labels
  readonly name: Labels
  /** English verbs that begin such a recommendation. */
  readonly verbs: readonly string[]
}

/** A subject of UPR Info's list of 54. */
export interface UprIssue {
  readonly id: string
  /** As UPR Info's files write it. */
  readonly tag: string
  /** As some of its files write it besides. */
  readonly formerly?: string
  readonly name: Labels
}

/** The five categories, by rank. */
export const uprActions: readonly UprAction[] = file.actions as readonly unknown[] as readonly UprAction[]

/** How the category is decided, and when an answer counts as accepted, as the coders say it (English). */
export const uprCodingRules: readonly TextFact[] =
  file.codingRules as readonly unknown[] as readonly TextFact[]
export const uprResponseRules: readonly TextFact[] =
  file.responses as readonly unknown[] as readonly TextFact[]

/** UPR Info's 54 subjects (October 2014), in its order; later versions of its data base may differ. */
export const uprIssues: readonly UprIssue[] = file.issues.items

const byTag: ReadonlyMap<string, UprIssue> = new Map(
  uprIssues.flatMap((one) =>
    [one.tag, one.formerly ?? one.tag].map((tag) => [tag.toLowerCase(), one] as const),
  ),
)

/** The subject that a file writes so, capitals aside; null when it is none of the list. */
export function uprIssueByTag(tag: string): UprIssue | null {
  return byTag.get(tag.toLowerCase().replaceAll('’', "'").trim()) ?? null
}

/** The category of a rank, or null. */
export function uprAction(rank: number): UprAction | null {
  return uprActions.find((one) => one.rank === rank) ?? null
}
