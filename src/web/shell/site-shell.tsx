import type { ReactNode } from 'react'
import { Stamp } from '#web/components'
import { Document, type DocumentProps, type Language, Languages } from './document.tsx'

/** A page of the public site: the organisation's name, menu and languages, the matter, a footer. Never a script. */
export function SiteShell(
  props: DocumentProps & {
    readonly languages: readonly Language[]
    readonly org: { readonly name: string; readonly href: string; readonly lang?: string | undefined }
    readonly menu: readonly {
      readonly href: string
      readonly label: string
      readonly current?: boolean | undefined
    }[]
    readonly labels: { readonly skip: string; readonly menu: string; readonly languages: string }
    /** The title as shown, where it differs from the document's; `null` when the page brings its own. */
    readonly heading?: ReactNode | undefined
    readonly lede?: ReactNode | undefined
    readonly footer?: ReactNode | undefined
    readonly footerLinks?: readonly { readonly href: string; readonly label: string }[] | undefined
    readonly stamp?: string | undefined
    /** One of the proven colours; the house's own unless told. */
    readonly accent?: string | undefined
    readonly children: ReactNode
  },
) {
  const { languages, org, menu, labels, heading = props.title, lede, footer, footerLinks, stamp } = props
  const { islands: _never, ...assets } = props.assets
  return (
    <Document
      {...props}
      assets={assets}
      siteName={props.siteName ?? org.name}
      bodyClass={props.accent ? `site accent-${props.accent}` : 'site'}
    >
      <a className="skip" href="#main">
        {labels.skip}
      </a>
      <header>
        {stamp ? <Stamp band>{stamp}</Stamp> : null}
        <div className="masthead" />
        <div className="site-head">
          <div className="site-width">
            <a className="org-name" href={org.href} lang={org.lang} dir="auto">
              {org.name}
            </a>
            <Languages label={labels.languages} languages={languages} />
            {menu.length > 0 ? (
              <nav aria-label={labels.menu}>
                <ul className="menu">
                  {menu.map(({ href, label, current }) => (
                    <li key={href}>
                      <a href={href} aria-current={current ? 'page' : undefined}>
                        {label}
                      </a>
                    </li>
                  ))}
                </ul>
              </nav>
            ) : null}
          </div>
        </div>
      </header>
      <main id="main" className="site-width" tabIndex={-1}>
        {heading === null ? null : (
          <div className="page-head">
            <h1>
              <bdi>{heading}</bdi>
            </h1>
            {lede ? <p className="lede">{lede}</p> : null}
          </div>
        )}
        <div className="flow">{props.children}</div>
      </main>
      <footer className="site-foot">
        <div className="site-width">
          {footerLinks ? (
            <ul className="menu">
              {footerLinks.map(({ href, label }) => (
                <li key={href}>
                  <a href={href}>{label}</a>
                </li>
              ))}
            </ul>
          ) : null}
          {footer}
        </div>
      </footer>
    </Document>
  )
}
