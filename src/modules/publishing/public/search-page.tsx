import { label } from '#platform/i18n'
import { SearchBox, Section } from '#web/components'
import { type Place, publicPage, readAllPublished, readPublicList, siteWords, sitePath } from '#web/site'
import { Cards } from './list-page.tsx'

const mostOfKind = 12

/** What is found in everything public, kind by kind. What a reader looked for is kept nowhere. */
export async function searchPage(place: Place, text: string): Promise<string> {
  const { site, language } = place
  const w = siteWords(language)
  const found = []
  if (text)
    for (const kind of place.kinds) {
      const { total, entries } = await readPublicList(
        place.house.publicDb,
        site.orgId,
        kind.kind,
        { chosen: {}, text, after: null },
        { groups: [], limit: mostOfKind },
      )
      if (total > 0) found.push({ kind, total, entries })
    }
  const count = found.reduce((sum, { total }) => sum + total, 0)
  return publicPage(place, {
    title: w('search_site'),
    lede: text ? w('search_lede', { count, text }) : w('search_hint'),
    canonical: '/search',
    noIndex: text !== '',
    children: (
      <>
        <SearchBox
          id="q"
          action={sitePath(site, language, '/search')}
          label={w('search_site')}
          button={w('search')}
          value={text}
        />
        {found.map(({ kind, total, entries }) => (
          <Section key={kind.kind} title={label(kind.label, language)}>
            <Cards {...{ place, kind, entries, level: 3 }} />
            {total > entries.length ? (
              <p className="quiet">{w('search_first', { count: mostOfKind })}</p>
            ) : null}
          </Section>
        ))}
      </>
    ),
  })
}

/** Every page of the site by its title: what stands in a copy on disk in place of a search. */
export async function contentsPage(place: Place): Promise<string> {
  const { site, language, house } = place
  const w = siteWords(language)
  const lists = []
  for (const kind of place.kinds) {
    const entries = []
    for await (const { slug, data } of readAllPublished(house.publicDb, site.orgId, kind.kind))
      entries.push({ slug, entry: kind.entry(data, language) })
    lists.push({ kind, entries })
  }
  return publicPage(place, {
    title: w('contents'),
    lede: place.static ? w('contents_lede') : undefined,
    children: lists.map(({ kind, entries }) => (
      <Section key={kind.kind} title={label(kind.label, language)}>
        <ul className="list">
          {entries.map(({ slug, entry }) => (
            <li key={slug}>
              <a href={sitePath(site, language, `/${kind.path}/${slug}`)} lang={entry.lang}>
                <bdi>{entry.title}</bdi>
              </a>
            </li>
          ))}
        </ul>
      </Section>
    )),
  })
}
