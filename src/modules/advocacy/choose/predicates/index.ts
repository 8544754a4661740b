import { arbitraryDetention } from './detention.ts'
import { disappearanceCommittee, disappearanceUrgent } from './disappearance.ts'
import { asylumInArgentina, unionGuidelines } from './europe-and-asylum.ts'
import { hearing, petition, precautionary } from './inter-american.ts'
import { allegationLetter, urgentAppeal } from './letters.ts'
import { reprisals, reviewSubmission } from './charter.ts'
import type { Predicate } from './reason.ts'

/** The twelve mechanisms whose conditions are evaluated; of all others the rules are shown and nothing is said. */
export const predicates: Readonly<Record<string, Predicate>> = {
  'un-sp-allegation-letter': allegationLetter,
  'un-sp-urgent-appeal': urgentAppeal,
  'un-wgad-regular': arbitraryDetention,
  'un-wgeid-urgent': disappearanceUrgent,
  'un-ced-urgent': disappearanceCommittee,
  'un-upr-stakeholder': reviewSubmission,
  'un-reprisals': reprisals,
  'ia-precautionary': precautionary,
  'ia-petition': petition,
  'ia-hearing': hearing,
  'eu-hrd-guidelines': unionGuidelines,
  'ar-conare-asylum': asylumInArgentina,
}
