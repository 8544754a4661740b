import type { PublicKind } from '#platform/house'
import { type Visit, html, redirect, route } from '#platform/http'
import { type Language, label, preferredLanguage } from '#platform/i18n'
import { Problem } from '#platform/problem'
import { PlainShell, renderPage } from '#web/shell'
import {
  type Site,
  hostOf,
  listSites,
  placeOf,
  readPublished,
  readQuery,
  readSite,
  readSiteOfHost,
  sitePath,
  siteRoute,
  writeQuery,
} from '#web/site'
import { siteAssets } from '#web/workspace'
import { words } from '../messages.ts'
import { describePublicApi } from '../open-data/public-api.ts'
import { dataFile, dataPage, kindDataPage } from '../open-data/data-pages.tsx'
import { siteCard, thingCard } from './card-picture.ts'
import { countriesPage, countryPage } from './country-pages.tsx'
import { listEmbed, listEmbeds, thingEmbed } from './embeds.tsx'
import { atomFeed, calendarFeed, readFeedQuery, writeFeedQuery } from './feeds.ts'
import { detailPage } from './detail-page.tsx'
import { frontPage } from './front-page.tsx'
import { groupsOf, listPage } from './list-page.tsx'
import { mapPicture } from './map-picture.ts'
import { contentsPage, searchPage } from './search-page.tsx'

/** The kind that an address is of; `not_found` where there is none. */
export function kindOf(visit: Visit): PublicKind {
  const kind = visit.house.publicKinds.find(({ path }) => path === visit.params['path'])
  if (!kind) throw new Problem('not_found')
  return kind
}

const keysOf = (kind: PublicKind): readonly string[] => groupsOf(kind).map(({ key }) => key)
const query = (visit: Visit) => readQuery(visit.url.searchParams, keysOf(kindOf(visit)))
const queryText = (visit: Visit): string => {
  const { after, ...rest } = query(visit)
  return writeQuery({ ...rest, ...(after && { after: `${after.key}~${after.id}` }) }, keysOf(kindOf(visit)))
}
const scheme = (visit: Visit) => (visit.url.searchParams.get('scheme') === 'dark' ? 'dark' : 'light')
const slugOf = (visit: Visit) => visit.params['slug'] ?? ''
const wanted = (visit: Visit) => (visit.url.searchParams.get('q') ?? '').slice(0, 100).trim()

const bestLanguage = (site: Site, visit: Visit): Language => {
  const preferred = preferredLanguage(visit.request.headers.get('accept-language') ?? undefined)
  return site.languages.includes(preferred) ? preferred : (site.languages[0] ?? 'en')
}

/** The door of the house: the one site in the reader's language, a list of several, or the way to sign in. */
const doorRoute = route({
  method: 'get',
  path: '/',
  may: 'guest',
  handle: async (visit) => {
    const own = await readSiteOfHost(visit.house.publicDb, hostOf(visit))
    if (own) return redirect(sitePath(own, bestLanguage(own, visit)))
    const sites = await listSites(visit.house.publicDb)
    const [only] = sites
    if (only && sites.length === 1) return redirect(sitePath(only, bestLanguage(only, visit)))
    const w = words(visit.language)
    return html(
      renderPage(
        <PlainShell
          lang={visit.language}
          title={sites.length > 0 ? w('sites_title') : 'Amparo'}
          assets={siteAssets(visit.house)}
          labels={{ languages: w('languages') }}
        >
          {sites.length > 0 ? (
            <ul className="list">
              {sites.map((site) => (
                <li key={site.slug}>
                  <a href={sitePath(site, bestLanguage(site, visit))} dir="auto">
                    {label(site.name, visit.language) || site.slug}
                  </a>
                </li>
              ))}
            </ul>
          ) : (
            <p>{w('sign_in_hint')}</p>
          )}
          <p>
            <a href="/workspace">{w('sign_in')}</a>
          </p>
        </PlainShell>,
      ),
    )
  },
})

/** `/site/demo` → the same in the reader's language. */
const languageRoute = route({
  method: 'get',
  path: '/site/:org',
  may: 'guest',
  handle: async (visit) => {
    const site = await readSite(visit.house.publicDb, visit.params['org'] ?? '', hostOf(visit))
    if (!site) throw new Problem('not_found')
    return redirect(sitePath(site, bestLanguage(site, visit)))
  },
})

