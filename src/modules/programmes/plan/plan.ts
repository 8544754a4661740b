import type { Language } from '#platform/i18n'

/** May it be announced beforehand, told only afterwards, or never made public. */
export type Publicity = 'announce' | 'afterwards' | 'never'

/** What photographs may be taken. */
export type Photos = 'allowed' | 'no_faces' | 'forbidden'

/** A record that the plan names: id and title, as far as the reader may know them. */
export interface Named {
  readonly id: string
  readonly title: string
}

/** One person asked to the edition. */
export interface PlannedInvitation {
  readonly id: string
  readonly person: Named
  /** A term of `invitation_states`. */
  readonly state: string
  readonly stateDate: string | null
  readonly note: string
}

/** One guest in one town; days as `YYYY-MM-DD`, the departure day included. */
export interface PlannedStay {
  readonly id: string
  readonly person: Named
  readonly town: Named
  readonly arrival: string
  readonly departure: string
  /** Language that is interpreted from, a code; null when none is said. */
  readonly interpretation: string | null
  /** Class identity: null when there is none or the reader may not know. */
  readonly interpreter: string | null
  /** Class health: what the host town has to know; null unless it is marked so and the reader may read it. */
  readonly needsForTown: string | null
}

/** Somebody in an activity, with the role there. */
export interface Participant extends Named {
  readonly role: string | null
}

/** One thing in one town. */
export interface PlannedActivity {
  readonly id: string
  readonly title: string
  readonly town: Named
  /** `YYYY-MM-DD`, or null when the record has no exact day. */
  readonly day: string | null
  /** The date as it is written, EDTF. */
  readonly date: string
  /** Local time as it is written. */
  readonly start: string
  readonly end: string
  readonly kind: string
  readonly people: readonly Participant[]
  readonly place: string
  readonly audienceKind: string
  /** How many came; null until it is known. */
  readonly audience: number | null
  readonly languages: readonly string[]
  /** Anything that is not known to be announceable counts as never. */
  readonly publicity: Publicity
  readonly photos: Photos
  readonly updatedAt: Date
}

/** One edition with all that belongs to it, as one reader sees it. */
export interface Plan {
  readonly id: string
  readonly title: string
  /** A code of the edition's `state`. */
  readonly state: string
  readonly theme: Readonly<Partial<Record<Language, string>>>
  /** First and last day, or null where the edition's dates do not say one. */
  readonly first: string | null
  readonly last: string | null
  readonly towns: readonly Named[]
  readonly coordinators: readonly Named[]
  /** Class identity: null when none is written or the reader may not know it. */
  readonly emergencyLine: string | null
  readonly fictitious: boolean
  readonly visibility: 'public' | 'internal' | 'restricted'
  readonly invitations: readonly PlannedInvitation[]
  readonly stays: readonly PlannedStay[]
  readonly activities: readonly PlannedActivity[]
}

/** What is not known to be announceable is not to be announced. */
export const publicityOf = (value: unknown): Publicity =>
  value === 'announce' || value === 'afterwards' ? value : 'never'
