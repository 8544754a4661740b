import type { ReactNode } from 'react'
import type { House } from '#platform/house'
import { type Language, label } from '#platform/i18n'
import { type Language as LanguageLink, SiteShell, renderPage } from '#web/shell'
import { siteAssets } from '#web/workspace'
import { words } from '../messages.ts'
import { type Site, sitePath } from './site.ts'

const languageNames: Readonly<Record<Language, string>> = { en: 'English', es: 'Español', ca: 'Català' }

/** Where a public page stands and for whom it is made. */
export interface Place {
  readonly house: House
  readonly site: Site
  readonly language: Language
  /** The public origin that absolute addresses begin with; empty when none is configured. */
  readonly origin: string
  /** The part of the address after the language, search included. */
  readonly rest: string
}

/** What a public page consists of, besides what every one has. */
export interface PublicPage {
  readonly title: string
  readonly description?: string | undefined
  readonly heading?: ReactNode | undefined
  readonly lede?: ReactNode | undefined
  readonly current?: 'defenders' | undefined
  readonly stamp?: string | undefined
  /** A page that only narrows or continues another one points search engines to that one. */
  readonly canonical?: string | undefined
  readonly children: ReactNode
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
  return renderPage(
    <SiteShell
      lang={language}
      title={page.title}
      description={page.description}
      assets={siteAssets(house)}
      languages={others}
      org={{ name: label(site.name, language) || site.slug, href: sitePath(site, language) }}
      menu={[
        {
          href: sitePath(site, language, '/defenders'),
          label: w('defenders'),
          current: page.current === 'defenders',
        },
      ]}
      labels={{ skip: w('skip'), menu: w('menu'), languages: w('languages') }}
      links={[
        { rel: 'canonical', href: address(language, canonical) },
        ...site.languages.map((code) => ({
          rel: 'alternate',
          hrefLang: code,
          href: address(code, canonical),
        })),
      ]}
      heading={page.heading}
      lede={page.lede}
      stamp={page.stamp}
      footer={<p>{w('footer')}</p>}
    >
      {page.children}
    </SiteShell>,
  )
}
