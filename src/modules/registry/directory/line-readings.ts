import { foldName, matchCountryList, splitPersonStatus } from '#catalogue/countries'
import { matchRights } from '#catalogue/rights'

/** How much a line looks like rights: all of it understood, a part, or nothing. */
export type RightsStrength = 'strong' | 'weak' | 'none'

/** How much it looks like a country line: known names only, names or misspellings of names only, some name, nothing. */
export type CountryStrength = 'strong' | 'close' | 'weak' | 'none'

const longestCountryLine = 120
const longestRightsLine = 500

/** How a line reads as a country cell, with the person's name (if it repeats it) set aside. */
export function countryStrength(text: string, name: string): CountryStrength {
  if (text.length > longestCountryLine || /[?!]$/u.test(text)) return 'none'
  const { matches } = matchCountryList(text, { name })
  if (!matches.some(({ status }) => status !== 'none')) return 'none'
  const known = ['exact', 'ambiguous', 'territory', 'bracketed']
  if (matches.every(({ how }) => known.includes(how))) return 'strong'
  return matches.every(({ how }) => known.includes(how) || how === 'fuzzy') ? 'close' : 'weak'
}

/** How a line reads as rights. */
export function rightsStrength(text: string): RightsStrength {
  if (text.length > longestRightsLine) return 'none'
  const matches = matchRights(text)
  if (matches.length > 0 && matches.every(({ status }) => status === 'certain')) return 'strong'
  return matches.some(({ candidates }) => candidates.length > 0) ? 'weak' : 'none'
}

/** Whether a text has a word for rights. */
export function speaksOfRights(text: string): boolean {
  return /\b(drets?|rights?|derechos?|droits?|direitos?|diritt[oi])\b/.test(foldName(text))
}

/** A line that tells where the person is and nothing else (“Exiliada a Catalunya”), not one about refugees' rights. */
export function isStatusLine(text: string): boolean {
  if (text.length > longestCountryLine) return false
  const { rest, personStatus } = splitPersonStatus(text)
  return personStatus !== null && rest === '' && rightsStrength(text) !== 'strong' && !speaksOfRights(text)
}
