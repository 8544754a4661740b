/** A value one can filter by. With `remove` it is in force, and the link takes it away. */
export interface FacetValue {
  readonly label: string
  readonly href: string
  readonly count?: string | undefined
  readonly chosen?: boolean | undefined
}

/** Filters as plain links with counts; what is chosen carries a × and says it can be removed. */
export function Facets(props: {
  readonly label: string
  readonly groups: readonly { readonly label: string; readonly values: readonly FacetValue[] }[]
  readonly labels: { readonly remove: string }
}) {
  return (
    <nav className="facets" aria-label={props.label}>
      {props.groups.map((group) => (
        <div key={group.label}>
          <h2>{group.label}</h2>
          <ul className="list">
            {group.values.map(({ label, href, count, chosen }) => (
              <li key={href + label} className={chosen ? 'chosen' : undefined}>
                <a href={href} dir="auto">
                  {chosen ? <span className="hidden">{props.labels.remove}: </span> : null}
                  {label}
                </a>
                {count === undefined ? null : <span>{count}</span>}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

/** One box and one button; a GET, so that a search can be kept and shared. `keep` repeats the filters in force. */
export function SearchBox(props: {
  readonly id: string
  readonly action: string
  readonly label: string
  readonly button: string
  readonly name?: string | undefined
  readonly value?: string | undefined
  readonly keep?: readonly (readonly [string, string])[] | undefined
}) {
  const { id, action, label, button, name = 'q', value, keep = [] } = props
  return (
    <form className="search" role="search" aria-label={label} action={action} method="get">
      {keep.map(([key, kept]) => (
        <input type="hidden" key={`${key}=${kept}`} name={key} value={kept} />
      ))}
      <label className="hidden" htmlFor={id}>
        {label}
      </label>
      <input
        className="input"
        type="search"
        dir="auto"
        placeholder={label}
        {...{ id, name }}
        defaultValue={value}
      />
      <button className="button" type="submit">
        {button}
      </button>
    </form>
  )
}

/** A link with its words. */
export interface LinkText {
  readonly href: string
  readonly label: string
}

/** Next and back through a list paged by key: there are no page numbers, because rows are never counted twice. */
export function Pager(props: {
  readonly label: string
  readonly summary?: string | undefined
  readonly first?: LinkText | undefined
  readonly previous?: LinkText | undefined
  readonly next?: LinkText | undefined
}) {
  const { label, summary, first, previous, next } = props
  if (!summary && !first && !previous && !next) return null
  return (
    <nav className="pager" aria-label={label}>
      {summary ? <span className="quiet">{summary}</span> : null}
      {first ? <a href={first.href}>{first.label}</a> : null}
      {previous ? (
        <a href={previous.href} rel="prev">
          {previous.label}
        </a>
      ) : null}
      {next ? (
        <a href={next.href} rel="next">
          {next.label}
        </a>
      ) : null}
    </nav>
  )
}

/** Views of one thing, each with its own address. */
export function Tabs({
  label,
  tabs,
}: {
  readonly label: string
  readonly tabs: readonly (LinkText & {
    readonly current?: boolean | undefined
    readonly count?: string | undefined
  })[]
}) {
  return (
    <nav aria-label={label}>
      <ul className="tabs">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count === undefined ? null : <span className="quiet"> {tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
