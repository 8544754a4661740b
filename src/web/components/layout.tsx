import type { ReactNode } from 'react'

/** Blocks one under another with the page's rhythm. */
export function Flow({ children }: { readonly children: ReactNode }) {
  return <div className="flow">{children}</div>
}

/** A part of a page under its heading. */
export function Section({
  id,
  title,
  action,
  children,
}: {
  readonly id?: string | undefined
  readonly title: string
  readonly action?: ReactNode | undefined
  readonly children: ReactNode
}) {
  return (
    <section className="section" id={id}>
      <div className="title-line">
        <h2>{title}</h2>
        {action}
      </div>
      {children}
    </section>
  )
}

/**
 * The main matter with a narrow column beside it (filters at the start, relations at the end). On a phone, and for who
 * listens, the matter comes first either way: nobody has to pass thirty filters to reach the first name.
 */
export function Columns({
  main,
  aside,
  asideAt = 'end',
}: {
  readonly main: ReactNode
  readonly aside: ReactNode
  readonly asideAt?: 'start' | 'end' | undefined
}) {
  return (
    <div className={asideAt === 'start' ? 'columns start' : 'columns'}>
      <div className="flow">{main}</div>
      <div className="aside">{aside}</div>
    </div>
  )
}

/** Long text for reading: a serif at a readable measure. `lang` where it differs from the page's. */
export function Prose({
  lang,
  children,
}: {
  readonly lang?: string | undefined
  readonly children: ReactNode
}) {
  return (
    <div className="prose" lang={lang} dir="auto">
      {children}
    </div>
  )
}

/** What is due, in order of date; `late` says so by word and weight. */
export function Agenda({
  items,
}: {
  readonly items: readonly {
    readonly key: string
    readonly when: ReactNode
    readonly what: ReactNode
    readonly state?: ReactNode | undefined
    readonly late?: boolean | undefined
  }[]
}) {
  return (
    <ol className="agenda">
      {items.map(({ key, when, what, state, late }) => (
        <li key={key} className={late ? 'late' : undefined}>
          <span className="when">{when}</span>
          <span>
            <bdi>{what}</bdi>
          </span>
          {state ? <span>{state}</span> : null}
        </li>
      ))}
    </ol>
  )
}

/** Several buttons or badges in one line. */
export function Line({ children }: { readonly children: ReactNode }) {
  return <div className="row">{children}</div>
}
