import type { House } from '#platform/house'
import { type Route, type Visit, route } from '#platform/http'
import { isLanguage } from '#platform/i18n'
import { Problem } from '#platform/problem'
import { keptPage } from './kept-pages.ts'
import { countPublished } from './published.ts'
import type { Place } from './site-frame.tsx'
import { type Site, hostOf, readSite, sitePath } from './site.ts'
import { countVisit } from './visits.ts'

// Consent ends at midnight of UTC, and with it the page.
const utcDay = (now: Date): string => now.toISOString().slice(0, 10)

// What was withdrawn has left every browser and every cache on the way within half a minute.
const cacheControl = 'public, max-age=30, must-revalidate'

/** A file of the public site as `make` gives it; a string is a page. */
export interface PublicFile {
  readonly body: string | Uint8Array<ArrayBuffer>
  readonly type: string
  /** Offered as a file of this name. */
  readonly name?: string
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * A page or file of the public site, below `/site/:org/:language`. It is made through the public login alone, kept in
 * memory while nothing public changes, and answers as what never was where `make` gives null.
 */
export function siteRoute(given: {
  readonly path: string
  /** The address after the language in its one form: two addresses that ask for the same are kept once. */
  readonly rest: (visit: Visit) => string
  readonly make: (place: Place, visit: Visit) => Promise<string | PublicFile | null>
  /** False for what depends on what a reader wrote: it must not lie in memory. */
  readonly keep?: (visit: Visit) => boolean
  /** What the page shows besides the projection: read each time, and made anew when it differs. */
  readonly live?: (place: Place, visit: Visit) => Promise<string>
  /** Not a page that is read, and so not counted. */
  readonly uncounted?: boolean
}): Route {
  return route({
    method: 'get',
    path: `/site/:org/:language${given.path}`,
    may: 'guest',
    handle: async (visit) => {
      const place = await placeOf(visit, given.rest(visit))
      const live = given.live ? await given.live(place, visit) : ''
      const key =
        given.keep?.(visit) === false
          ? null
          : `${place.static ? 'copy ' : ''}${place.origin}${sitePath(place.site, place.language, place.rest)} ${live}`
      const page = await keptPage(
        visit.house.publicDb,
        key,
        `${place.site.version} ${utcDay(place.now)}`,
        async () => {
          const made = await given.make({ ...place, kinds: await kindsOf(visit.house, place.site) }, visit)
          return typeof made === 'string' ? { body: made, type: 'text/html; charset=utf-8' } : made
        },
      )
      if (!page) throw new Problem('not_found')
      if (!given.uncounted) countVisit(visit, place)
      const headers: Record<string, string> = {
        'cache-control': cacheControl,
        etag: page.etag,
        'content-type': page.type,
        ...(page.name && { 'content-disposition': `attachment; filename="${page.name}"` }),
        ...onionLocation(visit, place.site),
        ...page.headers,
      }
      if (visit.request.headers.get('if-none-match')?.includes(page.etag))
        return new Response(null, { status: 304, headers })
      return new Response(page.body, { headers })
    },
  })
}

/**
 * Where a request for an organisation's site stands; `not_found` where there is none, or not in that language, or where
 * the host belongs to another organisation. For routes of rooms that answer addresses of their own (a form).
 */
export async function placeOf(visit: Visit, rest: string): Promise<Place> {
  const { house, params } = visit
  const language = params['language']
  const site = await readSite(house.publicDb, params['org'] ?? '', hostOf(visit))
  if (!site || !isLanguage(language) || !site.languages.includes(language)) throw new Problem('not_found')
  return {
    house,
    site,
    language,
    origin: originOf(visit, site),
    rest,
    kinds: [],
    now: new Date(),
    static: house.static ?? false,
  }
}

/** Kinds of which something is public now, in the order of the menu. */
export async function kindsOf(
  house: Pick<House, 'publicDb' | 'publicKinds'>,
  site: Pick<Site, 'orgId'>,
): Promise<Place['kinds']> {
  const counts = await countPublished(house.publicDb, site.orgId)
  return house.publicKinds
    .filter(({ kind }) => counts.has(kind))
    .sort((a, b) => (a.order ?? 1000) - (b.order ?? 1000))
}

/** Only an origin that was configured is ever written into a page: the Host header is anyone's. */
export function originOf({ house, url }: Pick<Visit, 'house' | 'url'>, site: Site): string {
  const { domain, onion } = site.arrangement
  if (domain && url.host === domain) return `https://${domain}`
  if (onion && url.host === onion) return `http://${onion}`
  if (house.origins.includes(url.origin)) return url.origin
  return domain ? `https://${domain}` : (house.origins[0] ?? '')
}

/** Who comes by TLS and could come by the onion network is told where. */
function onionLocation({ url, request }: Visit, site: Site): Readonly<Record<string, string>> {
  const { onion, domain } = site.arrangement
  const host = request.headers.get('host') ?? url.host
  if (!onion || host === onion || (url.protocol !== 'https:' && host !== domain)) return {}
  return { 'onion-location': `http://${onion}${url.pathname}${url.search}` }
}
