import type { PublicKind } from '#platform/house'
import { type Language, label } from '#platform/i18n'
import { Card, CardGrid, Columns, EmptyState, Facets, Pager, SearchBox, Stamp } from '#web/components'
import {
  type Place,
  type PublicList,
  type PublicQuery,
  type PublishedThing,
  type TermCount,
  inReadingOrder,
  publicPage,
  readAllPublished,
  readPublicList,
  siteLabels,
  siteWords,
  sitePath,
  termLabel,
  writeQuery,
} from '#web/site'

/** Values of a filter that are shown at most: the page stays light, and all countries are on a page of their own. */
const mostValues = 40

/** Keys by which a kind's list is filtered, with their words. */
export const groupsOf = (kind: PublicKind) => [
  { key: 'country', label: siteLabels('country') },
  { key: 'rights', label: siteLabels('rights') },
  ...(kind.filters ?? []),
]

/** The list of a kind: filtered, found by name, a page at a time. In a copy on disk: all of it. */
export async function listPage(place: Place, kind: PublicKind, query: PublicQuery): Promise<string | null> {
  if (!place.kinds.includes(kind)) return null
  if (place.static) return staticList(place, kind)
  const { site, language } = place
  const groups = groupsOf(kind)
  const keys = groups.map(({ key }) => key)
  const found = await readPublicList(place.house.publicDb, site.orgId, kind.kind, query, { groups: keys })
  const w = siteWords(language)
  const here = sitePath(site, language, `/${kind.path}`)
  const lede = [
    w('list_count', { count: found.total, fictitious: found.fictitious }),
    ...chosenWords(query, found, language),
  ].join(' · ')
  const { after: _page, ...kept } = query
  return publicPage(place, {
    title: label(kind.label, language),
    description: lede,
    lede,
    current: kind.path,
    canonical: `/${kind.path}${writeQuery({ chosen: query.chosen }, keys)}`,
    feeds: [
      { href: `${here}/feed.atom${writeQuery({ chosen: query.chosen }, keys.slice(0, 2))}`, title: lede },
    ],
    children: (
      <Columns
        aside={<Filters {...{ place, kind, query, found }} />}
        main={
          <>
            <SearchBox
              id="q"
              action={here}
              label={w('search_list')}
              button={w('search')}
              value={query.text}
              keep={[...new URLSearchParams(writeQuery({ chosen: query.chosen }, keys))]}
            />
            {found.entries.length === 0 ? (
              <EmptyState title={w('empty_title')} action={<a href={here}>{w('everything')}</a>}>
                {w('empty_text')}
              </EmptyState>
            ) : (
              <Cards {...{ place, kind, entries: found.entries }} />
            )}
            <Pager
              label={w('pages')}
              first={
                query.after ? { href: here + writeQuery(kept, keys), label: w('first_page') } : undefined
              }
              next={
                found.next === null
                  ? undefined
                  : { href: here + writeQuery({ ...kept, after: found.next }, keys), label: w('next_page') }
              }
            />
            <About {...{ place, kind }} />
          </>
        }
      />
    ),
  })
}

async function staticList(place: Place, kind: PublicKind): Promise<string> {
  const { site, language, house } = place
  const entries: PublishedThing[] = []
  for await (const one of readAllPublished(house.publicDb, site.orgId, kind.kind)) entries.push(one)
  const fictitious = entries.filter(({ data }) => data['fictitious'] === true).length
  const lede = siteWords(language)('list_count', { count: entries.length, fictitious })
  return publicPage(place, {
    title: label(kind.label, language),
    description: lede,
    lede,
    current: kind.path,
    children: (
      <>
        <Cards {...{ place, kind, entries }} />
        <About {...{ place, kind }} />
      </>
    ),
  })
}

