import type { Fact } from '#catalogue/mechanisms'
import { type Labels, labels } from '#platform/i18n'
import file from './data/atrocity-factors.json' with { type: 'json' }

export const atrocityScopes = ['common', 'genocide', 'crimes-against-humanity', 'war-crimes'] as const
/** What a factor warns of: all atrocity crimes, or one of them. */
export type AtrocityScope = (typeof atrocityScopes)[number]

/** A risk factor of the United Nations' Framework of Analysis for Atrocity Crimes (2014), named in our words. */
export interface AtrocityFactor extends Fact {
  /** `rf-07`. */
  readonly id: string
  /** Its number in the Framework, 1–14; indicators are numbered after it (7.4). */
  readonly number: number
  readonly scope: AtrocityScope
  readonly name: Labels
}

/** The document, by its title and symbols. */
export const atrocityFramework: string = file.framework

/** The 14 factors, by number: eight common, then two for each crime. Their indicators are not in the catalogue. */
export const atrocityFactors: readonly AtrocityFactor[] =
  file.factors as readonly unknown[] as readonly AtrocityFactor[]

const byId: ReadonlyMap<string, AtrocityFactor> = new Map(atrocityFactors.map((one) => [one.id, one]))

/** The factor with this id, or null. */
export function atrocityFactorById(id: string): AtrocityFactor | null {
  return byId.get(id) ?? null
}

/** The scopes for a person. */
export const atrocityScopeLabels: Readonly<Record<AtrocityScope, Labels>> = {
  common: labels('All atrocity crimes', 'Todos los crímenes atroces', 'Tots els crims atroços'),
  genocide: labels('Genocide', 'Genocidio', 'Genocidi'),
  'crimes-against-humanity': labels(
    'Crimes against humanity',
    'Crímenes de lesa humanidad',
    'Crims contra la humanitat',
  ),
  'war-crimes': labels('War crimes', 'Crímenes de guerra', 'Crims de guerra'),
}
