import { type Labels, labels } from '#platform/i18n'
import type { StandingKind } from './standing.ts'

/** Where a State stands, in words. */
export const standingLabels: Readonly<Record<StandingKind, Labels>> = {
  in: labels('Yes', 'Sí', 'Sí'),
  out: labels('No', 'No', 'No'),
  ceased: labels('No longer', 'Ya no', 'Ja no'),
  contested: labels('Contested', 'Controvertido', 'Controvertit'),
}