/** What the list is, and the ways to have it otherwise. */
function About({ place, kind }: { readonly place: Place; readonly kind: PublicKind }) {
  const { site, language } = place
  const w = siteWords(language)
  const here = sitePath(site, language, `/${kind.path}`)
  return (
    <>
      {kind.about ? <p className="quiet">{label(kind.about, language)}</p> : null}
      <ul className="row quiet no-print">
        <li>
          <a href={sitePath(site, language, `/data/${kind.path}`)}>{w('list_data')}</a>
        </li>
        <li>
          <a href={`${here}/feed.atom`}>{w('list_feed')}</a>
        </li>
        {kind.calendar ? (
          <li>
            <a href={`${here}/calendar.ics`}>{w('list_calendar')}</a>
          </li>
        ) : null}
      </ul>
    </>
  )
}

/** The filters in force, in words: on a phone the filters themselves stand below the list. */
const chosenWords = (query: PublicQuery, found: PublicList, language: Language): readonly string[] =>
  Object.entries(query.chosen).flatMap(([key, code]) => {
    const term = found.counts[key]?.find((one) => one.code === code)
    return term ? [termLabel(term, language)] : []
  })

function Filters(props: {
  readonly place: Place
  readonly kind: PublicKind
  readonly query: PublicQuery
  readonly found: PublicList
}) {
  const { place, kind, query, found } = props
  const { language } = place
  const groups = groupsOf(kind)
  const keys = groups.map(({ key }) => key)
  const here = sitePath(place.site, language, `/${kind.path}`)
  const values = (counts: readonly TermCount[], group: string) => {
    const { after: _page, ...kept } = query
    const ordered = inReadingOrder(counts, language)
    const shown = ordered.slice(0, mostValues)
    const chosen = ordered.find(({ code }) => code === query.chosen[group])
    return (chosen && !shown.includes(chosen) ? [chosen, ...shown] : shown).map((one) => ({
      label: one.words,
      count: String(one.count),
      chosen: one.code === query.chosen[group],
      href:
        here +
        writeQuery(
          { ...kept, chosen: { ...kept.chosen, [group]: one.code === query.chosen[group] ? '' : one.code } },
          keys,
        ),
    }))
  }
  const w = siteWords(language)
  const shown = groups.flatMap(({ key, label: words }) => {
    const counts = found.counts[key] ?? []
    return counts.length > 0 ? [{ label: label(words, language), values: values(counts, key) }] : []
  })
  return shown.length > 0 ? (
    <Facets label={w('filters')} labels={{ remove: w('remove_filter') }} groups={shown} />
  ) : null
}

/** Entries of one kind as cards. */
export function Cards({
  place,
  kind,
  entries,
  level,
}: {
  readonly place: Place
  readonly kind: PublicKind
  readonly entries: readonly PublishedThing[]
  readonly level?: 2 | 3
}) {
  const { site, language } = place
  const w = siteWords(language)
  return (
    <CardGrid label={label(kind.label, language)}>
      {entries.map(({ slug, data }) => {
        const entry = kind.entry(data, language)
        const country = (data['country'] ?? []) as readonly TermCount[]
        const day = entry.date && dayIn(entry.date, language)
        return (
          <Card
            key={slug}
            href={sitePath(site, language, `/${kind.path}/${slug}`)}
            title={entry.title}
            titleLang={entry.lang}
            level={level}
            place={[...(day ? [day] : []), ...country.map((one) => termLabel(one, language))].join(' · ')}
            lines={[
              ...(entry.lines ?? (entry.summary ? [entry.summary] : [])),
              ...(data['fictitious'] === true ? [<Stamp key="stamp">{w('fictitious')}</Stamp>] : []),
            ]}
            note={entry.note}
          />
        )
      })}
    </CardGrid>
  )
}

/** A day in words; what is no exact day as it is written. */
export function dayIn(date: string, language: Language): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return date
  return new Date(`${date}T00:00:00Z`).toLocaleDateString(language, { dateStyle: 'long', timeZone: 'UTC' })
}
