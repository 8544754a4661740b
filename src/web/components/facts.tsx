import type { ReactNode } from 'react'

/** Where a value comes from: the number of a source listed on the page. */
export interface CitationMark {
  readonly number: number
  readonly href: string
  /** Read aloud instead of the bare number: "source 2, Court file 114/77". */
  readonly label: string
}

/** Superscript marks that lead to the sources of a value. */
export function Citations({ marks }: { readonly marks: readonly CitationMark[] }) {
  return marks.map(({ number, href, label }) => (
    <sup className="cite" key={number}>
      <a href={href} aria-label={label}>
        [{number}]
      </a>
    </sup>
  ))
}

/** One thing known about a record. */
export interface Fact {
  readonly label: string
  readonly value: ReactNode
  readonly citations?: readonly CitationMark[] | undefined
  /** A ClassBadge, where the value is of a sensitive class. */
  readonly badge?: ReactNode | undefined
  /** The words as they were received, when the value was read from them. */
  readonly original?:
    | { readonly label: string; readonly text: string; readonly lang?: string | undefined }
    | undefined
}

/** What is known, one line each: label, value, how sensitive, where from, and the words it was read from. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(({ label, value, citations, badge, original }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {typeof value === 'string' ? <bdi>{value}</bdi> : value}
            {citations ? <Citations marks={citations} /> : null}
            {badge ? <> {badge}</> : null}
            {original ? (
              <span className="original" lang={original.lang}>
                {original.label}: <bdi>{original.text}</bdi>
              </span>
            ) : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The sources that the marks on the page lead to; `id` of each is the target of its marks. */
export function SourceList({
  sources,
}: {
  readonly sources: readonly { readonly id: string; readonly content: ReactNode }[]
}) {
  return (
    <ol className="sources">
      {sources.map(({ id, content }) => (
        <li key={id} id={id} dir="auto">
          {content}
        </li>
      ))}
    </ol>
  )
}

/** Stands where a sealed value would be: says so and offers the way to open it. Never holds the value. */
export function Sealed({
  label,
  action,
}: {
  readonly label: string
  readonly action?: ReactNode | undefined
}) {
  return (
    <span className="sealed">
      <span>
        <span className="class class-sealed">{label}</span>
      </span>
      {action}
    </span>
  )
}

/** What changed, old above new; either may be missing. The labels are read aloud, not shown. */
export function Difference({
  before,
  after,
  labels,
}: {
  readonly before?: ReactNode | undefined
  readonly after?: ReactNode | undefined
  readonly labels: { readonly before: string; readonly after: string }
}) {
  return (
    <span className="difference" dir="auto">
      {before === undefined ? null : (
        <del>
          <span className="hidden">{labels.before}: </span>
          {before}
        </del>
      )}
      {after === undefined ? null : (
        <ins>
          <span className="hidden">{labels.after}: </span>
          {after}
        </ins>
      )}
    </span>
  )
}

/** A few numbers that open what they count. Each is a link: a number shown can be opened. */
export function Figures({
  figures,
}: {
  readonly figures: readonly {
    readonly label: string
    readonly value: string
    readonly href?: string | undefined
  }[]
}) {
  return (
    <dl className="figures">
      {figures.map(({ label, value, href }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{href ? <a href={href}>{value}</a> : value}</dd>
        </div>
      ))}
    </dl>
  )
}
