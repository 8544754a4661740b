import type { Vocabulary } from '#platform/records'
import { actTypes } from './act-types.ts'
import { eventKinds, eventRelations, methods, violationStatuses } from './events.ts'
import { impacts, interventionKinds, interventionStatuses, responses } from './interventions.ts'
import { languages } from './languages.ts'
import { disciplines, occupations } from './occupations.ts'
import { affiliationRoles, legalStatuses, organisationKinds, recognitionAnswers } from './organisations.ts'
import { involvementDegrees, perpetratorKinds, perpetratorStatuses } from './perpetrators.ts'
import { genders, personRoles, personStatuses, relationships, victimStatuses } from './persons.ts'
import { placeKinds } from './places.ts'
import { informationConnections, reliability, sourceKinds } from './sources.ts'

/** The vocabularies that ship with the registry. `countries` and `rights` belong to the catalogue. */
export const registryVocabularies: readonly Vocabulary[] = [
  actTypes,
  affiliationRoles,
  disciplines,
  eventKinds,
  eventRelations,
  genders,
  impacts,
  informationConnections,
  interventionKinds,
  interventionStatuses,
  involvementDegrees,
  languages,
  legalStatuses,
  methods,
  occupations,
  organisationKinds,
  perpetratorKinds,
  perpetratorStatuses,
  personRoles,
  personStatuses,
  placeKinds,
  recognitionAnswers,
  relationships,
  reliability,
  responses,
  sourceKinds,
  victimStatuses,
  violationStatuses,
]
