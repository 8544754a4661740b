import type { Language } from '#platform/i18n'
import { Card, CardGrid, Columns, EmptyState, Facets, Pager, SearchBox, Stamp } from '#web/components'
import { words } from '../messages.ts'
import {
  type DirectoryEntry,
  type DirectoryPage,
  type DirectoryQuery,
  type TermCount,
  readDirectory,
  writeQuery,
} from './directory-query.ts'
import { type Place, publicPage } from './site-frame.tsx'
import { sitePath } from './site.ts'
import { inReadingOrder, termLabel } from './term-words.ts'

/** Values of a filter that are shown at most: the page stays light, and all countries are on the first page. */
const mostValues = 40
const mostRights = 3

/** The directory: who is public, filtered by country and right, found by name, a page at a time. */
export async function directoryPage(place: Place, query: DirectoryQuery): Promise<string> {
  const found = await readDirectory(place.house.publicDb, place.site.orgId, query)
  return renderDirectory(place, query, found)
}

function renderDirectory(place: Place, query: DirectoryQuery, found: DirectoryPage): string {
  const { site, language } = place
  const w = words(language)
  const here = sitePath(site, language, '/defenders')
  const { after: _page, ...kept } = query
  const lede = [
    w('directory_lede', { count: found.total, fictitious: found.fictitious }),
    ...chosenWords(query, found, language),
  ].join(' · ')
  return publicPage(place, {
    title: w('defenders'),
    description: lede,
    lede,
    current: 'defenders',
    canonical: `/defenders${writeQuery({ country: query.country, right: query.right })}`,
    children: (
      <Columns
        aside={<Filters {...{ place, query, found }} />}
        main={
          <>
            <SearchBox
              id="q"
              action={here}
              label={w('search_name')}
              button={w('search')}
              value={query.text}
              keep={(['country', 'right'] as const).flatMap((name) =>
                query[name] ? [[name, query[name]] as const] : [],
              )}
            />
            {found.entries.length === 0 ? (
              <EmptyState title={w('nobody_title')} action={<a href={here}>{w('everyone')}</a>}>
                {w('nobody_text')}
              </EmptyState>
            ) : (
              <CardGrid label={w('defenders')}>
                {found.entries.map((entry) => (
                  <DefenderCard key={entry.slug} {...{ place, entry }} />
                ))}
              </CardGrid>
            )}
            <Pager
              label={w('pages')}
              first={query.after ? { href: here + writeQuery(kept), label: w('first_page') } : undefined}
              next={
                found.next === null
                  ? undefined
                  : { href: here + writeQuery({ ...kept, after: found.next }), label: w('next_page') }
              }
            />
          </>
        }
      />
    ),
  })
}

/** The filters in force, in words: on a phone the filters themselves stand below the people. */
const chosenWords = (query: DirectoryQuery, found: DirectoryPage, language: Language): readonly string[] =>
  [
    found.countries.find(({ code }) => code === query.country),
    found.rights.find(({ code }) => code === query.right),
  ].flatMap((term) => (term ? [termLabel(term, language)] : []))

function Filters(props: {
  readonly place: Place
  readonly query: DirectoryQuery
  readonly found: DirectoryPage
}) {
  const { place, query, found } = props
  const { language } = place
  const w = words(language)
  const here = sitePath(place.site, language, '/defenders')
  const values = (counts: readonly TermCount[], group: 'country' | 'right') => {
    const { after: _page, ...kept } = query
    const ordered = inReadingOrder(counts, language)
    const shown = ordered.slice(0, mostValues)
    const chosen = ordered.find(({ code }) => code === query[group])
    return (chosen && !shown.includes(chosen) ? [chosen, ...shown] : shown).map((one) => ({
      label: one.words,
      count: String(one.count),
      chosen: one.code === query[group],
      href: here + writeQuery({ ...kept, [group]: one.code === query[group] ? '' : one.code }),
    }))
  }
  return (
    <Facets
      label={w('filters')}
      labels={{ remove: w('remove_filter') }}
      groups={[
        { label: w('country'), values: values(found.countries, 'country') },
        { label: w('rights'), values: values(found.rights, 'right') },
      ]}
    />
  )
}

function DefenderCard({ place, entry }: { readonly place: Place; readonly entry: DirectoryEntry }) {
  const { site, language } = place
  const { profile, slug } = entry
  const w = words(language)
  const rights = (profile.rights ?? []).map((right) => termLabel(right, language))
  const more = rights.length - mostRights
  return (
    <Card
      href={sitePath(site, language, `/defenders/${slug}`)}
      title={profile.name}
      place={(profile.country ?? []).map((country) => termLabel(country, language)).join(' · ')}
      lines={[
        ...rights.slice(0, mostRights),
        ...(more > 0 ? [w('more_rights', { count: more })] : []),
        ...(profile.fictitious ? [<Stamp key="stamp">{w('fictitious')}</Stamp>] : []),
      ]}
      note={profile.basis === 'public_at_source' ? w('at_source') : undefined}
    />
  )
}
