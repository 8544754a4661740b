import isoCodes from 'i18n-iso-countries/codes.json' with { type: 'json' }
import { displayOverrides, type ThreeLanguages } from './display-overrides.ts'
import { fictionalStates } from './fictional-states.ts'

/** A language of the interface. */
export type CountryLanguage = 'en' | 'es' | 'ca'

/** One entry of ISO 3166-1 (or Kosovo's user-assigned `XK`). A code is no statement about statehood. */
export type Country = {
  /** ISO 3166-1 alpha-2. */
  readonly code: string
  /** ISO 3166-1 alpha-3. */
  readonly alpha3: string
  /** ISO 3166-1 numeric, three digits, as the identifiers of world-atlas; null where ISO has none. */
  readonly numeric: string | null
  readonly name: ThreeLanguages
}

function regionNames(language: string): (code: string) => string {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'code' })
  return (code) => names.of(code) ?? code
}

function buildCountries(): readonly Country[] {
  const [en, es, ca] = [regionNames('en'), regionNames('es'), regionNames('ca')]
  return isoCodes.map(([code = '', alpha3 = '', numeric = '']) => ({
    code,
    alpha3,
    numeric: code === 'XK' || numeric === '' ? null : numeric,
    name: displayOverrides[code] ?? { en: en(code), es: es(code), ca: ca(code) },
  }))
}

/** Every current code, 249 of ISO 3166-1 and `XK`. Names: CLDR, with the overrides of this folder. */
export const countries: readonly Country[] = buildCountries()

const byCode: ReadonlyMap<string, Country> = new Map(countries.map((country) => [country.code, country]))

/** The country with this alpha-2 code, or null. Never a fictional state. */
export function countryByCode(code: string): Country | null {
  return byCode.get(code) ?? null
}

/** The name of a code in a language of the interface; also names fictional states. The code itself when unknown. */
export function countryName(code: string, language: CountryLanguage): string {
  const known = byCode.get(code) ?? fictionalStates.find((state) => state.code === code)
  return known?.name[language] ?? code
}

/** ISO 3166-1 numeric (`'032'`), which is the identifier of a country in world-atlas; null when there is none. */
export function countryNumeric(code: string): string | null {
  return byCode.get(code)?.numeric ?? null
}
