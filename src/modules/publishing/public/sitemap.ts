import { sql } from 'kysely'
import { type Visit, route } from '#platform/http'
import { Problem } from '#platform/problem'
import {
  type Site,
  kindsOf,
  listSites,
  originOf,
  readAllPublished,
  hostOf,
  readSite,
  readSiteOfHost,
  sitePath,
} from '#web/site'
import { xmlText } from './feeds.ts'

const most = 50_000

const file = (body: string, type: string, cache = 'no-store'): Response =>
  new Response(body, { headers: { 'content-type': type, 'cache-control': cache } })

/** Sites that are told of at a host: its own one where it belongs to an organisation, else all. */
async function sitesAt(visit: Visit): Promise<readonly Site[]> {
  const { publicDb } = visit.house
  const own = await readSiteOfHost(publicDb, visit.request.headers.get('host') ?? visit.url.host)
  return own ? [own] : listSites(publicDb)
}

/** What machines may read: the public sites, and nothing else of the house. */
const robotsRoute = route({
  method: 'get',
  path: '/robots.txt',
  may: 'guest',
  handle: async (visit) => {
    const sites = await sitesAt(visit)
    const maps = sites.map(
      (site) => `Sitemap: ${originOf(visit, site) || visit.url.origin}/site/${site.slug}/sitemap.xml`,
    )
    return file(
      ['User-agent: *', 'Allow: /site/', 'Allow: /assets/', 'Disallow: /', ...maps, ''].join('\n'),
      'text/plain; charset=utf-8',
    )
  },
})

/** Every page of a site in every language, with the day on which it last changed (sitemaps.org, 50,000 at most). */
const sitemapRoute = route({
  method: 'get',
  path: '/site/:org/sitemap.xml',
  may: 'guest',
  handle: async (visit) => {
    const { publicDb } = visit.house
    const site = await readSite(publicDb, visit.params['org'] ?? '', hostOf(visit))
    if (!site) throw new Problem('not_found')
    const origin = originOf(visit, site) || visit.url.origin
    const lines: string[] = []
    const add = (rest: string, changed?: Date) => {
      for (const language of site.languages) {
        if (lines.length >= most) return
        const day = changed ? `<lastmod>${changed.toISOString().slice(0, 10)}</lastmod>` : ''
        lines.push(`<url><loc>${xmlText(origin + sitePath(site, language, rest))}</loc>${day}</url>`)
      }
    }
    add('')
    add('/countries')
    for (const code of await countriesOf(visit, site)) add(`/countries/${code}`)
    for (const kind of await kindsOf(visit.house, site)) {
      add(`/${kind.path}`)
      add(`/data/${kind.path}`)
      for await (const { slug, publishedAt } of readAllPublished(publicDb, site.orgId, kind.kind))
        add(`/${kind.path}/${slug}`, publishedAt)
    }
    return file(
      `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('\n')}\n</urlset>\n`,
      'application/xml; charset=utf-8',
      'public, max-age=30, must-revalidate',
    )
  },
})

async function countriesOf(visit: Visit, site: Site): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`
    select distinct c as code from publication p, jsonb_array_elements_text(p.facets->'country') c
     where p.org_id = ${site.orgId}::uuid order by 1`.execute(visit.house.publicDb)
  return rows.map(({ code }) => code)
}

/** For those who read a site by machine. */
export const machineRoutes = [robotsRoute, sitemapRoute]
