import { type Visit, html, redirect, route } from '#platform/http'
import { type Language, isLanguage, label, preferredLanguage } from '#platform/i18n'
import { Problem } from '#platform/problem'
import { PlainShell, renderPage } from '#web/shell'
import { siteAssets } from '#web/workspace'
import { words } from '../messages.ts'
import { directoryPage } from './directory-page.tsx'
import { readQuery, writeQuery } from './directory-query.ts'
import { frontPage } from './front-page.tsx'
import { keptPage } from './kept-pages.ts'
import { mapPicture } from './map-picture.ts'
import { profilePage } from './profile-page.tsx'
import type { Place } from './site-frame.tsx'
import { type Site, listSites, readSite, sitePath } from './site.ts'

// Consent ends at midnight of UTC, and with it the page.
const utcDay = (): string => new Date().toISOString().slice(0, 10)

// A withdrawn profile has left every browser and every cache on the way within half a minute.
const cacheControl = 'public, max-age=30, must-revalidate'

/**
 * A page of the public site. `rest` is the address after the language in its one form: two addresses that ask for the
 * same are kept once. `make` gives null for what is not there.
 */
function siteRoute(
  path: string,
  rest: (visit: Visit) => string,
  make: (place: Place, visit: Visit) => Promise<string | null>,
  type = 'text/html; charset=utf-8',
) {
  return route({
    method: 'get',
    path: `/site/:org/:language${path}`,
    may: 'guest',
    handle: async (visit) => {
      const { house, params } = visit
      const language = params['language']
      const site = await readSite(house.publicDb, params['org'] ?? '')
      if (!site || !isLanguage(language) || !site.languages.includes(language)) throw new Problem('not_found')
      const place: Place = { house, site, language, origin: originOf(visit), rest: rest(visit) }
      const key = search(visit).text ? null : place.origin + sitePath(site, language, place.rest)
      const page = await keptPage(house.publicDb, key, `${site.version} ${utcDay()}`, async () => {
        const body = await make(place, visit)
        return body === null ? null : { body, type }
      })
      if (!page) throw new Problem('not_found')
      const headers = { 'cache-control': cacheControl, etag: page.etag, 'content-type': page.type }
      if (visit.request.headers.get('if-none-match')?.includes(page.etag))
        return new Response(null, { status: 304, headers })
      return new Response(page.body, { headers })
    },
  })
}

/** Only an origin that was configured is ever written into a page: the Host header is anyone's. */
const originOf = ({ house, url }: Visit): string =>
  house.origins.includes(url.origin) ? url.origin : (house.origins[0] ?? '')

const search = (visit: Visit) => readQuery(visit.url.searchParams)
const searchText = (visit: Visit): string => {
  const { after, ...query } = search(visit)
  return writeQuery({ ...query, ...(after && { after: `${after.key}~${after.id}` }) })
}
const scheme = (visit: Visit) => (visit.url.searchParams.get('scheme') === 'dark' ? 'dark' : 'light')
const slug = (visit: Visit) => visit.params['slug'] ?? ''

const bestLanguage = (site: Site, visit: Visit): Language => {
  const wanted = preferredLanguage(visit.request.headers.get('accept-language') ?? undefined)
  return site.languages.includes(wanted) ? wanted : (site.languages[0] ?? 'en')
}

/** The door of the house: the one site in the reader's language, a list of several, or the way to sign in. */
const doorRoute = route({
  method: 'get',
  path: '/',
  may: 'guest',
  handle: async (visit) => {
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
    const site = await readSite(visit.house.publicDb, visit.params['org'] ?? '')
    if (!site) throw new Problem('not_found')
    return redirect(sitePath(site, bestLanguage(site, visit)))
  },
})

/** Everything that anyone in the world may ask for. All of it is read through the public login. */
export const publicRoutes = [
  doorRoute,
  languageRoute,
  siteRoute('', () => '', frontPage),
  siteRoute(
    '/defenders',
    (visit) => `/defenders${searchText(visit)}`,
    (place, visit) => directoryPage(place, search(visit)),
  ),
  siteRoute(
    '/defenders/map.svg',
    (visit) => `/defenders/map.svg?scheme=${scheme(visit)}`,
    (place, visit) => mapPicture(place, scheme(visit)),
    'image/svg+xml; charset=utf-8',
  ),
  siteRoute(
    '/defenders/:slug',
    (visit) => `/defenders/${encodeURIComponent(slug(visit))}`,
    (place, visit) => profilePage(place, slug(visit)),
  ),
]
