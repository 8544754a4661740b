import { countryCentroid, countryNumeric } from '#catalogue/countries'
import type { PublicKind } from '#platform/house'
import { type Language, label } from '#platform/i18n'
import { type MapCountry, worldMapSvg } from '#web/charts'
import { type Place, type TermCount, everything, inReadingOrder, readPublicList } from '#web/site'

/** The counts as the map takes them. A state that is on no atlas stands in the table alone. */
export const countriesOnMap = (
  counts: readonly TermCount[],
  language: Language,
): readonly (MapCountry & { readonly code: string })[] =>
  inReadingOrder(counts, language).map(({ code, words, count }) => {
    const middle = countryCentroid(code)
    return {
      code,
      numeric: countryNumeric(code) ?? code,
      label: words,
      count,
      ...(middle && { lon: middle[0], lat: middle[1] }),
    }
  })

/** The countries of a kind and how many each has. */
export const countCountries = async (place: Place, kind: PublicKind): Promise<readonly TermCount[]> =>
  (
    await readPublicList(place.house.publicDb, place.site.orgId, kind.kind, everything, {
      limit: 0,
      groups: ['country'],
    })
  ).counts['country'] ?? []

/** The picture of the countries, as a document of its own in one of two schemes of colour. */
export async function mapPicture(
  place: Place,
  kind: PublicKind,
  scheme: 'light' | 'dark',
): Promise<string | null> {
  if (!place.kinds.includes(kind)) return null
  return worldMapSvg({
    title: label(kind.label, place.language),
    scheme,
    countries: countriesOnMap(await countCountries(place, kind), place.language),
  })
}
