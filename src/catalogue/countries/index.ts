/** Countries: ISO 3166-1 with names in three languages, reading of country names in text, points for maps. */
export { ambiguities, type Ambiguity } from './ambiguities.ts'
export { countryCentroid } from './centroids.ts'
export {
  countries,
  type Country,
  countryByCode,
  type CountryLanguage,
  countryName,
  countryNumeric,
} from './country-list.ts'
export type { ThreeLanguages } from './display-overrides.ts'
export { editDistance } from './edit-distance.ts'
export { type FictionalState, fictionalStates } from './fictional-states.ts'
export { foldName } from './fold.ts'
export { type CountryListMatch, matchCountry, matchCountryList } from './match-list.ts'
export type { CountryMatch, MatchMethod } from './match-whole.ts'
export { type PersonStatus, type PersonStatusKind, splitPersonStatus } from './person-status.ts'
export { type Territory, territories } from './territories.ts'
