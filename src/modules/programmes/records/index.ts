import type { RecordTypeDefinition } from '#platform/records'
import { activity } from './activity.ts'
import { edition } from './edition.ts'
import { invitation } from './invitation.ts'
import { municipality } from './municipality.ts'
import { stay } from './stay.ts'

export { activity, edition, invitation, municipality, stay }

/** The record types of the programmes that exist so far: the visits of defenders to the towns. */
export const programmesTypes: readonly RecordTypeDefinition[] = [
  edition,
  municipality,
  invitation,
  stay,
  activity,
]
