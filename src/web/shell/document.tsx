import type { ReactElement, ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

/** Addresses of the files a page asks for: stylesheets in order, and the script of the islands where wanted. */
export interface Assets {
  readonly css: readonly string[]
  /** What paper adds: no screen waits for it. */
  readonly print?: string | undefined
  readonly islands?: string | undefined
  /** Further scripts that this page alone asks for. */
  readonly scripts?: readonly string[] | undefined
  readonly icon?: string | undefined
}

/** A language one can change to: its own name ("català"), and the same page in it. */
export interface Language {
  readonly code: string
  readonly label: string
  readonly href: string
  readonly current?: boolean | undefined
}

/** What every page says about itself. `refreshSeconds` reloads it while a job runs. */
export interface DocumentProps {
  readonly lang: string
  readonly dir?: 'ltr' | 'rtl' | undefined
  readonly title: string
  readonly siteName?: string | undefined
  readonly description?: string | undefined
  readonly assets: Assets
  readonly refreshSeconds?: number | undefined
  /** Keeps the page out of search engines. */
  readonly noIndex?: boolean | undefined
  /** Links open beside it: the page stands in somebody else's. */
  readonly opensBeside?: boolean | undefined
  /** The absolute address of a picture for whoever shares the page's own. */
  readonly card?: string | undefined
  /** Other addresses of this page: `canonical`, feeds, the same page in other languages. */
  readonly links?:
    | readonly {
        readonly rel: string
        readonly href: string
        readonly hrefLang?: string | undefined
        readonly type?: string | undefined
        readonly title?: string | undefined
      }[]
    | undefined
}

/** The html element round a page's body; no inline style or script, so that the strict policy holds. */
export function Document(
  props: DocumentProps & { readonly bodyClass: string; readonly children: ReactNode },
) {
  const { lang, dir, title, siteName, description, assets, refreshSeconds, noIndex, links, card, bodyClass } =
    props
  return (
    <html lang={lang} dir={dir}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {props.opensBeside ? <base target="_blank" /> : null}
        <title>{siteName && siteName !== title ? `${title} · ${siteName}` : title}</title>
        {description ? <meta name="description" content={description} /> : null}
        {card ? (
          <>
            <meta property="og:title" content={title} />
            {description ? <meta property="og:description" content={description} /> : null}
            <meta property="og:image" content={card} />
            <meta name="twitter:card" content="summary_large_image" />
          </>
        ) : null}
        {noIndex ? <meta name="robots" content="noindex" /> : null}
        {refreshSeconds ? (
          <RefreshMeta seconds={refreshSeconds} scripted={assets.islands !== undefined} />
        ) : null}
        {assets.css.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        {assets.print ? <link rel="stylesheet" media="print" href={assets.print} /> : null}
        <link rel="icon" href={assets.icon ?? 'data:,'} />
        {links?.map((link) => (
          <link key={link.rel + link.href} {...link} />
        ))}
        {[...(assets.islands ? [assets.islands] : []), ...(assets.scripts ?? [])].map((src) => (
          <script key={src} type="module" src={src} />
        ))}
      </head>
      <body className={bodyClass}>{props.children}</body>
    </html>
  )
}

// With scripts the refresh island does it instead: it keeps the place on the page and waits while the tab is hidden.
function RefreshMeta({ seconds, scripted }: { readonly seconds: number; readonly scripted: boolean }) {
  const meta = <meta httpEquiv="refresh" content={String(seconds)} />
  return scripted ? (
    <>
      <meta name="refresh-seconds" content={String(seconds)} />
      <noscript>{meta}</noscript>
    </>
  ) : (
    meta
  )
}

/** The languages of a page, the current one marked. */
export function Languages({
  label,
  languages,
}: {
  readonly label: string
  readonly languages: readonly Language[]
}) {
  if (languages.length < 2) return null
  return (
    <nav aria-label={label}>
      <ul className="languages">
        {languages.map(({ code, label: name, href, current }) => (
          <li key={code}>
            <a href={href} lang={code} hrefLang={code} aria-current={current ? 'true' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The whole page as text, doctype first. Static markup: nothing is hydrated, so React's own marks are left out. */
export function renderPage(page: ReactElement): string {
  return `<!doctype html>${renderToStaticMarkup(page)}`
}
