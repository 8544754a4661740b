import type { PublicKind, PublicTerm } from '#platform/house'
import { label } from '#platform/i18n'
import { Section } from '#web/components'
import {
  type Place,
  type PublishedThing,
  inReadingOrder,
  publicPage,
  readPublicList,
  siteWords,
  sitePath,
  termLabel,
} from '#web/site'
import { Cards } from './list-page.tsx'
import { countCountries } from './map-picture.ts'

const mostOfKind = 12

/** Every country of which something is public, with how much. */
export async function countriesPage(place: Place): Promise<string> {
  const { site, language } = place
  const w = siteWords(language)
  const all = new Map<string, PublicTerm & { count: number }>()
  for (const kind of place.kinds)
    for (const { code, label: words, count } of await countCountries(place, kind))
      all.set(code, { code, label: words, count: (all.get(code)?.count ?? 0) + count })
  return publicPage(place, {
    title: w('by_country'),
    description: w('countries_lede'),
    lede: w('countries_lede'),
    children: (
      <ul className="list columns-list">
        {inReadingOrder([...all.values()], language).map(({ code, words, count }) => (
          <li key={code}>
            <a href={sitePath(site, language, `/countries/${code}`)}>{words}</a>{' '}
            <span className="quiet">{count}</span>
          </li>
        ))}
      </ul>
    ),
  })
}

/** Everything public about a country; null when there is nothing. */
export async function countryPage(place: Place, code: string): Promise<string | null> {
  if (!/^[\w-]{1,60}$/.test(code)) return null
  const { site, language } = place
  const w = siteWords(language)
  const found: { kind: PublicKind; total: number; entries: readonly PublishedThing[]; term?: PublicTerm }[] =
    []
  for (const kind of place.kinds) {
    const { total, entries, counts } = await readPublicList(
      place.house.publicDb,
      site.orgId,
      kind.kind,
      { chosen: { country: code }, text: '', after: null },
      { groups: ['country'], limit: place.static ? 500 : mostOfKind },
    )
    const term = counts['country']?.find((one) => one.code === code)
    if (total > 0) found.push({ kind, total, entries, ...(term && { term }) })
  }
  const term = found.find((one) => one.term)?.term
  if (!term) return null
  const country = termLabel(term, language)
  return publicPage(place, {
    title: country,
    description: w('country_lede', { country }),
    lede: w('country_lede', { country }),
    feeds: [{ href: sitePath(site, language, `/feed.atom?country=${code}`), title: country }],
    children: found.map(({ kind, total, entries }) => (
      <Section
        key={kind.kind}
        title={label(kind.label, language)}
        action={
          total > entries.length ? (
            <a href={sitePath(site, language, `/${kind.path}?country=${code}`)}>
              {w('country_all', { count: total })}
            </a>
          ) : null
        }
      >
        <Cards {...{ place, kind, entries, level: 3 }} />
      </Section>
    )),
  })
}
