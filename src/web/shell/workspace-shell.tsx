import { Fragment, type ReactNode } from 'react'
import { SearchBox, Stamp, type Visibility, VisibilityBadge } from '#web/components'
import { Document, type DocumentProps, type Language, Languages } from './document.tsx'

/** A line of the workspace's menu; `group` puts it under a heading shared with its neighbours. */
export interface NavigationLink {
  readonly href: string
  readonly label: string
  readonly current?: boolean | undefined
  readonly group?: string | undefined
  /** Its access key: a letter. */
  readonly accessKey?: string | undefined
}

/** Who else sees this screen, and what the public sees of it. */
export interface Audience {
  readonly visibility: Visibility
  /** "Internal" */
  readonly visibilityLabel: string
  /** "Seen by the nine people of the organisation" */
  readonly seenBy: ReactNode
  /** "The public sees nothing" */
  readonly publicSees: ReactNode
}

/** The shell's own words, translated by the caller. */
export interface WorkspaceLabels {
  readonly skip: string
  readonly menu: string
  readonly languages: string
  readonly breadcrumbs: string
  readonly audience: string
}

/** The page of a signed-in person: organisation, search, menu, title, who sees the screen, then the matter. */
export function WorkspaceShell(
  props: DocumentProps & {
    readonly languages: readonly Language[]
    readonly org: { readonly name: string; readonly href: string }
    readonly person: {
      readonly name: string
      readonly href?: string | undefined
      readonly role?: string | undefined
    }
    readonly navigation: readonly NavigationLink[]
    readonly breadcrumbs?: readonly { readonly href: string; readonly label: string }[] | undefined
    readonly audience?: Audience | undefined
    readonly notices?: ReactNode | undefined
    /** One or two lines under the title. */
    readonly lede?: ReactNode | undefined
    /** What can be done with the thing shown, beside the title. */
    readonly actions?: ReactNode | undefined
    readonly labels: WorkspaceLabels
    readonly search?:
      | {
          readonly action: string
          readonly label: string
          readonly button: string
          readonly value?: string | undefined
        }
      | undefined
    readonly signOut: { readonly action: string; readonly csrf: string; readonly label: string }
    /** FICTITIOUS, DEMONSTRATION: runs across the page. */
    readonly stamp?: string | undefined
    readonly children: ReactNode
  },
) {
  const { languages, org, person, breadcrumbs = [], audience, labels, search, signOut, stamp } = props
  return (
    <Document {...props} siteName={props.siteName ?? org.name} noIndex bodyClass="work">
      <a className="skip" href="#main">
        {labels.skip}
      </a>
      <header>
        {stamp ? <Stamp band>{stamp}</Stamp> : null}
        <div className="masthead" />
        <div className="top">
          <button className="button small open-menu" type="button" popoverTarget="menu">
            {labels.menu}
          </button>
          <a className="org-name" href={org.href} dir="auto">
            {org.name}
          </a>
          {search ? <SearchBox id="search" {...search} /> : null}
          <div className="me">
            <Languages label={labels.languages} languages={languages} />
            {person.href ? (
              <a href={person.href} dir="auto">
                {person.name}
              </a>
            ) : (
              <b dir="auto">{person.name}</b>
            )}
            {person.role ? <span className="quiet">{person.role}</span> : null}
            <form action={signOut.action} method="post">
              <input type="hidden" name="_csrf" value={signOut.csrf} />
              <button className="button plain" type="submit">
                {signOut.label}
              </button>
            </form>
          </div>
        </div>
      </header>
      <div className="frame">
        <Navigation label={labels.menu} links={props.navigation} />
        <main id="main" tabIndex={-1}>
          <div className="page-head">
            {breadcrumbs.length > 0 ? (
              <nav aria-label={labels.breadcrumbs}>
                <ol className="crumbs">
                  {breadcrumbs.map(({ href, label }) => (
                    <li key={href}>
                      <a href={href} dir="auto">
                        {label}
                      </a>
                    </li>
                  ))}
                </ol>
              </nav>
            ) : null}
            <div className="title-line">
              <h1>
                <bdi>{props.title}</bdi>
              </h1>
              {props.actions ? <div className="row no-print">{props.actions}</div> : null}
            </div>
            {props.lede ? <div className="lede">{props.lede}</div> : null}
            {audience ? <AudienceLine label={labels.audience} {...audience} /> : null}
          </div>
          <div className="flow">
            {props.notices}
            {props.children}
          </div>
        </main>
      </div>
    </Document>
  )
}

// `popover` opens the menu on a phone without scripts; a browser that does not know it shows the menu in place. A
// heading opens onto its lines: where one is, it stands open.
function Navigation({ label, links }: { readonly label: string; readonly links: readonly NavigationLink[] }) {
  return (
    <nav className="side" id="menu" popover="auto" aria-label={label}>
      {grouped(links).map(({ group, own }) =>
        group ? (
          <details key={group} open={own.some(({ current }) => current)}>
            <summary>{group}</summary>
            {own.map(menuLine)}
          </details>
        ) : (
          <Fragment key={own[0]?.href}>{own.map(menuLine)}</Fragment>
        ),
      )}
    </nav>
  )
}

const menuLine = ({ href, label, current, accessKey }: NavigationLink) => (
  <a key={href} href={href} aria-current={current ? 'page' : undefined} accessKey={accessKey}>
    {label}
  </a>
)

/** Neighbours of one heading together. */
function grouped(
  links: readonly NavigationLink[],
): readonly { readonly group: string | undefined; readonly own: readonly NavigationLink[] }[] {
  const groups: { group: string | undefined; own: NavigationLink[] }[] = []
  for (const link of links) {
    const last = groups.at(-1)
    if (last && last.group === link.group) last.own.push(link)
    else groups.push({ group: link.group, own: [link] })
  }
  return groups
}

function AudienceLine({
  label,
  visibility,
  visibilityLabel,
  seenBy,
  publicSees,
}: Audience & { readonly label: string }) {
  return (
    <section className={`audience vis-at-${visibility}`} aria-label={label}>
      <VisibilityBadge visibility={visibility} label={visibilityLabel} />
      <span>{seenBy}</span>
      <span>{publicSees}</span>
    </section>
  )
}
