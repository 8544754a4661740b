import type { ReactNode } from 'react'
import type { House, PublicKind, PublicSite } from '#platform/house'
import { type Language, label } from '#platform/i18n'
import { type Language as LanguageLink, SiteShell, renderPage } from '#web/shell'
import { siteAssets } from '#web/workspace'
import { accentStyles } from './accents.ts'
import { words } from './messages.ts'
import { type Site, sitePath } from './site.ts'

const languageNames: Readonly<Record<Language, string>> = { en: 'English', es: 'Español', ca: 'Català' }

/** Where a public page stands and for whom it is made. */
export interface Place {
  readonly house: Pick<House, 'publicDb' | 'publicKinds' | 'assets'>
  readonly site: Site
  readonly language: Language
  /** The public origin that absolute addresses begin with; empty when none is configured. */
  readonly origin: string
  /** The part of the address after the language, search included. */
  readonly rest: string
  /** Kinds of which something is public, in the order of the menu. */
  readonly kinds: readonly PublicKind[]
  readonly now: Date
  /** Made for a copy on disk, where nobody answers a form or a search. */
  readonly static: boolean
}

/** What the pages of a kind may know of their site. */
export const publicSiteOf = ({ site, language }: Pick<Place, 'site' | 'language'>): PublicSite => ({
  slug: site.slug,
  name: site.name,
  languages: site.languages,
  href: (rest = '') => sitePath(site, language, rest),
})

/** What a public page consists of, besides what every one has. */
export interface PublicPage {
  readonly title: string
  readonly description?: string | undefined
  readonly heading?: ReactNode | undefined
  readonly lede?: ReactNode | undefined
  /** The path of the kind it belongs to. */
  readonly current?: string | undefined
  readonly stamp?: string | undefined
  /** A page that only narrows or continues another one points search engines to that one. */
  readonly canonical?: string | undefined
  /** Feeds of what it lists, and a picture for whoever shares its address. */
  readonly feeds?: readonly { readonly href: string; readonly title: string }[] | undefined
  readonly card?: string | undefined
  readonly noIndex?: boolean | undefined
  readonly children: ReactNode
}

/** The menu: kinds of which something is public, then what the organisation added. */
function menuOf({ site, language, kinds }: Place, current: string | undefined) {
  const { hidden, menu } = site.arrangement
  return [
    ...kinds
      .filter((kind) => kind.order !== null && !hidden.includes(kind.path))
      .map((kind) => ({
        href: sitePath(site, language, `/${kind.path}`),
        label: label(kind.label, language),
        current: current === kind.path,
      })),
    ...menu.map((entry) => ({
      href: entry.href.startsWith('/') ? sitePath(site, language, entry.href) : entry.href,
      label: label(entry.label, language),
    })),
  ]
}

/** A page of an organisation's site as HTML: no script, no cookie, no address of anyone else but a named source. */
export function publicPage(place: Place, page: PublicPage): string {
  const { house, site, language, origin, rest } = place
  const w = words(language)
  const address = (code: Language, part: string) => origin + sitePath(site, code, part)
  const canonical = page.canonical ?? rest
  const others: readonly LanguageLink[] = site.languages.map((code) => ({
    code,
    label: languageNames[code],
    href: sitePath(site, code, rest),
    current: code === language,
  }))
  const here = (part: string) => sitePath(site, language, part)
  return renderPage(
    <SiteShell
      lang={language}
      title={page.title}
      description={page.description}
      assets={siteAssets(house, accentStyles(site.arrangement.accent))}
      accent={site.arrangement.accent}
      languages={others}
      org={{ name: label(site.name, language) || site.slug, href: here('') }}
      menu={menuOf(place, page.current)}
      labels={{ skip: w('skip'), menu: w('menu'), languages: w('languages') }}
      noIndex={page.noIndex}
      links={[
        { rel: 'canonical', href: address(language, canonical) },
        ...site.languages.map((code) => ({
          rel: 'alternate',
          hrefLang: code,
          href: address(code, canonical),
        })),
        ...(page.feeds ?? [{ href: here('/feed.atom'), title: w('footer_feed') }]).map((feed) => ({
          rel: 'alternate',
          type: 'application/atom+xml',
          ...feed,
        })),
      ]}
      card={page.card && origin ? origin + page.card : undefined}
      heading={page.heading}
      lede={page.lede}
      stamp={page.stamp}
      footerLinks={[
        {
          href: here(place.static ? '/contents' : '/search'),
          label: w(place.static ? 'contents' : 'footer_search'),
        },
        { href: here('/countries'), label: w('footer_countries') },
        { href: here('/data'), label: w('footer_data') },
        { href: here('/feed.atom'), label: w('footer_feed') },
      ]}
      footer={<p>{w('footer')}</p>}
    >
      {page.children}
    </SiteShell>,
  )
}
