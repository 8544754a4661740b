import type { ReactNode } from 'react'
import { Document, type DocumentProps, type Language, Languages } from './document.tsx'

/** A page with one thing to do and no menu: signing in, an error, opening what is sealed. */
export function PlainShell(
  props: DocumentProps & {
    readonly languages?: readonly Language[] | undefined
    readonly org?: { readonly name: string; readonly href: string } | undefined
    readonly labels: { readonly languages: string }
    readonly children: ReactNode
  },
) {
  const { languages = [], org, labels, title, children } = props
  return (
    <Document
      {...props}
      {...(org && !props.siteName ? { siteName: org.name } : {})}
      noIndex
      bodyClass="plain"
    >
      <div className="masthead" />
      <main>
        {org ? (
          <a className="org-name" href={org.href} dir="auto">
            {org.name}
          </a>
        ) : null}
        <h1>{title}</h1>
        {children}
      </main>
      <Languages label={labels.languages} languages={languages} />
    </Document>
  )
}
