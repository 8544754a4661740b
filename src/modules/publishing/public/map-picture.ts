import { countryCentroid, countryNumeric } from '#catalogue/countries'
import type { Language } from '#platform/i18n'
import { type MapCountry, worldMapSvg } from '#web/charts'
import { words } from '../messages.ts'
import { type TermCount, readDirectory } from './directory-query.ts'
import type { Place } from './site-frame.tsx'
import { inReadingOrder } from './term-words.ts'

/** The counts as the map takes them. A state that is on no atlas stands in the table alone. */
export const countriesOnMap = (
  counts: readonly TermCount[],
  language: Language,
): readonly (MapCountry & { readonly code: string })[] =>
  inReadingOrder(counts, language).map(({ code, words: label, count }) => {
    const middle = countryCentroid(code)
    return {
      code,
      numeric: countryNumeric(code) ?? code,
      label,
      count,
      ...(middle && { lon: middle[0], lat: middle[1] }),
    }
  })

/** The picture of the countries, as a document of its own in one of two schemes of colour. */
export async function mapPicture(place: Place, scheme: 'light' | 'dark'): Promise<string> {
  const { house, site, language } = place
  const { countries } = await readDirectory(
    house.publicDb,
    site.orgId,
    { country: '', right: '', text: '', after: null },
    0,
  )
  return worldMapSvg({
    title: words(language)('front_map'),
    scheme,
    countries: countriesOnMap(countries, language),
  })
}
