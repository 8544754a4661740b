import { type PolityGroup, type Polity, polityGroups } from '#catalogue/polities'
import { type UprSession, uprSessions } from '#catalogue/mechanisms'

/** A membership of a group, with the dates that are known. */
export interface Membership {
  readonly group: PolityGroup
  readonly from?: string
  readonly to?: string
}

/** Every group that a state is or was in, those of the United Nations first. */
export const membershipsOf = (state: Polity): readonly Membership[] =>
  polityGroups.flatMap((group) =>
    group.members
      .filter(({ code }) => code === state.code)
      .map(({ from, to }) => ({
        group,
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
      })),
  )

/** The next session of the Universal Periodic Review whose states include this one, from a day on; null when none is known. */
export const nextReview = (state: Polity, from: string): UprSession | null =>
  uprSessions.find(({ end, states }) => end >= from && states.includes(state.code)) ?? null
