import { countryByCode, countryName, fictionalStates } from '#catalogue/countries'
import { type Polity, polity, polityName, polityOfCountry } from '#catalogue/polities'
import type { Language } from '#platform/i18n'

/**
 * The state of a code of an address: a polity's, or a fictional state's, which no source speaks of (`n` 0). Null when there
 * is none.
 */
export function stateOf(code: string): Polity | null {
  const known = polity(code)
  if (known) return known
  const fictional = fictionalStates.find((one) => one.code === code)
  return fictional ? { n: 0, code, country: code, cow: null, un: [] } : null
}

/** The code of the page that an ISO alpha-2 code means; null where there is no such page. */
export const codeOfCountry = (alpha2: string): string | null => {
  if (fictionalStates.some(({ code }) => code === alpha2)) return alpha2
  return countryByCode(alpha2) ? (polityOfCountry(alpha2)?.code ?? null) : null
}

/** Whether it is one of the states that do not exist. */
export const isFictional = (state: Polity): boolean => state.n === 0

/** What a state is called in a language, on a day or today. */
export const stateName = (state: Polity, language: Language, day?: string): string =>
  isFictional(state) ? countryName(state.code, language) : polityName(state.code, language, day)
