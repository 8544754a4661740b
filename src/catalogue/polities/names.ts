import { countryName } from '#catalogue/countries'
import { type Labels, type Language, labels } from '#platform/i18n'
import file from './data/dated-names.json' with { type: 'json' }
import { polity } from './polity.ts'
import { holds } from './span.ts'

/** A name that a polity had until a day, or between two days, both included. */
export interface DatedName {
  readonly code: string
  readonly from?: string
  readonly to: string
  readonly name: Labels
}

/** The names of the past; where two hold on a day, the earlier of the list counts. */
export const datedNames: readonly DatedName[] = file

/** The names of those that are no country of today. */
const ownNames: Readonly<Record<string, Labels>> = {
  CSK: labels('Czechoslovakia', 'Checoslovaquia', 'Txecoslovàquia'),
  DDR: labels('East Germany', 'Alemania Oriental', 'Alemanya Oriental'),
  YUG: labels('Yugoslavia', 'Yugoslavia', 'Iugoslàvia'),
  SCG: labels('Serbia and Montenegro', 'Serbia y Montenegro', 'Sèrbia i Montenegro'),
  YMD: labels('South Yemen', 'Yemen del Sur', 'Iemen del Sud'),
  EAZ: labels('Zanzibar', 'Zanzíbar', 'Zanzíbar'),
  VDR: labels('South Vietnam', 'Vietnam del Sur', 'Vietnam del Sud'),
  PSB: labels('Palestine (British Mandate)', 'Palestina (Mandato británico)', 'Palestina (Mandat britànic)'),
  PSG: labels('Gaza', 'Gaza', 'Gaza'),
  SML: labels('Somaliland', 'Somalilandia', 'Somalilàndia'),
  ANT: labels('Netherlands Antilles', 'Antillas Neerlandesas', 'Antilles Neerlandeses'),
}

/**
 * The name of a polity in a language of the interface: of a day (`YYYY-MM-DD`; a year alone stands for its last day),
 * as `Soviet Union` for RUS in 1980, or today's (of a former state, its own). The code itself when there is no such polity.
 */
export function polityName(code: string, language: Language, day?: string): string {
  const dated =
    day === undefined
      ? undefined
      : datedNames.find((one) => one.code === code && holds(one.from, one.to, day))
  if (dated) return dated.name[language]
  const own = ownNames[code]
  if (own) return own[language]
  const country = polity(code)?.country
  return country ? countryName(country, language) : code
}
