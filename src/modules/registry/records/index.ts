import type { RecordTypeDefinition } from '#platform/records'
import { act } from './act.ts'
import { dossier } from './dossier.ts'
import { event } from './event.ts'
import { information } from './information.ts'
import { intervention } from './intervention.ts'
import { involvement } from './involvement.ts'
import { legalStatus } from './legal-status.ts'
import { organisation } from './organisation.ts'
import { person } from './person.ts'
import { place } from './place.ts'
import { recognitionRequest } from './recognition-request.ts'
import { source } from './source.ts'

export {
  act,
  dossier,
  event,
  information,
  intervention,
  involvement,
  legalStatus,
  organisation,
  person,
  place,
}
export { recognitionRequest, source }

/** The record types of the registry, in the order in which people meet them. */
export const registryTypes: readonly RecordTypeDefinition[] = [
  person,
  organisation,
  event,
  act,
  involvement,
  information,
  source,
  intervention,
  place,
  legalStatus,
  recognitionRequest,
  dossier,
]
