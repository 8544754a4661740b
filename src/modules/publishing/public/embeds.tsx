import type { ReactNode } from 'react'
import type { PublicKind } from '#platform/house'
import { embedPolicy } from '#platform/http'
import { label } from '#platform/i18n'
import { Figures } from '#web/components'
import { Document, renderPage } from '#web/shell'
import {
  type Place,
  type PublicFile,
  accentStyles,
  countPublished,
  readPublished,
  siteWords,
  sitePath,
} from '#web/site'
import { siteAssets } from '#web/workspace'
import { liveOf, pageProps } from './detail-page.tsx'
import { CountryMap, RightsChart, countRights } from './front-page.tsx'
import { countCountries } from './map-picture.ts'

/** What of a kind's list may stand in other people's sites. */
export const listEmbeds = ['counter', 'map', 'chart'] as const
export type ListEmbed = (typeof listEmbeds)[number]

/** A bare page that may be framed from anywhere: one sheet of style of ours, no script, no cookie, no third party. */
function embedPage(place: Place, title: string, more: string, children: ReactNode): PublicFile {
  const { site, language, house, origin } = place
  const name = label(site.name, language) || site.slug
  return {
    type: 'text/html; charset=utf-8',
    // To whoever frames it, wherever they are: the page has nothing of the reader's.
    headers: { 'content-security-policy': embedPolicy, 'cross-origin-resource-policy': 'cross-origin' },
    body: renderPage(
      <Document
        lang={language}
        title={title}
        assets={siteAssets(house, accentStyles(site.arrangement.accent))}
        noIndex
        opensBeside
        links={[{ rel: 'canonical', href: more }]}
        bodyClass={`embed accent-${site.arrangement.accent}`}
      >
        <main>
          <h1 className="h3">{title}</h1>
          {children}
          <p className="quiet">
            <a href={`${origin}${more}`} rel="noopener">
              {siteWords(language)('embed_more', { site: name })}
            </a>
          </p>
        </main>
      </Document>,
    ),
  }
}

/** One thing for somebody else's site, where its kind has such a page; null where there is none. */
export async function thingEmbed(place: Place, kind: PublicKind, slug: string): Promise<PublicFile | null> {
  const { Embed } = kind
  if (!Embed) return null
  const thing = await readPublished(place.house.publicDb, place.site.orgId, kind.kind, slug)
  if (!thing) return null
  return embedPage(
    place,
    kind.entry(thing.data, place.language).title,
    sitePath(place.site, place.language, `/${kind.path}/${slug}`),
    <Embed {...pageProps(place, thing, await liveOf(place, kind, thing))} />,
  )
}

/** A number, a map or a chart of a list for somebody else's site. */
export async function listEmbed(place: Place, kind: PublicKind, what: ListEmbed): Promise<PublicFile | null> {
  if (!place.kinds.includes(kind)) return null
  const { site, language, house } = place
  const list = sitePath(site, language, `/${kind.path}`)
  const title = label(kind.label, language)
  if (what === 'map')
    return embedPage(
      place,
      title,
      list,
      <CountryMap {...{ place, kind }} counts={await countCountries(place, kind)} />,
    )
  if (what === 'chart')
    return embedPage(
      place,
      title,
      list,
      <RightsChart {...{ place, kind }} counts={await countRights(place, kind)} />,
    )
  const counts = (await countPublished(house.publicDb, site.orgId)).get(kind.kind)
  return embedPage(
    place,
    title,
    list,
    <Figures
      figures={[{ label: title, value: (counts?.count ?? 0).toLocaleString(language), href: list }]}
    />,
  )
}