/** Everything that anyone in the world may read as a page. All of it is read through the public login. */
export const publicRoutes = [
  doorRoute,
  languageRoute,
  siteRoute({ path: '', rest: () => '', make: frontPage }),
  siteRoute({ path: '/countries', rest: () => '/countries', make: countriesPage }),
  siteRoute({
    path: '/countries/:code',
    rest: (visit) => `/countries/${encodeURIComponent(visit.params['code'] ?? '')}`,
    make: (place, visit) => countryPage(place, visit.params['code'] ?? ''),
  }),
  siteRoute({
    path: '/search',
    rest: (visit) => (wanted(visit) ? `/search?${new URLSearchParams({ q: wanted(visit) })}` : '/search'),
    make: (place, visit) => searchPage(place, wanted(visit)),
    keep: (visit) => wanted(visit) === '',
  }),
  siteRoute({ path: '/contents', rest: () => '/contents', make: contentsPage }),
  siteRoute({
    path: '/feed.atom',
    rest: (visit) => `/feed.atom${writeFeedQuery(readFeedQuery(visit.url.searchParams))}`,
    make: async (place, visit) => feed(await atomFeed(place, readFeedQuery(visit.url.searchParams))),
    uncounted: true,
  }),
  siteRoute({ path: '/card.png', rest: () => '/card.png', make: siteCard, uncounted: true }),
  siteRoute({ path: '/data', rest: () => '/data', make: dataPage }),
  siteRoute({
    path: '/data/openapi.json',
    rest: () => '/data/openapi.json',
    make: async (place) => ({
      body: `${JSON.stringify(describePublicApi(place), null, 1)}\n`,
      type: 'application/json; charset=utf-8',
    }),
    uncounted: true,
  }),
  siteRoute({
    path: '/data/:path',
    rest: (visit) => `/data/${kindOf(visit).path}`,
    make: (place, visit) => kindDataPage(place, kindOf(visit)),
  }),
  siteRoute({
    path: '/data/:path/:file',
    rest: (visit) => `/data/${kindOf(visit).path}/${encodeURIComponent(visit.params['file'] ?? '')}`,
    make: (place, visit) => dataFile(place, kindOf(visit), visit.params['file'] ?? ''),
    uncounted: true,
  }),
]

const feed = (body: string | null) =>
  body === null ? null : { body, type: 'application/atom+xml; charset=utf-8' }
const kindFeedQuery = (visit: Visit) => readFeedQuery(visit.url.searchParams, kindOf(visit))

/** The lists and pages of every kind. After the addresses that are none of a kind: the first that fits answers. */
export const kindRoutes = [
  siteRoute({
    path: '/:path',
    rest: (visit) => `/${kindOf(visit).path}${queryText(visit)}`,
    make: (place, visit) => listPage(place, kindOf(visit), query(visit)),
    keep: (visit) => query(visit).text === '',
  }),
  siteRoute({
    path: '/:path/map.svg',
    rest: (visit) => `/${kindOf(visit).path}/map.svg?scheme=${scheme(visit)}`,
    make: async (place, visit) => {
      const body = await mapPicture(place, kindOf(visit), scheme(visit))
      return body === null ? null : { body, type: 'image/svg+xml; charset=utf-8' }
    },
    uncounted: true,
  }),
  siteRoute({
    path: '/:path/feed.atom',
    rest: (visit) => `/${kindOf(visit).path}/feed.atom${writeFeedQuery(kindFeedQuery(visit))}`,
    make: async (place, visit) => feed(await atomFeed(place, kindFeedQuery(visit))),
    uncounted: true,
  }),
  siteRoute({
    path: '/:path/calendar.ics',
    rest: (visit) => `/${kindOf(visit).path}/calendar.ics${writeFeedQuery(kindFeedQuery(visit))}`,
    make: async (place, visit) => {
      const body = await calendarFeed(place, kindFeedQuery(visit))
      return body === null ? null : { body, type: 'text/calendar; charset=utf-8' }
    },
    uncounted: true,
  }),
  ...listEmbeds.map((what) =>
    siteRoute({
      path: `/:path/embed/${what}`,
      rest: (visit) => `/${kindOf(visit).path}/embed/${what}`,
      make: (place, visit) => listEmbed(place, kindOf(visit), what),
      uncounted: true,
    }),
  ),
  siteRoute({
    path: '/:path/:slug/embed',
    rest: (visit) => `/${kindOf(visit).path}/${encodeURIComponent(slugOf(visit))}/embed`,
    make: (place, visit) => thingEmbed(place, kindOf(visit), slugOf(visit)),
    live: (place, visit) => liveWords(place, kindOf(visit), slugOf(visit)),
    uncounted: true,
  }),
  siteRoute({
    path: '/:path/:slug/card.png',
    rest: (visit) => `/${kindOf(visit).path}/${encodeURIComponent(slugOf(visit))}/card.png`,
    make: (place, visit) => thingCard(place, kindOf(visit), slugOf(visit)),
    uncounted: true,
  }),
  siteRoute({
    path: '/:path/:slug',
    rest: (visit) => `/${kindOf(visit).path}/${encodeURIComponent(slugOf(visit))}`,
    make: (place, visit) => detailPage(place, kindOf(visit), slugOf(visit)),
    live: (place, visit) => liveWords(place, kindOf(visit), slugOf(visit)),
  }),
]

/** What a kind shows besides the projection, as text: another text is another page. */
export async function liveWords(
  { house, site, now }: Awaited<ReturnType<typeof placeOf>>,
  kind: PublicKind,
  slug: string,
): Promise<string> {
  if (!kind.live) return ''
  const thing = await readPublished(house.publicDb, site.orgId, kind.kind, slug)
  return thing
    ? JSON.stringify(await kind.live(house.publicDb, { orgId: site.orgId, publicationId: thing.id, now }))
    : ''
}
