import { foldName, matchCountryList, splitPersonStatus } from '#catalogue/countries'
import { matchRights } from '#catalogue/rights'

/** How much a line looks like the country line of a card: every part a known name, a guess, or nothing. */
export type CountryStrength = 'strong' | 'weak' | 'none'

const longestCountryLine = 120
const longestRightsLine = 500

/** How a line reads as a country cell, with the person's name (if it repeats it) set aside. */
export function countryStrength(text: string, name: string): CountryStrength {
  if (text.length > longestCountryLine || /[?!]$/u.test(text)) return 'none'
  const { matches } = matchCountryList(text, { name })
  if (matches.length === 0 || matches.every(({ status }) => status === 'none')) return 'none'
  const known = ['exact', 'ambiguous', 'territory', 'bracketed']
  return matches.every(({ how }) => known.includes(how)) ? 'strong' : 'weak'
}

/** How a line reads as rights: all of it understood, some of it, or none. */
export function rightsStrength(text: string): CountryStrength {
  if (text.length > longestRightsLine) return 'none'
  const matches = matchRights(text)
  if (matches.length > 0 && matches.every(({ status }) => status === 'certain')) return 'strong'
  return matches.some(({ candidates }) => candidates.length > 0) ? 'weak' : 'none'
}

/** A line that tells where the person is and nothing else (“Exiliada a Catalunya”), not one about refugees' rights. */
export function isStatusLine(text: string): boolean {
  if (text.length > longestCountryLine) return false
  const { rest, personStatus } = splitPersonStatus(text)
  return (
    personStatus !== null &&
    rest === '' &&
    rightsStrength(text) !== 'strong' &&
    !/\b(dret|right|derech|droit|direit|diritt)/.test(foldName(text))
  )
}
