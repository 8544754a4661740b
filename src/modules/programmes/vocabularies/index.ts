import type { Vocabulary } from '#platform/records'
import { activityKinds } from './activity-kinds.ts'
import { invitationStates } from './invitation-states.ts'

/** The vocabularies that ship with the programmes. */
export const programmesVocabularies: readonly Vocabulary[] = [activityKinds, invitationStates]
