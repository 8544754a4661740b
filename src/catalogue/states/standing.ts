import type { Fact } from '#catalogue/mechanisms'
import type { Labels } from '#platform/i18n'

/** The bodies and treaties about which states are known here. */
export const bodyIds = ['oas', 'coe', 'eu', 'achr', 'iacourt', 'iacfdp', 'icpped'] as const
export type BodyId = (typeof bodyIds)[number]

export const standingKinds = ['in', 'out', 'ceased', 'contested'] as const
/** Member or party; neither; no longer; disputed. What is not known has no standing at all. */
export type StandingKind = (typeof standingKinds)[number]

/** Where a State stands towards a body or a treaty, as of the catalogue's date or of the organisation's own check. */
export interface Standing extends Fact {
  /** ISO 3166-1 alpha-2, or the code of a fictional state. */
  readonly state: string
  readonly standing: StandingKind
  /** Since when: a year, or a day where it is known. */
  readonly since?: string
  readonly until?: string
  readonly note?: string
  /** Declared, of a state that does not exist: true by definition. */
  readonly declared?: true
}

/** A body, treaty or jurisdiction. */
export interface Body extends Fact {
  readonly id: BodyId
  readonly kind: 'organisation' | 'treaty' | 'jurisdiction'
  readonly name: Labels
  /** When it began. */
  readonly inForce: string
  /** Its list is whole: a State that is not in it is no member. Otherwise nothing follows from not being in it. */
  readonly complete: boolean
  readonly note?: string
  readonly standings: readonly Standing[]
}
